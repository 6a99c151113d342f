"""An attacker adds the change between two rounds to what each of them published by itself.

He learns no more of the counts of a round than the one round may tell: the same limits hold, for
every change that can be published, however unlikely. He wins where the correlation of both rounds
is told as it is.
"""

import itertools

import numpy as np
import pytest

from participatiemonitor.estimation.design.weighting import NOTHING, Parted
from participatiemonitor.estimation.trend import joint
from participatiemonitor.estimation.trend.overlap import Overlap

from ..attack.test_posterior import MOST_LIKELY
from .attacker import fitting, learnt, loose

VALUES = 3  # that remain possible of each count
# Respondents by size class, and who said yes then and now.
FEW = [((18, 12), (10, 15), (10, 15, 18))]
MANY = [((20, 10), (10, 12, 15, 20), (10, 15, 20)), ((26, 9), (10, 13, 20), (10, 16)),
        ((15, 15), (10, 14, 18), (10, 15, 20)), ((14, 10, 8), (12, 16), (12, 16)),
        ((60, 30), (10, 30, 45), (10, 45, 70)), ((40, 30, 15), (12, 40), (15, 50))]


def attacks(sizes, totals, leaves=False, most=60):
    """What is learnt from some of what can be published for each pair of totals."""
    rng = np.random.default_rng(sizes)
    stayed = tuple(size - (leaves and not place) for place, size in enumerate(sizes))
    for then in totals[0]:
        for now in totals[1]:
            both = [list(loose(part, total)) for part, total in ((sizes, then), (stayed, now))]
            pairs = [(first, second) for first in both[0] for second in both[1]]
            found = (learnt(sizes, *pairs[place], leaves) for place in rng.permutation(len(pairs)))
            yield from itertools.islice((one for one in found if one is not None), most)


def assert_safe(sizes, *totals, leaves=False):
    found = list(attacks(sizes, totals, leaves))
    best = max(one.with_change[one.chances > 0].max() for one in found)
    alone = max(one.alone.max() for one in found)
    gain = np.mean([one.chances @ one.with_change - one.alone for one in found])
    print(f"{sizes}: of {len(found)} pairs of publications, surest {best:.3f}, without the change "
          f"{alone:.3f}; on average {gain:.4f} surer")
    assert len(found) > 15
    assert best <= MOST_LIKELY
    assert min(one.values[one.chances > 0].min() for one in found) >= VALUES
    assert gain < 0.02
    return found


@pytest.mark.parametrize("sizes, then, now", [
    *FEW, *(pytest.param(*one, marks=pytest.mark.audit) for one in MANY)])
def test_no_count_of_a_round_is_surer_than_one_round_may_tell(sizes, then, now):
    assert_safe(sizes, then, now)


@pytest.mark.parametrize("sizes, then, now", [
    ((18, 13), (10, 15), (10, 15)),
    *(pytest.param(*one, marks=pytest.mark.audit) for one in (
        ((10, 22), (10, 14, 20), (10, 15, 20)), ((14, 10, 9), (12, 16), (12, 16))))])
def test_who_did_not_answer_again_is_not_betrayed(sizes, then, now):
    """All others are in both rounds, so that the one who is not makes the difference."""
    found = assert_safe(sizes, then, now, leaves=True)
    moved = max(abs(one.left[1:][one.chances > 0] - one.left[0]).max() for one in found)
    print(f"how likely it is that who left said yes moves by {moved:.3f} at most")
    assert moved < 0.1


@pytest.mark.parametrize("told", ["to hundredths", "without noise", "of small counts too"])
def test_the_attacker_wins_where_more_is_told(monkeypatch, told):
    sizes = (18, 12)
    if told == "of small counts too":
        monkeypatch.setattr(joint, "BY_SIZE", 3)
        sizes = (20, 10)
    else:
        monkeypatch.setattr(joint, "SHIFT", 0)
    if told == "to hundredths":
        monkeypatch.setattr(joint, "EDGES", tuple(np.linspace(-1, 1, 201).round(2).tolist()))
    found = list(attacks(sizes, ((10,), (10,))))
    best = max(one.with_change[one.chances > 0].max() for one in found)
    print(f"with the correlation told {told} a count is known with {best:.3f}")
    assert best > MOST_LIKELY
    if told == "to hundredths":
        assert min(one.values[one.chances > 0].min() for one in found) == 1


@pytest.mark.parametrize("both", [(7, 4), (3, 2), (8, 5)])
def test_the_attacker_reckons_with_the_chances_that_the_program_draws_with(both):
    sizes, then, now, draws = (18, 12), np.array([9, 6]), np.array([10, 5]), 3000
    classes = np.repeat([0, 1], sizes)
    states = np.zeros((2, sum(sizes)), int)
    for start, size, first, second, twice in zip((0, 18), sizes, then, now, both, strict=True):
        states[0, start:start + first] = 1
        states[1, start + first - twice:start + first - twice + second] = 1
        assert first - twice + second <= size
    parts = [Parted(NOTHING, *[np.ones(2)] * 3, np.array(sizes, float), yes.astype(float))
             for yes in (then, now)]
    pairs = np.repeat(np.arange(sum(sizes))[:, None], 2, axis=1)
    overlap = Overlap(pairs, np.repeat(classes[:, None], 2, axis=1), np.diag(sizes).astype(float))
    said = tuple(joint.States(one, (-0.5, 0.5, 0.0)) for one in states)
    codes = np.array([f"O-{place:02}" for place in range(sum(sizes))])
    edges = joint.ends(joint.attainable(overlap, *parts))
    found = np.bincount([edges.index(joint.told(overlap, codes, said, tuple(parts), b"%d" % key)[0])
                         for key in range(draws)], minlength=len(edges) - 1)
    expected = draws * fitting(sizes, (0, 1), edges, then, now, both)
    assert expected.sum() == pytest.approx(draws)
    print(f"{both}: drawn {found}, expected {expected.round(1)}")
    assert (abs(found - expected) <= 4 * np.sqrt(expected + 1)).all()
