"""The workbook of a coder: a sheet a question, a row an answer, a column a theme."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import Any

from participatiemonitor.estimation.coding.answers import Assignment
from participatiemonitor.sheet_colours import COLOURS
from participatiemonitor.sheet_rows import row_height

ABOUT, NUMBER, TEXT, QUOTABLE, MARK = "Uitleg", "Nummer", "Antwoord", "Citeren", "x"
HEADS = (NUMBER, TEXT, QUOTABLE)
# Signs on a line of the explanation, of an answer and of the name of a theme.
_EXPLAINED, _WIDTH, _THEME = 110, 80, 16
# Text is text: XlsxWriter would make formulas, links and numbers of what looks like one.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}
_HOW = (
    "Elk blad bevat één open vraag. Zet een x onder elk thema dat in het antwoord voorkomt; dat "
    "mogen er meer zijn, of geen.",
    "Kies bij Citeren altijd ja of nee. Ja alleen als er niemand in te herkennen is: geen naam, "
    "geen gemeente, geen functie, ook niet aan de woordkeus.",
    "Een antwoord zonder ja of nee geldt als nog niet bekeken. Een vraag die u niet indeelt, laat "
    "u helemaal leeg.",
    "Overleg niet met de andere codeur: de monitor legt beide indelingen naast elkaar. Verander "
    "niets aan de nummers, de antwoorden, de koppen en de bladen.",
)


def coding_workbook(year: int, assigned: Sequence[Assignment]) -> bytes:
    """Write the workbook that a coder fills in; it says nothing of who answered.

    Parameters
    ----------
    year : int
    assigned : sequence of Assignment

    Returns
    -------
    bytes
        An ``.xlsx`` file, the same bytes each time.
    """
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, dict(_OPTIONS))
    book.set_properties({"title": f"Open antwoorden van {year}",
                         "created": dt.datetime(2000, 1, 1)})
    formats = {"title": book.add_format({"bold": True, "font_size": 16}),
               "head": book.add_format({"bold": True, "bg_color": COLOURS["head"], "border": 1,
                                        "text_wrap": True, "valign": "top"}),
               "text": book.add_format({"text_wrap": True, "valign": "top"}),
               "mark": book.add_format({"align": "center", "valign": "top", "num_format": "@"}),
               "open": book.add_format({"bg_color": COLOURS["open"]})}
    _about(book.add_worksheet(ABOUT), year, assigned, formats)
    for one in assigned:
        _question(book.add_worksheet(one.sheet), one, formats)
    book.close()
    return stream.getvalue()


def _about(sheet: Any, year: int, assigned: Sequence[Assignment], formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, _EXPLAINED)
    sheet.write_string(0, 0, f"Open antwoorden van {year} indelen", formats["title"])
    lines = [*_HOW, ""]
    for one in assigned:
        lines += [f"{one.sheet}: {one.question.nl}",
                  f"    thema's: {'; '.join(option.nl for option in one.question.options)}"]
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, line, formats["text"])
        sheet.set_row(row, row_height([line], [_EXPLAINED]))


def _question(sheet: Any, assigned: Assignment, formats: dict[str, Any]) -> None:
    themes = assigned.question.options
    last = len(assigned.texts)
    sheet.freeze_panes(1, 3)
    for place, width in enumerate((8, _WIDTH, 9)):
        sheet.set_column(place, place, width, formats["text"])
    sheet.set_column(3, 2 + len(themes), _THEME, formats["mark"])
    sheet.set_row(0, row_height([theme.nl for theme in themes], [_THEME] * len(themes)))
    for place, head in enumerate((*HEADS, *(theme.nl for theme in themes))):
        sheet.write_string(0, place, head, formats["head"])
    sheet.write_comment(0, 1, assigned.question.nl, {"author": "monitor", "x_scale": 2})
    for row, text in enumerate(assigned.texts, start=1):
        sheet.write_number(row, 0, row, formats["text"])
        sheet.write_string(row, 1, text, formats["text"])
        sheet.set_row(row, row_height([text], [_WIDTH]))
    for first, until, words in ((2, 2, ["ja", "nee"]), (3, 2 + len(themes), [MARK])):
        sheet.data_validation(1, first, last, until, {
            "validate": "list", "source": words, "error_title": "Kies uit de lijst",
            "error_message": f"Alleen {' of '.join(words)}, of niets."})
    sheet.conditional_format(1, 2, last, 2, {"type": "blanks", "format": formats["open"]})
