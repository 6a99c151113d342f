"""Search that stems Dutch the same way in the index and in the browser.

Sphinx brings a stemmer in JavaScript (Porter's for Dutch), and makes the
index with whatever snowballstemmer calls Dutch; since its version 3 that is another algorithm, and
"gemeente" would not be found.
"""

from __future__ import annotations

import snowballstemmer
from sphinx.search.nl import SearchDutch


class DutchSearch(SearchDutch):
    """Dutch as the script in the browser stems it."""

    def init(self, options: dict[str, str]) -> None:
        """Choose the algorithm by its lasting name."""
        super().init(options)
        self.stemmer = snowballstemmer.stemmer("dutch_porter")
