"""SoftSeg for QGIS: what QGIS loads, made of PyQGIS and the standard library only."""
