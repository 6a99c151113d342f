"""Which of many changes can be demonstrated, when all of them are looked at."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor.estimation.trend.change import Change

LEVEL = 0.05


def demonstrable(changes: Sequence[Change]) -> list[bool]:
    """Whether each change can be demonstrated among all that are listed with it.

    Parameters
    ----------
    changes : sequence of Change

    Returns
    -------
    list of bool
        False for what has no test.

    Notes
    -----
    The procedure of Benjamini and Hochberg (1995): of the changes that are said to be demonstrable
    one in twenty at most is none, on average.
    """
    from scipy.stats import false_discovery_control

    tested = [one.weighted.p for one in changes if one.tested]
    adjusted = iter(false_discovery_control(tested) if tested else ())
    return [one.tested and bool(next(adjusted) <= LEVEL) for one in changes]
