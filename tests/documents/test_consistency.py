"""Claims that cannot be true together, whatever was answered."""

import math
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from participatiemonitor.documents.claims import Claim, read_claims
from participatiemonitor.documents.consistency import (
    impossible_percentages,
    inconsistent_claims,
    possible_counts,
)
from participatiemonitor.estimation.refs import Ref

from .conftest import CONTRADICTIONS

# --- the monitor of 2011 -------------------------------------------------------------------------


@pytest.fixture(scope="session")
def claims(repository):
    path = repository.published / "divosa2011" / "claims.csv"
    return {claim.id: claim for claim in read_claims(path)}


@pytest.fixture(scope="session")
def found(wave):
    """Contradictions among some claims, given the codebook of 2011."""
    return lambda some: inconsistent_claims(some, wave.codebook.questions, wave.info)


def test_the_contradictions_of_2011(found, claims):
    assert found(claims.values()) == CONTRADICTIONS


@pytest.mark.parametrize("labels", CONTRADICTIONS, ids=" ".join)
def test_a_set_is_minimal(found, claims, labels):
    assert found([claims[label] for label in labels]) == [labels]
    for left_out in labels:
        assert found([claims[label] for label in labels if label != left_out]) == []


def test_without_the_last_claim_of_every_set_all_is_possible(found, claims):
    aside = {labels[-1] for labels in CONTRADICTIONS}
    assert found([claim for name, claim in claims.items() if name not in aside]) == []


def test_what_is_listed_as_a_conflict_is_one(found, claims):
    """Each pair of the column is in a set, when no other conflict of the two is in the way."""
    pairs = {tuple(sorted((claim.id, other)))
             for claim in claims.values() for other in claim.conflicts}
    assert len(pairs) >= 8
    for one, other in pairs:
        involved = {one, other}.union(*(labels for labels in CONTRADICTIONS
                                        if {one, other} & set(labels)))
        aside = {*claims[one].conflicts, *claims[other].conflicts} - {one, other}
        sets = found([claim for name, claim in claims.items() if name in involved - aside])
        assert any({one, other} <= set(labels) for labels in sets), (one, other)


def test_every_found_set_holds_a_listed_conflict(claims):
    for labels in CONTRADICTIONS:
        assert any(set(claims[label].conflicts) & set(labels) for label in labels), labels


def test_no_percentage_of_the_response_is_impossible(claims):
    assert impossible_percentages(claims.values()) == []


# --- made-up claims ------------------------------------------------------------------------------

def claim(name, ref, how, value=None, high=None, *, versus=None, n=None):
    """``claim("A", "beleid.ja@sd", "=", 60)``; a band has two numbers."""
    kind = {"=": "exact", "in": "band", "in_all": "band", "above": "band", "rank": "rank",
            "more": "comparison", "less": "comparison", "similar": "comparison", "#": "count",
            "n": "count"}[how]
    low = value if kind in ("band", "comparison") else None
    ref = Ref.parse(ref)
    return Claim(name, "1", ref, kind, "=" if how == "#" else how,
                 None if low is not None else value, low, high, n,
                 Ref.parse(versus, ref) if versus else None, "survey", "", "", (), "")


@pytest.fixture(scope="session")
def contradictions(mini_wave):
    """Contradictions among claims given as tuples, named A, B, C."""
    def search(*rows):
        named = [claim(name, *row[:-1], **row[-1]) if isinstance(row[-1], dict)
                 else claim(name, *row) for name, row in zip("ABCDEF", rows, strict=False)]
        return inconsistent_claims(named, mini_wave.codebook.questions, mini_wave.info)

    return search


AB, ABC = [("A", "B")], [("A", "B", "C")]
MORE_WERK = ("taken.werk@sd", "more", {"versus": ".zorg"})


