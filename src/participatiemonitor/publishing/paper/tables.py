"""Tables on paper: columns as wide as their words need, the same in tables of one kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from bs4 import Tag

from participatiemonitor.presentation.documents.tables import DOCUMENT
from participatiemonitor.publishing.paper.tree import named

# A table of at most this many rows stays on one page, unless there is more to read in it; of the
# tables of documents, which follow close on each other, and in a chapter with pages turned
# sideways, where rows are many on few pages, only the smallest do.
SHORT, SHORT_TEXT, SHORT_DOCUMENT, SHORT_SIDEWAYS = 14, 1500, 5, 3
# Characters that fit in the width of a table, on an upright page and on one turned sideways, and
# in the space between columns.
LINE, SIDEWAYS, GAP = 128, 196, 2
# Longer words are broken at the end of a line.
LONG_WORD = 11
# A table goes on a page turned sideways when an ordinary row would take more lines than this, or
# words that are kept whole do not fit beside each other.
LINES = 2


@dataclass(frozen=True)
class _Column:
    """How many characters a column needs at least, and how much there is to read in it."""

    least: int
    text: float


def set_tables(chapter: Tag) -> None:
    """Set the widths of columns, and mark the tables that are short or lie sideways.

    Parameters
    ----------
    chapter : bs4.Tag
        Each table gets ``data-widths``, in percents, and where it applies ``data-short`` and
        ``data-sideways``.
    """
    kinds: dict[tuple[str, ...], list[Tag]] = defaultdict(list)
    for table in named(chapter, "table"):
        rows = named(table, "tr")
        if not rows:
            continue
        _set_short(table, SHORT_DOCUMENT if DOCUMENT in table.get("class", ()) else SHORT)
        heads = tuple(cell.get_text(strip=True) for cell in rows[0].find_all(["th", "td"]))
        spans = table.find(["th", "td"], colspan=True) or table.find(["th", "td"], rowspan=True)
        if len({len(row.find_all(["th", "td"])) for row in rows}) == 1 and not spans:
            kinds[heads].append(table)
    for tables in kinds.values():
        rows = [row.find_all(["th", "td"]) for table in tables for row in named(table, "tr")]
        columns = [_column(cells) for cells in zip(*rows, strict=True)]
        widths = _widths(columns, LINE)
        needed = sum(column.least + GAP for column in columns)
        if sideways := needed > LINE or _lines(columns, widths) > LINES:
            widths = _widths(columns, SIDEWAYS)
        for table in tables:
            table["data-widths"] = " ".join(f"{width:.1f}" for width in widths)
            if sideways:
                table["data-sideways"] = ""
    # Tables between those that lie sideways come to stand on such pages as well.
    if any(table.has_attr("data-sideways") for table in named(chapter, "table")):
        for table in named(chapter, "table"):
            _set_short(table, SHORT_SIDEWAYS)


def _set_short(table: Tag, most: int) -> None:
    table.attrs.pop("data-short", None)
    if len(named(table, "tr")) - 1 <= most and len(table.get_text()) <= SHORT_TEXT:
        table["data-short"] = ""


def _column(cells: Iterable[Tag]) -> _Column:
    texts = [cell.get_text(" ", strip=True) for cell in cells]
    # The quadratic mean: a few long cells among empty ones need room as well.
    return _Column(max(map(_least, cells, texts)), fmean(len(text) ** 2 for text in texts) ** 0.5)


def _least(cell: Tag, text: str) -> int:
    """Length of the longest piece that is kept on one line."""
    head = cell.parent.parent.name == "thead"
    if not head and "text-right" in cell.get("class", ()):
        return len(text)
    # Not `split()`, which parts at spaces that are meant to hold words together.
    longest = max(map(len, text.split(" ")))
    return longest if head or cell.find("code") else min(longest, LONG_WORD)


def _widths(columns: list[_Column], line: int) -> list[float]:
    """Percentages: what each needs, and the rest of the line by how much there is to read."""
    least = [column.least + GAP for column in columns]
    spare = max(0, line - sum(least))
    words = sum(column.text for column in columns) or 1
    wanted = [one + spare * column.text / words
              for one, column in zip(least, columns, strict=True)]
    return [100 * one / sum(wanted) for one in wanted]


def _lines(columns: list[_Column], widths: list[float]) -> float:
    """How many lines the fullest cell of an ordinary row takes on an upright page."""
    return max(column.text / max(1, LINE * width / 100 - GAP)
               for column, width in zip(columns, widths, strict=True))
