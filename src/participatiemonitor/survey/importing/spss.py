"""An SPSS file: ``.sav``, packed or not, with its labels and its user-missing values."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pyreadstat

from participatiemonitor.files.faults import invalid_file
from participatiemonitor.files.signs import joined
from participatiemonitor.survey.importing.as_text import moment, number
from participatiemonitor.survey.importing.limits import refuse_too_much
from participatiemonitor.survey.importing.received import Missing, Received, Variable

# SPSS counts seconds from the first day of the Gregorian calendar.
_ORIGIN = dt.datetime(1582, 10, 14)
_MOMENTS = re.compile("(A|E|J|S)?DATE[0-9]|DATETIME|YMDHMS|MOYR|QYR|WKYR")
_SPANS = re.compile("D?TIME[0-9]|MTIME")
# Bytes of the longest text that SPSS has a type for.
_WIDEST = 32_767
_BROKEN = "een heel SPSS-bestand (.sav of .zsav); vraag het opnieuw op, of bewaar het als csv"
Text = Callable[[Any], str]


def read_spss(path: Path) -> Received:
    """Read an SPSS file.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Received
    """
    _, head = _read(path, metadataonly=True)
    if any(width > _WIDEST for width in head.variable_storage_width.values()):
        raise invalid_file(path.name, "een SPSS-bestand dat niet is te lezen", _BROKEN)
    refuse_too_much(path.name, head.number_columns, head.number_rows or 0)
    columns, meta = _read(path)
    encoding = meta.file_encoding
    if encoding != "UTF-8" and _is_utf8(columns.values(), encoding):
        # Nothing in the file said so, and Windows-1252 is what the reader then takes it for.
        encoding = "UTF-8"
        columns, meta = _read(path, encoding=encoding)
    variables = tuple(_variable(name, label, columns[name], meta)
                      for name, label in zip(meta.column_names, meta.column_labels, strict=True))
    rows = len(variables[0].cells) if variables else 0
    told = encoding.replace("WINDOWS", "Windows")
    return Received(path, "SPSS", variables, rows, 1, (f"tekens: {told}",))


def _read(path: Path, **settings: Any) -> tuple[Mapping[str, Any], Any]:
    try:
        return pyreadstat.read_sav(path, user_missing=True, output_format="dict",
                                   disable_datetime_conversion=True, **settings)
    except MemoryError:
        raise
    except Exception as error:  # its own errors, and those of what it makes of a broken file
        if "encoding" in str(error) or isinstance(error, UnicodeError):
            raise invalid_file(path.name, "tekst in andere tekens dan het bestand zegt",
                               "een bestand waarvan de tekens kloppen; bewaar het in SPSS opnieuw, "
                               "als Unicode") from None
        raise invalid_file(path.name, "een SPSS-bestand dat niet is te lezen", _BROKEN) from None


def _is_utf8(columns: Iterable[Any], encoding: str) -> bool:
    """Whether all texts beyond ASCII are UTF-8 that was read as something else."""
    foreign = [cell for column in columns for cell in column
               if isinstance(cell, str) and not cell.isascii()]
    try:
        return bool(foreign) and all(cell.encode(encoding).decode("utf-8") for cell in foreign)
    except (UnicodeError, LookupError):
        return False


def _variable(name: str, label: str | None, column: Iterable[Any], meta: Any) -> Variable:
    text = _form(meta.original_variable_types.get(name) or "")
    known: dict[Any, str] = {}
    cells = tuple(known[cell] if cell in known else known.setdefault(cell, text(cell))
                  for cell in column)
    values = meta.variable_value_labels.get(name, {})
    ranges = meta.missing_ranges.get(name, ())
    return Variable(name, joined(label or ""), cells,
                    {text(value): joined(said) for value, said in values.items()},
                    tuple(Missing(text(ends["lo"]), text(ends["hi"])) for ends in ranges))


def _form(format_: str) -> Text:
    """How cells of a format of SPSS are written: numbers, moments, spans of time, or text."""
    def written(cell: Any) -> str:
        if cell is None:
            return ""
        if isinstance(cell, str):
            return cell.rstrip()
        try:
            if _MOMENTS.match(format_):
                return moment(_ORIGIN + dt.timedelta(seconds=round(cell)))
            if _SPANS.match(format_):
                return moment(dt.timedelta(seconds=round(cell)))
        except (OverflowError, ValueError):
            pass  # no moment of any calendar: the number itself
        return number(cell)

    return written
