"""Changes between two observed rounds: what is shown of them, and what is not."""

import csv
from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from rounds import CAME_FROM, FIRST, GREW, SECOND

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import OBSERVED, OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.trend import joint, pairing
from participatiemonitor.estimation.trend.changes import Changes
from participatiemonitor.estimation.trend.covariance import UNKNOWN
from participatiemonitor.estimation.trend.stored import still_there
from participatiemonitor.survey.comparability import comparability

SD, AW = "sociale_dienst", "afdeling_welzijn"
YEARS = str(FIRST), str(SECOND)


def of(changes, question, option="", group=SD):
    return changes[Ref(question, option, group, source=YEARS[1])]


def with_test(changes):
    found = [one for one in changes.values() if one.tested]
    assert len(found) > 100
    return found


def test_the_headlines_of_both_rounds_stand_beside_a_change(changes, rounds):
    for one in changes.values():
        assert (one.earlier.ref.source, one.later.ref.source) == YEARS
        for side, results in zip((one.earlier, one.later), rounds, strict=True):
            if side.status:
                found = results[replace(side.ref, source="")]
                assert (side.n, side.status) == (found.n, found.status)
                assert side.value == pytest.approx(found.value, nan_ok=True)
                assert side.weighted == pytest.approx(found.weighted.value, nan_ok=True)


def test_a_change_is_that_of_the_weighted_shares(changes):
    apart = [abs(one.weighted.value - (one.later.weighted - one.earlier.weighted))
             for one in with_test(changes)]
    assert max(apart) <= 0.0101  # each is rounded by itself
    headlines = [abs(one.weighted.value - (one.later.value - one.earlier.value))
                 for one in with_test(changes)]
    assert max(headlines) > 0.03


def test_figures_are_told_in_whole_points(changes):
    for one in with_test(changes):
        found = one.weighted
        for value, digits in ((found.value, 2), (found.low, 2), (found.high, 2), (found.se, 3),
                              (found.p, 3)):
            assert value == round(value, digits)
        assert found.low <= found.value <= found.high


def test_it_is_near_to_what_the_answers_say(changes, owned):
    both = [(one.weighted, owned[one.ref].weighted) for one in with_test(changes)]
    assert np.mean([abs(one.value - other.value) for one, other in both]) < 0.015
    wider = np.mean([one.se / other.se for one, other in both])
    print(f"errors that are shown are {wider:.2f} times those without noise")
    assert 1 <= wider <= 1.35


def test_who_is_in_both_rounds_is_counted_by_question(owned, project):
    def answered(year, question, group):
        with (project.wave(year) / "responses.csv").open(encoding="utf-8", newline="") as stream:
            return {row["organisation"] for row in csv.DictReader(stream)
                    if row["group"] == group and row[question]}

    heirs = Counter(codes[0] for codes in CAME_FROM.values())
    renamed = {code: codes[0] for code, codes in CAME_FROM.items()
               if len(codes) == 1 and heirs[codes[0]] == 1}
    for question in ("participatievisie", "wmo_uitvoering"):
        for group in (SD, AW):
            then, now = (answered(year, question, group) for year in (FIRST, SECOND))
            again = sum(renamed.get(code, code) in then for code in now)
            assert of(owned, question, "ja" if question == "participatievisie" else "hele",
                      group).overlap == again
            assert again > 25


def test_organisations_that_merged_or_split_are_others(rounds):
    found = still_there(*(one.wave for one in rounds))
    assert found["KLEIN-231"] == "KLEIN-006"
    assert found[GREW] == GREW
    assert not {"MIDDELGROOT-129", "MIDDELGROOT-132", "MIDDELGROOT-133"} & set(found)


def test_over_three_rounds_who_stayed_follows_step_by_step(rounds):
    earlier, later = (one.wave for one in rounds)
    # Nothing happened between two rounds that are the same.
    assert still_there(earlier, replace(earlier, frame=earlier.frame), later) == still_there(
        earlier, later)


# --- what is not compared ------------------------------------------------------------------------

def test_what_may_not_be_compared_says_why(changes):
    one = of(changes, "deelnemers", "wsw")
    assert one.why == "Gevraagd is nu naar deelnemers van het afgelopen jaar."
    assert not one.tested
    assert np.isnan(one.weighted.value)
    assert np.isnan(one.earlier.value)
    assert of(changes, "partners", "rocs").why == "De andere partners zijn anders omschreven."
    assert of(changes, "partners", "welzijnsinstellingen").tested


def test_what_is_hidden_in_one_round_has_no_change(changes):
    hidden = [one for one in changes.values() if one.earlier.status and one.later.status
              and not one.earlier.status == one.later.status == OK]
    assert len(hidden) > 10
    for one in hidden:
        assert np.isnan(one.weighted.value)
        assert one.why.startswith("In 20")
        assert not one.tested


def test_every_quantity_is_tested_or_says_why_not(changes):
    for one in changes.values():
        assert one.tested == (one.why == "") == (one.standing == OBSERVED)
        assert not (one.why and not one.why.endswith("."))


