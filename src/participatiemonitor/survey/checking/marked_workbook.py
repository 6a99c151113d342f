"""The csv files of a round as a workbook in which the cells with findings are marked."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Mapping, Sequence

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from participatiemonitor.files.faults import Fault
from participatiemonitor.files.signs import forbidden_sign
from participatiemonitor.sheet_colours import COLOURS
from participatiemonitor.sheet_rows import row_height
from participatiemonitor.survey.checking.inspection import Inspection
from participatiemonitor.survey.checking.reading import Records
from participatiemonitor.survey.checking.report import COLUMNS, groups, table

FINDINGS = "Bevindingen"
# What a sheet and a cell can hold.
ROWS, WIDE, LONGEST = 1_048_576, 16_384, 32_000
# Comments on the cells of one group: a sheet full of them opens slowly, and says the same.
COMMENTS = 25
# Text is text: XlsxWriter would make formulas, links and numbers of what looks like one.
_OPTIONS = {"in_memory": True, "constant_memory": True, "strings_to_formulas": False,
            "strings_to_urls": False, "strings_to_numbers": False}
_LOOKS = {"fout": {"bg_color": COLOURS["fault"], "bold": True},
          "waarschuwing": {"bg_color": COLOURS["warning"]}}
_WIDTHS = (14, 22, 48, 8, 18, 40, 8, 30, 30, 60)
_LEGEND = ("Vet op rood is een fout, geel een waarschuwing; de opmerking zegt wat er werd "
           "verwacht. Wat over een hele kolom gaat, staat bij de kop. Van wat vaker voorkomt, "
           f"hebben de eerste {COMMENTS} cellen een opmerking.")
# The same bytes for the same findings.
_CREATED = dt.datetime(2000, 1, 1)
# Marks of a cell: what was found there, and what its comment says.
Marks = Mapping[tuple[int, int], tuple[str, str]]


def marked_workbook(inspection: Inspection) -> bytes:
    """Write what was found, and each csv file with its cells marked.

    Parameters
    ----------
    inspection : Inspection

    Returns
    -------
    bytes
        An ``.xlsx`` file in which every cell of a csv file is text.
    """
    stream = io.BytesIO()
    with Workbook(stream, dict(_OPTIONS)) as book:
        book.set_properties({"title": FINDINGS, "created": _CREATED})
        looks = {name: book.add_format(look) for name, look in _LOOKS.items()}
        _write_findings(book, inspection)
        for file, records in inspection.records.items():
            _write_sheet(book.add_worksheet(file.removesuffix(".csv")), records,
                         _marks(file, records, inspection), looks)
    return stream.getvalue()


def _write_findings(book: Workbook, inspection: Inspection) -> None:
    sheet = book.add_worksheet(FINDINGS)
    heads = book.add_format({"bold": True, "bottom": 1})
    lines = book.add_format({"text_wrap": True, "valign": "top"})
    rows = table(inspection)
    for place, width in enumerate(_WIDTHS):
        sheet.set_column(place, place, width, lines)
    sheet.write_string(0, 0, _LEGEND if rows else "Er is niets gevonden.",
                       book.add_format({"italic": True}))
    sheet.write_row(2, 0, COLUMNS, heads)
    for number, row in enumerate(rows, start=3):
        sheet.set_row(number, row_height([str(cell) for cell in row], _WIDTHS))
        for place, cell in enumerate(row):
            if isinstance(cell, int):
                sheet.write_number(number, place, cell, lines)
            elif cell:
                sheet.write_string(number, place, _text(cell), lines)
    sheet.freeze_panes(3, 0)
    sheet.autofilter(2, 0, 2 + max(len(rows), 1), len(COLUMNS) - 1)


def _marks(file: str, records: Records, inspection: Inspection) -> Marks:
    """The cells of a file with findings: the gravest one, and what a comment says."""
    places = {column.strip(): place for place, column in reversed([*enumerate(records[0])])}
    marks: dict[tuple[int, int], tuple[str, str]] = {}
    for group in groups(inspection):
        for number, fault in enumerate(group.faults):
            row = 1 if fault.row is None else fault.row
            if fault.file != file or not isinstance(row, int):
                continue
            cell = row - 1, places.get(str(fault.column), 0)
            severity, text = marks.get(cell, (fault.severity, ""))
            if number < COMMENTS:
                text += f"{_comment(fault)}\n"
            marks[cell] = ("fout" if "fout" in (severity, fault.severity) else severity), text
    return marks


def _comment(fault: Fault) -> str:
    value = f"{fault.value}: " if fault.row is None and fault.value != "" else ""
    return f"{fault.severity.capitalize()} ({fault.kind}). {value}verwacht: {fault.expected}"


def _write_sheet(sheet: Worksheet, records: Sequence[Sequence[str]], marks: Marks,
                 looks: Mapping[str, Format]) -> None:
    """Write the cells of a file as they stand, row by row."""
    comments: list[tuple[int, int, str]] = []
    marked: dict[int, set[int]] = {}
    for row, column in marks:
        marked.setdefault(row, set()).add(column)
    for row, record in enumerate(records[:ROWS]):
        here = marked.get(row, ())
        for column, cell in enumerate(record[:WIDE]):
            look = looks[marks[row, column][0]] if column in here else None
            if cell:
                sheet.write_string(row, column, _text(cell), look)
            elif look:
                sheet.write_blank(row, column, None, look)
        comments += [(row, column, marks[row, column][1]) for column in sorted(here)
                     if marks[row, column][1]]
    for row, column, text in comments:
        sheet.write_comment(row, column, _text(text.strip()), {"x_scale": 2, "y_scale": 1.5})
    sheet.freeze_panes(1, 1)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _text(text: str) -> str:
    """Text that a cell can hold, with signs that steer written out; nothing in it is markup."""
    if forbidden_sign(text):
        text = "".join(sign if not forbidden_sign(sign) else f"U+{ord(sign):04X}" for sign in text)
    text = f" {text}" if text.startswith("<r>") else text
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