@pytest.mark.parametrize(("rows", "expected"), [
    # the options of a single choice add up to 100
    ([("beleid.ja@sd", "=", 60), ("beleid.nee@sd", "=", 45)], AB),
    ([("beleid.ja@sd", "=", 60), ("beleid.nee@sd", "=", 41)], []),  # 59.5 and 40.5
    ([("beleid.ja@sd", "=", 60), ("beleid.nee@sd", "=", 42)], AB),
    ([("beleid.ja@sd", "=", 50), ("beleid.deels@sd", "=", 30), ("beleid.nee@sd", "=", 21)], []),
    ([("beleid.ja@sd", "=", 50), ("beleid.deels@sd", "=", 30), ("beleid.nee@sd", "=", 19)], []),
    ([("beleid.ja@sd", "=", 50), ("beleid.deels@sd", "=", 30), ("beleid.nee@sd", "=", 18)], ABC),
    # half a percent above the next percentage is not reached
    ([("beleid.ja@sd", "=", 50), ("beleid.ja@sd", "=", 51)], AB),
    ([("beleid.ja@sd", "=", 50), ("beleid.ja@sd", "in", 40, 49.5)], AB),
    ([("beleid.ja@sd", "=", 50), ("beleid.ja@sd", "in", 40, 49.6)], []),
    ([("beleid.ja@sd", "in", 40, 50), ("beleid.ja@sd", "in", 50, 60)], AB),
    # so do percentages with a total; other percentages need not
    ([("ladder.laag@sd", "=", 60), ("ladder.hoog@sd", "=", 50)], AB),
    ([("ladder.laag@sd", "=", 60), ("ladder.hoog@sd", "=", 40)], []),
    ([("klanten.jong@sd", "=", 60), ("klanten.ziek@sd", "=", 50)], []),
    ([("taken.zorg@sd", "=", 60), ("taken.werk@sd", "=", 60)], []),
    ([("taken.zorg@sd", "in", 101, 110)], [("A",)]),
    # a bound that is left out does not bind; more than fifty is not fifty
    ([("taken.zorg@sd", "in", 50), ("taken.zorg@sd", "in", 40, 50.1)], []),
    ([("taken.zorg@sd", "in", None, 50), ("taken.zorg@sd", "in", 50, 60)], AB),
    ([("taken.zorg@sd", "above", 50), ("taken.zorg@sd", "in", None, 50.1)], []),
    ([("beleid.ja@sd", "above", 50), ("beleid.nee@sd", "in", 50)], AB),
    ([("beleid.ja@sd", "in", 50), ("beleid.nee@sd", "in", 50)], []),
    ([("taken.zorg@sd", "above", 100)], [("A",)]),
    # an exclusive answer leaves no room for others
    ([("taken.zorg@sd", "=", 60), ("taken.geen@sd", "=", 45)], AB),
    ([("taken.zorg@sd", "=", 60), ("taken.geen@sd", "=", 40)], []),
    ([("taken.zorg+werk@sd", "=", 80), ("taken.geen@sd", "=", 15)], AB),
    ([("taken.zorg+werk@sd", "=", 80), ("taken.geen@sd", "=", 20)], []),
    # a net is at least each part and at most their sum
    ([("taken.zorg+werk@sd", "=", 40), ("taken.zorg@sd", "=", 50)], AB),
    ([("taken.werk+zorg@sd", "=", 50), ("taken.zorg@sd", "=", 50)], []),
    ([("taken.zorg+werk@sd", "=", 90), ("taken.zorg@sd", "=", 40), ("taken.werk@sd", "=", 40)],
     ABC),
    ([("taken.zorg+werk@sd", "=", 60), ("taken.zorg@sd", "=", 40), ("taken.werk@sd", "=", 40)],
     []),
    ([("beleid.ja+deels@sd", "=", 70), ("beleid.ja@sd", "=", 40), ("beleid.deels@sd", "=", 20)],
     ABC),
    ([("beleid.ja+deels@sd", "=", 60), ("beleid.ja@sd", "=", 40), ("beleid.deels@sd", "=", 20)],
     []),
    ([("beleid.ja+deels@sd", "=", 70), ("beleid.deels+ja@sd", "=", 72)], AB),
    # a derived question is at least each source and at most all together
    ([("plan.staand@sd", "=", 20), ("plan_een.staand@sd", "=", 30)], AB),
    ([("plan.staand@sd", "=", 30), ("plan_een.staand@sd", "=", 30)], []),
    ([("plan.staand@sd", "=", 60), ("plan_een.staand@sd", "=", 20),
      ("plan_twee.staand@sd", "=", 30)], ABC),
    ([("plan.staand@sd", "=", 50), ("plan_een.staand@sd", "=", 20),
      ("plan_twee.staand@sd", "=", 30)], []),
    ([("plan.pilot@sd", "=", 10), ("plan.staand@sd", "=", 10), ("plan_twee.pilot@sd", "=", 40)],
     ABC),
    ([("plan.nee@sd", "=", 70), ("plan_twee.nee@sd", "=", 50)], AB),
    ([("actief.ja@sd", "=", 20), ("plan_een.pilot@sd", "=", 30)], AB),
    ([("actief.ja@sd", "=", 20), ("plan_twee.pilot@sd", "=", 30)], []),  # no reason for *ja*
    # ranks and comparisons
    ([("taken.zorg@sd", "rank", 1), MORE_WERK], AB),
    ([("taken.zorg@sd", "rank", 1), ("taken.werk@sd", "less", {"versus": ".zorg"})], []),
    ([("taken.zorg@sd", "rank", 1), ("taken.geen@sd", "more", {"versus": ".zorg"})], []),
    ([("taken.zorg@sd", "rank", 2), MORE_WERK], []),
    ([("taken.zorg@sd", "more", {"versus": ".werk"}), MORE_WERK], AB),
    ([("taken.zorg@sd", "less", {"versus": ".werk"}), MORE_WERK], []),
    ([("taken.zorg@sd", "more", {"versus": "@aw"}), ("taken.zorg@sd", "=", 30),
      ("taken.zorg@aw", "=", 32)], ABC),
    ([("taken.zorg@sd", "more", {"versus": "@aw"}), ("taken.zorg@sd", "=", 30),
      ("taken.zorg@aw", "=", 30)], []),
    ([("taken.zorg@sd", "more", 20, {"versus": "@aw"}), ("taken.zorg@sd", "=", 50),
      ("taken.zorg@aw", "=", 32)], ABC),
    ([("taken.zorg@sd", "more", 20, {"versus": "@aw"}), ("taken.zorg@sd", "=", 50),
      ("taken.zorg@aw", "=", 31)], ABC),  # 50.5 is not reached
    ([("taken.zorg@sd", "more", 20, {"versus": "@aw"}), ("taken.zorg@sd", "=", 50),
      ("taken.zorg@aw", "=", 30)], []),
    ([("taken.zorg@sd", "similar", None, 10, {"versus": "@aw"}),
      ("taken.zorg@sd", "less", 20, {"versus": "@aw"})], AB),
    # both groups: what is said of each, and no more
    ([("taken.zorg", "in", 50, 60), ("taken.zorg@aw", "=", 40)], AB),
    ([("taken.zorg", "in", 50, 60), ("taken.zorg", "in", 70, 80)], AB),
    ([("taken.zorg@sd", "=", 50), ("taken.zorg@aw", "=", 40)], []),
    ([("taken.zorg", "more", {"versus": ".werk"}), ("taken.werk@aw", "more",
                                                     {"versus": ".zorg"})], AB),
    # size classes apart
    ([("beleid.ja@sd/klein", "=", 60), ("beleid.nee@sd/klein", "=", 45)], AB),
    ([("beleid.ja@sd/klein", "=", 60), ("beleid.nee@sd/groot", "=", 45)], []),
    # a share among all members is another number than one among who was asked
    ([("taken.zorg@sd", "in_all", 10, 20), ("taken.zorg@sd", "=", 60)], []),
    # the register and the response are whole organisations
    ([("register.organisaties@sd/klein", "#", 3), ("register.organisaties@sd/groot", "#", 1),
      ("register.organisaties@sd", "#", 5)], ABC),
    ([("register.organisaties@sd/klein", "#", 3), ("register.organisaties@sd/groot", "#", 1),
      ("register.organisaties@sd", "#", 4)], []),
    ([("respons.organisaties@sd/klein", "=", 67, {"n": 3}),
      ("respons.organisaties@sd/groot", "=", 100, {"n": 1}),
      ("respons.organisaties@sd", "=", 50, {"n": 4})], ABC),
    ([("respons.organisaties@sd/klein", "=", 67, {"n": 3}),
      ("respons.organisaties@sd/groot", "=", 100, {"n": 1}),
      ("respons.organisaties@sd", "=", 75, {"n": 4})], []),
    ([("respons.organisaties@sd", "=", 21, {"n": 301}),
      ("respons.organisaties@sd", "#", 62)], []),
    ([("respons.organisaties@sd", "=", 21, {"n": 301}),
      ("respons.organisaties@sd", "#", 60)], AB),
    # a base says nothing of the answers
    ([("taken.zorg@sd", "n", 50), ("taken.zorg@sd", "=", 60)], []),
])
def test_what_cannot_be_true_together_is_found_and_nothing_else(contradictions, rows, expected):
    assert contradictions(*rows) == expected


