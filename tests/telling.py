"""Results of which is chosen what they tell: numbers, classes and bands, with or without noise."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.estimates import (
    BAND,
    FEW,
    HIDDEN,
    NEARLY_ALL,
    NOT_ASKED,
    OK,
    Estimate,
)
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Known, Results
from participatiemonitor.survey.wave import Wave

# A count, the lowest and highest that are possible, or None where it is hidden.
Told = int | tuple[int, int] | None
N = 100


def tell(ref: Ref | str, count: Told, noise: int = 0, n: int = N) -> Estimate:
    """What is told of a share among a hundred."""
    ref = Ref.parse(ref) if isinstance(ref, str) else ref
    if count is None:
        return Estimate(ref, "share", n, np.nan, np.nan, HIDDEN)
    if isinstance(count, int):
        return Estimate(ref, "share", n, count, count / n, OK, noise=noise)
    status = FEW if count[0] == 0 else NEARLY_ALL if count[1] == n else BAND
    return Estimate(ref, "share", n, np.nan, np.nan, status, between=count)


def telling(wave: Wave, noise: int = 0, n: int = N, **counts: Told | list[Told]) -> Results:
    """Results of a wave: ``telling(wave, taken__zorg=[(0, 2), 45])``, for each of its groups.

    A count given once is that of every group; ``taken__zorg__klein`` is by size class. What is not
    given was not asked.
    """
    known: dict[Ref, Estimate] = {}
    groups = tuple(wave.info.groups)
    for question in wave.codebook.questions:
        for option in question.option_ids or ("",):
            for group in groups:
                ref = Ref(question.id, option, group)
                known[ref] = Estimate(ref, "share", 0, 0, np.nan, NOT_ASKED)
    for name, each in counts.items():
        question, option, *domain = name.split("__")
        parts = each if isinstance(each, list) else [each] * len(groups)
        for group, count in zip(groups, parts, strict=True):
            ref = Ref(question, option, group, *domain)
            known[ref] = tell(ref, count, noise, n)
    return Results(wave, _closed, Known(known))


def telling_taken(wave: Wave, sd: dict[str, Told], aw: dict[str, Told]) -> Results:
    """Results of *taken*, by option; what is left out nobody gave."""
    return telling(wave, **{f"taken__{option}": [counts.get(option, 0) for counts in (sd, aw)]
                            for option in wave.codebook["taken"].option_ids})


def _closed() -> Door:
    raise AssertionError("asked for something that is not told")
