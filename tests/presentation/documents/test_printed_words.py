"""Words for what documents printed, and for what follows from it."""

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.printed_cells import (
    computed,
    contradictions_found,
    printed,
    rows_of,
)

from .conftest import CELLS, HEAD


@pytest.fixture
def publications(documents):
    return documents().printed


def test_a_printed_number_stands_as_it_was_printed_with_where(publications):
    said = printed(publications, "gids2008.t42.totaal.aandeel")
    assert said.text == "10-15%"
    assert said.source == "Gids (2008), tabel 4.2 (4.3): “10-15%”"


@pytest.mark.parametrize(("formula", "more", "text"), [
    ("gids2008.t42.opvang.vraag + gids2008.t42.zorg.vraag", {}, "2.812"),
    ("total(gids2008.t42.vraag)", {}, "4.824"),
    ("100 * gids2008.t42.zorg.vraag / gids2008.t42.totaal.vraag", {"unit": "%", "decimals": 1},
     "8,5%")])
def test_what_follows_from_cells_is_computed_and_says_of_which(publications, formula, more, text):
    said = computed(publications, formula, **more)
    assert said.text == text
    assert said.source == "berekend uit Gids (2008), tabel 4.2 (4.3)"


@pytest.mark.parametrize("formula", [
    "gids2008.t42.hulp.gebruikers + 1", "gids2008.t42.totaal.aandeel", "1 == 1",
    "gids2008.t42.opvang.vraag / 0"])
def test_what_comes_to_no_number_is_refused(publications, formula):
    with pytest.raises(InputError, match="getal"):
        computed(publications, formula)


def test_an_empty_cell_is_not_told(publications):
    with pytest.raises(InputError, match="drukt hier niets"):
        printed(publications, "gids2008.t42.totaal.gebruikers")


def test_a_summary_is_not_told_as_what_was_printed(documents):
    cells = CELLS.replace("hulp,gebruikers,,,,onbekend,?", "hulp,gebruikers,,,,tekst,weinig hulp")
    with pytest.raises(InputError, match="in eigen woorden"):
        printed(documents(HEAD, cells).printed, "gids2008.t42.hulp.gebruikers")


def test_rows_are_counted_without_totals(publications):
    assert rows_of(publications, "gids2008.t42").text == "drie"
    assert rows_of(publications, "gids2008.mate", "voor", "moeders").text == "één"
    with pytest.raises(InputError, match="mate, voor"):
        rows_of(publications, "gids2008.mate", "wie", "moeders")


def test_contradictions_are_counted_by_document(documents):
    right = CELLS.replace("zorg,aandeel,31,,,,31%", "zorg,aandeel,41,,,,41%")
    for cells, number in ((CELLS, "één"), (right, "nul")):
        publications = documents(HEAD, cells).printed
        assert contradictions_found(publications, "gids2008").text == number
        assert contradictions_found(publications).text == number
