"""The panel and what else of SoftSeg is seen in QGIS: one widget or Qt model a file."""
