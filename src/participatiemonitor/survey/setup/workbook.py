"""The setup workbook as a file: choices to pick from, explanations, and what must be completed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from participatiemonitor.files.faults import letters
from participatiemonitor.sheet_forms import (
    Style,
    colour_open,
    form_workbook,
    write_choices,
    write_explanation,
)
from participatiemonitor.sheet_rows import row_height
from participatiemonitor.survey.setup.entered import ABOUT, FORM_HEADS, ROUND, TABLES
from participatiemonitor.survey.setup.kinds import Choice, Kind
from participatiemonitor.survey.setup.layout import Column, Sheet
from participatiemonitor.survey.setup.wave_content import Written
from participatiemonitor.survey.setup.wave_sheets import FORM, OBSERVED, STATUS

# Rows with choices and colours below the last one that is filled.
SPARE = 300
# Signs on a line of the columns of the form.
_FORM = 34, 60, 90
_AUTHOR = {"author": "monitor", "x_scale": 2.2}


@dataclass(frozen=True)
class Contents:
    """What a setup workbook shows.

    Attributes
    ----------
    title : str
        Of which round, and whether it is filled in.
    form : mapping
        The values of the form, by label.
    tables : mapping of str to list of dict
        The rows of each sheet, by field.
    lines : tuple of str
        What the first sheet says beside how the workbook works.
    review : frozenset of (str, int, str)
        Sheet, position of the row and field of what must be looked at.
    """

    title: str
    form: Mapping[str, object]
    tables: Mapping[str, Written]
    lines: tuple[str, ...] = ()
    review: frozenset[tuple[str, int, str]] = field(default_factory=frozenset)


_HOW = (
    "Deze werkmap beschrijft een peiling voordat er antwoorden zijn: het blad Peiling de ronde als "
    "geheel, het blad Register de organisaties, en de andere bladen de vragenlijst en wat het boek "
    "ervan toont.",
    "Een oranje cel moet nog worden ingevuld; zij wordt wit zodra er iets staat. Een gele cel is "
    "ingevuld vanuit een eerdere peiling: kijk of zij nog klopt.",
    "Achter de kop van elke kolom zit uitleg: wijs de kop aan. Waar maar enkele woorden mogen, "
    "geeft een cel een keuzelijst.",
    "Voeg rijen toe of haal ze weg; laat de namen van bladen en koppen staan. Gebruik geen "
    "formules en voeg geen cellen samen.",
    "Klopt er iets niet, dan noemt de monitor het blad, de cel, wat er staat en wat er hoort te "
    "staan: alles in één keer.",
)


def setup_workbook(contents: Contents) -> bytes:
    """Write a setup workbook.

    Parameters
    ----------
    contents : Contents

    Returns
    -------
    bytes
        An ``.xlsx`` file, the same bytes for the same contents.
    """
    lines = (*_HOW, "", *contents.lines, "", "De bladen:",
             *(f"{one.name}: {one.about}" for one in TABLES))

    def write(book: Any, style: Style) -> None:
        write_explanation(book.add_worksheet(ABOUT), contents.title, lines, style)
        _write_form(book.add_worksheet(ROUND), contents, style)
        for sheet in TABLES:
            _write_table(book.add_worksheet(sheet.name), sheet, contents, style)

    return form_workbook(contents.title, write)


def _write_form(sheet: Any, contents: Contents, style: Style) -> None:
    sheet.freeze_panes(1, 0)
    for column, (head, width) in enumerate(zip(FORM_HEADS, _FORM, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, head, style("head"))
    status = next(row for row, item in enumerate(FORM, start=1) if item.label == STATUS)
    for row, item in enumerate(FORM, start=1):
        sheet.write_string(row, 0, item.label, style("label"))
        sheet.write_string(row, 2, item.about, style("text"))
        sheet.set_row(row, row_height([item.about], _FORM[-1:]))
        review = (ROUND, row - 1, item.label) in contents.review
        _write(sheet, (row, 1), contents.form.get(item.label), item.kind,
               style("review" if review else "", item.kind.number_format))
        _choices(sheet, (row, 1, row, 1), item.kind)
        if item.needed:
            sheet.conditional_format(row, 1, row, 1, {"type": "blanks", "format": style("open")})
        if item.awaited:
            sheet.conditional_format(row, 1, row, 1, {
                "type": "formula", "format": style("open"),
                "criteria": f'=AND(ISBLANK(B{row + 1}),$B${status + 1}="{OBSERVED}")'})


def _write_table(sheet: Any, layout: Sheet, contents: Contents, style: Style) -> None:
    rows = contents.tables[layout.name]
    sheet.freeze_panes(1, 1)
    last = max(len(rows), 1) + SPARE
    end = letters(len(layout.columns))
    for place, column in enumerate(layout.columns):
        sheet.set_column(place, place, column.width,
                         style("", column.kind.number_format))
        sheet.write_string(0, place, column.head, style("head"))
        sheet.write_comment(0, place, f"{column.about}{'' if column.needed else ' Mag leeg zijn.'}",
                            dict(_AUTHOR))
        _choices(sheet, (1, place, last, place), column.kind, column)
        for position, row in enumerate(rows):
            review = (layout.name, position, column.field) in contents.review
            _write(sheet, (position + 1, place), row.get(column.field), column.kind,
                   style("review" if review else "", column.kind.number_format))
        if column.needed:
            colour_open(sheet, (1, place, last, place), end, style)


def _write(sheet: Any, place: tuple[int, int], value: object, kind: Kind, style: Any) -> None:
    """Write a cell of a kind; nothing stays nothing."""
    shown = "" if value is None else kind.write(value)
    if shown == "":
        sheet.write_blank(*place, None, style)
    elif isinstance(shown, str):
        sheet.write_string(*place, shown, style)
    elif isinstance(shown, dt.date):
        sheet.write_datetime(*place, dt.datetime.combine(shown, dt.time()), style)
    else:
        sheet.write_number(*place, shown, style)


def _choices(sheet: Any, area: tuple[int, int, int, int], kind: Kind,
             column: Column | None = None) -> None:
    """A list to pick from, for words that stand for something and for names of another sheet."""
    if isinstance(kind, Choice):
        write_choices(sheet, area, kind.words.values())
    elif column is not None and column.names:
        # Names may be several in a cell: what is not in the list is only asked about.
        sheet.data_validation(*area, {
            "validate": "list", "source": f"='{column.names}'!$A$2:$A$1000",
            "error_type": "information", "error_title": "Geen naam uit de lijst",
            "error_message": f"De namen staan op het blad {column.names}."})
