"""Link the lists of all suppliers and count: from pseudonyms to histograms."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from itertools import combinations

from participatiemonitor.studies.overlap.counting.histograms import histogram, put_places
from participatiemonitor.studies.overlap.counting.pairs import NOBODY, Met, meet
from participatiemonitor.studies.overlap.counting.sql import homes_sql, persons_sql
from participatiemonitor.studies.overlap.engines.engine import Engine
from participatiemonitor.studies.overlap.histogram import Histogram
from participatiemonitor.studies.overlap.linking.linked import ROWS, link
from participatiemonitor.studies.overlap.linking.ways import way
from participatiemonitor.studies.overlap.register import HOMES, PERSONS, Counted, Pair, Register
from participatiemonitor.studies.overlap.suppliers import Entered
from participatiemonitor.studies.persons.cells import Cell

_TODAY, _EARLIER = "personen", "personen_eerder"


def link_and_count(engine: Engine, entered: Sequence[Entered], counted: Counted, *,
                   likely: bool = False) -> Register:
    """Link lists and count persons and homes by what they use.

    Parameters
    ----------
    engine : Engine
        Opened for this, and used for nothing else.
    entered : sequence of Entered
        One a list, at least one.
    counted : Counted
    likely : bool
        Whether those of whom no number is known are linked by parts that are likely the same, with
        each other and with a number.

    Returns
    -------
    Register
    """
    linked = link(engine, entered, likely=likely)
    size, suppliers = len(counted.provisions), len(linked.suppliers)
    areas = put_places(engine, ROWS, size)
    days = {_TODAY: counted.day} | ({_EARLIER: counted.earlier} if counted.earlier else {})
    histograms: dict[tuple[str, dt.date], Histogram] = {}
    for table, day in days.items():
        engine.keep(table, persons_sql(ROWS, size, suppliers, day, areas=bool(areas)))
        histograms |= _histograms(engine, table, day, size, areas,
                                  homes=any(one.homes for one in entered))
    met = meet(engine, _TODAY, suppliers, through=linked.through, likely=linked.likely)
    return Register(
        tuple(entered),
        {name: met.persons.get((place,), NOBODY) for place, name in enumerate(linked.suppliers)},
        _pairs(linked.suppliers, entered, met), linked.ambiguous, met.anywhere, histograms,
        _some(engine, "home IS NULL"), _some(engine, "area < area_last"))


def _histograms(engine: Engine, persons: str, day: dt.date, size: int, areas: tuple[str, ...], *,
                homes: bool) -> dict[tuple[str, dt.date], Histogram]:
    found = {(PERSONS, day): histogram(engine, persons, "person_lo", size, areas)}
    if homes:
        found[HOMES, day] = histogram(engine, f"({homes_sql(persons, size)})", "living", size,
                                      areas)
    return found


def _some(engine: Engine, condition: str) -> Cell:
    """Persons of the day of whom something is so."""
    [row] = engine.rows(f"SELECT count(*) AS number, bit_xor(person_lo) AS who FROM {_TODAY} "
                        f"WHERE {condition}").to_pylist()
    return Cell(row["number"], row["who"] or 0)


def _pairs(suppliers: Sequence[str], entered: Sequence[Entered], met: Met) -> tuple[Pair, ...]:
    lists = [[one for one in entered if one.supplier == name] for name in suppliers]
    return tuple(
        Pair((suppliers[first], suppliers[second]), way(lists[first], lists[second], entered),
             *(found.get((first, second), NOBODY) for found in (met.both, met.through, met.likely)))
        for first, second in combinations(range(len(suppliers)), 2))
