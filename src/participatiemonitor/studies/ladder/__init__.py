"""Where persons stand on the participation ladder, and how they move on it."""
