"""An attacker who lays tables side by side: two dates, or two tables of the same persons."""

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure.draws import Draws
from participatiemonitor.studies.persons.walk import walked

from .lattice import Lattice
from .test_walk import LADDER
from .walks import many

MOST_LIKELY = 0.75


def followed(lattice, moved, dates, seed) -> float:
    """How sure one is of the surest count on average over dates, between which persons moved.

    Parameters
    ----------
    lattice : Lattice
    moved : int
        Exchanges of persons between two dates, anywhere; that there were so many is known.
    dates : int
    seed : int

    Returns
    -------
    float
        The mean over dates, after the first, of the likeliest value of any count.
    """
    rng, size = np.random.default_rng(seed), len(lattice.tables)
    truth, thought, best = int(rng.integers(size)), np.full(size, 1 / size), []
    for date in range(dates):
        published = walked(lattice.tables[truth], Draws(b"%d" % seed, b"%d" % date))
        here = (lattice.tables == published).all(axis=(1, 2)).astype(float)
        thought = thought * lattice.after(here)
        thought /= thought.sum()
        best.append(max(np.bincount(lattice.tables[:, row, column], thought).max()
                        for row, column in np.ndindex(*lattice.shape)))
        for _ in range(moved):
            chances = lattice.exchanged[[truth]].toarray()[0]
            truth = int(rng.choice(size, p=chances))
            thought = lattice.exchanged.T @ thought
    return float(np.mean(best[1:]))


@pytest.mark.parametrize("seed", range(2))
def test_dates_average_the_noise_out_unless_persons_move_between_them(seed):
    """Why a table is told once, and a later date when at least ten persons have moved.

    One exchange in nine counts is as five, of ten persons, in a ladder of forty-two.
    """
    lattice = Lattice((20, 20, 20), (20, 20, 20))
    still, moving = (followed(lattice, moved, 8, seed) for moved in (0, 1))
    print(still, moving)
    assert moving < MOST_LIKELY < still


def kinds(tables):
    """How many rose, stayed and fell, of matrices of shape (..., 6, 7)."""
    rungs = tables[..., :6]
    return np.stack([(rungs * np.triu(np.ones((6, 6), int), 1)).sum(axis=(-2, -1)),
                     np.trace(rungs, axis1=-2, axis2=-1)], axis=-1)


@pytest.mark.parametrize("size", [2000, pytest.param(30_000, marks=pytest.mark.audit)])
def test_a_matrix_beside_how_many_rose_in_all_tells_no_count(size):
    """What `told_moves` tells besides: the exact totals of rising, staying, falling and leaving."""
    tables = many(LADDER, size, np.random.default_rng(1))
    told = kinds(tables)
    values, counts = np.unique(told, axis=0, return_counts=True)
    for value in values[np.argsort(-counts)[:2]]:
        fits = tables[(told == value).all(axis=1)].reshape(-1, 42)
        best = max(np.unique(cell, return_counts=True)[1].max() for cell in fits.T) / len(fits)
        print(value, len(fits), best)
        assert best <= MOST_LIKELY + 3.5 * np.sqrt(0.75 * 0.25 / len(fits))
