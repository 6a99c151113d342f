"""All that is told of a register, by unit and grain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product

from participatiemonitor.studies.overlap.register import UNITS, Counted, Register
from participatiemonitor.studies.overlap.results.changes import Changes, changes_of
from participatiemonitor.studies.overlap.results.combinations import Combinations, combinations_of
from participatiemonitor.studies.overlap.results.links import Links, links_of
from participatiemonitor.studies.overlap.results.matrix import Matrix, matrix_of
from participatiemonitor.studies.overlap.results.patterns import GRAINS, PROVISION, patterns_of
from participatiemonitor.studies.overlap.results.stricter import Stricter, stricter_of
from participatiemonitor.studies.overlap.results.told import ToldTables, told_of
from participatiemonitor.studies.overlap.results.uses import Uses, uses_of
from participatiemonitor.studies.overlap.results.weights import Weights, weights_of


@dataclass(frozen=True)
class Overlap:
    """What is told of one unit at one grain.

    Attributes
    ----------
    told : ToldTables
        All told counts, of which everything below is made: `told.kinds` are the provisions or
        schemes, which the rest names by their place; `told.patterns` with `told.exact` are what
        groups of users are found in.
    uses : Uses
    matrix : Matrix
    combinations : Combinations
    weights : Weights or None
        None for schemes, as weights are of provisions.
    stricter : tuple of Stricter
        Of provisions: those that were asked, or all.
    changes : Changes or None
        None where there is no earlier day.
    """

    told: ToldTables
    uses: Uses
    matrix: Matrix
    combinations: Combinations
    weights: Weights | None
    stricter: tuple[Stricter, ...]
    changes: Changes | None


@dataclass(frozen=True)
class Results:
    """What is told of a register.

    Attributes
    ----------
    overlaps : mapping of (str, str) to Overlap
        By `participatiemonitor.studies.overlap.register.UNITS` and `patterns.GRAINS`; of homes
        there is none where no list has addresses.
    links : Links
    """

    overlaps: Mapping[tuple[str, str], Overlap]
    links: Links


def results_of(register: Register, counted: Counted, stricter: Mapping[int, float], key: bytes
               ) -> Results:
    """Tell a register.

    Parameters
    ----------
    register : Register
    counted : Counted
    stricter : mapping of int to float
        As in `Inputs`.
    key : bytes
        Of the folder.

    Returns
    -------
    Results
    """
    found = {}
    for unit, grain in product(UNITS, GRAINS):
        if (unit, counted.day) in register.histograms:
            told = {day: told_of(patterns_of(register.histograms[unit, day], counted.provisions,
                                             grain, unit), key)
                    for day in (counted.earlier, counted.day)
                    if day and (unit, day) in register.histograms}
            earlier = told.get(counted.earlier) if counted.earlier else None
            found[unit, grain] = _overlap(told[counted.day], earlier, stricter, grain)
    return Results(found, links_of(register, key))


def _overlap(told: ToldTables, earlier: ToldTables | None, stricter: Mapping[int, float],
             grain: str) -> Overlap:
    provisions = grain == PROVISION
    return Overlap(
        told, uses_of(told), matrix_of(told), combinations_of(told),
        weights_of(told) if provisions else None,
        stricter_of(told, stricter) if provisions else (),
        changes_of(earlier, told) if earlier else None)
