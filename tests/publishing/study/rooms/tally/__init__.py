"""Votes, counted: a study for tests."""
