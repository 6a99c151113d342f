"""Two rounds of one group laid side by side: the change of a share, from what is shown of both.

Of a round whose answers are protected everything is computed from its counts by size class with
noise, and what the rounds share from the joint table with noise (`joint`). For the owner of the
answers everything is computed from these.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from participatiemonitor.estimation.answers import Floats
from participatiemonitor.estimation.design.weighting import Parted
from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.trend.covariance import UNKNOWN, bounded, of_answers
from participatiemonitor.estimation.trend.difference import Difference, difference
from participatiemonitor.estimation.trend.joint import states, taking_part, told
from participatiemonitor.estimation.trend.overlap import Overlap, overlap, places
from participatiemonitor.estimation.trend.scores import scored

# Both estimates, their covariance, and whether that is left out where it is not against us.
Paired = tuple[Parted, Parted, float, bool]


class Pairing:
    """The respondents of a group in two rounds.

    Parameters
    ----------
    doors : sequence of Door
        Of then and of now; both protected, or neither.
    answers : sequence of Door
        The same, with nothing hidden: for the joint table.
    stayed : mapping of str to str
        The code of then by that of now.
    group : str
    """

    def __init__(self, doors: Sequence[Door], answers: Sequence[Door], stayed: Mapping[str, str],
                 group: str) -> None:
        self._doors, self._answers = doors, answers
        names = [door.strata(group) for door in self._doors]
        members = [door.answered.members(group) for door in self._doors]
        frames = [places(door.answered.frame["stratum"], strata)
                  for door, strata in zip(self._doors, names, strict=True)]
        codes = [one["organisation"].to_numpy(str) for one in members]
        strata = [frame[one].to_numpy() for frame, one in zip(frames, codes, strict=True)]
        self._organisations = codes[1]
        self._overlap = overlap((codes[0], codes[1]), (strata[0], strata[1]), stayed,
                                (frames[0], frames[1]), (len(names[0]), len(names[1])))

    def change(self, before: Ref, now: Ref) -> tuple[Difference, int, bool] | None:
        """How much higher a share is in the later round.

        Parameters
        ----------
        before, now : Ref
            Its names in both rounds.

        Returns
        -------
        difference : Difference
            Not rounded.
        together : int
            Organisations of which it is known in both rounds what they answered.
        cautious : bool
            Whether the covariance of the two rounds is left out where it is not against us.
        """
        given = [door.collect(ref.question, ref.group)
                 for door, ref in zip(self._answers, (before, now), strict=True)]
        both = self._overlap.known(given[0].resolved, given[1].resolved)
        found = (self._told if self._doors[1].protect else self._owned)(both, before, now)
        if found is None or np.isnan(found[0].weighted.low + found[1].weighted.low):
            return None  # amounts that may be anything have no interval
        first, second, covariance, cautious = found
        return difference(first.weighted, second.weighted, covariance), len(both.pairs), cautious

    def _told(self, both: Overlap, before: Ref, now: Ref) -> Paired | None:
        """From what is shown of both rounds, and the joint table with noise."""
        first, second = (door.shown.parted(ref, door.measure(ref))
                         for door, ref in zip(self._doors, (before, now), strict=True))
        if first is None or second is None:
            return None
        between = UNKNOWN
        if (some := taking_part(both, first, second)) is not None:
            one, other = (
                states(door.collect(ref.question, ref.group), ref.options, part.weighted.value)
                for door, ref, part in zip(self._answers, (before, now), (first, second),
                                           strict=True))
            between = told(some, self._organisations[some.pairs[:, 1]], (one, other),
                           (first, second), self._doors[1].key)
        return first, second, bounded(_factors(both, first, second), (first.scale, second.scale),
                                      between), between == UNKNOWN

    def _owned(self, both: Overlap, before: Ref, now: Ref) -> Paired | None:
        """From the answers themselves."""
        (first, one), (second, other) = (scored(door, ref) for door, ref in zip(
            self._answers, (before, now), strict=True))
        factors, scales = _factors(both, first, second), (first.scale, second.scale)
        found = of_answers(both, factors, (one, other), scales)
        if found is None:
            return first, second, bounded(factors, scales, UNKNOWN), True
        return first, second, found, False


def _factors(both: Overlap, first: Parted, second: Parted) -> Floats:
    return both.factors((first.known, second.known), (first.sizes, second.sizes))
