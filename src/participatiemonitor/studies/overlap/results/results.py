"""All that is told of a register, by unit and grain."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from participatiemonitor.studies.overlap.inputs import Inputs
from participatiemonitor.studies.overlap.results.changes import Changes
from participatiemonitor.studies.overlap.results.combinations import Combinations
from participatiemonitor.studies.overlap.results.links import Links
from participatiemonitor.studies.overlap.results.matrix import Matrix
from participatiemonitor.studies.overlap.results.patterns import Kind
from participatiemonitor.studies.overlap.results.stricter import Stricter
from participatiemonitor.studies.overlap.results.uses import Uses
from participatiemonitor.studies.overlap.results.weights import Weights


@dataclass(frozen=True)
class Overlap:
    """What is told of one unit at one grain.

    Attributes
    ----------
    kinds : tuple of Kind
        Provisions or schemes; everything below names them by their place.
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

    kinds: tuple[Kind, ...]
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


def results(inputs: Inputs, key: bytes) -> Results:
    """Tell a register.

    Parameters
    ----------
    inputs : Inputs
    key : bytes
        Of the folder.

    Returns
    -------
    Results
    """
    raise NotImplementedError
