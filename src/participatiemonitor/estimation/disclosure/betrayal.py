"""Whether published weighted figures would give away a cell that is hidden.

A weighted figure counts a respondent of one stratum heavier than one of another, so it depends on
how the answers divide over the strata, also over those that are hidden or not shown apart. Here
answers are moved around between the hidden cells, as far as all shown counts stay as they are. A
hidden cell is safe when some move changes it and every weighted figure would still be published
as exactly the same rounded numbers: an onlooker cannot tell the two apart.

Questions that tell of each other are hidden as a whole in the same domains. Of these the move is
an exchange: two respondents take each other's answers to all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Answers, Flags, Floats
from participatiemonitor.estimation.design.weighting import GroupDesign
from participatiemonitor.estimation.disclosure.suppression import Counts

MOST_MOVED = 4
MOST_EXCHANGES, MOST_COMBINED = 5000, 250


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
    least : ndarray of int, shape (R, S), optional
        What each cell is at least, by stratum, as other tables tell; 0 when left out.

    Returns
    -------
    bool
    """
    domain_of = _domain_of(domains)
    counts = _counts(answers, table, len(domain_of))
    least = np.zeros_like(counts) if least is None else least
    # What other tables would tell in full of a stratum they do not show either.
    least = np.where(least.sum(axis=0) == counts.sum(axis=0), 0, least)
    secret = np.column_stack([_secret_parts(counts, hidden, domain_of), hidden])
    if not secret.any():
        return False
    same = _comparison(answers, hidden, counts, design, step)
    for moves in _longer_and_longer(counts, least, hidden, domain_of):
        secret &= ~(moves[same(counts + moves)] @ _joins(domain_of) != 0).any(axis=0)
        if not secret.any():
            return False
    return True


