"""An attacker tries every table of totals and keeps those that are told in the same way."""

from __future__ import annotations

import itertools
from collections import defaultdict

import numpy as np
import pytest

from participatiemonitor.estimation.disclosure import totals
from participatiemonitor.estimation.disclosure.totals import Told, tell, tell_all
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref

from .small import GROUP, Asked, publisher, single


def compositions(total: int, parts: int):
    if parts == 1:
        yield (total,)
        return
    for first in range(total + 1):
        for rest in compositions(total - first, parts - 1):
            yield (first, *rest)


def seen(told: list[Told], counts: tuple[int, ...]) -> tuple:
    return tuple((one.status, one.between, count if one.status == OK else None)
                 for one, count in zip(told, counts, strict=True))


def told_too_much(published: dict[tuple, list[tuple[int, ...]]]) -> list:
    """Of all that can be published: a count that is not told and has fewer than three values."""
    return [(public, place, sorted({table[place] for table in tables}))
            for public, tables in published.items() for place, one in enumerate(public)
            if one[0] != OK and len({table[place] for table in tables}) < 3]


def told_falsely(published: dict[tuple, list[tuple[int, ...]]]) -> list:
    """A count that is not between what is told of it."""
    return [(public, place, table) for public, tables in published.items()
            for place, one in enumerate(public) for table in tables
            if one[1] and not one[1][0] <= table[place] <= one[1][1]]


def single_choices(options: int, sizes) -> list:
    found = []
    for n in sizes:
        published = defaultdict(list)
        for counts in compositions(n, options):
            published[seen(tell_all(counts, n, adds_up=True), counts)].append(counts)
        assert not told_falsely(published)
        found += told_too_much(published)
    return found


def multiple_choices(options: int, sizes) -> list:
    found = []
    for n in sizes:
        published = defaultdict(list)
        for counts in itertools.product(range(n + 1), repeat=options):
            if sum(counts) >= n:
                told = tell_all(counts, n, adds_up=False, at_least_one=True)
                published[seen(told, counts)].append(counts)
        assert not told_falsely(published)
        found += told_too_much(published)
    return found


AUDIT = pytest.mark.audit


@pytest.mark.parametrize("options, sizes", [
    (2, range(5, 16)), (3, range(5, 16)), (4, range(5, 13)),
    pytest.param(2, range(5, 41), marks=AUDIT), pytest.param(3, range(5, 31), marks=AUDIT),
    pytest.param(4, range(5, 26), marks=AUDIT), pytest.param(5, range(5, 21), marks=AUDIT)])
def test_the_totals_of_a_single_choice_leave_three_values(options, sizes):
    assert single_choices(options, sizes) == []


@pytest.mark.parametrize("options, sizes", [
    (2, range(5, 13)), (3, range(5, 9)),
    pytest.param(2, range(5, 31), marks=AUDIT), pytest.param(3, range(5, 16), marks=AUDIT)])
def test_the_totals_of_a_multiple_choice_leave_three_values(options, sizes):
    assert multiple_choices(options, sizes) == []


def test_the_attacker_wins_when_only_classes_are_kept_back():
    published = defaultdict(list)
    for counts in compositions(12, 3):
        published[seen([tell(count, 12) for count in counts], counts)].append(counts)
    found = told_too_much(published)
    print(f"without a band beside it {len(found)} ways to publish tell a count of a class")
    assert found


def test_the_attacker_wins_when_a_class_is_too_small(monkeypatch):
    monkeypatch.setattr(totals, "CLASS", 1)
    found = single_choices(3, [12])
    print(f"with classes of two counts {len(found)} ways to publish tell a count")
    assert found


# --- nets, and questions that are put to who gave an answer --------------------------------------

def answers_of(counts: tuple[int, ...], of: int) -> np.ndarray:
    """The number of the option by respondent; -1 for the last ones."""
    given = np.repeat(np.arange(len(counts)), counts)
    return np.concatenate([given, np.full(of - len(given), -1)])


