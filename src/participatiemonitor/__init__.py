"""The monitor of municipal participation policy as a living book."""
