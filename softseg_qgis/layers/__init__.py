"""Layers: what a raster layer is made of, how it becomes a job, and how the results are shown and remembered."""
