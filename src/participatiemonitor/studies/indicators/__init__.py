"""Shared indicators of municipalities: rates, funnels and groups."""
