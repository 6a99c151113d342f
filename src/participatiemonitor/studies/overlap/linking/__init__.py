"""Linking: which rows of which lists are of one person."""