def test_a_question_that_is_new_or_was_put_to_others_says_so(rounds):
    earlier, later = rounds
    comparable = dict(comparability(earlier.wave, later.wave))
    comparable["start_projecten"] = replace(
        comparable["start_projecten"], was=None, change="new", comparable=False, options=())
    comparable["koppeling"] = replace(comparable["koppeling"], groups=(SD,))
    comparable["knelpunten"] = replace(comparable["knelpunten"], change="unsaid", comparable=False)
    found = Changes(earlier, later, comparable, still_there(earlier.wave, later.wave))
    assert found[Ref("start_projecten", "ja", SD)].why == "Deze vraag is in 2016 niet gesteld."
    assert found[Ref("koppeling", "ja", AW)].why == (
        "Aan de afdelingen welzijn is dit in 2016 niet gevraagd.")
    assert found[Ref("koppeling", "ja", SD)].tested
    assert "zegt het codeboek niet" in found[Ref("knelpunten", "schotten", SD)].why


def test_a_question_may_have_had_another_name(rounds):
    earlier, later = rounds
    comparable = dict(comparability(earlier.wave, later.wave))
    comparable["koppeling_wmo"] = replace(comparable["koppeling_wmo"], was="koppeling_wwb")
    found = Changes(earlier, later, comparable, {})[Ref("koppeling_wmo", "nee", SD)]
    assert str(found.earlier.ref) == "2016:koppeling_wwb.nee@sociale_dienst"
    assert found.earlier.value == earlier[Ref("koppeling_wwb", "nee", SD)].value


@pytest.mark.parametrize("ref, said", [
    (Ref("koppeling", "ja", SD, "klein"), "alleen van een groep als geheel"),
    (Ref("koppelin", "ja", SD), "de vraag 'koppelin' bestaat niet")])
def test_what_there_is_no_change_of_is_an_error(rounds, ref, said):
    earlier, later = rounds
    found = Changes(earlier, later, comparability(earlier.wave, later.wave), {})
    with pytest.raises(InputError, match=said):
        found[ref]


# --- what is told of joint answers ---------------------------------------------------------------

def test_the_other_answer_changed_as_much_the_other_way(changes):
    for question, group in (("koppeling", SD), ("individuele_voorzieningen", SD)):
        yes, no = (of(changes, question, option, group).weighted for option in ("ja", "nee"))
        assert (yes.value, yes.low, yes.high) == pytest.approx((-no.value, -no.high, -no.low))
        assert (yes.se, yes.p) == (no.se, no.p)


def test_a_change_follows_from_what_both_rounds_published_and_two_ends(changes, rounds,
                                                                       monkeypatch):
    """The attacker's premise: nothing else of who answered what twice is in it."""
    comparable = comparability(*(one.wave for one in rounds))
    ends = [UNKNOWN, *zip(joint.EDGES[:-1], joint.EDGES[1:], strict=True), (0.25, 1.0)]
    candidates = []
    for between in ends:
        monkeypatch.setattr(pairing, "told", lambda *_, between=between: between)
        candidates.append({one.ref: one for one in Changes(
            *rounds, comparable, still_there(*(one.wave for one in rounds)))})
    seen = set()
    for one in with_test(changes):
        fits = [place for place, found in enumerate(candidates) if found[one.ref] == one]
        assert fits
        seen |= set(fits) if len(fits) == 1 else set()
        if one.cautious:
            assert 0 in fits
    assert seen >= {1, 2, 3}  # each of the bands occurs, where rounding does not hide it


def test_small_counts_take_no_part(changes):
    for one in with_test(changes):
        sides = [min(round(side.value * side.n), side.n - round(side.value * side.n))
                 for side in (one.earlier, one.later)]
        if min(sides) < 10 and one.ref.question not in ("deelname_wmo", "deelname_wwb",
                                                        "belemmeringen", "participatieladder"):
            assert one.cautious
    assert any(not one.cautious for one in with_test(changes))


def test_what_is_drawn_depends_on_who_said_what_and_on_the_key(rounds):
    rng = np.random.default_rng(5)
    codes = np.array([f"O-{number:02}" for number in range(60)])
    said = tuple(rng.integers(0, 2, (2, 60)))
    cells = np.repeat(np.arange(3), 20)[:, None].repeat(2, axis=1)
    tables = [joint.noised(cells, said, codes, b"subject", b"key %d" % key) for key in range(40)]
    assert len({one.tobytes() for one in tables}) > 10
    true = np.array([np.bincount(2 * said[0][here] + said[1][here], minlength=4).reshape(2, 2)
                     for here in (cells[:, 0] == place for place in range(3))])
    for one in tables:
        # Who said yes stays, each time; who did so twice moves by two at most.
        assert (one.sum(axis=1) == true.sum(axis=1)).all()
        assert (one.sum(axis=2) == true.sum(axis=2)).all()
        assert abs(one - true).max() <= 2
    assert np.mean([one - true for one in tables]) == 0
    turned = joint.noised(cells, (1 - said[0], 1 - said[1]), codes, b"subject", b"key 0")
    assert (turned == tables[0][:, ::-1, ::-1]).all()
    mixed = rng.permutation(60)
    again = joint.noised(cells[mixed], tuple(one[mixed] for one in said), codes[mixed],
                         b"subject", b"key 0")
    assert (again == tables[0]).all()
