"""How large groups must be for printed shares to differ beyond chance, against R and others."""

import csv
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from statsmodels.stats.proportion import proportions_ztest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.documents.printed.samples import LEVEL, answers_needed, smallest
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.printed_samples import sample_needed

with (Path(__file__).with_name("golden") / "samples.csv").open(encoding="utf-8") as golden:
    GOLDEN = list(csv.DictReader(golden))
FIRST, SECOND = ("movisie2016.bezetting.peiling_2014.gemeenten",
                 "movisie2016.bezetting.peiling_2015.teams")
SHARES = st.integers(0, 100)


def printed(share: int) -> Limits:
    return Limits(share - 0.5, share + 0.5, float(share))


def chance(first: int, second: int, size: int) -> float:
    """How likely such a difference is where there is none; 1 where nobody differs."""
    if first + second in (0, 2 * size):
        return 1.0
    return float(proportions_ztest([first, second], [size, size])[1])


def counts(share: int, size: int) -> list[int]:
    """The numbers of answers that are printed as this share."""
    return [one for one in range(size + 1) if share - 0.5 <= 100 * one / size <= share + 0.5]


@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: f"{row['high']}-{row['low']}")
def test_the_smallest_size_is_that_of_r(row):
    assert float(row["before"]) > LEVEL >= float(row["at"])
    # R tests from two answers upwards.
    assert smallest(float(row["high"]), float(row["low"])) == int(row["size"])


@settings(max_examples=60, deadline=None)
@given(SHARES, SHARES, st.integers(0, 400))
def test_no_pair_of_counts_that_prints_so_says_otherwise(one, other, size):
    assume(abs(one - other) > 4)
    needed = answers_needed(printed(one), printed(other))
    for at, beyond in ((needed.least - 1, False), (needed.most + size, True)):
        if at < 1:
            continue
        for first in counts(one, at):
            for second in counts(other, at):
                assert (chance(first, second, at) <= LEVEL + 1e-9) is beyond


@given(SHARES, SHARES)
def test_rounding_never_narrows_what_is_needed(one, other):
    assume(one != other)
    needed = answers_needed(printed(one), printed(other))
    assert needed == answers_needed(printed(other), printed(one))
    assert needed.least <= needed.printed
    assert (needed.most is None) == (abs(one - other) <= 1)
    assert needed.most is None or needed.printed <= needed.most


@given(SHARES, SHARES)
def test_exact_shares_need_one_number(one, other):
    assume(one != other)
    needed = answers_needed(exact(one), exact(other))
    assert needed.least == needed.printed == needed.most


@pytest.mark.parametrize(("one", "other"), [
    (exact(5), exact(5)), (Limits(0, 10), exact(5)), (exact(105), exact(5))])
def test_what_cannot_be_compared_is_refused(one, other):
    with pytest.raises(InputError):
        answers_needed(one, other)


@pytest.mark.parametrize(("case", "text"), [("least", "53"), ("printed", "59"), ("most", "67")])
def test_the_two_polls_of_movisie(repository, case, text):
    bound = sample_needed(read_printed(repository), FIRST, SECOND, case)
    assert str(bound) == text
    assert "55%" in bound.source
    assert "37%" in bound.source


@pytest.mark.parametrize(("one", "other", "case"), [
    (FIRST, SECOND, "meest"),
    (FIRST, "movisie2016.publicatie.vernieuwing_in_dagbesteding.projecten", "most"),
    (FIRST, "movisie2016.bezetting.peiling_2014.teams", "most")])
def test_a_word_refuses_what_is_no_pair_of_shares(repository, one, other, case):
    with pytest.raises(InputError):
        sample_needed(read_printed(repository), one, other, case)
