"""Dual encoders segment as they are: cells of the image are compared with words, and nothing is trained for it."""
