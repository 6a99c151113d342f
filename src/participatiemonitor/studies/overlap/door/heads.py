"""Names of columns in a list: found leniently, and never shown where they may be data."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.forms.given import named
from participatiemonitor.studies.overlap.door.sources import Place, fault_in

# Rows among which the names of columns must stand, and how many names a message shows.
TOP, _SHOWN = 20, 30
# Numbers by themselves, of five digits and more, dates, postcodes: no names of columns.
_DATA = re.compile(r"[\s\d.,:/+-]*\d[\s\d.,:/+-]*|.*(?:\d[ .]?){5}.*|.*\d[-/.]\d{1,2}[-/.]\d.*"
                   r"|.*\d{4} ?[A-Za-z]{2}(?![A-Za-z]).*", re.S)


def head_row(rows: Sequence[Sequence[str]], wanted: Mapping[str, str]) -> int:
    """Which of the first rows of a list has the names of columns.

    Parameters
    ----------
    rows : sequence of sequence of str
    wanted : mapping of str to str
        Names by what the columns hold.

    Returns
    -------
    int
        The first with most of the names; where no row has any, the first that is not empty.
    """
    known = {named(name) for name in wanted.values()}
    found = [len({named(cell) for cell in row} & known) for row in rows]
    if any(found):
        return found.index(max(found))
    return next((place for place, row in enumerate(rows) if any(map(str.strip, row))), 0)


def placed(file: str, sheet: str, head: int, heads: Sequence[str], wanted: Mapping[str, str]
           ) -> Place:
    """Find the columns of a list.

    Parameters
    ----------
    file, sheet : str
    head : int
        The number of the row.
    heads : sequence of str
        What stands in it.
    wanted : mapping of str to str
        Names by what the columns hold.

    Returns
    -------
    Place

    Raises
    ------
    InvalidWave
        When columns are not there, or twice.
    """
    where = [named(name) for name in heads]
    if faults := list(_faults(file, sheet, head, heads, where, wanted)):
        raise InvalidWave(faults)
    numbers = {holds: where.index(named(name)) for holds, name in wanted.items()}
    return Place(file, sheet, head, {holds: one_line(heads[number])
                                     for holds, number in numbers.items()}, numbers)


def _faults(file: str, sheet: str, head: int, heads: Sequence[str], where: Sequence[str],
            wanted: Mapping[str, str]) -> Iterator[Fault]:
    times = Counter(where)
    missing = [name for name in wanted.values() if not times[named(name)]]
    if missing and any(map(_DATA.fullmatch, heads)):
        yield fault_in(file, sheet, head, None, "gegevens in plaats van kolomnamen", "een rij met "
                       "de kolomnamen die in leveranciers staan: " + ", ".join(wanted.values()),
                       "kolom")
    elif missing:
        there = [one_line(name) for name in heads if name.strip()]
        shown = ", ".join(there[:_SHOWN]) + ", …" * (len(there) > _SHOWN)
        for name in missing:
            yield fault_in(file, sheet, head, name, "ontbreekt", "een van de kolommen van dit "
                           f"bestand: {shown}. Zet in leveranciers hoe de kolom hier heet", "kolom")
    for name in wanted.values():
        if times[named(name)] > 1:
            yield fault_in(file, sheet, head, name, f"{times[named(name)]} kolommen met deze naam",
                           "elke kolom één keer", "kolom")
