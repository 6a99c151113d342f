"""Presentation: numbers for readers, in words, figures and tables."""
