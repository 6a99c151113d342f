"""Users grouped by the pattern of what they use: latent classes, and how stable they are."""
