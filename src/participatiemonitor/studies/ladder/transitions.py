"""From which rung to which: the matrix of a chain in discrete time, and who rose, stayed or fell.

Notes
-----
The steps are those of `steps.regular_steps`: each about as long as the usual gap. The maximum
likelihood estimate of a chance is the share of the steps from a rung that go there (Anderson and
Goodman 1957); how certain it is stands in `shares`.
"""

from __future__ import annotations

from participatiemonitor.studies.ladder.registrations import Ints
from participatiemonitor.studies.ladder.shares import Shares, shares
from participatiemonitor.studies.ladder.steps import Steps

# What a step can be, in the order of the columns of `moves`.
ROSE, STAYED, FELL, LEAVING = range(4)


def matrix(taken: Steps) -> Shares:
    """The chances of going from each rung to each other one, or of leaving.

    Parameters
    ----------
    taken : Steps

    Returns
    -------
    Shares
        Rows are rungs; columns are rungs, and leaving as the last.
    """
    return shares(taken.person, taken.origin, taken.target, (taken.rungs, taken.rungs + 1))


def move(taken: Steps) -> Ints:
    """What each step is: `ROSE`, `STAYED`, `FELL` or `LEAVING`.

    Parameters
    ----------
    taken : Steps

    Returns
    -------
    ndarray of int, shape (n,)
        However many rungs higher or lower.
    """
    found = STAYED - (taken.target > taken.origin) + (taken.target < taken.origin)
    found[taken.left] = LEAVING
    return found


def moves(taken: Steps) -> Shares:
    """The shares of steps of each kind.

    Parameters
    ----------
    taken : Steps

    Returns
    -------
    Shares
        One row, of all steps, those from the highest rung included, from where nobody can rise.
    """
    return shares(taken.person, taken.origin * 0, move(taken), (1, LEAVING + 1))


def moves_by_rung(taken: Steps) -> Shares:
    """The same for those who stood on each rung.

    Parameters
    ----------
    taken : Steps

    Returns
    -------
    Shares
        Rows are rungs.
    """
    return shares(taken.person, taken.origin, move(taken), (taken.rungs, LEAVING + 1))
