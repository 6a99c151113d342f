"""A round beside the rounds before it: the tab of a figure, and the tables of the chapter."""

import re
import shutil
from dataclasses import replace
from html import unescape

import pytest
import rounds
from bookmaking import REPOSITORY

from participatiemonitor import dutch
from participatiemonitor.documents.sources import Reported
from participatiemonitor.documents.trends import open_trends
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.estimation.trend.several import LEVEL
from participatiemonitor.estimation.trend.trend import read_trends, write_trends
from participatiemonitor.plain_text import markdown
from participatiemonitor.presentation.exhibits.earlier_rounds import MARK, earlier_table
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, exhibit, exhibits
from participatiemonitor.presentation.exhibits.trend_tables import (
    changed,
    in_short,
    not_alike,
    printed_before,
)


@pytest.fixture(scope="module")
def three(tmp_path_factory):
    """A project with the round that was drawn and two of answers."""
    project = rounds.two_rounds(tmp_path_factory.mktemp("three"))
    shutil.copytree(REPOSITORY / "data/waves/2011", project.wave(2011))
    shutil.copytree(REPOSITORY / "data/published", project.published)
    return project


@pytest.fixture(scope="module")
def opened(three):
    """A round with those before it: ``opened(2020)``."""
    from participatiemonitor.documents.documents import read_documents

    documents = read_documents(three)
    made = {}

    def open_round(year):
        if year not in made:
            made[year] = Reported(open_results(year, three), documents, three,
                                  open_trends(year, three))
        return made[year]

    return open_round


def lines(text):
    """The cells of the rows of a Markdown table."""
    return [[unescape(cell).strip() for cell in line.strip("|").split(" | ")]
            for line in str(text).splitlines() if line.startswith("|")]


def test_the_first_round_has_nothing_beside_it(opened):
    first = opened(2011)
    assert first.trends == ()
    assert all(earlier_table(shown, first.trends) is None for shown in exhibits(first))


def test_trends_are_kept_to_the_last_digit(opened, tmp_path):
    write_trends(opened(2020).trends, tmp_path / "trends.json")
    found = read_trends(tmp_path / "trends.json")
    assert repr(found) == repr(opened(2020).trends)


def test_a_figure_stands_beside_each_round_before_with_the_number_of_answers(opened):
    source = opened(2020)
    shown = exhibit(source, FIGURE, 1)
    table = lines(earlier_table(shown, source.trends))
    assert table[0][2:] == ["2011", "2016", "2020", "verandering sinds 2016"]
    body, first, second = table[2:], *source.trends
    assert len(body) == len(shown.rows) + len(shown.groups)
    for row in shown.rows:
        line, = (one for one in body if one[:2] == [dutch.capital(row.group),
                                                    dutch.capital(row.answer)])
        then, now = second[row.estimate.ref], row.estimate
        assert line[3] == (dutch.percent(then.earlier.value)
                           if then.earlier.told else "hooguit twee")
        assert line[4] == row.label
        assert (line[5] != "–") == then.tested
        assert bool(first[now.ref].earlier.told) == (line[2] != "–")
    for group in shown.groups:
        n, = (one for one in body if one[:2] == [dutch.capital(group), "n"])
        assert n[2] == "–"
        assert n[3:5] == [str(opened(2016)[row.estimate.ref].n) if year == 2016
                          else str(row.estimate.n)
                          for row in [next(one for one in shown.rows if one.group == group)]
                          for year in (2016, 2020)]


def test_the_change_is_of_the_weighted_share_and_no_difference_of_columns(opened):
    source = opened(2020)
    tested = [one for one in source.trends[-1].changes if one.tested]
    apart = [one for one in tested
             if dutch.whole(100 * (one.later.value - one.earlier.value))
             != dutch.whole(100 * one.weighted.value)]
    assert len(apart) > len(tested) / 4
    text = str(earlier_table(exhibit(source, FIGURE, 1), source.trends))
    assert "niet het verschil tussen de kolommen" in text
    assert text.count("staat hier wat toen is gepubliceerd") == 1


