"""Files: read with all their faults at once, written whole or not at all."""
