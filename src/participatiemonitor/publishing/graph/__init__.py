"""Graph: tasks side by side, made again only when what they need has changed."""
