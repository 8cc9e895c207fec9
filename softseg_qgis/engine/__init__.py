"""The other side of the process boundary: install, start, talk to and probe the engine."""
