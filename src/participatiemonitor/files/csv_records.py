"""Plain csv files as records of text, as they stand: commas between cells, and nothing else."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection
from pathlib import Path

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.files.text_files import read_text

# Bytes: a hundred times the answers of 2011.
LARGEST = 10_000_000
# What programs put between cells in place of a comma, as messages call it.
_OTHER_DELIMITERS = {";": "puntkomma's", "\t": "tabs", "|": "streepjes (|)"}


def read_records(path: Path, columns: Collection[str]) -> list[list[str]]:
    """The records of a csv file as they stand, the header among them.

    Parameters
    ----------
    path : pathlib.Path
    columns : collection of str
        Columns that it may have, by which another delimiter is recognised.

    Returns
    -------
    list of list of str
        An empty line is an empty record.

    Raises
    ------
    InvalidWave
        When it cannot be read as text, has another delimiter, or quotes that do not end.
    """
    text = read_text(path, LARGEST)
    _refuse_other_delimiter(path.name, text, columns)
    return _records(path.name, text)


def _refuse_other_delimiter(name: str, text: str, columns: Collection[str]) -> None:
    """See that it is commas that stand between the known columns of a header."""
    header = re.split("[\r\n]", text.lstrip("\ufeff"), maxsplit=1)[0]

    def known(delimiter: str) -> int:
        return sum(cell.strip(' "') in columns for cell in header.split(delimiter))

    for delimiter, called in _OTHER_DELIMITERS.items():
        if known(delimiter) > max(1, known(",")):
            raise InvalidWave([Fault(
                name, 1, None, header, f"komma's tussen de cellen en een decimale punt; hier staan "
                f"{called}, wat Excel en andere programma's soms schrijven. Bewaar het bestand als "
                "csv met komma's, of breng de export in met monitor wave new", "scheidingsteken")])


def _records(name: str, text: str) -> list[list[str]]:
    lines = text.splitlines()
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        return list(reader)
    except csv.Error as error:
        expected = ("een cel van ten hoogste 131072 tekens" if "limit" in str(error) else
                    "cellen met een komma ertussen; aanhalingstekens om een hele cel, en "
                    "daarbinnen dubbel")
        shown = lines[reader.line_num - 1] if reader.line_num <= len(lines) else ""
        raise InvalidWave([Fault(name, reader.line_num, None, shown, expected, "aanhalingsteken")
                           ]) from None
