"""An attacker runs the code over all answers that fit, with keys of his own."""

from __future__ import annotations

import itertools
from collections import defaultdict

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure import noise
from participatiemonitor.estimation.disclosure.totals import tell_all
from participatiemonitor.estimation.estimates import FEW, OK
from participatiemonitor.estimation.refs import Ref

from .small import GROUP, publisher, single
from .test_totals_inversion import compositions

SHAPES = [(5, 4, 3), (7, 5), (6, 2, 4), (4, 4, 4, 2)]


def same_publication(sizes: tuple[int, ...], total: int, keys: int) -> dict:
    """By what can be published, the counts by size class that can publish it."""
    place = np.repeat(np.arange(len(sizes)), sizes)
    found = defaultdict(set)
    for counts in itertools.product(*(range(size + 1) for size in sizes)):
        if sum(counts) != total:
            continue
        answer = np.concatenate([np.arange(size) >= count
                                 for size, count in zip(sizes, counts, strict=True)]).astype(int)
        make = publisher(place, {"q": single(answer, 2)})
        for key in range(keys):
            parts = make(b"his own %d" % key).parts(Ref("q", "o0", GROUP))
            found[None if parts is None else tuple(parts.tolist())].add(counts)
    return found


def few_values(found: dict) -> list:
    return [(published, place, sorted({one[place] for one in tables}))
            for published, tables in found.items() for place in range(len(next(iter(tables))))
            if len({one[place] for one in tables}) < 3]


@pytest.mark.parametrize("sizes, total, keys", [
    ((5, 4, 3), 6, 400), ((7, 5), 5, 100),
    *(pytest.param(sizes, total, 400, marks=pytest.mark.audit)
      for sizes in SHAPES for total in range(4, sum(sizes) // 2 + 1))])
def test_of_each_count_three_values_can_be_published_in_the_same_way(sizes, total, keys):
    found = same_publication(sizes, total, keys)
    assert len(found) > 3 and None not in found
    # The smallest classes have no more than three counts, and not each key has been tried.
    assert few_values(found) == []


def test_the_attacker_wins_without_noise(monkeypatch):
    monkeypatch.setattr(noise, "SWEEPS", 0)
    monkeypatch.setattr(noise, "ROOM", 0)
    found = same_publication((5, 4, 3), 6, 3)
    print(f"without noise {len(few_values(found))} counts follow")
    assert all(len(tables) == 1 for tables in found.values())


@pytest.mark.parametrize("n, options", [(10, 3), (14, 3), (12, 4)])
def test_one_of_hooguit_twee_does_not_know_whether_there_is_another(n, options):
    published = defaultdict(list)
    for counts in compositions(n, options):
        told = tell_all(counts, n, adds_up=True)
        published[tuple((one.status, one.between, count if one.status == OK else None)
                        for one, count in zip(told, counts, strict=True))].append(counts)
    for public, tables in published.items():
        for place in range(options):
            if public[place][0] == FEW:
                # Who gave the answer knows that it is one or two.
                assert {one[place] for one in tables} >= {1, 2}


def test_who_gave_an_answer_that_few_gave_does_not_learn_what_is_not_told():
    for n, options in ((10, 3), (12, 4)):
        published = defaultdict(list)
        for counts in compositions(n, options):
            told = tell_all(counts, n, adds_up=True)
            published[tuple((one.status, one.between, count if one.status == OK else None)
                            for one, count in zip(told, counts, strict=True))].append(counts)
        for public, tables in published.items():
            for mine in range(options):
                mine_given = [one for one in tables if one[mine] >= 1]
                for place in range(options):
                    if mine_given and public[place][0] != OK:
                        assert len({one[place] for one in mine_given}) >= 2, (public, mine, place)