def betrays_together(
    linked: Sequence[tuple[Answers, Flags]], like: NDArray[np.int64], whole: Flags,
    domains: Sequence[tuple[int, ...]], design: GroupDesign, step: float,
) -> bool:
    """Whether the weighted figures of several questions, taken together, would fix a cell.

    Parameters
    ----------
    linked : sequence of (Answers, ndarray of bool)
        Questions that tell of each other, of one group, with their hidden cells.
    like : ndarray of int, shape (n,)
        Respondents with the same number can take each other's answers; -1 for nobody.
    whole : ndarray of bool, shape (D,)
        Domains in which all of these questions are hidden.
    domains : sequence of tuple of int, length D
    design : GroupDesign
    step : float

    Returns
    -------
    bool
        Cells that no exchange changes are not judged.
    """
    domain_of = _domain_of(domains)
    strata = linked[0][0].strata
    complete = np.all([answers.within(None) for answers, _ in linked], axis=0) & (like >= 0)
    values = np.concatenate([answers.values for answers, _ in linked], axis=1)
    who = np.flatnonzero(complete)
    who = who[np.unique(np.column_stack([strata, like, values])[who], axis=0,
                        return_index=True)[1]]
    one, other = who[np.array(np.triu_indices(len(who), 1))]
    sides = domain_of[strata[one]], domain_of[strata[other]]
    free = (sides[0] == sides[1]) | (whole[sides[0]] & whole[sides[1]])
    free &= (strata[one] != strata[other]) & (like[one] == like[other])
    pairs = np.column_stack([one, other])[free]
    pairs = pairs[:: len(pairs) // MOST_EXCHANGES + 1]
    moves = np.zeros((len(pairs), values.shape[1], len(domain_of)), int)
    for place, sign in ((0, 1), (1, -1)):
        moves[np.arange(len(pairs)), :, strata[pairs[:, place]]] = sign * (
            values[pairs[:, 1]] - values[pairs[:, 0]])
    tables = [(answers, hidden, _counts(answers, answers.values, len(domain_of)))
              for answers, hidden in linked]
    secret = np.concatenate([np.column_stack([_secret_parts(counts, hidden, domain_of), hidden])
                             for _, hidden, counts in tables])
    secret &= (moves @ _joins(domain_of) != 0).any(axis=0)
    for several in _one_and_two(pairs, moves):
        start = 0
        for answers, hidden, counts in tables:
            part = several[:, start:start + len(counts)]
            several = several[_comparison(answers, hidden, counts, design, step)(counts + part)]
            start += len(counts)
        secret &= ~(several @ _joins(domain_of) != 0).any(axis=0)
        if not secret.any():
            return False
    return True


def _one_and_two(pairs: NDArray[np.int64], moves: Counts) -> Iterator[Counts]:
    """Single exchanges, then two at once, of four respondents."""
    yield moves
    some = np.arange(0, len(moves), len(moves) // MOST_COMBINED + 1)
    one, other = some[np.array(np.triu_indices(len(some), 1))]
    apart = (pairs[one][:, :, None] != pairs[other][:, None, :]).all(axis=(1, 2))
    yield moves[one[apart]] + moves[other[apart]]


def _domain_of(domains: Sequence[tuple[int, ...]]) -> Counts:
    """The publication domain of each stratum."""
    return np.array([column for _, column in sorted(
        (stratum, column) for column, domain in enumerate(domains) for stratum in domain)])


def _counts(answers: Answers, table: Floats, strata: int) -> Counts:
    """Respondents by row and stratum."""
    return np.array([table[answers.within((stratum,))].sum(axis=0)
                     for stratum in range(strata)]).T.astype(int)


def _comparison(answers: Answers, hidden: Flags, counts: Counts, design: GroupDesign, step: float
                ) -> Callable[[Counts], Flags]:
    """A test whether tables would have the same weighted figures in their totals as `counts`."""
    bases = [np.array([(who & (answers.strata == stratum)).sum()
                       for stratum in range(counts.shape[1])], float)
             for who in (answers.within(None), answers.resolved, answers.asked)]

    def figures(tables: Counts) -> Floats:
        found = design.shares(tables[:, ~hidden[:, -1]], *bases).rounded(step)
        parts = [found.value, found.se, found.low, found.high]
        return np.nan_to_num(np.concatenate(parts, axis=1), nan=-1.0)

    truth = figures(counts[None])
    return lambda tables: (figures(tables) == truth).all(axis=1)


def _joins(domain_of: Counts) -> Counts:
    """Sums of strata: each apart, by domain, and all of them."""
    member = domain_of[:, None] == np.arange(domain_of.max() + 1)
    return np.column_stack([np.eye(len(domain_of)), member, np.ones(len(domain_of))]).astype(int)


def _secret_parts(counts: Counts, hidden: Flags, domain_of: Counts) -> Flags:
    """Cells by row and stratum that nobody may find: hidden ones, and parts of a domain."""
    apart = np.bincount(domain_of)[domain_of] > 1
    secret = hidden[:, domain_of] | apart[None, :]
    joint = counts @ (domain_of[:, None] == domain_of[None, :])
    # Without respondents, or where the domain's own cell shows 0 or all, nothing is left to hide.
    known = (counts.sum(axis=0) == 0)[None, :] | (~hidden[:, domain_of] & (
        (joint == 0) | (joint == joint.sum(axis=0)[None, :])))
    return secret & ~known


def _longer_and_longer(counts: Counts, least: Counts, hidden: Flags, domain_of: Counts
                       ) -> Iterator[Counts]:
    """First the simple moves, then pairs of the smallest; each leaves all cells what they need."""
    simple = np.array([np.zeros_like(counts), *_moves(counts, hidden, domain_of)])
    yield simple[(counts + simple >= least).all(axis=(1, 2))]
    small = simple[np.abs(simple).max(axis=(1, 2)) == 1]
    one, other = np.triu_indices(len(small), 1)
    pairs = small[one] + small[other]
    yield pairs[(counts + pairs >= least).all(axis=(1, 2))]


def _moves(counts: Counts, hidden: Flags, domain_of: Counts) -> Iterator[Counts]:
    """Ways to move answers that leave every shown count as it is."""
    rows, columns = (np.eye(size, dtype=int) for size in counts.shape)
    free = hidden[:, domain_of]
    for pair in map(list, combinations(range(len(rows)), 2)):
        exchange = rows[pair[0]] - rows[pair[1]]
        for left, right in combinations(range(len(columns)), 2):
            if domain_of[left] == domain_of[right] or free[pair][:, [left, right]].all():
                move = np.outer(exchange, columns[left] - columns[right])
                yield from (size * move for size in range(-MOST_MOVED, MOST_MOVED + 1))
        if hidden[pair, -1].all():
            for column in np.flatnonzero(free[pair].all(axis=0)):
                move = np.outer(exchange, columns[column])
                yield from (-move, move)
