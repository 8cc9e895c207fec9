"""Judging a model: word lists, protocols and figures."""
