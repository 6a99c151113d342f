"""Steps at irregular dates, counted by where from, where to and how long: all that a fit needs.

Notes
-----
Who stays and who leaves are not seen alike: leaving is seen on its own day, until the end of the
file, a rung only when the next registration is there. If nothing were said of the time after the
last registration, the last months would show those who left and not those who stayed, and leaving
would seem faster than it is. `still_there` therefore says of each person who did not leave that on
the last day the rung is unknown, and that the person is still there (as a censored state in R's
``msm``). It holds where a file tells of everybody who left; of one that only tells of some, leave
it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from participatiemonitor.studies.ladder.registrations import Flags, Floats, Ints, Registrations
from participatiemonitor.studies.ladder.steps import Steps


@dataclass(frozen=True)
class Panel:
    """Kinds of steps, and how many there are of each.

    Attributes
    ----------
    times : ndarray of float, shape (G,)
        The different gaps, rising.
    time, origin, target : ndarray of int, shape (k,)
        Of each kind of step: a place in `times`, a rung, and a rung, ``rungs`` for leaving or
        ``rungs + 1`` for being still there.
    counts : ndarray of float, shape (k,)
    person, kind : ndarray of int, shape (n,)
        Of each step: whose it is, and which kind.
    rungs : int
    exact : bool
        Whether leaving is told by its own day; else it was only seen at the next registration.
    """

    times: Floats
    time: Ints
    origin: Ints
    target: Ints
    counts: Floats
    person: Ints
    kind: Ints
    rungs: int
    exact: bool

    @property
    def exposure(self) -> Floats:
        """The time that begins on each rung, shape (R,)."""
        time = self.counts * self.times[self.time]
        return np.bincount(self.origin, time, self.rungs).astype(np.float64)


def still_there(registered: Registrations) -> Steps:
    """From the last registration of who did not leave to the last day of the file.

    Parameters
    ----------
    registered : Registrations

    Returns
    -------
    Steps
        With ``rungs + 1`` as target; none of who was registered on the last day.
    """
    last = np.append(np.diff(registered.person) != 0, True)
    kept = last & (registered.state < registered.rungs) & (registered.day < registered.end)
    start = registered.day[kept]
    return Steps(registered.person[kept], registered.state[kept],
                 np.full(len(start), registered.rungs + 1), start,
                 (registered.end - start).astype(np.float64), registered.rungs)


def panel(*taken: Steps, exact: bool = True) -> Panel:
    """Count steps by kind.

    Parameters
    ----------
    *taken : Steps
        Those from registration to registration, and perhaps those of `still_there`.
    exact : bool
        Whether leaving is told by its own day.

    Returns
    -------
    Panel
    """
    person, origin, target, gap = (np.concatenate([getattr(part, name) for part in taken])
                                   for name in ("person", "origin", "target", "gap"))
    rungs = taken[0].rungs
    times, time = np.unique(gap, return_inverse=True)
    shape = len(times), rungs, rungs + 2
    kinds, kind, counts = np.unique(np.ravel_multi_index((time, origin, target), shape),
                                    return_inverse=True, return_counts=True)
    time, origin, target = np.unravel_index(kinds, shape)
    return Panel(times, time, origin, target, counts.astype(np.float64), person, kind, rungs, exact)


def neighbours(counted: Panel) -> Flags:
    """The moves that a model allows when nothing else is asked: to the next rung, and leaving.

    Parameters
    ----------
    counted : Panel

    Returns
    -------
    ndarray of bool, shape (R, R + 1)
        From and to which rung, leaving as the last column. The next rung is the next on which
        anybody stood, and one goes up or down to it if a step was seen that passed between both;
        leaving is allowed from where somebody left. Every step that was seen thus has a chance,
        whatever it jumped over: it passed the rungs between unseen.

    Notes
    -----
    Moves to all rungs would be twice as many, and dates that lie far apart cannot tell a jump from
    two moves: most of these would rest on nothing. Whether neighbours are enough is for
    `intensities.expected` to show.
    """
    found = np.zeros((counted.rungs, counted.rungs + 1), bool)
    between = counted.target < counted.rungs
    stood = np.unique(np.append(counted.origin, counted.target[between]))
    for lower, upper in pairwise(stood):
        origin, target = counted.origin[between], counted.target[between]
        found[lower, upper] = ((origin <= lower) & (target >= upper)).any()
        found[upper, lower] = ((origin >= upper) & (target <= lower)).any()
    found[counted.origin[counted.target == counted.rungs], counted.rungs] = True
    return found
