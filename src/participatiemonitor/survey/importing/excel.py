"""An Excel workbook with answers: one sheet, names in its first row, no formulas or merged cells.

Only values are read. A formula is refused: what it came to when somebody last opened the workbook
is not what the file says.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter
from openpyxl.utils.escape import unescape

from participatiemonitor.files.faults import Fault, InvalidWave, invalid_file, refuse
from participatiemonitor.survey.importing.as_text import moment, number
from participatiemonitor.survey.importing.grid import variables_of
from participatiemonitor.survey.importing.limits import refuse_too_much
from participatiemonitor.survey.importing.packed import open_packed
from participatiemonitor.survey.importing.received import Received

_MERGED = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*?ref="([^"]{1,40})"')
_EXPECTED = {
    "f": ("formules", "waarden; kopieer de cellen en plak ze als waarden"),
    "e": ("foutmeldingen van Excel", "waarden"),
    "d": ("datums tussen andere waarden", "codes of tekst, zoals in de rest van de kolom; Excel "
          "maakt van 1-2 een datum: maak de kolom op als tekst en vul de codes opnieuw in"),
}


def read_excel(path: Path, content: bytes) -> Received:
    """Read an Excel workbook.

    Parameters
    ----------
    path : pathlib.Path
    content : bytes
        What stands in it.

    Returns
    -------
    Received
    """
    packed = open_packed(path.name, content)
    try:
        refuse(_merged(path.name, packed))
        with warnings.catch_warnings(action="ignore"):
            book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            sheets = [found for sheet in book.worksheets
                      if (found := _read_sheet(path.name, sheet)).rows]
    except (InvalidWave, MemoryError):
        raise
    except Exception:  # whatever openpyxl meets in a broken file
        raise invalid_file(path.name, "een ingepakt bestand dat niet als werkmap is te lezen",
                           "een werkmap van Excel (.xlsx); bewaar haar in Excel opnieuw") from None
    if len(sheets) != 1:
        names = ", ".join(sheet.title for sheet in sheets) or "geen"
        raise invalid_file(path.name, f"bladen met inhoud: {names}",
                           "één blad met de antwoorden; haal andere bladen weg")
    [sheet] = sheets
    name = f"{path.name}, blad {sheet.title}"
    refuse(sheet.faults(name))
    variables = variables_of(name, sheet.rows, sheet.first)
    return Received(path, "Excel", variables, len(sheet.rows) - 1, sheet.first + 1,
                    (f"blad: {sheet.title}",))


@dataclass
class _Sheet:
    """What was read of a sheet: its cells as text, and how many are of which type."""

    title: str
    first: int = 0
    rows: list[list[str]] = field(default_factory=list)
    types: Counter[tuple[int, str]] = field(default_factory=Counter)
    examples: dict[tuple[int, str], int] = field(default_factory=dict)

    def faults(self, name: str) -> Iterator[Fault]:
        """What no column may hold: one fault for each, with the row of the first."""
        filled: Counter[int] = Counter()
        for (place, _), count in self.types.items():
            filled[place] += count
        for (place, kind), row in sorted(self.examples.items()):
            count = self.types[place, kind]
            if kind == "d" and count * 2 >= filled[place]:
                continue  # a column of dates
            what, expected = _EXPECTED[kind]
            yield Fault(name, row, get_column_letter(place + 1), f"{what}: {count}", expected)


def _read_sheet(name: str, sheet: Any) -> _Sheet:
    """Read a sheet, whatever it says of its own size."""
    found = _Sheet(sheet.title)
    texts: dict[str, str] = {}
    sheet.reset_dimensions()
    for row_number, row in enumerate(sheet.iter_rows(), start=1):
        texts_of_row = []
        for place, cell in enumerate(row):
            value = cell.value
            if value is None or value == "":
                texts_of_row.append("")
                continue
            text = _text(value)
            texts_of_row.append(texts.setdefault(text, text))
            kind = cell.data_type
            # The names above the columns are no answers, but may be no formulas either.
            if found.rows or kind in "fe":
                found.types[place, kind] += 1
                if kind in _EXPECTED:
                    found.examples.setdefault((place, kind), row_number)
        while texts_of_row and not texts_of_row[-1]:
            texts_of_row.pop()
        if texts_of_row or found.rows:
            found.first = found.first or row_number
            found.rows.append(texts_of_row)
            refuse_too_much(f"{name}, blad {sheet.title}", len(texts_of_row), len(found.rows))
    while found.rows and not found.rows[-1]:
        found.rows.pop()
    return found


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, int | float):
        return number(float(f"{value:.15g}"))  # what Excel itself shows of a number
    if isinstance(value, dt.date | dt.time | dt.timedelta):
        return moment(value)
    return unescape(str(value)).strip()  # Excel writes signs that XML has not as _x000D_


def _merged(name: str, packed: zipfile.ZipFile) -> Iterator[Fault]:
    """Merged cells: of those, only one holds what a reader sees in all."""
    for part in packed.namelist():
        if part.startswith("xl/worksheets/") and (found := _MERGED.findall(packed.read(part))):
            yield Fault(name, None, None, f"samengevoegde cellen: {len(found)}, zoals "
                        f"{found[0].decode('ascii', 'replace')}",
                        "losse cellen; hef het samenvoegen op en vul elke cel")
