"""How many, in Dutch that is right for every number."""

import pytest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.elements.sentences import elements, how_many, quoted, share


@pytest.mark.parametrize(("low", "high", "total", "told"), [
    (0, 0, 1, "De interventie is niet klaar"),
    (1, 1, 1, "De interventie is klaar"),
    (0, 1, 1, "Of de interventie klaar is, daarover zijn de codeurs het oneens"),
    (0, 0, 2, "Geen van beide interventies is klaar"),
    (1, 1, 2, "Eén van beide interventies is klaar"),
    (2, 2, 2, "Beide interventies zijn klaar"),
    (0, 1, 2, "Hooguit één van beide interventies is klaar"),
    (1, 2, 2, "Ten minste één van beide interventies is klaar"),
    (0, 2, 2, "Over elke interventie zijn de codeurs het oneens of zij klaar is"),
    (0, 0, 15, "Geen van de 15 interventies is klaar"),
    (1, 1, 15, "Eén van de 15 interventies is klaar"),
    (15, 15, 15, "Alle 15 interventies zijn klaar"),
    (12, 12, 12, "Alle twaalf de interventies zijn klaar"),
    (2, 3, 9, "Twee of drie van de negen interventies zijn klaar"),
    (1, 2, 9, "Eén of twee van de negen interventies zijn klaar"),
    (2, 5, 15, "Twee tot vijf van de 15 interventies zijn klaar"),
    (13, 14, 15, "13 of 14 van de 15 interventies zijn klaar"),
    (0, 3, 15, "Hooguit drie van de 15 interventies zijn klaar"),
    (12, 15, 15, "Ten minste twaalf van de 15 interventies zijn klaar")])
def test_how_many(low, high, total, told):
    assert how_many(Limits(low, high), total, "klaar") == told


def test_those_on_which_coders_differ_are_named_where_they_are_few():
    ends = Limits(1, 3)
    assert how_many(ends, 9, "klaar", ["a", "b"]).endswith(
        "zijn klaar: over “a” en “b” zijn de codeurs het oneens")
    assert how_many(Limits(1, 5), 9, "klaar", [*"abcd"]).endswith(
        "over vier interventies zijn de codeurs het oneens")
    assert how_many(exact(3), 9, "klaar", []) == "Drie van de negen interventies zijn klaar"


def test_names():
    assert quoted(["Werk, een zorg minder!", "b"]) == "“Werk, een zorg minder!” en “b”"
    assert elements(["coalities"]) == "het element coalities"
    assert elements(["gedrag", "eigen_kracht"]) == (
        "de elementen effectief gedrag aanleren en eigen kracht aanspreken")


@pytest.mark.parametrize(("part", "told"), [
    (0.0, "0%"), (1.0, "100%"), (0.999, "ruim 99%"), (0.001, "nog geen 1%"), (0.5, "50%"),
    (0.994, "99%"), (0.005, "1%")])
def test_a_part_is_all_or_nothing_only_where_it_is(part, told):
    assert share(part) == told
