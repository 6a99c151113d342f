"""Whether published weighted figures would give away a cell that is hidden.

A weighted figure counts a respondent of one stratum heavier than one of another, so it depends on
how the answers divide over the strata, also over those that are hidden or not shown apart. Here
answers are moved around between the hidden cells, as far as all shown counts stay as they are. A
hidden cell is safe when some move changes it and every weighted figure would still be published
as exactly the same rounded numbers: an onlooker cannot tell the two apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations, product

import numpy as np

from participatiemonitor.estimation.answers import Answers, Flags, Floats
from participatiemonitor.estimation.suppression import Counts
from participatiemonitor.estimation.weighting import GroupDesign

MOST_MOVED = 4


def betrays(
    answers: Answers, table: Floats, hidden: Flags, domains: Sequence[tuple[int, ...]],
    design: GroupDesign, step: float, least: Counts | None = None,
) -> bool:
    """Whether the weighted figures of a table, rounded, would fix a hidden cell.

    Parameters
    ----------
    answers : Answers
        Of one group.
    table : ndarray of float, shape (n, R)
        Which respondent is in which row; NaN without an answer.
    hidden : ndarray of bool, shape (R, D + 1)
        Hidden cells by publication domain, the totals last.
    domains : sequence of tuple of int, length D
        The strata of each publication domain.
    design : GroupDesign
    step : float
        What the figures are rounded to.
    least : ndarray of int, shape (R, L), optional
        What each cell is at least, by stratum in the order of `domains`, as other tables tell.

    Returns
    -------
    bool
    """
    answered = np.isfinite(table).all(axis=1)
    strata = [np.flatnonzero(answered & (answers.strata == stratum))
              for domain in domains for stratum in domain]
    place = [(column, stratum) for column, domain in enumerate(domains) for stratum in domain]
    counts = np.array([table[members].sum(axis=0) for members in strata]).T.astype(int)
    least = np.zeros_like(counts) if least is None else least
    parts = _secret_cells(counts, hidden, place) & (least.sum(axis=0) < counts.sum(axis=0))
    secret = np.column_stack([parts, hidden])
    joins = _joins(place, len(domains))
    if not secret.any():
        return False
    truth = _published(design, answers, [table], hidden, step)
    safe = np.zeros_like(secret)
    for moves in _longer_and_longer(counts, least, hidden, place):
        if not moves:
            continue
        tables = [_rearranged(table, strata, counts + move) for move in moves]
        same = (_published(design, answers, tables, hidden, step) == truth).all(axis=1)
        kept = [move @ joins != 0 for move, as_before in zip(moves, same, strict=True) if as_before]
        safe |= np.any([np.zeros_like(secret), *kept], axis=0)
        if not (secret & ~safe).any():
            return False
    return True


def _joins(place, domains: int):
    """Sums of strata: each apart, by domain and in all."""
    apart = np.eye(len(place), dtype=int)
    member = np.array([[column == domain for domain in range(domains)] for column, _ in place])
    return np.column_stack([apart, member, np.ones(len(place))]).astype(int)


def _longer_and_longer(counts, least, hidden, place) -> Iterator[list[np.ndarray]]:
    """First the simple moves, then pairs of the smallest; each leaves all cells what they need."""
    simple = list(_moves(counts, hidden, place))
    yield [move for move in simple if (counts + move >= least).all()]
    small = [move for move in simple if np.abs(move).max() == 1]
    pairs = (one + other for one, other in combinations(small, 2))
    yield [move for move in pairs if move.any() and (counts + move >= least).all()]


def _secret_cells(counts, hidden, place):
    """Cells by row and stratum that nobody may find: hidden ones, and parts of a domain."""
    domain_of = np.array([column for column, _ in place])
    parts = np.bincount(domain_of, minlength=hidden.shape[1] - 1)
    secret = hidden[:, domain_of] | (parts[domain_of] > 1)[None, :]
    sizes = counts.sum(axis=0)
    joint = np.array([counts[:, domain_of == column].sum(axis=1) for column in domain_of]).T
    # Without respondents, or where the domain's own cell shows 0 or all, nothing is left to hide.
    known = (sizes == 0)[None, :] | (~hidden[:, domain_of] & (
        (joint == 0) | (joint == joint.sum(axis=0)[None, :])))
    return secret & ~known


def _moves(counts, hidden, place) -> Iterator[np.ndarray]:
    """Ways to move answers that leave every shown count as it is."""
    rows, columns = counts.shape
    for one, other in combinations(range(rows), 2):
        for left, right in combinations(range(columns), 2):
            within = place[left][0] == place[right][0]
            free = all(hidden[row, place[column][0]]
                       for row, column in product((one, other), (left, right)))
            if within or free:
                for size in range(-MOST_MOVED, MOST_MOVED + 1):
                    move = np.zeros_like(counts)
                    move[[one, other], left] = size, -size
                    move[[one, other], right] = -size, size
                    if size:
                        yield move
        if hidden[one, -1] and hidden[other, -1]:
            for column in range(columns):
                if hidden[one, place[column][0]] and hidden[other, place[column][0]]:
                    for size in (-1, 1):
                        move = np.zeros_like(counts)
                        move[[one, other], column] = size, -size
                        yield move


def _rearranged(table, strata, counts):
    moved = table.copy()
    for members, wanted in zip(strata, counts.T, strict=True):
        owners = np.repeat(np.arange(table.shape[1]), wanted)
        moved[members] = owners[:, None] == np.arange(table.shape[1])[None, :]
    return moved


def _published(design, answers, tables, hidden, step):
    """One row a table: the rounded weighted figures that would be shown of its totals."""
    shown = np.flatnonzero(~hidden[:, -1])
    values = np.concatenate([table[:, shown] for table in tables], axis=1)
    resolved = np.repeat(answers.resolved[:, None], values.shape[1], axis=1)
    found = design.many(values, np.isfinite(values), resolved).rounded(step)
    figures = [found.value, found.se, found.low, found.high]
    return np.nan_to_num(np.concatenate([figure.reshape(len(tables), -1) for figure in figures],
                                        axis=1), nan=-1.0)
