"""Faults in the files of a wave: all of a file's faults are reported at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from participatiemonitor.errors import InputError

Severity = Literal["fout", "waarschuwing"]
Value = TypeVar("Value")
# Lines that a message shows, and how many faults of a kind in a column are named one by one.
SHOWN, FEW = 50, 3
# Columns of a group that are named.
NAMED = 3
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
    """One thing that is wrong, or that may be, in one place of one file.

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
    kind : str
        A word for faults of this kind, in Dutch.
    severity : {"fout", "waarschuwing"}
        A round with a *fout* is no round; a *waarschuwing* is for somebody to judge.
    """

    file: str
    row: int | str | Cell | None
    column: str | None
    value: object
    expected: str
    kind: str = "waarde"
    severity: Severity = "fout"

    def __str__(self) -> str:
        place = [_shown(self.file)]
        if isinstance(self.row, Cell):
            head = "" if self.column is None else f" ({_shown(self.column)})"
            place.append(f"{self.row}{head}")
        elif self.row is not None:
            place.append(f"rij {_shown(self.row)}")
        if self.column is not None and not isinstance(self.row, Cell):
            place.append(f"kolom {_shown(self.column)}")
        return f"{', '.join(place)}: {self._said()}"

    def _said(self) -> str:
        value = repr(_cut(self.value)) if isinstance(self.value, str) else _cut(repr(self.value))
        return f"{value}; verwacht: {_shown(self.expected, EXPECTED)}"


@dataclass(frozen=True)
class Group:
    """Faults that are one thing in many rows of a file; the first stands for all.

    Attributes
    ----------
    faults : tuple of Fault
        Of one file, one kind and one expectation.
    """

    faults: tuple[Fault, ...]

    @property
    def example(self) -> Fault:
        """The first of them."""
        return self.faults[0]

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns they stand in, each once."""
        return tuple(dict.fromkeys(str(fault.column) for fault in self.faults
                                   if fault.column is not None))

    def __str__(self) -> str:
        if len(self.faults) == 1:
            return str(self.example)
        first, columns, place = self.example, self.columns, f"rij {_shown(self.example.row)}"
        what = f"{len(self.faults)} {'cellen' if columns else 'rijen'}"
        if len(columns) == 1:
            what += f" in kolom {_shown(columns[0])}"
        elif columns:
            named = ", ".join(map(_shown, columns[:NAMED]))
            what += f" in {len(columns)} kolommen ({named}{', …' * (len(columns) > NAMED)})"
            place += f", kolom {_shown(first.column)}"
        return f"{_shown(first.file)}, {what}, bijvoorbeeld {place}: {first._said()}"


def grouped(faults: Iterable[Fault]) -> list[Group]:
    """Say once what is wrong in many rows of a file.

    Parameters
    ----------
    faults : iterable of Fault

    Returns
    -------
    list of Group
        In the order of their first faults. More than `FEW` of a kind in a column are one group,
        together with such groups of other columns; the other faults stand alone.
    """
    faults = tuple(faults)
    by_column: dict[object, list[Fault]] = {}
    for fault in faults:
        by_column.setdefault((_one_thing(fault), fault.column), []).append(fault)
    groups: dict[object, list[Fault]] = {}
    for (thing, column), alike in by_column.items():
        if thing is not None and len(alike) > FEW:
            groups.setdefault(thing, []).extend(alike)
        else:
            groups.update(((thing, column, number), [fault])
                          for number, fault in enumerate(alike))
    order = {id(fault): number for number, fault in enumerate(faults)}
    return sorted((Group(tuple(alike)) for alike in groups.values()),
                  key=lambda group: order[id(group.example)])


def _one_thing(fault: Fault) -> tuple[str, ...] | None:
    """What makes faults in rows of a table one; a header and entries have a name in each."""
    if isinstance(fault.row, int) and fault.row > 1:
        return fault.file, fault.kind, fault.severity, fault.expected
    return None


def _shown(text: object, longest: int = VALUE) -> str:
    """Text on one line in which nothing steers a terminal and nothing is invisible."""
    text = str(text)
    return _cut(text if text.isprintable() else repr(text)[1:-1], longest)


def _cut(text: str, longest: int = VALUE) -> str:
    return text if len(text) <= longest else f"{text[:longest]}…"


@dataclass(frozen=True)
class Checked(Generic[Value]):
    """What was read, and what is wrong with it; faulty cells read as missing.

    Attributes
    ----------
    value : object
    faults : tuple of Fault
    """

    value: Value
    faults: tuple[Fault, ...] = ()

    def sound(self) -> Value:
        """What was read, when nothing is wrong with it; else `InvalidWave` with every fault."""
        refuse(self.faults)
        return self.value


def refuse(faults: Iterable[Fault]) -> None:
    """Raise `InvalidWave` when there are faults."""
    if faults := tuple(faults):
        raise InvalidWave(faults)


class InvalidWave(InputError):
    """The files of a wave hold faults.

    Parameters
    ----------
    faults : iterable of Fault
        All that was found; the message shows the first fifty, those of a kind grouped.

    Attributes
    ----------
    faults : tuple of Fault
    """

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        head = "1 fout in de gegevens" if count == 1 else f"{count} fouten in de gegevens"
        groups = grouped(self.faults)
        lines = [f"  {group}" for group in groups[:SHOWN]]
        if left := sum(len(group.faults) for group in groups[SHOWN:]):
            lines.append(f"  … en nog {left}")
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
    return InvalidWave([Fault(file, row, None, value, expected, "bestand")])
