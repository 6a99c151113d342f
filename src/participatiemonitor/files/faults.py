"""Faults in the files of a wave: all of a file's faults are reported at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from participatiemonitor.errors import InputError

SHOWN = 50
# Signs of a value and of what was expected that a message shows.
VALUE, EXPECTED = 60, 300


@dataclass(frozen=True)
class Cell:
    """A place in a workbook: row and column as numbers from 1."""

    sheet: str
    row: int
    column: int = 0

    def __str__(self) -> str:
        place = f"blad {_shown(self.sheet)}"
        if self.column:
            return f"{place}, cel {letters(self.column)}{self.row}"
        return f"{place}, rij {self.row}" if self.row else place


def letters(column: int) -> str:
    """The name of a column in a spreadsheet: 1 is A, 27 is AA."""
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong in one place of one file.

    Attributes
    ----------
    file : str
        Name of the file, relative to the wave's folder.
    row : int or str or Cell or None
        Row as a spreadsheet counts it (the header is row 1), the key of an entry, or the cell of
        a workbook.
    column : str or None
        Name of the column or field.
    value : object
        What stands there.
    expected : str
        What should stand there, in Dutch.
    """

    file: str
    row: int | str | Cell | None
    column: str | None
    value: object
    expected: str

    def __str__(self) -> str:
        place = [_shown(self.file)]
        if isinstance(self.row, Cell):
            head = "" if self.column is None else f" ({_shown(self.column)})"
            place.append(f"{self.row}{head}")
        elif self.row is not None:
            place.append(f"rij {_shown(self.row)}")
        if self.column is not None and not isinstance(self.row, Cell):
            place.append(f"kolom {_shown(self.column)}")
        value = repr(_cut(self.value)) if isinstance(self.value, str) else _cut(repr(self.value))
        return f"{', '.join(place)}: {value}; verwacht: {_shown(self.expected, EXPECTED)}"


def _shown(text: object, longest: int = VALUE) -> str:
    """Text on one line in which nothing steers a terminal and nothing is invisible."""
    text = str(text)
    return _cut(text if text.isprintable() else repr(text)[1:-1], longest)


def _cut(text: str, longest: int = VALUE) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


def refuse(faults: Iterable[Fault]) -> None:
    """Raise `InvalidWave` when there are faults."""
    if faults := tuple(faults):
        raise InvalidWave(faults)


class InvalidWave(InputError):
    """The files of a wave hold faults.

    Parameters
    ----------
    faults : iterable of Fault
        All that was found; the message shows the first fifty.

    Attributes
    ----------
    faults : tuple of Fault
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        head = "1 fout in de gegevens" if count == 1 else f"{count} fouten in de gegevens"
        lines = [f"  {fault}" for fault in self.faults[:SHOWN]]
        if count > SHOWN:
            lines.append(f"  … en nog {count - SHOWN}")
        super().__init__("\n".join([f"{head}:", *lines, "Herstel ze en probeer het opnieuw."]))


def invalid_file(file: str, value: object, expected: str, row: int | None = None) -> InvalidWave:
    """The error of a file that is as a whole not what it should be, or ends at a row.

    Parameters
    ----------
    file : str
    value : object
        What it is, or what stands in it.
    expected : str
    row : int, optional

    Returns
    -------
    InvalidWave
    """
    return InvalidWave([Fault(file, row, None, value, expected)])
