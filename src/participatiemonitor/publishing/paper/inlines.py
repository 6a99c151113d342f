"""What stands within a line: words, links, notes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from bs4 import NavigableString, PageElement, Tag
from bs4.element import PreformattedString

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.paper.elements import INLINES, kind_of, refuse
from participatiemonitor.publishing.paper.images import Images
from participatiemonitor.publishing.paper.letters import Letters
from participatiemonitor.publishing.paper.places import Places
from participatiemonitor.publishing.paper.source import call, joined, string

# Elements that become a call with what is in them; the others have a way of their own below.
_CALLS = {
    "em": "emph", "i": "emph", "strong": "strong", "b": "strong", "code": "name", "kbd": "name",
    "sub": "sub", "sup": "super", "span.caption-number": "caption-number",
}
_THROUGH = frozenset(("span.remark", "span.caption-text"))
_SCHEMES = frozenset(("http", "https", "mailto"))
_LONGEST = 2000  # characters of an address
_BLANK = re.compile(r"[ \t\r\n\f]+")


class _Line:
    """Whether the line so far ends in a blank, so that another one would be too many."""

    blank = True


class Inlines:
    """Writes what stands within lines.

    Parameters
    ----------
    places : Places
    images : Images
    letters : Letters
    page : str
        Where they stand, for messages.
    """

    def __init__(self, places: Places, images: Images, letters: Letters, page: str) -> None:
        self._places, self._images, self._letters, self.page = places, images, letters, page

    def line(self, nodes: Iterable[PageElement]) -> str:
        """Write one line or paragraph.

        Parameters
        ----------
        nodes : iterable of bs4.PageElement

        Returns
        -------
        str
            Source of its content.
        """
        pieces = self._write(nodes, _Line())
        if pieces and pieces[-1].endswith(' "'):
            pieces[-1] = f'{pieces[-1][:-2]}"'
        return joined(pieces)

    def text(self, text: str) -> str:
        """Source of plain text."""
        return string(self._letters.printable(text))

    def shows(self, text: str) -> bool:
        """Whether anything of a text is printed."""
        return bool(self._letters.printable(text).strip())

    def image(self, tag: Tag) -> str:
        """Source of an image.

        Parameters
        ----------
        tag : Tag

        Returns
        -------
        str

        Raises
        ------
        RunError
            When it cannot be printed, or read aloud.
        """
        if not (alternative := tag.get("alt", "").strip()):
            raise RunError(
                f"Pagina {self.page}: de afbeelding {tag.get('src', '')[:80]} heeft geen "
                "beschrijving. Verwacht: een alt-tekst die zegt wat er te zien is."
            )
        return call("picture", string(self._images.place(tag.get("src", ""), self.page)),
                    self.text(alternative))

    def _write(self, nodes: Iterable[PageElement], line: _Line) -> list[str]:
        pieces = []
        for node in nodes:
            if isinstance(node, Tag):
                pieces += self._places.anchors(node) + self._element(node, line)
            elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
                text = _BLANK.sub(" ", node)
                text = text[1:] if line.blank and text.startswith(" ") else text
                if text:
                    line.blank = text.endswith(" ")
                    pieces.append(self.text(text))
        return pieces

    def _element(self, tag: Tag, line: _Line) -> list[str]:
        kind = kind_of(tag, self.page)
        if kind not in INLINES:
            raise refuse(tag, self.page)
        if kind == "br":
            line.blank = True
            return ["linebreak()"]
        if kind == "span.footnote":
            return [call("footnote", self.line(tag.children))]
        if kind == "img":
            return [call("box", self.image(tag))]
        if kind == "svg.small-bars":
            name = string(self._images.draw(tag, self.page))
            return [call("bars", name, self.text(tag.title.get_text()))]
        inner = self._write(tag.children, line)
        if kind in _CALLS:
            return [call(_CALLS[kind], joined(inner))]
        if tag.name == "a" and tag.has_attr("href"):
            return [self._link(tag, kind, joined(inner))]
        if kind not in _THROUGH and re.fullmatch("[a-z]{2,3}", tag.get("lang", "")):
            return [call("text", joined(inner), lang=string(tag["lang"]))]
        return inner

    def _link(self, tag: Tag, kind: str, inner: str) -> str:
        address = tag["href"]
        if address.startswith("#"):
            function = {"a.page": "to-page", "a.page-within": "to-page-within"}.get(kind, "to")
            return call(function, string(self._places.label(tag, self.page)), inner)
        if urlsplit(address).scheme not in _SCHEMES or len(address) > _LONGEST:
            raise RunError(
                f"Pagina {self.page}: de link naar {address[:80]} kan niet in de PDF. Verwacht: "
                f"een adres met https://, http:// of mailto:, van hoogstens {_LONGEST} tekens."
            )
        return call("link", string(address), inner)
