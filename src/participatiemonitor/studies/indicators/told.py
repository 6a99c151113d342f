"""The counts of municipalities as they are told: exactly, or near an end as a class.

Everything that is computed takes a class by its middle (`persons.counts.computable`), save for
whether its municipality stands out: that is said where it is true whichever count it is, so that it
takes the one that lies nearest to what it is compared with.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.indicators.counts import PROPORTION, Counts, Floats
from participatiemonitor.studies.persons.counts import computable


@dataclass(frozen=True, eq=False)
class Told:
    """The counts of one indicator, of municipalities with enough persons.

    Attributes
    ----------
    counts : Counts
        A class by the count in its middle.
    least, most : ndarray of float, shape (m,)
        What each count can be.
    left_out : tuple of str
        The municipalities with too few persons to tell anything.
    """

    counts: Counts
    least: Floats
    most: Floats
    left_out: tuple[str, ...]

    @property
    def exact(self) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """Of which municipalities the count is told, shape (m,)."""
        return self.least == self.most

    def nearest(self, target: float) -> Counts:
        """The counts that lie nearest to a target, of those that each can be."""
        expected = np.round(target * self.counts.at_risk)
        return replace(self.counts, events=np.clip(expected, self.least, self.most))


def told(counts: Counts) -> Told:
    """What is told of the counts of an indicator.

    Parameters
    ----------
    counts : Counts

    Returns
    -------
    Told
    """
    persons = counts.at_risk if counts.kind == PROPORTION else np.full(len(counts.events), np.inf)
    known = computable(counts.events, persons)
    enough = ~np.isnan(known)
    few = counts.events <= CLASS
    nearly = ~few & (counts.events >= persons - CLASS)
    least = np.where(few, 0.0, np.where(nearly, persons - CLASS, counts.events))
    most = np.where(few, CLASS, np.where(nearly, persons, counts.events))
    names = np.array(counts.municipalities, dtype=object)
    return Told(Counts(counts.kind, tuple(names[enough]), known[enough], counts.at_risk[enough]),
                least[enough], most[enough], tuple(names[~enough]))
