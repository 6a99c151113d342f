"""Means of percentages and numbers: in total to whole units, by size class with noise.

A mean tells what one respondent answered to whoever knows the other answers. In total it is
rounded to whole percents. By size class it gets, besides, noise of one to one and a half times
what one respondent can move it, either way; a mean of numbers, which one respondent can move
without limit, is not shown by size class.
"""

from __future__ import annotations

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.estimation.answers import Floats
from participatiemonitor.estimation.disclosure.draws import Draws, subject_of
from participatiemonitor.estimation.disclosure.publication import Publication
from participatiemonitor.estimation.refs import Ref

# In respondents, the size of the noise lies anywhere between these.
LEAST, MOST = 1, 1.5
VARIANCE = (LEAST**2 + LEAST * MOST + MOST**2) / 3


def whole(value: float, kind: str) -> float:
    """A mean in whole percents, or a whole number."""
    unit = 100 if kind == "percentage" else 1
    return dutch.half_up(unit * value) / unit


def means(publication: Publication, key: bytes, ref: Ref) -> Floats | None:
    """Means of percentages by size class, with noise.

    Parameters
    ----------
    publication : Publication
    key : bytes
        Draws the noise.
    ref : Ref
        Items, of which the means are summed, and a group.

    Returns
    -------
    ndarray of float, shape (D,), or None
        Fractions, in whole percents; NaN without answers. None where the bases may not be shown.
    """
    given, names = publication.answers(ref)
    if given.kind != "percentage" or not publication.base(ref.question, ref.group).told:
        return None
    found = np.full(len(publication.domains), np.nan)
    for place, domain in enumerate(publication.domains):
        here = given.within(domain)
        if here.any():
            found[place] = sum(_noised(given.column((option,))[here], names[here], key)
                               for option in ref.options)
    return np.minimum(found, 1)


def _noised(values: Floats, names: np.ndarray, key: bytes) -> float:
    subject = subject_of(f"{name} {value:.6f}" for name, value in zip(names, values, strict=True))
    draws = Draws(key, subject)
    sign = 1 if draws.uniform() < 0.5 else -1
    noise = sign * (LEAST + (MOST - LEAST) * draws.uniform()) / len(values)
    return whole(min(max(values.mean() + noise, 0.0), 1.0), "percentage")
