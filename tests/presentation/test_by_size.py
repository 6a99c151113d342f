"""A figure by size class: the published shares of each, where answers were given."""

from dataclasses import replace

import pytest
from bs4 import BeautifulSoup
from keyed import results_of
from numbered import FIGURES

from participatiemonitor import dutch
from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.estimates import HIDDEN, OK
from participatiemonitor.presentation.exhibits.by_size import size_table
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, exhibit

from .conftest import rows


@pytest.mark.parametrize("number", FIGURES)
def test_every_share_stands_in_its_row_and_size_class(given, number):
    shown = exhibit(given, FIGURE, number)
    head, *body = rows(size_table(shown, given))
    domains = [*given.wave.info.publication.domains, "totaal"]
    assert len(head) == 2 + len(domains)
    lines = {tuple(line[:2]): line[2:] for line in body}
    hidden = 0
    for row in shown.asked:
        many = len(shown.about) > 1
        name = dutch.capital(f"{row.short}, {row.group}" if many else row.group)
        cells, bases = lines[name, dutch.capital(row.answer)], lines[name, "n"]
        for domain, cell, base in zip(domains, cells, bases, strict=True):
            one = given[replace(row.estimate.ref, domain=domain)]
            hidden += one.status == HIDDEN
            if one.status == OK:
                assert cell == dutch.percent(one.value)
            else:
                assert not any(sign.isdigit() for sign in cell)
            assert base == ("te weinig antwoorden" if one.n is None else str(one.n))
    assert len(body) == len(lines)
    assert hidden < len(body) * len(domains)


def test_some_are_hidden_and_said_to_be_in_words(given):
    cells = [cell for number in FIGURES
             for line in rows(size_table(exhibit(given, FIGURE, number), given)) for cell in line]
    assert "te weinig antwoorden" in cells
    assert "" not in cells


def test_a_reconstruction_has_no_figure_by_size(reported, given):
    assert size_table(exhibit(reported, FIGURE, 2), reported) is None
    assert "Naar grootte" in Chapter(given).figure(2).text
    assert "Naar grootte" not in Chapter(reported).figure(2).text


def test_where_no_share_may_be_shown_there_is_no_tab(mini_wave):
    source = results_of(mini_wave)
    shown = exhibit(source, FIGURE, 1)
    assert size_table(shown, source) is None


@pytest.mark.parametrize("made", ["given", "reported"])
def test_how_to_cite_stands_with_the_files(request, made):
    source = request.getfixturevalue(made)
    text = BeautifulSoup(Chapter(source).figure(2).text, "html.parser").select_one("p.downloads")
    shown, info = exhibit(source, FIGURE, 2), source.wave.info
    assert text["data-of"] == shown.name
    cite = text["data-cite"]
    for part in (f"Figuur 2: {shown.title}.", info.title, info.subtitle,
                 f"enquête van {info.year}"):
        assert part in cite
    assert cite.endswith(", reconstructie.") == info.reconstructed
