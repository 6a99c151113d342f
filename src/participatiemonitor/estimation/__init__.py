"""Estimation: numbers from answers."""
