"""The commands of `softseg`, one file each; `core.cli` puts them together."""
