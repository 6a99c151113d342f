"""How long ten thousand estimates with intervals take, beside the bare shares.

Run with ``make bench``. Both are timed in one process on the same answers; the ratio says what
weights, standard errors and intervals cost on top of a plain group-by in numpy.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from participatiemonitor.estimation.design.weighting import GroupDesign
from participatiemonitor.project import find_project
from participatiemonitor.survey.answered import load_answered

COLUMNS, ROUNDS = 10_000, 5


def bare_shares(values: np.ndarray, strata: np.ndarray) -> np.ndarray:
    """Shares by stratum of every column, by adding up."""
    totals = np.zeros((strata.max() + 1, values.shape[1]))
    np.add.at(totals, strata, values)
    return totals / np.bincount(strata)[:, None]


def fastest(task: Callable[[], object]) -> float:
    """Seconds of the fastest of some rounds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        task()
        times.append(time.perf_counter() - start)
    return min(times)


def main() -> None:
    """Time both and print the ratio."""
    design = GroupDesign(load_answered(2011, find_project()), "sociale_dienst")
    strata = design.design.strata
    rng = np.random.default_rng(1)
    values = (rng.random((len(strata), COLUMNS)) < rng.random(COLUMNS)).astype(float)
    everyone = np.ones(values.shape, bool)
    bare = fastest(lambda: bare_shares(values, strata))
    full = fastest(lambda: design.many(values, everyone, everyone, everyone))
    print(f"{COLUMNS} schattingen met interval: {full:.2f} s")
    print(f"dezelfde aandelen met numpy alleen: {bare:.3f} s; verhouding {full / bare:.1f}")


if __name__ == "__main__":
    main()
