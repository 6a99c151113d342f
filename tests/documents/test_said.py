"""What may be said of a reconstruction: what documents said of it, and nothing else."""

import math

import pytest

from participatiemonitor.book.chapter import open_chapter
from participatiemonitor.documents.claims import Claim
from participatiemonitor.documents.said import NOTABLE, Said
from participatiemonitor.documents.wording import amount, is_denial, is_singular, subject
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.quotes import NOTHING
from participatiemonitor.estimation.refs import BOTH, Ref

ZORG, WERK, GEEN = (Ref("taken", option, "sociale_dienst") for option in ("zorg", "werk", "geen"))
GROUPS = ("sociale_dienst", "afdeling_welzijn")


def claim(name: str, kind: str, ref: Ref = ZORG, printed: str = "", **rest) -> Claim:
    relation = {"exact": "=", "count": "=", "band": "in", "rank": "rank", "comparison": "more"}
    given = {"value": None, "low": None, "high": None, "versus": None,
             "relation": relation[kind], **rest}
    return Claim(id=name, section="", basis="survey", ref=ref, type=kind, n=None,
                 published=printed, statement="", conflicts=(), note="", **given)


def said(*claims: Claim, fails: tuple[str, ...] = ()) -> Said:
    return Said(claims, GROUPS, lambda one: one.id not in fails,
                {one.id: "Document" for one in claims})


@pytest.mark.parametrize(("claims", "low", "high"), [
    ([claim("a", "exact", value=44)], 0.435, 0.445),
    ([claim("a", "band", low=72.5, high=77.5)], 0.725, 0.775),
    ([claim("a", "band", low=50, relation="above")], 0.5, 1.0),
    ([claim("a", "band", high=10)], 0.0, 0.1),
    ([claim("a", "band", low=60), claim("b", "band", high=70)], 0.6, 0.7),
])
def test_a_share_lies_within_what_was_printed_of_it(claims, low, high):
    assert said(*claims).limits(ZORG) == pytest.approx((low, high), abs=1e-6)


@pytest.mark.parametrize("claims", [
    [], [claim("a", "exact", WERK, value=44)], [claim("a", "rank", value=1)],
    [claim("a", "comparison", versus=WERK)], [claim("a", "band", low=0, relation="in_all")],
])
def test_of_what_nothing_was_said_a_share_is_not_known(claims):
    assert all(map(math.isnan, said(*claims).limits(ZORG)))


def test_a_claim_that_the_answers_do_not_meet_decides_nothing_but_can_be_quoted():
    one = said(claim("a", "band", low=47.5, high=52.5, printed="ongeveer de helft"), fails=("a",))
    assert math.isnan(one.limits(ZORG)[0])
    assert one.quote(ZORG) == NOTHING
    assert one.quote(ZORG, "a").printed == "ongeveer de helft"


def test_a_comparison_puts_one_above_the_other_in_both_directions():
    one = said(claim("a", "comparison", versus=WERK, printed="vaker"))
    assert one.gap(ZORG, WERK) == (NOTABLE, math.inf)
    assert one.gap(WERK, ZORG) == (-math.inf, -NOTABLE)
    assert math.isnan(one.gap(ZORG, GEEN)[0])
    assert one.degree(ZORG, WERK).printed == "vaker"
    assert one.degree(WERK, ZORG) == NOTHING


def test_less_and_similar_are_comparisons_too():
    less = said(claim("a", "comparison", versus=WERK, relation="less"))
    assert less.gap(ZORG, WERK) == (-math.inf, -NOTABLE)
    alike = said(claim("a", "comparison", versus=WERK, relation="similar", high=10))
    assert alike.gap(ZORG, WERK) == pytest.approx((-10, 10), abs=1e-5)


def test_printed_numbers_are_compared_by_themselves():
    one = said(claim("a", "exact", value=44), claim("b", "exact", WERK, value=61))
    assert one.gap(WERK, ZORG) == pytest.approx((16, 18), abs=1e-5)


def test_the_most_telling_word_is_quoted():
    vague = claim("a", "band", low=20, printed="vaak")
    wide = claim("b", "band", low=60, printed="ruime meerderheid")
    narrow = claim("c", "band", low=72.5, high=77.5, printed="driekwart")
    exact = claim("d", "exact", value=75, printed="75%")
    assert said(vague, wide, narrow, exact).quote(ZORG).printed == "75%"
    assert said(vague, wide, narrow).quote(ZORG).claim == "c"
    assert said(vague, wide).quote(ZORG).claim == "b"
    assert said(vague).quote(ZORG).printed == ""


def test_what_was_denied_is_not_said_to_be_there():
    denied = said(claim("a", "band", high=50, printed="meestal niet"))
    assert denied.quote(ZORG) == NOTHING


def test_a_claim_about_something_else_cannot_be_quoted():
    with pytest.raises(InputError, match="gaat daar niet over"):
        said(claim("a", "exact", WERK, value=44)).quote(ZORG, "a")


def test_a_claim_about_both_groups_is_said_of_each_and_one_about_a_group_of_no_other():
    both = claim("a", "band", Ref("taken", "zorg", BOTH), low=20, high=50, printed="ongeveer 30%")
    assert said(both).quote(ZORG.of("aw")).shared
    assert said(claim("a", "exact", value=44)).quote(ZORG.of("aw"), "a") == NOTHING


