"""Quotes and dashes: made typographic in prose, left as they are in what a notebook computed.

Sphinx turns straight quotes and double hyphens into curly ones and dashes; in
an answer or a label that would change what somebody wrote.
"""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms import SphinxSmartQuotes, SphinxTransform


class LeaveOutputs(SphinxTransform):
    """Keep Sphinx from the quotes in the outputs of cells."""

    default_priority = SphinxSmartQuotes.default_priority - 1

    def apply(self, **_: Any) -> None:
        """Mark the outputs; Sphinx looks for the mark."""
        for container in self.document.findall(nodes.container):
            if container.get("nb_element") == "mime_bundle":
                container["support_smartquotes"] = False
