"""A workbook of sheets laid out for gptables, with its properties, cover and contents."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gptables import GPTable, GPWorkbook

from participatiemonitor.plain_text import spreadsheet

COVER, CONTENTS = "Voorblad", "Inhoud"
COVER_WIDTH = 90
# What a line of the cover is.
TITLE, HEADING, TEXT = "title", "heading", "text"
ONE_TABLE = "Dit werkblad bevat één tabel."
# Text is text: XlsxWriter would make formulas, links and numbers of what looks like one.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}


@dataclass(frozen=True)
class Properties:
    """What a file tells of itself: its title, its source, and a day that is not today.

    The same answers make the same file.
    """

    title: str
    source: str
    day: dt.date


def write_book(stream: io.BytesIO, told: Properties, sheets: Mapping[str, GPTable],
               cover: Iterable[tuple[str, str]] | None = None) -> None:
    """Write a workbook; one with a cover has that and contents before its sheets.

    Parameters
    ----------
    stream : io.BytesIO
    told : Properties
    sheets : mapping of str to gptables.GPTable
        By the name of the sheet.
    cover : iterable of (str, str), optional
        Lines: what each is, and its words.
    """
    book = GPWorkbook(stream, options=dict(_OPTIONS))
    book.set_properties({
        "title": told.title, "comments": told.source,
        "created": dt.datetime.combine(told.day, dt.time()),
    })
    if cover is not None:
        _write_cover(book, cover)
        contents = book.make_table_of_contents(
            sheets, column_names=["Werkblad", "Wat erin staat"], table_name="inhoud",
            title=CONTENTS, instructions=f"{ONE_TABLE} De namen zijn koppelingen.")
        sheets = {CONTENTS: contents, **sheets}
    for label, sheet in sheets.items():
        book.add_worksheet(label).write_gptable(sheet, auto_width=True)
    book.close()


def _write_cover(book: GPWorkbook, lines: Iterable[tuple[str, str]]) -> None:
    """Write the cover ourselves: that of gptables has English headings."""
    sheet, theme = book.add_worksheet(COVER), book.theme
    sheet.set_column(0, 0, COVER_WIDTH)
    styles = {TITLE: theme.cover_title_format, HEADING: theme.cover_subtitle_format,
              TEXT: theme.cover_text_format}
    for row, (kind, line) in enumerate(lines):
        sheet.write(row, 0, spreadsheet(line), book.add_format(styles[kind]))
