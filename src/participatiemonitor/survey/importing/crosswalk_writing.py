"""The crosswalk as a workbook in which an analyst decides, and as csv for programs."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from participatiemonitor.files.replacing import replace_bytes
from participatiemonitor.files.tables import write_rows
from participatiemonitor.sheet_colours import COLOURS
from participatiemonitor.sheet_rows import row_height
from participatiemonitor.survey.importing.crosswalk import (
    COLUMNS,
    DECISIONS,
    MISSING,
    Row,
    cells_of,
)
from participatiemonitor.survey.importing.guidance import GUIDANCE
from participatiemonitor.survey.importing.targets import Target

SHEET, TARGETS, VALUES, ABOUT = "Crosswalk", "Doelen", "Waarden", "Uitleg"
_WIDTHS = (16, 20, 40, 10, 24, 26, 40, 10, 22, 11, 14, 46, 12)
# What the analyst fills in, and the text of which Excel should make no number or date.
_FILLED = ("var_name_target", "val_label_target", "besluit")
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}


def write_crosswalk(stem: Path, rows: Sequence[Row], targets: Mapping[str, Target]
                    ) -> tuple[Path, Path]:
    """Write a crosswalk beside other files, in the place of none.

    Parameters
    ----------
    stem : pathlib.Path
        The name without a suffix; a number follows it where other files have that name.
    rows : sequence of Row
    targets : mapping of str to Target

    Returns
    -------
    tuple of pathlib.Path
        The workbook and the csv file.
    """
    number, workbook = 1, stem.with_name(f"{stem.name}.xlsx")
    while workbook.exists() or workbook.with_suffix(".csv").exists():
        number += 1
        workbook = stem.with_name(f"{stem.name}-{number}.xlsx")
    table = [cells_of(row, targets) for row in rows]
    replace_bytes(workbook, _workbook(table, targets))
    write_rows(workbook.with_suffix(".csv"), COLUMNS, table)
    return workbook, workbook.with_suffix(".csv")


def _workbook(table: Sequence[Sequence[str]], targets: Mapping[str, Target]) -> bytes:
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        styles = {
            "head": book.add_format({"bold": True, "bg_color": COLOURS["head"], "text_wrap": True,
                                     "valign": "top"}),
            "text": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            "filled": book.add_format({"num_format": "@", "text_wrap": True, "valign": "top",
                                       "left": 1, "right": 1, "border_color": COLOURS["head"]}),
            "open": book.add_format({"bg_color": COLOURS["open"]}),
            "probable": book.add_format({"bg_color": COLOURS["review"]}),
            "dropped": book.add_format({"font_color": COLOURS["left_out"]}),
        }
        sheet = book.add_worksheet(SHEET)
        _write(sheet, COLUMNS, _WIDTHS, table, styles)
        if table:
            _help(sheet, len(table), len(targets), styles)
        _write(book.add_worksheet(TARGETS), ("doel", "soort", "wat er is gevraagd"), (32, 14, 100),
               [(name, target.kind, target.label) for name, target in targets.items()], styles)
        _write(book.add_worksheet(VALUES), ("doel", "waarde", "betekenis"), (32, 26, 80),
               list(_values(targets)), styles)
        _write(book.add_worksheet(ABOUT), ("onderdeel", "uitleg"), (24, 110), GUIDANCE, styles)
    return stream.getvalue()


def _write(sheet: Any, head: Sequence[str], widths: Sequence[int],
           table: Sequence[Sequence[str]], styles: Mapping[str, Any]) -> None:
    """A table of text: a head that stays in sight, and a filter."""
    for place, (name, width) in enumerate(zip(head, widths, strict=True)):
        sheet.set_column(place, place, width)
        sheet.write_string(0, place, name, styles["head"])
    for number, cells in enumerate(table, start=1):
        sheet.set_row(number, row_height(cells, widths))
        for name, (place, cell) in zip(head, enumerate(cells), strict=True):
            style = styles["filled" if name in _FILLED and head == COLUMNS else "text"]
            if cell:
                sheet.write_string(number, place, cell, style)
            else:
                sheet.write_blank(number, place, None, style)
    sheet.freeze_panes(1, 0)
    if table:
        sheet.autofilter(0, 0, len(table), len(head) - 1)


def _help(sheet: Any, rows: int, targets: int, styles: Mapping[str, Any]) -> None:
    """Lists to choose from, and a colour for what waits for a decision."""
    sheet.freeze_panes(1, 2)
    place = {name: COLUMNS.index(name) for name in COLUMNS}
    target, value, decision = (place[name] for name in _FILLED)
    sheet.data_validation(1, target, rows, target, {
        "validate": "list", "source": f"={TARGETS}!$A$2:$A${targets + 1}",
        "error_title": "Geen doel", "error_message": "Kies een doel uit de lijst, of laat leeg."})
    letter = chr(ord("A") + target)
    sheet.data_validation(1, value, rows, value, {
        "validate": "list", "show_error": False,
        "source": f"=OFFSET({VALUES}!$B$1,MATCH(${letter}2,{VALUES}!$A:$A,0)-1,0,"
                  f"COUNTIF({VALUES}!$A:$A,${letter}2),1)"})
    sheet.data_validation(1, decision, rows, decision, {
        "validate": "list", "source": list(DECISIONS), "error_title": "Geen besluit",
        "error_message": "Kies ja, weg of maal 100, of laat leeg."})
    sure, decided = (chr(ord("A") + place[name]) for name in ("zekerheid", "besluit"))
    for condition, style in ((f'AND(${sure}2="open",${decided}2="")', "open"),
                             (f'AND(${sure}2="waarschijnlijk",${decided}2="")', "probable"),
                             (f'OR(${decided}2="weg",AND(${sure}2="zeker",${letter}2=""))',
                              "dropped")):
        sheet.conditional_format(1, 0, rows, len(COLUMNS) - 1, {
            "type": "formula", "criteria": f"={condition}", "format": styles[style]})


def _values(targets: Mapping[str, Target]) -> Iterable[tuple[str, str, str]]:
    """What can be chosen at each target."""
    for name, target in targets.items():
        for choice in target.choices:
            yield name, choice.id, choice.label
        yield name, MISSING, "geen antwoord"
