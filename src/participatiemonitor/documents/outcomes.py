"""Whether a claim is true of a group, as far as what is told of its quantities decides that."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

import numpy as np

from participatiemonitor.documents.claims import Side
from participatiemonitor.dutch import half_up, percent, percents
from participatiemonitor.estimation.estimates import HIDDEN, REASONS, Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.register import RESPONSE
from participatiemonitor.estimation.results import Results


def check(side: Side, results: Results) -> tuple[bool | None, str]:
    """Whether a claim holds in a group, None when what is told leaves that open, and the value.

    Of a quantity told within limits it must hold whatever that is. One with noise was something
    else: there it holds when it does so for a count that noise may have made this one.

    Parameters
    ----------
    side : Side
    results : Results

    Returns
    -------
    holds : bool or None
    value : str
        In words; the reason where there is no value.
    """
    claim = side.claim
    compared = [results[ref] for ref in (side.ref, side.versus) if ref]
    estimate = compared[0]
    noise = ", met ruis" if any(one.noise for one in compared) else ""
    if claim.relation == "n" and estimate.n is not None:
        return _has_base(estimate, side.value), f"{estimate.n}{noise}"
    for known in compared:
        if np.isnan(known.limits[0]):
            return None if known.status == HIDDEN else False, REASONS[known.status]
    outcomes, text = _outcomes(side, compared, results)
    if not outcomes or (len(outcomes) > 1 and not noise):
        return None, REASONS[HIDDEN]
    return any(outcomes) and _has_base(estimate, claim.n), f"{text}{noise}"


def _outcomes(side: Side, compared: list[Estimate], results: Results) -> tuple[set[bool], str]:
    """What becomes of a claim, whatever the quantities may be, and these in words."""
    claim, estimate = side.claim, compared[0]
    if claim.type == "count":
        counts = estimate.between or (round(estimate.count),) * 2
        possible = range(counts[0] - estimate.noise, counts[1] + estimate.noise + 1)
        return {one == side.value for one in possible}, _numbers(*counts)
    if claim.type == "exact":
        return ({half_up(100 * one) == side.value for one in _possible(estimate)},
                percents([estimate.limits]))
    if claim.type == "band":
        part = 1.0
        if claim.relation == "in_all":
            everyone = results[Ref(RESPONSE, "organisaties", side.ref.group)].count
            part = (estimate.n or 0) / everyone
        low, high = (part * limit for limit in estimate.limits)
        return ({_in_band(round(100 * part * one, 9), side) for one in _possible(estimate)},
                percents([(low, high)]) if low < high else percent(low, 1))
    if claim.type == "rank":
        places = _places(estimate, results)
        return ({place == side.value for place in places},
                f"plaats {_numbers(places[0], places[-1])}" if places else "")
    return ({_differs(round(100 * (one - other), 9), side)
             for one, other in product(*map(_possible, compared))},
            " tegenover ".join(percents([one.limits]) for one in compared))


def _has_base(estimate: Estimate, n: float | None) -> bool:
    """Whether the base is the one that a document gives, if it gives one."""
    return n is None or abs((estimate.n or 0) - n) <= estimate.noise


def _possible(one: Estimate) -> list[float]:
    """The values that a quantity may be, or with noise may have been."""
    if one.between and one.n:
        return [count / one.n for count in range(one.between[0], one.between[1] + 1)]
    most = 1.0 if one.measure == "share" else np.inf
    return [min(max(one.value + shift / (one.n or 1), 0.0), most)
            for shift in range(-one.noise, one.noise + 1)]


def _numbers(low: int, high: int) -> str:
    return f"{low}" if low == high else f"{low} tot {high}"


def _in_band(value: float, side: Side) -> bool:
    if side.claim.relation == "above":
        return value > side.low
    return side.low <= value < side.high


def _differs(gap: float, side: Side) -> bool:
    """Whether a difference in percentage points is what the claim says; some, without bounds."""
    if side.claim.relation == "similar":
        return abs(gap) < side.high
    gap = -gap if side.claim.relation == "less" else gap
    return (gap >= side.low if side.low > 0 else gap > 0) and gap < side.high


def _places(one: Estimate, results: Results) -> range:
    """The places it may have among the question's options, without the exclusive one.

    Ties share the better. None of them when an option is hidden.
    """
    question = results.wave.codebook[one.ref.question]
    others = [results[replace(one.ref, option=option)] for option in question.option_ids
              if option not in (question.exclusive, one.ref.option)]
    if any(other.status == HIDDEN for other in others):
        return range(0)
    mine, theirs = _possible(one), list(map(_possible, others))
    return range(1 + sum(min(values) > max(mine) for values in theirs),
                 2 + sum(max(values) > min(mine) for values in theirs))
