"""Persons of each supplier and of each two, and who of them are linked through a third only.

Two suppliers share a key of a person where rows of both have it: the number, or the same name with
date of birth and address. Who is with both while they share none, is linked by what a third holds.
Only persons of whom a row without number got one from elsewhere can be so; keys are looked up for
them only. Who is with both only by what is likely, is found in the same way: those have rows that
are of different persons else.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import pyarrow as pa

from participatiemonitor.studies.overlap.counting.sql import histogram_sql
from participatiemonitor.studies.overlap.engines.engine import Engine
from participatiemonitor.studies.overlap.linking.linked import BY_NUMBER, ROWS, THROUGH
from participatiemonitor.studies.overlap.masks import SUPPLIERS, places, whole, words
from participatiemonitor.studies.persons.cells import Cell

NOBODY = Cell(0, 0)
Places = tuple[int, ...]
# Persons of the day who may be with two that share none of their keys; who holds which of these;
# suppliers that share one.
_THERE, _KEYS, _SHARED = "{}_personen", "{}_sleutels", "{}_gedeeld"
_ELSEWHERE, _LIKELY = "elders", "kans"
_PERSON = "person_hi, person_lo"


@dataclass(frozen=True)
class Met:
    """Who is with which suppliers, by the places of these.

    Attributes
    ----------
    persons : mapping of (int,) to Cell
    both : mapping of (int, int) to Cell
    through : mapping of (int, int) to Cell
        Those of them who are linked through a third only.
    likely : mapping of (int, int) to Cell
        Those of them who are linked by what is likely only.
    anywhere : Cell
        Persons who are linked through a third only for any two.
    """

    persons: Mapping[Places, Cell]
    both: Mapping[Places, Cell]
    through: Mapping[Places, Cell]
    likely: Mapping[Places, Cell]
    anywhere: Cell


def meet(engine: Engine, persons: str, suppliers: int, *, through: bool, likely: bool = False
         ) -> Met:
    """Count who is with which suppliers.

    Parameters
    ----------
    engine : Engine
    persons : str
        The table of persons of the day.
    suppliers : int
    through, likely : bool
        Whether any row got its person from elsewhere, or by what is likely.

    Returns
    -------
    Met
    """
    masks = words(SUPPLIERS, suppliers)
    everybody = _by_mask(engine, persons, masks)
    one, two = _together(everybody, 1), _together(everybody, 2)
    by_third: Mapping[Places, Cell] = {}
    by_chance: Mapping[Places, Cell] = {}
    anywhere = NOBODY
    if through:
        by_third, there = _apart(
            engine, persons, suppliers, _ELSEWHERE, f"key = {THROUGH}",
            {"": f"r.key = {BY_NUMBER}", ", name_hi, name_lo": "r.name_lo IS NOT NULL"})
        anywhere = _anywhere(engine, masks, there)
    if likely:
        by_chance, _ = _apart(engine, persons, suppliers, _LIKELY, "exact_lo <> person_lo",
                              {", exact_hi, exact_lo": "true"})
    return Met(one, two, by_third, by_chance, anywhere)


def without(cell: Cell, part: Cell) -> Cell:
    """The persons of a cell who are not in a part of it."""
    return Cell(cell.count - part.count, cell.identity ^ part.identity)


def _apart(engine: Engine, persons: str, suppliers: int, kind: str, some: str,
           keys: Mapping[str, str]) -> tuple[dict[Places, Cell], list[Places]]:
    """Count who is with two suppliers that share none of their keys.

    Parameters
    ----------
    engine : Engine
    persons : str
    suppliers : int
    kind : str
        What the tables are called that this makes.
    some : str
        Of which rows the persons may be so.
    keys : mapping of str to str
        Columns of a key, with of which rows they are one.

    Returns
    -------
    apart : dict of (int, int) to Cell
    there : list of tuple of int
        Masks of suppliers of those who may be so.
    """
    masks = words(SUPPLIERS, suppliers)
    mask = ", ".join(masks)
    there, held_by, shared = (name.format(kind) for name in (_THERE, _KEYS, _SHARED))
    engine.keep(there, f"SELECT {_PERSON}, {mask} FROM {persons} JOIN (SELECT DISTINCT {_PERSON} "
                f"FROM {ROWS} WHERE {some}) t USING ({_PERSON})")
    # A key is held in whatever period; it matters between those who have the person on the day.
    held = ", ".join(f"bit_or(r.{word}) AS {word}" for word in masks)
    held = f"SELECT {_PERSON}, {held} FROM {ROWS} r JOIN {there} p USING ({_PERSON})"
    each = " UNION ALL ".join(f"{held} WHERE {rows} GROUP BY {_PERSON}{columns}"
                              for columns, rows in keys.items())
    here = ", ".join(f"k.{word} & p.{word} AS {word}" for word in masks)
    engine.keep(held_by, f"SELECT {_PERSON}, {here} FROM ({each}) k "
                f"JOIN {there} p USING ({_PERSON})")
    found = whole(engine.rows(f"SELECT DISTINCT {mask} FROM {held_by}"), masks)
    engine.put(f"{kind}_paren", _pairs(found.tolist(), masks, suppliers))
    engine.keep(shared, f"SELECT DISTINCT {_PERSON}, pair FROM {held_by} "
                f"JOIN {kind}_paren USING ({mask})")
    sharing = {divmod(row["pair"], suppliers): Cell(row["number"], row["who"]) for row in
               engine.rows(histogram_sql(shared, "person_lo", ["pair"], areas=False)).to_pylist()}
    everybody = _by_mask(engine, there, masks)
    return ({pair: without(cell, sharing.get(pair, NOBODY))
             for pair, cell in _together(everybody, 2).items()}, list(everybody))


def _anywhere(engine: Engine, masks: Sequence[str], there: Sequence[Places]) -> Cell:
    """Persons with two suppliers or more of whom any two share no key.

    Parameters
    ----------
    engine : Engine
    masks : sequence of str
    there : sequence of tuple of int
        Masks that occur.

    Returns
    -------
    Cell
    """
    pairs = [len(places(mask)) * (len(places(mask)) - 1) // 2 for mask in there]
    engine.put("aantal_paren", _masked(there, masks, "pairs", pairs))
    [row] = engine.rows(
        f"SELECT count(*) AS number, bit_xor(person_lo) AS who FROM {_THERE.format(_ELSEWHERE)} "
        f"JOIN aantal_paren USING ({', '.join(masks)}) LEFT JOIN (SELECT {_PERSON}, count(*) AS "
        f"found FROM {_SHARED.format(_ELSEWHERE)} GROUP BY {_PERSON}) s USING ({_PERSON}) "
        "WHERE coalesce(found, 0) < pairs").to_pylist()
    return Cell(row["number"], row["who"] or 0)


def _pairs(there: Sequence[Sequence[int]], masks: Sequence[str], size: int) -> pa.Table:
    """A row for each two suppliers in each mask that occurs."""
    found = [(mask, first * size + second) for mask in there
             for first, second in combinations(places(mask), 2)]
    return _masked([mask for mask, _ in found], masks, "pair", [pair for _, pair in found])


def _masked(there: Sequence[Sequence[int]], masks: Sequence[str], name: str,
            values: Sequence[int]) -> pa.Table:
    return pa.table({**{word: pa.array([mask[place] for mask in there], pa.int64())
                        for place, word in enumerate(masks)},
                     name: pa.array(values, pa.int64())})


def _by_mask(engine: Engine, table: str, masks: Sequence[str]) -> dict[Places, Cell]:
    found = engine.rows(histogram_sql(table, "person_lo", masks, areas=False))
    return {tuple(mask): Cell(number, who) for *mask, number, who in
            whole(found, [*masks, "number", "who"]).tolist()}


def _together(cells: Mapping[Places, Cell], size: int) -> dict[Places, Cell]:
    """Persons who are with so many suppliers, whichever others they are with."""
    found: dict[Places, Cell] = {}
    for mask, cell in cells.items():
        for some in combinations(places(mask), size):
            sofar = found.get(some, NOBODY)
            found[some] = Cell(sofar.count + cell.count, sofar.identity ^ cell.identity)
    return found
