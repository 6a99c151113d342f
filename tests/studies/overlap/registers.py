"""Small registers, as they come from linking: who uses exactly what, where."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import numpy as np

from participatiemonitor.studies.forms.setup import Setup
from participatiemonitor.studies.overlap.histogram import Histogram
from participatiemonitor.studies.overlap.inputs import Inputs
from participatiemonitor.studies.overlap.provisions import Provision, words_of
from participatiemonitor.studies.overlap.register import (
    BY_NUMBER,
    HOMES,
    PERSONS,
    Counted,
    Pair,
    Register,
)
from participatiemonitor.studies.overlap.suppliers import Entered
from participatiemonitor.studies.persons.cells import Cell

DAY, EARLIER = dt.date(2012, 3, 31), dt.date(2011, 3, 31)
BENEFIT, WAY, HELP, YOUTH = PROVISIONS = (
    Provision("bijstand", "Wwb", "werk"), Provision("participatietraject", "Wwb", "werk"),
    Provision("huishoudelijke hulp", "Wmo", "zorg"), Provision("jeugdhulp", "jeugdzorg", "jeugd"))


def histogram(rows, size=4, areas=()):
    """Rows of (places of provisions, count) or (area, places, count), with numbers of who."""
    filled = [row if len(row) == 3 else (-1, *row) for row in rows]
    words = np.zeros((len(filled), words_of(size)), dtype=np.int64)
    for number, (_, places, _) in enumerate(filled):
        for place in places:
            words[number, place // 63] |= 1 << (place % 63)
    rng = np.random.default_rng(len(filled))
    return Histogram(
        tuple(areas), np.array([row[0] for row in filled], dtype=np.int64), words,
        np.array([row[2] for row in filled], dtype=np.int64),
        rng.integers(-2**62, 2**62, len(filled)))


def cell(count, who=None):
    return Cell(count, 7 * count if who is None else who)


def register(people, homes=None, *, earlier=None, earlier_homes=None, **others):
    """A register of these histograms; of one supplier unless told otherwise."""
    found = {(PERSONS, DAY): people}
    for unit, day, one in ((HOMES, DAY, homes), (PERSONS, EARLIER, earlier),
                           (HOMES, EARLIER, earlier_homes)):
        if one is not None:
            found[unit, day] = one
    given = {
        "entered": (entered("Sociale dienst"),), "persons": {"Sociale dienst": cell(100)},
        "pairs": (), "ambiguous": 0, "through": cell(0), "homeless": cell(0), "moved": cell(0)}
    return Register(**{**given, **others}, histograms=found)


def entered(supplier, rows=1234, **others):
    given = {"numbers": True, "names": True, "homes": True, "failed": {}, "left_out": 0}
    return Entered(supplier, Path("lijst.parquet"), rows, **{**given, **others})


def pair(one, other, way=BY_NUMBER, both=50, through=0):
    return Pair((one, other), way, cell(both), cell(through))


def inputs(given, provisions=PROVISIONS, *, earlier=None, groups=None, stricter=None,
           published=None):
    setup = Setup("Gemeente A", DAY, "")
    return Inputs(setup, Counted(provisions, DAY, earlier), given, groups, stricter or {},
                  published or {})
