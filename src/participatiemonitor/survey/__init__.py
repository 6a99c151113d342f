"""Survey: what was asked of whom, and what they answered."""
