"""The book of a year in which all but two of a group link the acts: nearly every total of linking
is told within limits, and every chapter still tells what came out."""

from __future__ import annotations

import csv

import pytest

from .review.choices import UNKNOWN
from .spoken import all_spoken, fault, is_silent, reviewed, reviewer

pytestmark = pytest.mark.audit

# Asked of who makes no link: here of two of each group.
REASONS = "redenen_geen_koppeling"


def test_nearly_all_link(linked):
    told = {(row["option"], row["status"]) for row in linked.results
            if (row["question"], row["domain"]) == ("koppeling", "totaal")}
    assert told == {("ja", "op_hooguit_twee_na_alle"), ("nee", "hooguit_twee")}


def test_every_word_says_what_is_published(linked):
    faults = [f"{one}: {found}" for one in reviewed(linked) if (found := fault(linked, one.word))]
    assert not faults, "\n".join(faults)


def test_words_say_nothing_only_of_what_two_were_asked_or_what_limits_leave_open(linked):
    """And so nothing on the landing page."""
    silent = [one for one in all_spoken(linked) if is_silent(one.word)]
    hidden = [one for one in silent
              if all(ref.startswith(f"{REASONS}.") for ref in one.word.own)]
    assert {one.page for one in hidden} == {"chapters/02-uitvoering"}
    known = [str(one) for one in silent if one not in hidden and (
        one.word.outcome != UNKNOWN
        or all(low == high for low, high in map(reviewer(linked).limits, one.word.own)))]
    assert not known
    assert "index" not in {one.page for one in silent}


def test_every_bar_of_the_landing_page_has_a_length_and_a_label(linked):
    bars = linked.soup("index").select("svg.small-bars rect:not(.track)")
    assert len(bars) == 4
    assert all(float(bar["width"]) > 0 for bar in bars)
    labels = linked.soup("index").select("svg.small-bars text.value")
    assert all("%" in label.get_text() for label in labels)


def test_every_figure_has_a_bar_of_each_answer(linked):
    numbers = [image["src"].removesuffix(".svg").rpartition("-")[2] for page in linked.findings
               for image in linked.soup(page).select("figure img[src$='.svg']")]
    assert len(numbers) > 10
    for number in numbers:
        path = linked.html / "downloads" / f"figuur-{number}"
        with path.with_suffix(".csv").open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        drawing = path.with_suffix(".svg").read_text(encoding="utf-8")
        assert rows
        assert all(row["status"] != "te_weinig" for row in rows), path
        bars = sum(row["count_high"] != "0" for row in rows)
        assert drawing.count('clip-path="url') >= bars, path
