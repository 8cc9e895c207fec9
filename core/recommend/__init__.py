"""Which model suits a raster, told without labels: how far models agree, and how steady each one is."""