def published_with_nets(counts: tuple[int, ...], n: int, nets: list[tuple[int, ...]]):
    make = publisher(np.zeros(n, int), {"q": single(answers_of(counts, n), len(counts))})
    publication = make(b"key")
    together = [(place,) for place in range(len(counts))] + nets
    told = [publication.total(Ref("q", "+".join(f"o{place}" for place in net), GROUP))
            for net in together]
    return told, tuple(sum(counts[place] for place in net) for net in together)


@pytest.mark.parametrize("options, n", [(3, 9), (3, 12), (4, 10), pytest.param(4, 15, marks=AUDIT)])
def test_nets_of_a_single_choice_tell_no_more_than_their_parts(options, n):
    nets = [net for size in range(2, options)
            for net in itertools.combinations(range(options), size)]
    published = defaultdict(list)
    for counts in compositions(n, options):
        told, every = published_with_nets(counts, n, nets)
        published[seen(told, every)].append(every)
    assert told_falsely(published) == []
    assert told_too_much(published) == []


def routed_tables(n: int, filters: int, options: int):
    for source in compositions(n, filters):
        for base in range(5, source[0] + 1):
            for counts in compositions(base, options):
                yield source, base, counts


def published_routed(n: int, source: tuple[int, ...], base: int, counts: tuple[int, ...]):
    # Put to who gave the first option, of whom the last left it out.
    asked = {"f": single(answers_of(source, n), len(source)),
             "q": single(answers_of(counts, n), len(counts), when={"f": ("o0",)})}
    publication = publisher(np.zeros(n, int), asked)(b"key")
    told = [publication.total(Ref(name, option, GROUP))
            for name, one in asked.items() for option in one.options]
    found = publication.base("q", GROUP)
    sure = Told(OK if not found.unsure else "unsure",
                (found.n, found.n + found.unsure) if found.unsure else None)
    return [*told, sure], (*source, *counts, base)


@pytest.mark.parametrize("n, filters, options", [
    (9, 2, 2), (11, 2, 2), pytest.param(17, 2, 2, marks=AUDIT),
    pytest.param(16, 2, 2, marks=AUDIT), pytest.param(24, 2, 2, marks=AUDIT),
    pytest.param(20, 2, 3, marks=AUDIT), pytest.param(12, 3, 2, marks=AUDIT),
    pytest.param(11, 2, 3, marks=AUDIT)])
def test_a_routed_question_and_its_filter_leave_three_values(n, filters, options):
    published = defaultdict(list)
    for source, base, counts in routed_tables(n, filters, options):
        told, every = published_routed(n, source, base, counts)
        published[seen(told, every)].append(every)
    assert told_falsely(published) == []
    assert told_too_much(published) == []


def exclusive_tables(n: int, items: int):
    for alone in range(n + 1):
        for counts in itertools.product(range(n - alone + 1), repeat=items):
            if sum(counts) >= n - alone:
                yield (*counts, alone)


def ticked(counts: tuple[int, ...], n: int) -> np.ndarray:
    """Everybody ticks an item at least; the last item excludes the others."""
    *items, alone = counts
    rows = np.zeros((n, len(counts)))
    start = 0
    for place, count in enumerate(items):
        # One after another, so that no one is without as long as there are enough.
        rows[(start + np.arange(count)) % max(n - alone, 1), place] = 1
        start += count
    rows[n - alone:, -1] = 1
    return rows


@pytest.mark.parametrize("n, items", [(8, 2), pytest.param(12, 2, marks=AUDIT),
                                      pytest.param(8, 3, marks=AUDIT)])
def test_items_and_the_exclusive_one_leave_three_values(n, items):
    published = defaultdict(list)
    for counts in exclusive_tables(n, items):
        rows = ticked(counts, n)
        assert (rows.sum(axis=1) >= 1).all()
        asked = Asked("multiple", rows, exclusive=f"o{items}")
        publication = publisher(np.zeros(n, int), {"q": asked})(b"key")
        told = [publication.total(Ref("q", option, GROUP)) for option in asked.options]
        net = publication.total(Ref("q", "+".join(asked.options[:-1]), GROUP))
        every = (*counts, n - counts[-1])
        published[seen([*told, net], every)].append(every)
    assert told_falsely(published) == []
    assert told_too_much(published) == []
