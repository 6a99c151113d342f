"""A sheet or text file as a table: a row of names, and a row of cells for each respondent."""

from __future__ import annotations

from collections.abc import Sequence

from openpyxl.utils import get_column_letter

from participatiemonitor.files.faults import Fault, invalid_file, refuse
from participatiemonitor.plain_text import one_line
from participatiemonitor.survey.importing.limits import refuse_too_much
from participatiemonitor.survey.importing.received import Variable

Rows = Sequence[Sequence[str]]


def variables_of(name: str, rows: Rows, header: int) -> tuple[Variable, ...]:
    """The columns of a table as variables.

    Parameters
    ----------
    name : str
        Of the file, and the sheet in it.
    rows : sequence of sequences of str
        The names first. What is empty at the right and at the bottom is no part of the table.
    header : int
        Number of the row that holds the names.

    Returns
    -------
    tuple of Variable

    Raises
    ------
    InvalidWave
        Where rows are empty or hold more or fewer cells than there are names, or a column with
        answers has no name.
    """
    rows = [_trimmed(row) for row in rows]
    while rows and not rows[-1]:
        rows = rows[:-1]
    if not rows:
        raise invalid_file(name, "", "een kopregel met de namen van de vragen")
    width = max(map(len, rows))
    refuse_too_much(name, width, len(rows) - 1)
    names = [one_line(cell) for cell in rows[0]] + [""] * (width - len(rows[0]))
    columns = [tuple(row[place] if place < len(row) else "" for row in rows[1:])
               for place in range(width)]
    empty = [number for number, row in enumerate(rows[1:], start=header + 1) if not row]
    if empty:
        raise invalid_file(name, f"lege rijen: {len(empty)}",
                           "rijen zonder gaten ertussen; haal lege rijen weg", empty[0])
    refuse(Fault(name, header, get_column_letter(place + 1), "",
                 "de naam van deze kolom, want er staan antwoorden in")
           for place, column in enumerate(columns) if not names[place] and any(column))
    return tuple(Variable(names[place], "", column, {}, ())
                 for place, column in enumerate(columns) if names[place])


def _trimmed(row: Sequence[str]) -> Sequence[str]:
    """A row without the empty cells at its end."""
    length = len(row)
    while length and not row[length - 1]:
        length -= 1
    return row[:length]
