"""What of a setup workbook must be completed or looked at, as a list that people work through."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from participatiemonitor.files.faults import letters
from participatiemonitor.survey.setup.entered import ROUND, TABLES
from participatiemonitor.survey.setup.wave_sheets import (
    FORM,
    GROUPS,
    OBSERVED,
    QUESTIONS,
    REGISTER,
    STATUS,
    STRATA,
)
from participatiemonitor.survey.setup.workbook import Contents

_NEEDED = {GROUPS: "één rij per groep", STRATA: "één rij per klasse",
           QUESTIONS: "één rij per vraag", REGISTER.name: "één rij per organisatie die is gevraagd"}


def unfilled(contents: Contents) -> Iterator[str]:
    """The cells that must be filled in.

    Parameters
    ----------
    contents : Contents

    Yields
    ------
    str
        A line for each part of the form, or a column with its cells: *Grootteklassen, D2 tot en
        met D5: Organisaties*.
    """
    observed = contents.form.get(STATUS) == OBSERVED
    for row, item in enumerate(FORM, start=2):
        if item.label not in contents.form and (item.needed or (item.awaited and observed)):
            yield f"{ROUND}, B{row}: {item.label}"
    for sheet in TABLES:
        rows = contents.tables[sheet.name]
        if not rows and sheet.name in _NEEDED:
            yield f"{sheet.name}: {_NEEDED[sheet.name]}"
        for place, column in enumerate(sheet.columns, start=1):
            if column.needed and (empty := [
                    position for position, row in enumerate(rows) if column.field not in row]):
                yield f"{sheet.name}, {_cells(place, empty)}: {column.head}"


def reviewed(contents: Contents) -> Iterator[str]:
    """The cells that are filled in and may no longer be true, likewise."""
    positions = sorted(position for sheet, position, _ in contents.review if sheet == ROUND)
    yield from (f"{ROUND}, B{position + 2}: {FORM[position].label}" for position in positions)
    for sheet in TABLES:
        for place, column in enumerate(sheet.columns, start=1):
            marked = sorted(position for name, position, field in contents.review
                            if (name, field) == (sheet.name, column.field))
            if marked:
                yield f"{sheet.name}, {_cells(place, marked)}: {column.head}"


def _cells(place: int, positions: Sequence[int]) -> str:
    """Cells of a column, those that follow each other as a range."""
    runs = [[position for _, position in run] for _, run in groupby(
        enumerate(positions), key=lambda pair: pair[1] - pair[0])]
    column = letters(place)
    return ", ".join(f"{column}{run[0] + 2}" if len(run) == 1 else
                     f"{column}{run[0] + 2} tot en met {column}{run[-1] + 2}" for run in runs)
