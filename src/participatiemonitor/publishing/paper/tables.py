"""Tables on paper: columns as wide as their words need, the same in tables of one kind."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from bs4 import Tag

# A table of at most this many rows stays on one page.
SHORT = 10
# From this many columns on, widths are set; narrower tables come out well by themselves.
WIDE = 5
# Characters that fit in the width of a table, and in the space between columns.
LINE, GAP = 128, 2
# Longer words are broken at the end of a line.
LONG_WORD = 11


@dataclass(frozen=True)
class _Column:
    """How many characters a column needs at least, and how much there is to read in it."""

    least: int
    text: float


def set_tables(chapter: Tag) -> None:
    """Set column widths, and mark the tables that stay on one page with the class ``short``.

    Parameters
    ----------
    chapter : bs4.Tag
    """
    kinds: dict[tuple[str, ...], list[Tag]] = defaultdict(list)
    for table in chapter.find_all("table"):
        if len(table.select("tbody tr")) <= SHORT:
            table["class"] = [*table.get("class", []), "short"]
        heads = tuple(cell.get_text(strip=True) for cell in table.select("thead th"))
        if len(heads) >= WIDE:
            kinds[heads].append(table)
    for tables in kinds.values():
        widths = _widths([_column(cells) for cells in _columns(tables)])
        for table in tables:
            for cell, width in zip(table.select("thead th"), widths, strict=True):
                cell["style"] = f"width: {width:.1f}%"
            table["class"] = [*table.get("class", []), "wide"]


def _columns(tables: Iterable[Tag]) -> list[tuple[Tag, ...]]:
    rows = [row.find_all(["th", "td"]) for table in tables for row in table.find_all("tr")]
    return list(zip(*rows, strict=True))


def _column(cells: Iterable[Tag]) -> _Column:
    texts = [cell.get_text(" ", strip=True) for cell in cells]
    # The quadratic mean: a few long cells among empty ones need room as well.
    return _Column(max(map(_least, cells)), fmean(len(text) ** 2 for text in texts) ** 0.5)


def _least(cell: Tag) -> int:
    """Length of the longest piece that is kept on one line."""
    text = cell.get_text(" ", strip=True)
    head = cell.find_parent("thead") is not None
    if not head and "text-right" in cell.get("class", []):
        return len(text)
    # Not `split()`, which parts at spaces that are meant to hold words together.
    longest = max(map(len, text.split(" ")))
    return longest if head or cell.find("code") else min(longest, LONG_WORD)


def _widths(columns: list[_Column]) -> list[float]:
    """Percentages: what each needs, and the rest of the line by how much there is to read."""
    least = [column.least + GAP for column in columns]
    spare = max(0, LINE - sum(least))
    words = sum(column.text for column in columns)
    wanted = [one + spare * column.text / words
              for one, column in zip(least, columns, strict=True)]
    return [100 * one / sum(wanted) for one in wanted]
