"""A folder of rasters, segmented one after the other with one model."""
