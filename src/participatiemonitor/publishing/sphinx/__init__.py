"""Sphinx: what the book adds to it, and the files that set it up."""
