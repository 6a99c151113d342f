"""Search that stems Dutch the same way in the index and in the browser.

A Sphinx extension. Sphinx brings a stemmer in JavaScript (Porter's for Dutch), and makes the
index with whatever snowballstemmer calls Dutch; since its version 3 that is another algorithm, and
"gemeente" would not be found.
"""

from __future__ import annotations

import snowballstemmer
from sphinx import search
from sphinx.application import Sphinx
from sphinx.search.nl import SearchDutch


class DutchSearch(SearchDutch):
    """Dutch as the script in the browser stems it."""

    def init(self, options: dict[str, str]) -> None:
        """Choose the algorithm by its lasting name."""
        super().init(options)
        self.stemmer = snowballstemmer.stemmer("dutch_porter")


def setup(app: Sphinx) -> dict[str, bool]:
    """Register with Sphinx.

    Parameters
    ----------
    app : sphinx.application.Sphinx

    Returns
    -------
    dict
        What Sphinx may do with this extension.
    """
    search.languages[DutchSearch.lang] = DutchSearch
    return {"parallel_read_safe": True, "parallel_write_safe": True}
