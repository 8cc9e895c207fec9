"""Checkpoints of others, read strictly: a file either fits its declared architecture wholly, or is refused."""
