"""Tables as the sheets of a workbook: values only, from the row with names of columns on."""

from __future__ import annotations

import datetime as dt
import io
import warnings
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from participatiemonitor.files.faults import Cell, Fault, InvalidWave, invalid_file
from participatiemonitor.files.signs import LONGEST
from participatiemonitor.files.tables import sign_fault
from participatiemonitor.studies.forms.form import ABOUT, Form, Table
from participatiemonitor.studies.forms.given import Given, columns_of, head_faults, named
from participatiemonitor.survey.workbooks import (
    CELLS,
    VALUES,
    WORKBOOK,
    merged_faults,
    workbook_bytes,
)

# Rows among which the names of columns must stand.
_TOP = 20
# A row: its number, and what its filled cells hold by column from 1.
Row = tuple[int, dict[int, str]]


def read_workbook(path: Path, form: Form) -> tuple[dict[str, Given], list[Fault]]:
    """Read the tables in a workbook.

    Parameters
    ----------
    path : pathlib.Path
    form : Form

    Returns
    -------
    tables : dict of str to Given
        Those of which there is a sheet, by name.
    faults : list of Fault
        Of their form: unknown and hidden sheets, formulas, errors, merged cells, names of columns.

    Raises
    ------
    InvalidWave
        When it is no workbook, or too large a one.
    """
    content = workbook_bytes(path)
    try:
        return _read(path.name, content, form)
    except InvalidWave:
        raise
    # What a broken workbook makes openpyxl raise is whatever its parts make Python raise.
    except Exception:
        raise invalid_file(path.name, "een bestand dat niet als werkmap is te lezen",
                           WORKBOOK) from None


def _read(file: str, content: bytes, form: Form) -> tuple[dict[str, Given], list[Fault]]:
    from openpyxl import load_workbook

    names = {table.name: table for table in form.tables}
    tables: dict[str, Given] = {}
    faults: list[Fault] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what openpyxl does not know, is of no use here either
        book = load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
        archive = zipfile.ZipFile(io.BytesIO(content))
        for sheet in book.worksheets:
            title = sheet.title.strip().casefold()
            if sheet.sheet_state != "visible":
                faults.append(Fault(file, Cell(sheet.title, 0), None, "een verborgen blad",
                                    "alleen zichtbare bladen; maak het zichtbaar of haal het weg"))
            elif title not in names:
                if title != ABOUT:
                    faults.append(Fault(file, Cell(sheet.title, 0), None, sheet.title,
                                        f"een van de bladen {', '.join((ABOUT, *names))}"))
            elif title in tables:
                faults.append(Fault(file, Cell(sheet.title, 0), None, sheet.title,
                                    "elk blad één keer"))
            else:
                sheet.reset_dimensions()  # what it says of its size need not be true
                faults += merged_faults(file, sheet.title, archive.read(sheet._worksheet_path))
                tables[title] = _table(file, sheet, names[title], faults)
    return tables, faults


def _table(file: str, sheet: Any, table: Table, faults: list[Fault]) -> Given:
    bad: dict[tuple[int, int], Fault] = {}
    rows = list(_rows(file, sheet, bad))
    known = {named(column.name) for column in table.columns}

    def names_in(row: Row) -> int:
        return len({named(cell) for cell in row[1].values()} & known)

    head = max((row for row in rows if row[0] <= _TOP), key=names_in, default=(1, {}))
    if not names_in(head):
        given = Given(file, sheet.title, np.empty(0, dtype=np.intp), 1, {}, {})
        wanted = ", ".join(column.name for column in table.columns)
        # A sheet that nothing was done with is one that is not there.
        if rows or table.needed:
            faults.append(given.head_fault(None, "", f"een rij met de kolomnamen {wanted}"))
        return given
    body = [row for row in rows if row[0] > head[0]]
    used = sorted(set(head[1]).union(*(row[1] for row in body)))
    names = columns_of(table, [head[1].get(column, "") for column in used])
    cells = {name: np.array([row[1].get(column, "") for row in body], dtype=object)
             for name, column in zip(names, used, strict=True)}
    places = dict(zip(names, used, strict=True))
    index = {row[0]: place for place, row in enumerate(body)}
    named_as = {column: name for name, column in places.items()}
    unread = frozenset((index[row], named_as[column]) for row, column in bad
                       if row in index and column in named_as)
    given = Given(file, sheet.title, np.array([row[0] for row in body], dtype=np.intp), head[0],
                  cells, places, unread)
    # What stands above the names is explanation.
    faults += [*head_faults(table, given, names),
               *(fault for (row, _), fault in bad.items() if row >= head[0])]
    return given


def _rows(file: str, sheet: Any, bad: dict[tuple[int, int], Fault]) -> Iterator[Row]:
    seen = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if (seen := seen + len(row)) > CELLS:
            raise InvalidWave([Fault(file, Cell(sheet.title, number), None,
                                     f"meer dan {CELLS} cellen", "een blad zonder opmaak ver "
                                     "buiten wat is ingevuld; een groter bestand als csv")])
        cells = {}
        for column, cell in enumerate(row, start=1):
            if cell.value is None or (isinstance(cell.value, str) and not cell.value.strip()):
                continue
            text, expected = _text(cell)
            if expected:
                bad[number, column] = Fault(file, Cell(sheet.title, number, column), None, text,
                                            expected)
            cells[column] = text
        if cells:
            yield number, cells


def _text(cell: Any) -> tuple[str, str]:
    """What a cell holds as text, and what it should have held if that is wrong."""
    from openpyxl.utils.escape import unescape

    value = cell.value
    if cell.data_type in ("f", "e"):
        return str(getattr(value, "text", value)), VALUES
    if isinstance(value, str):
        text = unescape(value)
        sign, expected = sign_fault(text, multiline=True) or ("", "")
        if not expected and len(text) > LONGEST:
            return text, f"ten hoogste {LONGEST} tekens"
        return (sign, expected) if expected else (text, "")
    if isinstance(value, bool):
        return ("ja" if value else "nee"), ""
    if isinstance(value, int | float):
        percent = "%" in (cell.number_format or "")
        number = f"{value * 100 if percent else value:.15g}"
        # Large and small numbers are none that anybody fills in; their kind will refuse them.
        return number.replace(".", ",") + "%" * percent, ""
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat(), ""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat(), ""
    return str(value), "tekst, een getal of een datum; geen tijd"
