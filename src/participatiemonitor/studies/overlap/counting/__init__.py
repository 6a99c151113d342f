"""Counting persons and homes by what they use, and what could be linked of suppliers."""
