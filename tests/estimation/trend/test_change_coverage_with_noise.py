"""Changes as they are published cover as well: with noise, and with a band for what is shared.

The samples are those of `test_change_coverage`. Counts by size class of both rounds and the joint
table get their noise, as published ones do.
"""

import numpy as np
import pytest

from participatiemonitor.estimation.answers import Answers
from participatiemonitor.estimation.design.classes import Classes
from participatiemonitor.estimation.disclosure.noise import perturbed
from participatiemonitor.estimation.disclosure.spread import exchanged
from participatiemonitor.estimation.trend.covariance import UNKNOWN, bounded
from participatiemonitor.estimation.trend.difference import difference
from participatiemonitor.estimation.trend.joint import states, taking_part, told
from participatiemonitor.estimation.trend.overlap import Overlap

from .test_change_coverage import SHARES, SIZES, drawn

KEYS = (b"one", b"another", b"a third")
LEAST_TOTAL = 3  # respondents that gave an answer, or did not


def published(sample, key, subject):
    """What a round publishes of a sample; None where its total is a class."""
    member = sample.design.membership
    n, yes = member @ sample.domain, member @ (sample.values == 1)
    if min(yes.sum(), (n - yes).sum()) < LEAST_TOTAL:
        return None
    table = perturbed(np.array([yes, n - yes], int), key, subject)
    classes = Classes(np.array(SIZES, float), np.ones(3), np.ones(3), n, sample.known, n)
    return classes.parted_share(table[0], exchanged(table, [0]))


def shown(first, second, pairs, common, key, subject):
    parts = [published(one, key, subject + name) for one, name in (
        (first, b"then"), (second, b"now"))]
    if None in parts:
        return None
    cells = np.column_stack([one.design.strata[pairs[:, place]]
                             for place, one in enumerate((first, second))])
    both = Overlap(pairs, cells, common).known(first.resolved, second.resolved)
    some = taking_part(both, *parts)
    between = UNKNOWN
    if some is not None:
        said = [states(Answers("single", ("o",), one.values[:, None], one.design.strata,
                               one.resolved, one.asked), ("o",), part.weighted.value)
                for one, part in zip((first, second), parts, strict=True)]
        codes = np.array([subject.decode() + str(place) for place in some.pairs[:, 1]])
        between = told(some, codes, tuple(said), tuple(parts), key)
    factors = both.factors(*(tuple(getattr(part, name) for part in parts)
                             for name in ("known", "sizes")))
    found = difference(*(part.weighted for part in parts),
                       bounded(factors, tuple(part.scale for part in parts), between))
    return found.rounded(), some is not None


def coverage(overlap, shares, draws, **more):
    rng = np.random.default_rng([int(100 * overlap), int(100 * shares[0]), draws])
    hits, pairs_told = [], []
    for draw in range(draws):
        *samples, truth = drawn(rng, overlap, shares, **more)
        both = shown(*samples, KEYS[draw % len(KEYS)], b"%d" % draw)
        if both is None:
            continue
        found, is_told = both
        hits.append(found.low - 0.005 <= truth <= found.high + 0.005)
        pairs_told.append(is_told)
    covered = float(np.mean(hits))
    print(f"overlap {overlap}, {shares}, {more}: covered {covered:.3f}, what is shared was told in "
          f"{np.mean(pairs_told):.2f}")
    return covered


@pytest.mark.parametrize("overlap", [0.0, 0.3, 1.0])
def test_in_a_small_simulation_what_is_published_covers(overlap):
    assert np.mean([coverage(overlap, shares, 100) for shares in SHARES[:2]]) >= 0.93


@pytest.mark.audit
@pytest.mark.parametrize("more", [{}, {"missing": 0.1}], ids=["all answer", "some leave it out"])
@pytest.mark.parametrize("overlap", [0.0, 0.3, 1.0])
def test_what_is_published_covers(overlap, more):
    covered = [coverage(overlap, shares, 800, **more) for shares in SHARES]
    assert np.mean(covered) >= 0.94
    assert min(covered) >= 0.93
