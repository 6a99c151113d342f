"""What a number of a reconstruction rests on, said with every word that is computed from it."""

import re
from dataclasses import replace

import pytest
from keyed import results_of
from telling import telling

from participatiemonitor.book.chapter import open_chapter
from participatiemonitor.documents.claims import Claim
from participatiemonitor.documents.standing import Standings
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.origins import REPORTED

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
    ([], False),
    ([claim("exact", ZORG, value=30)], True),
    ([claim("exact", ZORG, value=31)], False),
    ([claim("count", ZORG, value=30)], True),
    ([claim("band", ZORG, low=20, high=40)], False),
    ([claim("band", ZORG, low=40, high=60)], False),
    ([claim("comparison", ZORG, versus=WERK)], False),
    ([claim("comparison", GEEN, versus=ZORG)], False),
    ([claim("comparison", ZORG, versus=WERK, relation="similar", high=11)], False),
    ([claim("band", ZORG, low=0, relation="above")], False),
    ([claim("comparison", ZORG, versus=WERK), claim("exact", ZORG, value=30)], True),
    ([claim("exact", ZORG, value=30), claim("band", ZORG, low=20, high=40)], True),
    ([claim("exact", WERK, value=20)], False),
    ([claim("band", ZORG, low=0, high=100, relation="in_all")], False),
])  # fmt: skip
def test_only_a_number_that_holds_is_published(estimates, claims, expected):
    assert Standings(claims, estimates).published(ZORG) == expected


def test_what_is_told_with_noise_is_not_the_number_that_was_printed(mini_wave):
    small = Ref("taken", "zorg", "sociale_dienst", "klein")
    said = [claim("exact", small, value=30)]
    published = [Standings(said, telling(mini_wave, noise=noise, taken__zorg__klein=30))
                 .published(small) for noise in (0, 2)]
    assert published == [True, False]


def test_claim_about_both_groups_is_about_each(estimates):
    both = claim("band", Ref("taken", "zorg", "beide"), low=20, high=50)
    standings = Standings([replace(both, published="sommige")], estimates)
    assert {standings.printed(ZORG.of(group)) for group in ("sd", "aw")} == {"sommige"}


def test_net_is_the_same_in_any_order(estimates):
    one = claim("exact", Ref("taken", "zorg+werk", "sociale_dienst"), value=30)
    assert Standings([one], estimates).published(Ref("taken", "werk+zorg", "sociale_dienst"))


def test_words_of_the_reconstruction_name_the_claims_they_repeat():
    m = open_chapter(2011)
    said = m.share("participatievisie.nee@sd")
    assert said.source == f"Staat in het rapport: “{said}” (uitspraak 1.2-04)"
    assert m.who("participatievisie.ja").args["claims"] == ["F-01"]


def test_a_word_names_the_claims_that_decide_it_and_those_of_the_words_in_it():
    m = open_chapter(2011)
    centres = m.who("participatievisie_inhoud.participatiecentrum@sd", "meldt", "melden")
    filled = m.fill("{} een centrum.", centres)
    assert filled.source == f"{REPORTED}“drie” (uitspraak 1.2-15)"
    # Both deny that it is so in most visions.
    chosen = m.when("participatievisie_inhoud.koppeling_expliciet", 0, 50, yes=filled)
    assert chosen.args["claims"] == ["1.2-10", "C-25"]
    assert chosen.source.count(REPORTED) == 1
    assert re.findall(r"uitspraak ([\w.-]+)", chosen.source) == ["1.2-10", "C-25", "1.2-15"]


def test_words_of_observed_answers_say_only_their_base(mini_words):
    source = mini_words.share("taken.zorg@sd").source
    assert source
    assert "aangenomen" not in source
    assert REPORTED not in source


def test_a_word_may_be_asked_of_a_document():
    m = open_chapter(2011)
    word = m.share("divosa2011:wmo_uitvoering.hele@sd")
    assert str(word) == m.source["divosa2011:wmo_uitvoering.hele@sd"].printed
    assert word.source.endswith("(gedrukt in divosa2011)")
    assert [ref.source for ref in word.refs] == ["divosa2011"]
