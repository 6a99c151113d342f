"""The register of the example as its files: what a user fills in, and the lists of suppliers."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import numpy as np

from participatiemonitor.studies.forms.examples import MADE_UP, Rows
from participatiemonitor.studies.forms.setup import SETUP
from participatiemonitor.studies.overlap.example.draws import chance
from participatiemonitor.studies.overlap.example.faults import ANY, SPOILT, TWIN, Flags, good_for
from participatiemonitor.studies.overlap.example.files import Cells, write_file
from participatiemonitor.studies.overlap.example.lists import LISTS, ListOf
from participatiemonitor.studies.overlap.example.named import KINDS, NAMES, PROVISIONS
from participatiemonitor.studies.overlap.example.town import DAY, EARLIER, Town, town
from participatiemonitor.studies.overlap.example.writing import written
from participatiemonitor.studies.overlap.form import (
    COLUMNS,
    SUPPLIERS,
)
from participatiemonitor.studies.overlap.form import (
    LISTS as FOLDER,
)
from participatiemonitor.studies.overlap.form import (
    PROVISIONS as TABLE,
)

ADDED: dict[str, tuple[str, ...]] = {}
# It stands at the foot of every printed page as well.
_ASSUMED = f"{MADE_UP} Het aantal gebruikers is een aanname."


def example_rows() -> Rows:
    """The tables that a user fills in.

    Returns
    -------
    mapping of str to list
        By table of `participatiemonitor.studies.overlap.form.FORM`.
    """
    setup = [["Voorbeeldgemeente", DAY.isoformat(), _ASSUMED, EARLIER.isoformat(), len(KINDS),
              "exact"]]
    return {SETUP: setup, SUPPLIERS: [_supplier(found) for found in LISTS],
            TABLE: [list(row) for row in PROVISIONS]}


def _supplier(found: ListOf) -> list[object]:
    """The row that says what is in a list."""
    names = {holds: name for holds, name, _ in found.heads}
    columns: list[object] = [names.get(holds, "") for holds in COLUMNS]
    # Before the area stands the one provision that all rows may have.
    every = NAMES[found.provisions.bit_length() - 1] if found.every else ""
    cut = COLUMNS.index("voorziening") + 1
    return [found.supplier, found.file, found.sheet, *columns[:cut], every, *columns[cut:],
            found.stand.isoformat() if found.stand else ""]


def write_lists(folder: Path) -> None:
    """Write the lists of the suppliers.

    Parameters
    ----------
    folder : pathlib.Path
        The folder of the example; the lists go into one of their own in it.
    """
    (folder / FOLDER).mkdir(parents=True, exist_ok=True)
    drawn = town()
    good = good_for(drawn)
    for file, parts in groupby(LISTS, lambda found: found.file):
        write_file(folder / FOLDER / file, [(found, _cells(drawn, found, good))
                                            for found in parts])


def _cells(drawn: Town, found: ListOf, good: dict[str, Flags]) -> Cells:
    """The rows of a list, in an order that is drawn."""
    uses = drawn.uses
    held = 1 << uses.provision & found.provisions != 0
    if found.stand:
        held &= uses.on(found.stand)
    places = np.nonzero(held)[0]
    # A supplier's rows do not lie by person.
    places = places[np.argsort(chance(found.file, places), kind="stable")]
    rows = {place: _row(drawn, found, place) for place in places.tolist()}
    extra = list(_spoil(rows, found, good))
    return [*rows.values(), *extra]


def _row(drawn: Town, found: ListOf, place: int) -> list[object]:
    uses = drawn.uses
    use = written(drawn.users, int(uses.person[place]), NAMES[uses.provision[place]],
                  uses.since[place].item(), uses.until[place].item())
    return [way(use) for _, _, way in found.heads]


def _spoil(rows: dict[int, list[object]], found: ListOf, good: dict[str, Flags]
           ) -> Iterator[list[object]]:
    """Spoil some rows in place, and give those that are there once more."""
    where = [holds for holds, _, _ in found.heads]
    done: set[int] = set()
    for spoilt in (spoilt for spoilt in SPOILT if spoilt.supplier == found.supplier):
        able = [place for place in rows if good[spoilt.where][place] and place not in done]
        for place in able[:spoilt.times]:
            done.add(place)
            row = list(rows[place])
            for holds, cell in spoilt.cells:
                row[where.index(holds)] = cell
            if spoilt.where in (ANY, TWIN):
                yield row
            else:
                rows[place] = row
