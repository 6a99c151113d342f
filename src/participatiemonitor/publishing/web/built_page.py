"""A built page as a tree that knows its elements by class, so that they are looked up at once.

Attributes of drawings in the page lose their capitals (``viewbox``); who reads HTML, gives them
back.
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from lxml import html
from lxml.html import HtmlElement


class BuiltPage:
    """A page as Sphinx wrote it, to be changed in place.

    Parameters
    ----------
    content : bytes
        HTML, in UTF-8.

    Attributes
    ----------
    root : lxml.html.HtmlElement
    """

    def __init__(self, content: bytes) -> None:
        parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
        self.root: HtmlElement = html.document_fromstring(content, parser=parser)
        self._classes: dict[str, list[HtmlElement]] = defaultdict(list)
        for element in self.root.iter("*"):
            for name in element.get("class", "").split():
                self._classes[name].append(element)

    @classmethod
    def read(cls, path: Path) -> BuiltPage:
        """Read a page from a file."""
        return cls(path.read_bytes())

    def write(self, path: Path) -> None:
        """Write the page to a file."""
        content = html.tostring(self.root, doctype="<!DOCTYPE html>", encoding="utf-8")
        path.write_bytes(content + b"\n")

    def of_class(self, *names: str) -> list[HtmlElement]:
        """Elements with one of these classes, as they were when the page was read."""
        return [element for name in names for element in self._classes[name]]
