"""Which of several quantities is the largest, said only where it does not betray a hidden one.

That an answer is the most given says of every hidden one that it is no larger; that none is named
says that a hidden one is. Either may be said of totals only, and only when what is published
leaves each hidden count at least two values in both cases. Otherwise the place stays unnamed
whatever the answers are, so that leaving it unnamed tells nothing.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from participatiemonitor.estimation.estimates import HIDDEN, Estimate
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.results import Results


def in_place(results: Results, refs: Iterable[Ref], rank: int = 1) -> Estimate | None:
    """Find the quantity in a place among others.

    Parameters
    ----------
    results : Results
    refs : iterable of Ref
        Shares, of one group each. Of equal ones the first comes first.
    rank : int
        1 is the largest.

    Returns
    -------
    Estimate or None
        None when there are too few that anybody gave, when a hidden one is larger, or when
        saying that would fix a hidden one.
    """
    found = [results[ref] for ref in refs]
    shown = sorted((one for one in found if one.count > 0), key=lambda one: -one.value)
    if len(shown) < rank:
        return None
    doubtful = []
    for one in (one for one in found if one.status == HIDDEN):
        if not one.n or one.measure == "mean" or one.ref.domain != ALL:
            return None
        levels = [int(other.value * one.n + 1e-9) for other in shown[:rank]]
        least, most, others = _bounds(results, one.ref, one.n)
        if most > levels[-1]:
            if not _leaves_two(levels, least, most, others):
                return None
            doubtful.append((one, levels[-1]))
    larger = any(results.larger(one.ref, level) for one, level in doubtful)
    return None if larger else shown[rank - 1]


def _leaves_two(levels: list[int], least: int, most: int, others: int) -> bool:
    """Whether a hidden count can have two values, whichever level it turns out to be under.

    Each level is the count that a shown quantity would have on the base of the hidden one, from
    the largest down; `others` are hidden counts that make up a known sum with it.
    """
    apart = all(upper - lower != 1 for upper, lower in pairwise(levels))
    # Counts that make up a sum are all fixed when each must be as large as it can.
    slack = not others or most < levels[-1] * (others + 1)
    return apart and slack and levels[-1] > least and most - levels[0] >= 2


def _bounds(results: Results, ref: Ref, n: int) -> tuple[int, int, int]:
    """What is published of a hidden count: least, most, and how many share its known sum."""
    wave = results.wave
    question = wave.codebook[ref.question]
    domains = [results[Ref(ref.question, ref.option, ref.group, domain)]
               for domain in wave.info.publication.domains]
    domains = [one for one in domains if one.count >= 0]
    least = round(sum(one.count for one in domains))
    most = n - round(sum((one.n or 0) - one.count for one in domains))
    if question.kind != "single":
        return least, most, 0
    totals = [results[Ref(ref.question, option, ref.group)] for option in question.option_ids]
    rest = n - round(sum(one.count for one in totals if one.count >= 0))
    return least, min(most, rest), sum(one.status == HIDDEN for one in totals) - 1
