"""How strongly the answers of organisations to two rounds go together, as far as that is told.

The joint table has who said yes and who said no then by who does so now, of the organisations that
answered both times, for each size class of then and of now. It gets the noise of counts by size
class: exchanges that keep who said yes each time, and move who said so twice. It is not published,
and neither is the correlation that follows from it: only between which of a few ends that lies
(`EDGES`). That is all that standard errors, intervals and tests of changes hold of it, beside the
counts with noise that each round published by itself.

Whether there is such a band follows from published figures alone: how many are in both rounds, and
in each how many gave the answer and how many did not. Else the error of a change holds no
covariance where that would make it smaller, and as much as there can be where it makes it larger.

Of a percentage the table has who is above its mean and who is not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Answers, Floats
from participatiemonitor.estimation.disclosure.draws import subject_of
from participatiemonitor.estimation.disclosure.nesting import NEARLY
from participatiemonitor.estimation.disclosure.noise import Counts, swept
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.trend.overlap import Overlap

# Between which ends a correlation is told, and of how many organisations in both rounds at least.
EDGES = (-1.0, -0.25, 0.0, 0.25, 0.5, 1.0)
LEAST = 30


@dataclass(frozen=True)
class States:
    """What each respondent of a round said: no, yes, or that the question does not apply.

    Attributes
    ----------
    states : ndarray of int, shape (n,)
        0, 1 or 2; of who is not known anything.
    scores : tuple of float, length 3
        How far each moves the share, as published.
    """

    states: NDArray[np.intp]
    scores: tuple[float, float, float]


def states(given: Answers, options: tuple[str, ...], share: float) -> States:
    """What each respondent said of a quantity.

    Parameters
    ----------
    given : Answers
    options : tuple of str
    share : float
        Its weighted share or mean, as published.

    Returns
    -------
    States
    """
    values = given.column(options)
    if given.kind == "percentage":
        found, share = values > share, 0.5
    else:
        found = values == 1
    return States(np.where(np.isfinite(values), found, 2).astype(np.intp), (-share, 1 - share, 0.0))


def is_told(together: int, *estimates: Estimate) -> bool:
    """Whether a correlation is told, by what is published.

    Parameters
    ----------
    together : int
        Organisations in both rounds of which it is known what they answered.
    *estimates : Estimate
        Of both rounds, as published.

    Returns
    -------
    bool
    """
    # Of nearly all or nearly none a correlation would tell who these are.
    sides = (min(one.count, (one.n or 0) - one.count) for one in estimates
             if one.measure == "share")
    return together >= LEAST and all(side >= NEARLY for side in sides)


def told(overlap: Overlap, organisations: NDArray[np.str_], first: States, second: States,
         key: bytes) -> tuple[float, float]:
    """Between which ends the correlation of two rounds lies, by the joint table with noise.

    Parameters
    ----------
    overlap : Overlap
        Of whom something is known in both.
    organisations : ndarray of str, shape (K,)
        Their codes.
    first, second : States
    key : bytes
        Draws the noise.

    Returns
    -------
    low : float
    high : float
    """
    said = first.states[overlap.pairs[:, 0]], second.states[overlap.pairs[:, 1]]
    tables = noised(overlap.cells, said, organisations, key)
    answers = tables.shape[1]
    return band(correlation(tables, *(np.array(one.scores[:answers]) for one in (first, second))))


def noised(cells: NDArray[np.intp], said: tuple[NDArray[np.intp], NDArray[np.intp]],
           organisations: NDArray[np.str_], key: bytes) -> Counts:
    """Joint tables with noise, a cell of size classes each; who said what each time stays.

    Parameters
    ----------
    cells : ndarray of int, shape (K, 2)
        The size classes of those in both rounds, of then and of now.
    said : tuple of ndarray of int, shape (K,)
        What they said.
    organisations : ndarray of str, shape (K,)
        Their codes: the noise belongs to who said what.
    key : bytes

    Returns
    -------
    ndarray of int, shape (C, R, R)
    """
    answers = max(2, 1 + max(int(one.max()) for one in said))
    # In an order that does not depend on what an answer is called.
    ranks = [np.argsort(np.argsort([subject_of(organisations[one == state]).hex()
                                    for state in range(answers)], kind="stable")) for one in said]
    rows, columns = (rank[one] for rank, one in zip(ranks, said, strict=True))
    subject = subject_of(*(organisations[rows * answers + columns == place]
                           for place in range(answers**2)), ["twee rondes"])
    found = []
    for cell in np.unique(cells, axis=0):
        here = (cells == cell).all(axis=1)
        table = np.bincount(rows[here] * answers + columns[here], minlength=answers**2)
        drawn = swept(table.reshape(answers, answers), key,
                      subject_of([subject.hex()], organisations[here]))
        found.append(drawn[np.ix_(*ranks)])
    return np.array(found)


def correlation(tables: Counts, first: Floats, second: Floats) -> float:
    """The correlation within the cells of a joint table.

    Parameters
    ----------
    tables : ndarray of int, shape (C, R, S)
    first, second : ndarray of float, shape (R,) and (S,)
        The scores of what was said.

    Returns
    -------
    float
        0 where all said the same.
    """
    n = np.maximum(tables.sum(axis=(1, 2)), 1)
    rows, columns = tables.sum(axis=2), tables.sum(axis=1)
    one, other = rows @ first, columns @ second
    squares = ((rows @ first**2 - one**2 / n).sum() * (columns @ second**2 - other**2 / n).sum())
    shared = (np.einsum("crs,r,s->c", tables, first, second) - one * other / n).sum()
    return float(shared / squares**0.5) if squares > 1e-12 else 0.0


def band(value: float) -> tuple[float, float]:
    """The ends between which a correlation is told to lie."""
    place = int(np.clip(np.searchsorted(EDGES, value, side="right"), 1, len(EDGES) - 1))
    return EDGES[place - 1], EDGES[place]
