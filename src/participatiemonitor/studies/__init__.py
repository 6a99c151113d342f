"""Calculations on a user's own files, as the documents describe them."""
