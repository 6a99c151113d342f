"""What stands on lines of its own: paragraphs, headings, lists, figures, tables."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from bs4 import PageElement, Tag

from participatiemonitor.publishing.paper.elements import BLOCKS, kind_of, refuse
from participatiemonitor.publishing.paper.grids import row_headers, table_source
from participatiemonitor.publishing.paper.inlines import Inlines
from participatiemonitor.publishing.paper.links import HEADINGS
from participatiemonitor.publishing.paper.pieces import Piece
from participatiemonitor.publishing.paper.places import Places
from participatiemonitor.publishing.paper.source import EMPTY, array, call, joined, string, truth
from participatiemonitor.publishing.paper.tree import classed, named, tags

# Paragraphs of a kind of their own.
_PARAGRAPHS = {
    "p": "par", "p.lead": "lead", "p.attribution": "attribution",
    "p.admonition-title": "title-of-note", "div.sd-card-title": "title-of-card",
}
# Characters of a quotation or note that is kept on one page, where a longer one might not fit, and
# of what the last line of each paragraph leaves empty.
_WHOLE, _LINE = 3000, 80
# Boxes that may stand where the page has room for them.
_ASIDES = frozenset(("portret", "kader", "stem"))


class Blocks:
    """Writes what stands on lines of its own.

    Parameters
    ----------
    inlines : Inlines
    places : Places
    listed : collection of str
        Titles of sections that are in the contents.

    Attributes
    ----------
    row_headers : list
        For each table, in reading order, which cells head their rows.
    """

    def __init__(self, inlines: Inlines, places: Places, listed: Collection[str]) -> None:
        self._inlines, self._places, self._listed = inlines, places, listed
        # How many elements stand around this one that keep it in the column, or on the page.
        self._held = self._kept = 0
        self.row_headers: list[list[list[int]]] = []

    def write(self, nodes: Iterable[PageElement]) -> list[Piece]:
        """Write elements, and text between them as paragraphs.

        Parameters
        ----------
        nodes : iterable of bs4.PageElement

        Returns
        -------
        list of Piece
        """
        pieces: list[Piece] = []
        line: list[PageElement] = []
        for node in nodes:
            kind = kind_of(node, self._inlines.page) if isinstance(node, Tag) else ""
            if kind in BLOCKS:
                pieces += self._paragraph("par", line)
                line = []
                pieces += self._block(node, kind)
            else:
                line.append(node)
        return pieces + self._paragraph("par", line)

    def _block(self, tag: Tag, kind: str) -> list[Piece]:
        if kind in HEADINGS:
            return [self._heading(tag)]
        marks = [] if tag.name == "section" or kind in ("figure", "table") \
            else [Piece(one) for one in self._places.anchors(tag)]
        if kind in _PARAGRAPHS:
            return marks + self._paragraph(_PARAGRAPHS[kind], tag.children)
        match kind:
            case "section" | "div" | "div.panels":
                return marks + self.write(tag.children)
            case "p.panel-title":
                title = self._inlines.line(tag.children)
                made = Piece(call("title-of-panel", title, reach=truth(not self._held)), leads=True)
            case "div.panel":
                self._kept += 1
                inner = self.write(tag.children)
                self._kept -= 1
                source = call("panel", joined(one.source for one in inner))
                made = Piece(source, tall=any(one.tall for one in inner))
            case "div.admonition" | "blockquote":
                made = Piece(self._box(tag))
            case "ul" | "ol":
                made = Piece(self._list(tag, kind))
            case "dl":
                made = Piece(self._entries(tag))
            case "div.citation":
                return [self._source(tag)]
            case "div.sd-row":
                made = Piece(call("cards", *map(self._card, classed(tag, "sd-card"))))
            case "div.highlight" | "pre":
                if not tag.get_text(strip=True):
                    return marks
                made = Piece(call("output", f"{{{self._verbatim(tag)}}}"))
            case "figure":
                return [self._figure(tag)]
            case "table":
                return [self._table(tag)]
            case "hr":
                made = Piece("rule()")
            case _:
                raise refuse(tag, self._inlines.page)
        return [*marks, made]

    def _paragraph(self, function: str, nodes: Iterable[PageElement]) -> list[Piece]:
        line = self._inlines.line(nodes)
        return [] if line == EMPTY else [Piece(call(function, line), bare=line)]

    def _inside(self, tag: Tag) -> str:
        """What is in an element that keeps it in the column."""
        self._held += 1
        pieces = self.write(tag.children)
        self._held -= 1
        if len(pieces) == 1 and pieces[0].bare and tag.name in ("li", "dd", "td", "th"):
            return pieces[0].bare
        return joined(piece.source for piece in pieces)

    def _heading(self, tag: Tag) -> Piece:
        level = int(tag.name[1])
        title = self._inlines.line(tag.children)
        if not self._inlines.shows(tag.get_text()):
            raise refuse(tag, self._inlines.page)
        label = _label(tag.parent) if tag.parent.name == "section" else "none"
        listed = truth(level == 2 and tag.get_text() in self._listed)
        return Piece(call("section", str(level), label, title, listed), leads=True)

    def _box(self, tag: Tag) -> str:
        lines = named(tag, "p", "li", "dt", "dd", "tr", "br", "figure")
        whole = len(tag.get_text()) + _LINE * len(lines) <= _WHOLE
        if tag.name == "blockquote":
            return call("quotation", self._inside(tag), whole=truth(whole))
        floats = whole and self._free() and not _ASIDES.isdisjoint(tag.get("class", ()))
        return call("note", self._inside(tag), whole=truth(whole), floats=truth(floats))

    def _free(self) -> bool:
        return not self._held and not self._kept

    def _list(self, tag: Tag, kind: str) -> str:
        items = [self._inside(item) for item in self._parts(tag, "li")]
        if kind == "ul":
            return call("list", *items)
        start = tag.get("start", "1")
        return call("enum", *items, start=start if start.isdecimal() else "1")

    def _entries(self, tag: Tag) -> str:
        items, terms = [], []
        for part in self._parts(tag, "dt", "dd"):
            if part.name == "dt":
                term = self._inlines.line(part.children)
                terms.append(joined([*self._places.anchors(part), term]))
            else:
                items.append(array((array(terms or ['""']), self._inside(part))))
                terms = []
        if terms:
            items.append(array((array(terms), EMPTY)))
        return call("entries", *items, held=truth(bool(self._held)))

    def _parts(self, tag: Tag, *names: str) -> list[Tag]:
        parts = tag.find_all(True, recursive=False)
        for part in parts:
            if kind_of(part, self._inlines.page) not in names:
                raise refuse(part, self._inlines.page)
        return parts

    def _source(self, tag: Tag) -> Piece:
        label = "".join(one.get_text() for one in classed(tag, "label")).strip("[]")
        body = [node for part in named(tag, "p") for node in part.children]
        inner = joined([*self._places.anchors(tag), self._inlines.line(body)])
        return Piece(call("source", self._inlines.text(label), inner))

    def _card(self, card: Tag) -> str:
        self._held += 1
        pieces = []
        for part in card.find_all(True, recursive=False):
            if part.name == "a":
                pieces.append(call("foot-of-card", self._inlines.line([part])))
            else:
                pieces += (piece.source for piece in self.write(part.children))
        self._held -= 1
        return call("card", joined(pieces))

    def _verbatim(self, tag: Tag) -> str:
        lines = tag.get_text().strip("\n").replace(" ", "\N{NO-BREAK SPACE}").split("\n")
        return "; linebreak(); ".join(map(self._inlines.text, lines))

    def _figure(self, tag: Tag) -> Piece:
        image = tag.find("img")
        if image is None:
            raise refuse(tag, self._inlines.page)
        words = [node for line in tag.select("figcaption p") for node in line.children]
        return Piece(call("drawing", _label(tag), self._inlines.image(image),
                          self._inlines.line(words),
                          floats=truth(self._free())), tall=True)

    def _table(self, tag: Tag) -> Piece:
        for part in tags(tag):
            if part.find_parent(["th", "td", "caption"]) is None:
                kind_of(part, self._inlines.page)
        if not named(tag, "tr"):
            raise refuse(tag, self._inlines.page)
        self.row_headers.append(row_headers(tag))
        sideways = tag.has_attr("data-sideways") and self._free()
        out = "turned" if sideways else "held" if self._held else "upright"
        source = table_source(tag, out, self._inside)
        if tag.caption is not None:
            short = truth(tag.has_attr("data-short"))
            caption = self._inlines.line(tag.caption.children)
            source = call("numbered-table", _label(tag), short, caption, source)
        else:
            source = joined([*self._places.anchors(tag), source])
        return Piece(source, sideways=sideways)


def _label(tag: Tag) -> str:
    return string(tag["id"]) if tag.get("id") else "none"
