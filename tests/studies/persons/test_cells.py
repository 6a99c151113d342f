"""Noise by cell: whose it is, how large, and what it leaves open of a single count."""

from __future__ import annotations

import hashlib
import hmac

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.studies.persons.cells import (
    NOISE,
    OF_ROLE,
    OWN,
    SPREAD,
    Cell,
    Share,
    Told,
    chances,
    share,
    share_of,
    tell,
    tell_all,
)

KEY, OTHER = b"k" * 32, b"a" * 32
COUNT = 1000


def _identities(size: int = 20_000) -> np.ndarray:
    return np.random.default_rng(17).integers(-2**63, 2**63 - 1, size)


def _noise(role: str, key: bytes = KEY, identities: np.ndarray | None = None) -> np.ndarray:
    who = _identities() if identities is None else identities
    return tell_all(np.full(len(who), COUNT), who, role, key) - COUNT


def test_the_same_persons_in_the_same_role_are_told_the_same():
    who = _identities(500)
    turned = np.random.default_rng(1).permutation(500)
    assert (_noise("gebruikt", identities=who)[turned]
            == _noise("gebruikt", identities=who[turned])).all()
    assert [tell(Cell(COUNT, one), "gebruikt", KEY).count - COUNT for one in who[:20].tolist()
            ] == _noise("gebruikt", identities=who)[:20].tolist()


def test_noise_is_as_large_as_it_says():
    noise = _noise("gebruikt")
    assert abs(noise.mean()) < 4 * SPREAD / np.sqrt(len(noise))
    assert noise.std() == pytest.approx(SPREAD, rel=0.02)


def test_another_key_is_another_draw():
    together = np.corrcoef(_noise("gebruikt"), _noise("gebruikt", OTHER))[0, 1]
    assert abs(together) < 0.03


def test_of_another_role_a_part_of_the_noise_is_the_same():
    """So that roles do not average out, and equal persons are not seen by equal counts."""
    one, other = _noise("gebruikt"), _noise("beide")
    assert np.cov(one, other)[0, 1] == pytest.approx(OWN**2, rel=0.06)
    assert (one - other).std() == pytest.approx(np.sqrt(2) * OF_ROLE, rel=0.02)


def test_another_reading_of_the_definition_draws_the_same():
    def drawn(subject: bytes, spread: float) -> int:
        digest = hmac.new(KEY, subject + bytes(8), hashlib.sha256).digest()
        left = (int.from_bytes(digest[:8], "big") >> 11) / 2**53
        sizes = {size: np.exp(-size * size / (2 * spread * spread)) for size in range(-40, 41)}
        for size, chance in sizes.items():
            left -= chance / sum(sizes.values())
            if left < 0:
                return size
        raise AssertionError

    for who in (-2**63, -17, 5, 2**63 - 1):
        subject = b"cel" + who.to_bytes(8, "big", signed=True)
        noise = drawn(subject, OWN) + drawn(subject + b"meer dan een", OF_ROLE)
        assert tell(Cell(COUNT, who), "meer dan een", KEY) == Told(COUNT + noise)


@given(st.integers(0, 2), st.integers(-2**63, 2**63 - 1), st.binary(min_size=32, max_size=32))
def test_nought_to_two_is_a_class_whatever_is_drawn(count, who, key):
    assert tell(Cell(count, who), "gebruikt", key) == Told(0)


def test_few_by_noise_are_a_class_in_all_roles_or_in_none():
    who = _identities(2000)
    one, other = (tell_all(np.full(2000, 4), who, role, KEY) for role in ("gebruikt", "beide"))
    assert ((one == 0) == (other == 0)).all() and 0.1 < (one == 0).mean() < 0.4
    assert set(one.tolist()) >= {0, 3, 4, 5} and not set(one.tolist()) & {-1, 1, 2}
    assert (one != other).mean() > 0.4


def test_of_a_single_count_much_is_left_open():
    """With all counts as likely none is surer than one in four or five, whatever is told."""
    own, of_role, noise = chances(OWN), chances(OF_ROLE), NOISE.tolist()
    found = np.zeros((90, 80))
    for count in range(80):
        for size, likely in zip(noise, own, strict=True):
            if count <= 2 or count + size <= 2:
                found[0, count] += likely
                continue
            for more, chance in zip(noise, of_role, strict=True):
                if count + size + more < 90:
                    found[max(count + size + more, 3), count] += likely * chance
    for told in (0, *range(3, 50)):
        likely = found[told] / found[told].sum()
        assert likely.max() < (0.27 if told == 0 else 0.2), told
        assert (likely > 0.01).sum() >= 3


def test_a_class_has_a_middle_and_words():
    assert (Told(0).few, Told(0).middle, Told(0).text) == (True, 1.0, "hooguit 2")
    assert (Told(1204).few, Told(1204).middle, Told(1204).text) == (False, 1204.0, "1.204")


def test_shares_by_hand():
    assert share(Told(36), Told(100)) == Share(36)
    assert share(Told(20), Told(29)) is None
    # 5 of 40 is 12.5 %, half up.
    assert share(Told(5), Told(40)) == Share(13)
    # A class of 2 of 70 is 2.9 %: at most 3 %.
    assert share(Told(0), Told(70)) == Share(3, at_most=True)
    # What noise makes more than all is all.
    assert share(Told(104), Told(100)) == Share(100)
    assert share_of(-3, Told(100)) == Share(0)
    assert Share(3, at_most=True).text == "hooguit 3%"
    assert Share(36).text == "36%"
