"""What all counts of a group together leave possible: three values of each."""

import pytest

from participatiemonitor.estimation.disclosure import noise, totals
from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref

from . import linear
from .linear import Attacker
from .shown import publication_of
from .test_posterior import NETS

SMALL = ("koppeling", "koppeling_wmo", "koppeling_wwb", "start_projecten", "partners", "knelpunten",
         "knelpunten_toelichting", "redenen_geen_koppeling")
CASES = pytest.mark.parametrize("group, questions", [
    pytest.param("afdeling_welzijn", SMALL, id="departments, some"),
    pytest.param("afdeling_welzijn", (), marks=pytest.mark.audit, id="departments"),
    pytest.param("sociale_dienst", (), marks=pytest.mark.audit, id="services")])


def pinned(attacker: Attacker) -> list:
    """Counts by size class of two or more respondents with fewer than three values."""
    cells = [key for key in attacker.shown()
             if attacker.truth[attacker.place[key[0], "#", key[2]]] > 1]
    assert len(cells) > 40
    spans = attacker.spans([[key] for key in cells])
    return [(key, span) for key, span in zip(cells, spans, strict=True) if span[1] - span[0] < 2]


def told_totals(attacker: Attacker) -> list:
    """Totals that are not told, and have fewer than three values."""
    hidden = [(question.id, option) for question in attacker.questions
              for option in question.option_ids if attacker.publication.total(
                  Ref(question.id, option, attacker.group)).status != OK]
    spans = attacker.spans([[(*one, place) for place in attacker.classes] for one in hidden])
    return [(one, span) for one, span in zip(hidden, spans, strict=True) if span[1] - span[0] < 2]


@CASES
def test_no_count_by_size_class_follows_from_all_that_is_published(wave, group, questions):
    assert pinned(Attacker(publication_of(wave), group, NETS, questions)) == []


@CASES
def test_no_total_of_a_class_follows_from_all_that_is_published(wave, group, questions):
    attacker = Attacker(publication_of(wave), group, NETS, questions)
    assert told_totals(attacker) == []


def test_the_attacker_wins_without_noise(wave, monkeypatch):
    monkeypatch.setattr(noise, "SWEEPS", 0)
    monkeypatch.setattr(noise, "ROOM", 0)
    monkeypatch.setattr(linear, "NOISE", 0)
    found = pinned(Attacker(publication_of(wave), "afdeling_welzijn", NETS, SMALL))
    print(f"without noise {len(found)} counts follow")
    assert len(found) > 40


def test_the_attacker_wins_without_classes(wave, monkeypatch):
    monkeypatch.setattr(totals, "CLASS", -1)
    attacker = Attacker(publication_of(wave), "afdeling_welzijn", NETS, SMALL)
    nobody = ("redenen_geen_koppeling", "bestandsanalyse")
    span, = attacker.spans([[(*nobody, place) for place in attacker.classes]])
    print(f"an exact total of nought tells what each respondent did not answer: {span}")
    assert span == (0, 0)
