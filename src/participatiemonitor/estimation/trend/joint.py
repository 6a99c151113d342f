"""How strongly the answers of organisations to two rounds go together, as far as that is told.

The joint table has who said yes and who said no then by who does so now, of the organisations that
answered both times, for each size class of then and of now. It gets the noise of counts by size
class: exchanges that keep who said yes each time, and move who said so twice. It is not published,
and neither is the correlation that follows from it: that gets noise of its own, and is told only as
lying between two of a few ends. This is all that standard errors, intervals and tests of changes
hold of it, beside the counts with noise that each round published by itself.

Whether it is told, of which size classes, and between which ends, follows from published figures
alone. What was given by hardly anybody, or by nearly all, takes no part: there a correlation would
tell who these are. Where it is not told, the error of a change holds no covariance where that would
make it smaller, and as much as there can be where it makes it larger.

Of a percentage the table has who is above its mean and who is not.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Answers, Flags, Floats
from participatiemonitor.estimation.design.weighting import Parted
from participatiemonitor.estimation.disclosure.draws import Draws, subject_of
from participatiemonitor.estimation.disclosure.nesting import NEARLY
from participatiemonitor.estimation.disclosure.noise import Counts, swept
from participatiemonitor.estimation.trend.overlap import Overlap

# Between which ends a correlation is told, and how far its noise moves it at most. The answers of
# organisations do not turn round by themselves: one below nought counts as nought.
EDGES = (0.0, 0.25, 0.5, 1.0)
SHIFT = 0.25
# Of how many organisations in both rounds at least; and in a size class, how many must have given
# an answer, and not have given it, in either round.
LEAST, BY_SIZE = 30, 4
Said = NDArray[np.intp]


@dataclass(frozen=True)
class States:
    """What each respondent of a round said: no, yes, or that the question does not apply.

    Attributes
    ----------
    states : ndarray of int, shape (n,)
        0, 1 or 2, the last also of whom nothing is known.
    scores : tuple of float, length 3
        How far each moves the share, as published.
    """

    states: Said
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


def taking_part(overlap: Overlap, first: Parted, second: Parted) -> Overlap | None:
    """Those of whose answers it may be told how they go together, by what is published.

    Parameters
    ----------
    overlap : Overlap
        Of whom something is known in both rounds.
    first, second : Parted
        As published.

    Returns
    -------
    Overlap or None
        None when there are too few.
    """
    kept = np.ones(len(overlap.pairs), bool)
    for place, part in enumerate((first, second)):
        if part.given is not None:
            sides = np.minimum(part.given, part.answered - part.given)
            if min(part.given.sum(), (part.answered - part.given).sum()) < NEARLY:
                return None
            kept &= (sides >= BY_SIZE)[overlap.cells[:, place]]
    if kept.sum() < LEAST:
        return None
    return Overlap(overlap.pairs[kept], overlap.cells[kept], overlap.common)


def told(overlap: Overlap, organisations: NDArray[np.str_], both: tuple[States, States],
         parts: tuple[Parted, Parted], key: bytes) -> tuple[float, float]:
    """Between which ends the correlation of two rounds lies, by the joint table with noise.

    Parameters
    ----------
    overlap : Overlap
        Those who take part.
    organisations : ndarray of str, shape (K,)
        Their codes.
    both : tuple of States
        Of then and of now.
    parts : tuple of Parted
        What both rounds published.
    key : bytes
        Draws the noise.

    Returns
    -------
    low : float
    high : float
    """
    said = tuple(one.states[overlap.pairs[:, place]] for place, one in enumerate(both))
    answers = max(2, 1 + max(int(one.max()) for one in said))
    subject = subject_of(*(organisations[said[0] * answers + said[1] == place]
                           for place in range(answers**2)), ["twee rondes"])
    tables = noised(overlap.cells, said, organisations, subject, key)
    found = correlation(tables, *(np.array(one.scores[:answers]) for one in both))
    moved = SHIFT * (2 * Draws(key, subject).uniform() - 1)
    return band(found + moved, ends(attainable(overlap, *parts)))


def noised(cells: Said, said: tuple[Said, ...], organisations: NDArray[np.str_], subject: bytes,
           key: bytes) -> Counts:
    """Joint tables with noise, one for each pair of size classes; who said what each time stays.

    Parameters
    ----------
    cells : ndarray of int, shape (K, 2)
        The size classes of those in both rounds, of then and of now.
    said : tuple of ndarray of int, shape (K,)
        What they said then, and now.
    organisations : ndarray of str, shape (K,)
        Their codes: the noise belongs to who said what.
    subject, key : bytes

    Returns
    -------
    ndarray of int, shape (C, R, R)
    """
    answers = max(2, 1 + max(int(one.max()) for one in said))
    # In an order that does not depend on what an answer is called.
    ranks = [np.argsort(np.argsort([subject_of(organisations[one == state]).hex()
                                    for state in range(answers)], kind="stable")) for one in said]
    rows, columns = (rank[one] for rank, one in zip(ranks, said, strict=True))
    found = []
    for cell in np.unique(cells, axis=0):
        here: Flags = (cells == cell).all(axis=1)
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
    squares = (rows @ first**2 - one**2 / n).sum() * (columns @ second**2 - other**2 / n).sum()
    shared = (np.einsum("crs,r,s->c", tables, first, second) - one * other / n).sum()
    return float(shared / squares**0.5) if squares > 1e-12 else 0.0


def attainable(overlap: Overlap, first: Parted, second: Parted) -> float:
    """The highest correlation that published shares allow: 1 where these are the same.

    Parameters
    ----------
    overlap : Overlap
        Those who take part.
    first, second : Parted

    Returns
    -------
    float
    """
    if first.given is None or second.given is None:
        return 1.0
    one = (first.given / np.maximum(first.answered, 1))[overlap.cells[:, 0]]
    other = (second.given / np.maximum(second.answered, 1))[overlap.cells[:, 1]]
    spread = (one * (1 - one)).sum() * (other * (1 - other)).sum()
    return float((np.minimum(one, other) - one * other).sum() / spread**0.5)


def ends(most: float = 1.0) -> tuple[float, ...]:
    """Between which a correlation is told to lie.

    Parameters
    ----------
    most : float
        The highest that it can be: no end is so near to it that noise alone would reach further.

    Returns
    -------
    tuple of float
    """
    return (EDGES[0], *(edge for edge in EDGES[1:-1] if edge <= most - SHIFT), EDGES[-1])


def band(value: float, edges: tuple[float, ...] = EDGES) -> tuple[float, float]:
    """The two ends that a correlation lies between, or is nearest to."""
    place = int(np.clip(np.searchsorted(edges, value, side="right"), 1, len(edges) - 1))
    return edges[place - 1], edges[place]
