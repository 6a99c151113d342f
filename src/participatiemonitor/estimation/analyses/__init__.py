"""Analyses: correlations, differences, models and agreement, from the answers one by one."""