def test_beside_a_reconstruction_there_is_no_test(opened):
    source = opened(2016)
    for shown in exhibits(source):
        text = str(earlier_table(shown, source.trends) or "")
        assert "verandering" not in text
        assert not re.search(r"\d+ tot \d+\)", text)


def test_what_cannot_be_compared_is_said_with_the_reason(opened):
    source = opened(2020)
    figure = next(number for number, spec in source.wave.codebook.figures.items()
                  if "deelnemers" in spec.questions)
    text = str(earlier_table(exhibit(source, FIGURE, figure), source.trends))
    reason = source.wave.codebook["deelnemers"].earlier[2016].nl
    assert f"Niet te vergelijken met 2016: {reason}" in text
    assert not any(one[:2] == ["2016"] for one in lines(text))
    listed = str(not_alike(source))
    for change in (one for trend in source.trends for one in trend.changes if not one.alike):
        assert dutch.capital(source.wave.codebook[change.ref.question].short) in listed
        assert change.why in listed


@pytest.mark.parametrize("said", ["<script>x</script>", "{{ 7 * 7 }}", "a | b", "`x` ::: {raw}"])
def test_a_reason_is_never_markup(three, opened, said):
    source = opened(2020)
    *before, last = source.trends
    changes = tuple(one if one.alike else replace(one, why=said) for one in last.changes)
    hostile = Reported(source, [], three,
                       (*before, replace(last, changes=changes, gone=(said,))))
    figure = next(number for number, spec in source.wave.codebook.figures.items()
                  if "deelnemers" in spec.questions)
    tab = str(earlier_table(exhibit(source, FIGURE, figure), hostile.trends))
    for text in (tab, not_alike(hostile).text):
        assert str(markdown(said)) in text
        assert said not in text


def test_all_that_a_page_shows_of_rounds_before_is_marked(opened):
    source = opened(2020)
    for shown in exhibits(source):
        table = earlier_table(shown, source.trends)
        assert table is None or str(table).startswith(f":::{{div}} {MARK}\n")


def test_the_chapter_counts_what_can_be_compared_and_what_changed(opened):
    source = opened(2020)
    last = source.trends[-1]
    tested = [one for one in last.changes if one.tested]
    assert f"Van de {len(tested)} aandelen die met 2016 te vergelijken" in str(in_short(source))
    body = lines(changed(source).text)[2:]
    apart = [one for one in tested if one.weighted.p < LEVEL]
    assert len(body) == len(apart) > 3
    assert {line[-1] for line in body} <= {"ja", "nee"}
    # Benjamini and Hochberg by hand: the largest k for which the k-th p is at most k/m times 5%.
    p = sorted(one.weighted.p for one in tested)
    most = max((k for k, value in enumerate(p, 1) if value <= k / len(p) * LEVEL), default=0)
    assert sum(line[-1] == "ja" for line in body) == most


@pytest.mark.parametrize("cautious", [True, False])
def test_a_star_and_the_unit_of_a_change_are_explained_where_they_stand(three, opened, cautious):
    source = opened(2020)
    *before, last = source.trends
    changes = tuple(replace(one, cautious=cautious) for one in last.changes)
    alike = Reported(source, [], three, (*before, replace(last, changes=changes)))
    shown = next(one for one in exhibits(source) if any(
        last[row.estimate.ref] and last[row.estimate.ref].tested for row in one.asked))
    for written in (changed(alike).text, str(earlier_table(shown, alike.trends))):
        text = unescape(written)
        assert bool(re.search(r"tot [−0-9]+\)\*", text)) is cautious
        assert ("Een interval met * is ruim genomen" in text) is cautious
        assert text.count("in procentpunten, met haar 95%-interval") == 1


def test_only_what_a_document_gave_a_size_is_beside_a_reconstruction(opened):
    body = lines(printed_before(opened(2016)).text)[2:]
    assert len(body) > 20
    printed = {line[3] for line in body}
    assert "driekwart" in printed
    assert printed.isdisjoint({"sommige", "andere", "–"})
