"""A new round from what a survey tool exported."""
