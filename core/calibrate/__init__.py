"""Learning from a few labelled polygons how the stored costs of one run are better decided."""
