"""Trend: what changed between two rounds of the survey."""
