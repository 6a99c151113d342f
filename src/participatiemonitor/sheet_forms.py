"""What workbooks that people fill in have in common: their looks, the sheet that explains them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from participatiemonitor.sheet_colours import COLOURS
from participatiemonitor.sheet_rows import row_height

STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16}, "text": {"text_wrap": True, "valign": "top"},
    "label": {"bold": True, "valign": "top"},
    "head": {"bold": True, "bg_color": COLOURS["head"], "border": 1, "valign": "top"},
    "example": {"italic": True, "font_color": COLOURS["left_out"], "valign": "top"},
    "open": {"bg_color": COLOURS["open"]}, "review": {"bg_color": COLOURS["review"]}}
# Signs on a line of the explanation.
_EXPLAINED = 110
# Text is text: XlsxWriter would make formulas, links and numbers of what looks like one.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}
# A format of the workbook by the name of a style, and of how numbers are shown.
Style = Callable[..., Any]


def form_workbook(title: str, write: Callable[[Any, Style], None]) -> bytes:
    """Make a workbook that people fill in.

    Parameters
    ----------
    title : str
    write : callable
        Adds its sheets, given the workbook of XlsxWriter and its formats.

    Returns
    -------
    bytes
        An ``.xlsx`` file, the same bytes for the same sheets.
    """
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, dict(_OPTIONS))
    book.set_properties({"title": title, "created": dt.datetime(2000, 1, 1)})
    write(book, cache(lambda name, shown="": book.add_format(
        STYLES.get(name, {}) | ({"num_format": shown} if shown else {}))))
    book.close()
    return stream.getvalue()


def write_explanation(sheet: Any, title: str, lines: Iterable[str], style: Style) -> None:
    """Write a title and lines below each other, each as high as its text."""
    sheet.set_column(0, 0, _EXPLAINED, style("text"))
    sheet.write_string(0, 0, title, style("title"))
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, line, style("text"))
        sheet.set_row(row, row_height([line], [_EXPLAINED]))


def write_choices(sheet: Any, area: tuple[int, int, int, int], words: Iterable[str]) -> None:
    """A list to pick from, for words that are few; nothing else is taken."""
    listed = list(words)
    sheet.data_validation(*area, {
        "validate": "list", "source": listed, "error_title": "Kies uit de lijst",
        "error_message": f"Een van: {', '.join(listed)}"})


def colour_open(sheet: Any, area: tuple[int, int, int, int], end: str, style: Style) -> None:
    """Colour what is still empty in a row that was begun.

    Parameters
    ----------
    sheet : xlsxwriter.worksheet.Worksheet
    area : tuple of int
        Its first row and column and its last: of one column.
    end : str
        The letter of the last column of the table.
    style : callable
    """
    from xlsxwriter.utility import xl_col_to_name

    row, place = area[0] + 1, xl_col_to_name(area[1])
    sheet.conditional_format(*area, {
        "type": "formula", "format": style("open"),
        "criteria": f"=AND(COUNTA($A{row}:${end}{row})>0,ISBLANK({place}{row}))"})
