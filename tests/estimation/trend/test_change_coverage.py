"""Intervals of a change cover what they promise, however much two samples overlap.

A population is drawn that answers twice, and from it two samples of which a part is the same. Some
leave the question out, and of some it is known that they were not asked.
"""

import numpy as np
import pytest

from .samples import Sample, change

# Organisations and respondents by size class.
SIZES, TAKEN = (232, 68, 70), (76, 27, 30)
SAME = 0.6  # who says the same again; all others toss a coin of their own
SHARES = [(0.5, 0.5), (0.3, 0.45), (0.1, 0.05)]


def drawn(rng, overlap, shares, missing=0.0, routed=1.0, replaced=0.0):
    """Two samples, who is in both, how many stayed by size class, and how much the share changed.

    Of the population a part is replaced by others in between.
    """
    sizes = np.array(SIZES)
    strata = np.repeat(np.arange(3), sizes)
    answers = [rng.random(len(strata)) < shares[0]]
    stayed = rng.random(len(strata)) >= replaced
    kept = stayed & (rng.random(len(strata)) < SAME)
    answers.append(np.where(kept, answers[0], rng.random(len(strata)) < shares[1]))
    asked = [rng.random(len(strata)) < routed]
    asked.append(np.where(kept, asked[0], rng.random(len(strata)) < routed))
    truth = np.subtract(*(given[to].mean() for given, to in zip(
        answers[::-1], asked[::-1], strict=True)))
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    again = [round(overlap * n) for n in TAKEN]
    chosen = [np.concatenate([start + np.arange(n) for start, n in zip(
        starts, TAKEN, strict=True)]),
        np.concatenate([start + np.r_[np.arange(m), np.arange(n, 2 * n - m)]
                        for start, n, m in zip(starts, TAKEN, again, strict=True)])]
    samples = []
    for given, to, who in zip(answers, asked, chosen, strict=True):
        known = rng.random(len(who)) >= missing
        values = np.where(to[who] & known, given[who].astype(float), np.nan)
        samples.append(Sample(strata[who], sizes, values, to[who] | ~known))
    pairs = np.argwhere((chosen[0][:, None] == chosen[1]) & stayed[chosen[1]])
    return *samples, pairs, np.diag(np.bincount(strata, stayed)), truth


def coverage(overlap, shares, draws, **more):
    rng = np.random.default_rng([int(100 * overlap), int(100 * shares[0]), draws])
    hits, errors, found = [], [], []
    for _ in range(draws):
        first, second, pairs, common, truth = drawn(rng, overlap, shares, **more)
        one = change(first, second, pairs, common)
        hits.append(one.low - 1e-9 <= truth <= one.high + 1e-9)
        found.append(one.value - truth)
        errors.append(one.se)
    covered, ratio = float(np.mean(hits)), float(np.sqrt(np.mean(np.square(errors)))
                                                 / np.std(found))
    print(f"overlap {overlap}, {shares}, {more}: covered {covered:.3f}, "
          f"errors {ratio:.2f} times what they should be")
    return covered


@pytest.mark.parametrize("overlap", [0.0, 0.3, 1.0])
def test_in_a_small_simulation_the_interval_covers(overlap):
    covered = [coverage(overlap, shares, 500) for shares in SHARES[:2]]
    assert 0.93 <= np.mean(covered) <= 0.975


@pytest.mark.audit
@pytest.mark.parametrize("more", [
    {}, {"missing": 0.1}, {"missing": 0.1, "routed": 0.6}, {"replaced": 0.2}],
    ids=["all answer", "some leave it out", "routed", "some are others"])
@pytest.mark.parametrize("overlap", [0.0, 0.3, 1.0])
def test_the_interval_covers_93_to_97_percent(overlap, more):
    covered = [coverage(overlap, shares, 2000, **more) for shares in SHARES]
    assert 0.93 <= np.mean(covered) <= 0.97
    assert min(covered) >= 0.92
    assert max(covered) <= 0.98
