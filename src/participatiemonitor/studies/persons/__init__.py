"""Counts of persons: what may be published of who is where."""
