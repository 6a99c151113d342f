"""Words: pieces of Dutch that are computed, and what each rests on."""