@pytest.mark.parametrize(("share", "expected"), [((80, 90), AB), ((60, 69), [])])
def test_of_all_members_no_more_can_answer_than_were_asked(wave, share, expected):
    """Who does nothing with the Wmo, 30%, was not asked about individual provisions."""
    said = [claim("A", "wmo_uitvoering.geen@sd", "=", 30),
            claim("B", "individuele_voorzieningen.ja@sd", "in_all", *share)]
    assert inconsistent_claims(said, wave.codebook.questions, wave.info) == expected


def test_without_claims_nothing_contradicts(found, contradictions):
    assert found([]) == contradictions() == []


def test_figures_from_elsewhere_are_not_judged(mini_wave):
    elsewhere = Claim("A", "1", None, "exact", "", 300.0, None, None, None, None, "external", "",
                      "", (), "")
    assert inconsistent_claims([elsewhere], mini_wave.codebook.questions, mini_wave.info) == []


# --- percentages of few --------------------------------------------------------------------------

@given(st.integers(0, 100), st.integers(1, 400))
@example(50, 1)
@example(1, 200)
@example(0, 1)
@example(100, 1)
@example(13, 8)  # one of eight is 12.5%
def test_possible_counts_are_those_that_round_to_the_percentage(percentage, n):
    assert possible_counts(percentage, n) == [
        count for count in range(n + 1)
        if math.floor(Fraction(100 * count, n) + Fraction(1, 2)) == percentage]


@pytest.mark.parametrize(("percentage", "n", "impossible"), [
    (33, 4, True), (25, 4, False), (50, 3, True), (67, 3, False), (1, 1, True), (99, 40, True),
    (13, 8, False), (12, 8, True), (44, 301, False),
])
def test_a_percentage_of_few_may_be_impossible(percentage, n, impossible):
    one = claim("A", "respons.organisaties@sd/groot", "=", percentage, n=n)
    assert impossible_percentages([one]) == ([one] if impossible else [])


def test_means_counts_and_figures_without_a_base_are_not_tested_for_it():
    assert impossible_percentages([
        claim("A", "respons.organisaties@sd", "=", 33), claim("B", "klanten.jong@sd", "=", 33, n=4),
        claim("C", "respons.organisaties@sd", "#", 33, n=4),
        Claim("D", "1", None, "exact", "=", 33.0, None, None, 4, None, "external", "", "", (), ""),
    ]) == []
