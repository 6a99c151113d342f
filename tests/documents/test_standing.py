"""What a number of a reconstruction rests on, said with every word that is computed from it."""

import pytest
from keyed import results_of
from telling import telling

from participatiemonitor.book.chapter import open_chapter
from participatiemonitor.documents.claims import Claim
from participatiemonitor.documents.standing import BOUNDED, ORDERED, Standings
from participatiemonitor.estimation.estimates import ASSUMED, PUBLISHED
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.quantities import GRADES

ZORG, WERK, GEEN = (Ref("taken", option, "sociale_dienst") for option in ("zorg", "werk", "geen"))


def claim(kind: str, ref: Ref, **rest) -> Claim:
    relation = {"exact": "=", "count": "=", "band": "in", "rank": "rank", "comparison": "more"}
    given = {"value": None, "low": None, "high": None, "versus": None,
             "relation": relation[kind], **rest}
    return Claim(id="x", section="", basis="survey", ref=ref, type=kind, n=None, published="",
                 statement="", conflicts=(), note="", **given)


@pytest.fixture
def estimates(hundred) -> Results:
    wave = hundred(sd={"zorg": 30, "werk": 20, "geen": 50}, aw={"zorg": 45})
    return results_of(wave, protect=False)


@pytest.mark.parametrize(("claims", "expected"), [
    ([], ASSUMED),
    ([claim("exact", ZORG, value=30)], PUBLISHED),
    ([claim("exact", ZORG, value=31)], ASSUMED),
    ([claim("count", ZORG, value=30)], PUBLISHED),
    ([claim("band", ZORG, low=20, high=40)], BOUNDED),
    ([claim("band", ZORG, low=40, high=60)], ASSUMED),
    ([claim("comparison", ZORG, versus=WERK)], ORDERED),
    ([claim("comparison", GEEN, versus=ZORG)], ORDERED),
    ([claim("comparison", ZORG, versus=WERK, relation="similar", high=11)], BOUNDED),
    ([claim("band", ZORG, low=0, relation="above")], BOUNDED),
    ([claim("comparison", ZORG, versus=WERK), claim("exact", ZORG, value=30)], PUBLISHED),
    ([claim("exact", ZORG, value=30), claim("band", ZORG, low=20, high=40)], PUBLISHED),
    ([claim("exact", WERK, value=20)], ASSUMED),
    ([claim("band", ZORG, low=0, high=100, relation="in_all")], ASSUMED),
])  # fmt: skip
def test_strongest_claim_that_holds_decides(estimates, claims, expected):
    assert Standings(claims, estimates).grade(ZORG) == expected


def test_what_is_told_with_noise_is_not_the_number_that_was_printed(mini_wave):
    small = Ref("taken", "zorg", "sociale_dienst", "klein")
    said = [claim("exact", small, value=30)]
    grades = [Standings(said, telling(mini_wave, noise=noise, taken__zorg__klein=30)).grade(small)
              for noise in (0, 2)]
    assert grades == [PUBLISHED, BOUNDED]


def test_claim_about_both_groups_is_about_each(estimates):
    both = claim("band", Ref("taken", "zorg", "beide"), low=20, high=50)
    standings = Standings([both], estimates)
    assert {standings.grade(ZORG.of(group)) for group in ("sd", "aw")} == {BOUNDED}


def test_net_is_the_same_in_any_order(estimates):
    one = claim("exact", Ref("taken", "zorg+werk", "sociale_dienst"), value=30)
    assert Standings([one], estimates).grade(
        Ref("taken", "werk+zorg", "sociale_dienst")) == PUBLISHED


def test_words_of_the_reconstruction_say_what_their_numbers_are():
    m = open_chapter(2011)
    assert m.share("participatievisie.nee@sd").source == (
        f"20 van 130, sociale diensten: {GRADES[PUBLISHED]}")
    assert m.span("participatievisie.ja").source == (
        f"97 van 130, sociale diensten; 46 van 60, afdelingen welzijn: {GRADES[BOUNDED]}")


def test_words_of_observed_answers_say_only_their_base(mini_words):
    source = mini_words.share("taken.zorg@sd").source
    assert source
    assert "aangenomen" not in source
    assert GRADES[PUBLISHED] not in source


def test_a_word_may_be_asked_of_a_document():
    m = open_chapter(2011)
    word = m.share("divosa2011:wmo_uitvoering.hele@sd")
    assert str(word) == m.source["divosa2011:wmo_uitvoering.hele@sd"].printed
    assert word.source.endswith(f": {GRADES[PUBLISHED]}")
    assert [ref.source for ref in word.refs] == ["divosa2011"]
