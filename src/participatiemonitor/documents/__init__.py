"""Documents: what was published elsewhere, as claims, held against each other and against answers."""
