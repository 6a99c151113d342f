"""What all told tables of a study leave open of each count; see decision 0035.

Towns are made to be the worst: few provisions, so that many tables tell of few persons, and few
persons of each combination, or nobody.
"""

from __future__ import annotations

import numpy as np
import pytest

from .cell_attack import Attacker, published, town
from .people import provisions_of

SURE = 0.75
KEYS = [bytes([number]) * 32 for number in range(1, 7)]
TOWNS = {
    "two, one area": ("ab", "wz", 1, [30, 20, 6]),
    "nobody uses the second by itself": ("ab", "wz", 1, [40, 0, 20]),
    "two, two areas": ("ab", "wz", 2, [20, 0, 15, 35, 3, 0]),
    "two of one scheme": ("aa", "wz", 2, [25, 10, 3, 32, 0, 4]),
    "three areas": ("ab", "wz", 3, [30, 2, 4, 33, 0, 0, 20, 6, 10]),
    "three, as it occurs": ("aab", "wzz", 1, [30, 20, 4, 10, 0, 1, 0]),
    "all use one only": ("aab", "wzz", 1, [60, 0, 0, 0, 0, 0, 0]),
    "three, two areas": ("aab", "wzz", 2, [30, 20, 4, 10, 0, 1, 0, 22, 15, 0, 0, 3, 0, 0]),
    "three schemes": ("abc", "wzj", 2, [20, 0, 6, 1, 3, 20, 1, 6, 0, 1, 20, 2, 3, 1]),
    "few of each": ("aab", "wzz", 1, [3, 3, 3, 3, 3, 3, 3]),
    "twenty persons": ("aab", "wzz", 1, [5, 2, 2, 6, 1, 2, 1]),
    "four": ("aabc", "wwzj", 1, [6, 3, 20, 6, 0, 0, 3, 10, 0, 6, 6, 10, 10, 0, 3]),
}


def _attacker(name: str, key: bytes) -> tuple[Attacker, list[int]]:
    schemes, domains, areas, counts = TOWNS[name]
    provisions = provisions_of(schemes, domains)
    rows = published(town(counts, len(schemes), areas, 7), provisions, areas, key)
    return Attacker(rows, len(counts)), counts


def test_the_attacker_reads_what_is_told():
    """Of each row he knows who is in it: with no noise in sight the mean is the true count."""
    told = []
    for key in [bytes([number]) * 32 for number in range(1, 40)]:
        attacker, counts = _attacker("three, two areas", key)
        told.append({row.atoms: row.told for row in attacker.rows})
    for atoms in set.intersection(*map(set, told)):
        true = sum(count for atom, count in enumerate(counts) if atoms >> atom & 1)
        if true > 25:
            assert np.mean([one[atoms] for one in told]) == pytest.approx(true, abs=2.5)


def test_nobody_is_sure_exactly():
    attacker, _ = _attacker("two, one area", KEYS[0])
    chances = attacker.exactly(44)
    assert chances.max() < 0.4
    assert ((chances > 0.01).sum(axis=1) >= 3).all()


def test_a_walk_finds_what_is_exact():
    attacker, counts = _attacker("two, one area", KEYS[0])
    exact, walked = attacker.exactly(44), attacker.by_walk(counts, 60_000, 1)
    size = min(exact.shape[1], walked.shape[1])
    assert np.abs(exact[:, :size] - walked[:, :size]).max() < 0.04


@pytest.mark.audit
def test_who_holds_all_tables_is_seldom_sure():
    large, told, few = [], [], []
    for name in TOWNS:
        for key in KEYS:
            attacker, counts = _attacker(name, key)
            chances = attacker.by_walk(counts, 100_000, 1)
            assert ((chances > 1e-4).sum(axis=1) >= 3)[[row.told > 0 for row in attacker.rows]
                                                       ].mean() > 0.98
            for row, open_, surest in zip(attacker.rows, attacker.judged(), chances.max(axis=1),
                                          strict=True):
                true = sum(count for atom, count in enumerate(counts) if row.atoms >> atom & 1)
                if open_:
                    (large if true >= 10 else told if row.told else few).append(surest)
        print(name, *(f"{np.max(one):.2f} {np.mean(np.array(one) > SURE):.3f} of {len(one)};"
                      for one in (large, told, few) if one))
    assert max(large) < SURE
    assert np.mean(np.array(told) > SURE) < 0.01 and max(told) < 0.9
    assert np.mean(np.array(few) > SURE) < 0.05