def test_a_place_is_said_or_follows_from_what_was_printed_of_all():
    ranked = said(claim("a", "rank", value=1, printed="het grootste"))
    assert ranked.first([WERK, ZORG], 1) == ZORG
    assert ranked.place(ZORG, 1).printed == "het grootste"
    assert ranked.first([WERK, ZORG], 2) is None
    printed = said(claim("a", "exact", value=44), claim("b", "exact", WERK, value=61))
    assert [printed.first([ZORG, WERK], rank) for rank in (1, 2)] == [WERK, ZORG]
    assert printed.first([ZORG, WERK, GEEN], 1) is None


def test_what_bounds_a_share_is_what_is_quoted_of_it():
    claims = (claim("a", "band", low=60, printed="ruime meerderheid"),
              claim("b", "band", high=70, printed="niet meer dan 70%"),
              claim("c", "comparison", versus=WERK, printed="vaker"))
    assert [quote.printed for quote in said(*claims).sized(ZORG)] == [
        "ruime meerderheid", "niet meer dan 70%"]
    assert said(*claims).sized(WERK) == []


def test_counts_and_bases_are_told_apart():
    one = said(claim("a", "count", value=133), claim("b", "count", value=89, relation="n"))
    assert (one.count(ZORG).count, one.count(ZORG, "n").count) == (133, 89)
    assert said().count(ZORG) == NOTHING


@pytest.mark.parametrize(("printed", "phrase", "singular", "alone"), [
    ("44%", "44% van de gemeenten", True, "44%"),
    ("een kleine 30%", "een kleine 30% van de gemeenten", True, "een kleine 30%"),
    ("30 tot 40%", "30 tot 40% van de gemeenten", True, "30 tot 40%"),
    ("driekwart", "driekwart van de gemeenten", True, "driekwart"),
    ("ruime meerderheid", "een ruime meerderheid van de gemeenten", True,
     "een ruime meerderheid"),
    ("vier op de vijf", "vier op de vijf gemeenten", False, "vier op de vijf"),
    ("bijna alle", "bijna alle gemeenten", False, ""),
    ("sommige", "sommige gemeenten", False, ""),
    ("nog geen procent", "nog geen procent van de gemeenten", True, "nog geen procent"),
    ("", "gemeenten", False, ""),
])
def test_how_a_word_of_quantity_stands_in_a_sentence(printed, phrase, singular, alone):
    assert subject(printed, "gemeenten") == phrase
    assert is_singular(printed) == singular
    assert amount(printed) == alone


@pytest.mark.parametrize(("printed", "denied"), [
    ("meestal niet", True), ("weinig tot geen", True), ("vaak", False), ("nog geen procent", False),
    ("opvallend weinig", False),
])
def test_a_denial_is_known(printed, denied):
    assert is_denial(printed) == denied


@pytest.fixture(scope="module")
def m():
    return open_chapter(2011)


@pytest.mark.parametrize(("word", "text"), [
    (lambda m: m.who("participatievisie.ja", "heeft", "hebben"),
     "driekwart van de gemeenten heeft"),
    (lambda m: m.who("knelpunten.schotten", "noemt", "noemen"),
     "44% van de sociale diensten en 61% van de afdelingen welzijn noemen"),
    (lambda m: m.who("voordelen.klant_centraal", "merkt", "merken"), "sommige gemeenten merken"),
    (lambda m: m.who("redenen_geen_koppeling.geen_prioriteit", "noemt", "noemen"),
     "gemeenten noemen"),
    (lambda m: m.who("knelpunten_toelichting.eer_en_kosten@sd", "vraagt", "vragen"),
     "één sociale dienst vraagt"),
    (lambda m: m.share("koppeling_wmo_diensten.plan@sd", around=" ({})"), ""),
    (lambda m: m.often("taakvelden.wmo@aw", "@sd"), "vaker"),
    (lambda m: m.most("financiering_wmo", {"participatiebudget": "ja"}, unsaid="nee"), "ja"),
    (lambda m: m.most("financiering_wmo", {"partners": "ja"}, rank=3, unsaid="nee"), "nee"),
    (lambda m: m.number("respons.organisaties@sd"), "133"),
    (lambda m: m.base("belemmeringen.geen@sd"), "89"),
    (lambda m: m.when("participatievisie_inhoud.vrijwilligerswerk", 0, 101, yes="ja"), "ja"),
    (lambda m: m.compare("partners.anders@aw", "@sd", more="a", less="b", same="c"), ""),
    (lambda m: m.compare("knelpunten.schotten@aw", "@sd", more="vaker{shares}", less="", same=""),
     "vaker (61% tegenover 44%)"),
    (lambda m: m.compare("financiering_wmo.participatiebudget@aw", "@sd", more="vaker{shares}",
                         less="", same=""), "vaker"),
])
def test_of_2011_is_said_what_the_monitor_said(m, word, text):
    bound = word(m)
    assert str(bound) == text
    assert bound.args.get("claims") or text in ("", "nee")


@pytest.mark.parametrize("word", [
    lambda m: m.share("financiering_wmo.partners@sd"), lambda m: m.who("financiering_wmo.partners"),
    lambda m: m.base("knelpunten.schotten@sd"), lambda m: m.number("respons.inwoners@sd"),
])
def test_what_was_assumed_stops_the_sentence(m, word):
    with pytest.raises(InputError, match="geen uitspraak"):
        word(m)
