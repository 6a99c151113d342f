"""What is drawn of a table of a document: its bars, and what they say in words."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass

from participatiemonitor import dutch
from participatiemonitor.documents.printed.cells import EMPTY, TEXT
from participatiemonitor.documents.printed.tables import PrintedTable
from participatiemonitor.presentation.documents.cells import SIGN, cell_text, cell_words
from participatiemonitor.presentation.documents.checked import CheckedDocuments, Instead

# A total of all parts, in percent.
_WHOLE = 100.0
# A share without a sign, or a range of shares.
_BARE = re.compile(r"[\d.,]+(?:\s*[-–]\s*[\d.,]+)?")


@dataclass(frozen=True)
class Bar:
    """A printed number, and what follows from others where that is something else.

    Attributes
    ----------
    column : str
        What it counts.
    length : float or None
        To the middle of a printed range; None of what is no number.
    text, words : str
        As printed, and for who does not see it.
    instead : tuple of Instead
    """

    column: str
    length: float | None
    text: str
    words: str
    instead: tuple[Instead, ...]

    @property
    def label(self) -> str:
        """At the end of the bar: *60% ≠ 55%*."""
        return f"{self.text} {SIGN} {self._others}" if self.instead else self.text

    @property
    def spoken(self) -> str:
        """The same in a sentence."""
        return f"{self.words} (nagerekend {self._others})" if self.instead else self.words

    @property
    def dots(self) -> list[float]:
        """The numbers that follow from others."""
        return [one.value for one in self.instead if one.value is not None]

    @property
    def _others(self) -> str:
        return "; ".join(one.text for one in self.instead)


@dataclass(frozen=True)
class Picture:
    """A figure of a table.

    Attributes
    ----------
    name : str
        Of its files.
    title : str
        What it shows, a finding.
    source : str
        Where the table stands.
    unit : str
    rows : tuple of (str, tuple of Bar)
        From the top down.
    """

    name: str
    title: str
    source: str
    unit: str
    rows: tuple[tuple[str, tuple[Bar, ...]], ...]

    @property
    def marked(self) -> bool:
        """Whether a number in it does not follow from others."""
        return any(bar.dots for _, bars in self.rows for bar in bars)

    def describe(self) -> str:
        """What it shows, from its numbers, for who does not see it."""
        lines = []
        for name, bars in self.rows:
            said = ", ".join(f"{bar.column} {bar.spoken}" if len(bars) > 1 else bar.spoken
                             for bar in bars)
            lines.append(f"{name}: {said}")
        return f"Liggende staven. {self.title}. {'; '.join(lines)}."


def picture(checked: CheckedDocuments, document: str, table: str) -> Picture | None:
    """What is drawn of a table; None of one of which nothing is.

    Parameters
    ----------
    checked : CheckedDocuments
    document, table : str

    Returns
    -------
    Picture or None
    """
    shown = checked.table(document, table)
    drawn = shown.head.figure
    if drawn is None:
        return None
    unit = shown.head.columns[drawn.columns[0]].unit
    rows = []
    for row, head in shown.head.rows.items():
        cells = [shown.cells[row, column] for column in drawn.columns]
        if all(cell.flag in (EMPTY, TEXT) for cell in cells):
            continue
        # Beside a sum its parts would be small.
        if head.total and (unit != "procent" or {cell.value for cell in cells} == {_WHOLE}):
            continue
        bars = tuple(_bar(checked, f"{document}.{table}", shown, row, column)
                     for column in drawn.columns)
        rows.append((head.total, dutch.capital(head.nl), bars))
    if drawn.order == "size":
        rows.sort(key=lambda one: (one[0], one[2][0].length is None, -(one[2][0].length or 0)))
    return Picture(f"figuur-{document}-{table}", drawn.title, checked.source(document, table),
                   unit, tuple((name, bars) for _, name, bars in rows))


def pictures(checked: CheckedDocuments) -> Iterator[Picture]:
    """All that is drawn of the tables of documents."""
    for name, document in checked.printed.items():
        for table in document.tables:
            if drawn := picture(checked, name, table):
                yield drawn


def _bar(checked: CheckedDocuments, table: str, shown: PrintedTable, row: str, column: str) -> Bar:
    cell, head = shown.cells[row, column], shown.head.columns[column]
    # A table may say in its head what a bar does not.
    sign = "%" if head.unit == "procent" and _BARE.fullmatch(cell.published) else ""
    return Bar(head.nl, _length(shown, row, column), f"{cell_text(cell, head.unit)}{sign}",
               f"{cell_words(cell, head.unit)}{sign}",
               checked.instead.get(f"{table}.{row}.{column}", ()))


def _length(shown: PrintedTable, row: str, column: str) -> float | None:
    cell = shown.cells[row, column]
    if cell.value is not None:
        return cell.value
    ends = shown.limits(row, column)
    if (cell.low, cell.high) == (None, None) or ends is None:
        return None
    return None if math.isinf(ends.high - ends.low) else (ends.low + ends.high) / 2
