"""Counts of persons that overlap: noise by cell, the same wherever the same persons are counted.

Of each cell is told what it counts plus noise that its persons and the key draw, so that telling it
again, in another table or by another name, tells nothing more. Nothing of a cell but what is told
of it reaches a report: shares, order, and what is left out are computed from told counts.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.draws import Draws
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.persons.grouping import BASE

# The standard deviation of the noise before it is rounded to whole persons.
SPREAD = 2.0
_SUBJECT = b"cel"


@dataclass(frozen=True)
class Cell:
    """Persons who are counted together.

    Attributes
    ----------
    count : int
    identity : int
        Who they are: the exclusive or of numbers that are theirs, 64 bits, signed.
    """

    count: int
    identity: int


@dataclass(frozen=True, order=True)
class Told:
    """What is told of a cell.

    Attributes
    ----------
    count : int
        With noise; 0 for a class, which is all that is known of it.
    """

    count: int

    @property
    def few(self) -> bool:
        """Whether all that is told is that they are at most `CLASS`."""
        return self.count <= CLASS

    @property
    def middle(self) -> float:
        """The count as figures may be computed from it: of a class the one in its middle."""
        return CLASS / 2 if self.few else float(self.count)

    @property
    def text(self) -> str:
        """As it stands in a sentence: *1.204*, *hooguit 2*."""
        return f"hooguit {CLASS}" if self.few else dutch.whole(self.count)


@dataclass(frozen=True, order=True)
class Share:
    """A share in whole percents.

    Attributes
    ----------
    percent : int
    at_most : bool
        Whether it is no more than that, as its part is a class.
    """

    percent: int
    at_most: bool = False

    @property
    def text(self) -> str:
        """As it stands in a sentence: *36%*, *hooguit 3%*."""
        return f"{'hooguit ' if self.at_most else ''}{self.percent}%"
