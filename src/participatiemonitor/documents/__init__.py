"""Documents: what was published elsewhere, as claims, held against each other and the answers."""
