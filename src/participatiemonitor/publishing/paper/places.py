"""Where links lead in the whole document: one label a place, and none that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import Tag

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.paper.links import HEADINGS
from participatiemonitor.publishing.paper.source import call, string
from participatiemonitor.publishing.paper.tree import named, tags


class Places:
    """The places that have an id, and which of them a link leads to.

    A heading and all within it go by the id of its section or chapter, because headings are
    printed more than once: in the contents and above pages too.

    Parameters
    ----------
    chapters : iterable of bs4.Tag
    """

    def __init__(self, chapters: Iterable[Tag]) -> None:
        self._labels: dict[str, str] = {}
        self._wanted: set[str] = set()
        for chapter in chapters:
            for tag in (chapter, *tags(chapter)):
                if tag.has_attr("id"):
                    self._labels.setdefault(tag["id"], tag["id"])
                if tag.get("href", "").startswith("#"):
                    self._wanted.add(tag["href"][1:])
            for heading in named(chapter, *HEADINGS):
                if whole := heading.parent.get("id"):
                    within = {tag.get("id") for tag in (heading, *tags(heading))}
                    self._labels |= dict.fromkeys(within - {None}, whole)

    def label(self, link: Tag, page: str) -> str:
        """Label of the place a link leads to.

        Parameters
        ----------
        link : bs4.Tag
            An ``a`` whose address begins with ``#``.
        page : str
            Where it stands, for the message.

        Returns
        -------
        str

        Raises
        ------
        RunError
            When there is no such place.
        """
        name = link["href"][1:]
        if name not in self._labels:
            raise RunError(
                f"Pagina {page}: de link “{link.get_text(' ', strip=True)[:60]}” leidt naar een "
                f"plaats die er niet is ({name}). Verwacht: een kop, figuur, tabel of begrip in "
                "dit boek."
            )
        return self._labels[name]

    def anchors(self, tag: Tag) -> list[str]:
        """Source that marks an element as a place, when a link leads to it."""
        name = tag.get("id")
        own = name in self._wanted and self._labels.get(name) == name
        return [call("anchor", string(name))] if own else []
