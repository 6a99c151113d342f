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
    from statsmodels.stats.multitest import multipletests

    tested = [place for place, one in enumerate(changes) if one.tested]
    found = [False] * len(changes)
    if tested:
        chances = [changes[place].weighted.p for place in tested]
        for place, yes in zip(tested, multipletests(chances, LEVEL, method="fdr_bh")[0],
                              strict=True):
            found[place] = bool(yes)
    return found
