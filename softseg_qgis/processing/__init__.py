"""SoftSeg in the Processing toolbox: the provider, one algorithm a file, and the parameters that they share."""
