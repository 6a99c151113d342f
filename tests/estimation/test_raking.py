"""Raking: the known margins are met, as the R package survey does it, or the fault is named."""

import csv
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyed import results_of
from oracle import half_up

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.analyses import raking
from participatiemonitor.estimation.analyses.raking import (
    COLUMNS,
    rake,
    raked_weights,
    raking_shift,
    shifts_by_raking,
)

GOLDEN = Path(__file__).parent / "golden"


@pytest.fixture(scope="session")
def golden():
    """Thirty respondents, and the margins by name, from raking.R."""
    margins: dict[str, dict[str, float]] = {}
    with (GOLDEN / "raking_margins.csv").open() as stream:
        for row in csv.DictReader(stream):
            margins.setdefault(row["margin"], {})[row["class"]] = float(row["total"])
    return pd.read_csv(GOLDEN / "raking.csv"), margins


@pytest.mark.parametrize(("names", "column"), [
    (["stratum"], "poststratified"), (["stratum", "size"], "raked_two"),
    (["size", "stratum"], "raked_two"), (["stratum", "size", "region"], "raked_three"),
])
def test_weights_are_those_of_the_package_survey(golden, names, column):
    table, margins = golden
    found = rake(table["weight"], table, {name: margins[name] for name in names})
    assert found.to_numpy() == pytest.approx(table[column].to_numpy(), rel=1e-7)


def crossed(weights):
    """Respondents in every combination of two classes of margin a and three of margin b."""
    classes = pd.DataFrame([(a, b) for a in "xy" for b in "klm"] * (len(weights) // 6),
                           columns=["a", "b"])
    return classes, pd.Series(weights, classes.index, dtype=float)


WEIGHT = st.floats(0.2, 5)
TWELVE = st.lists(WEIGHT, min_size=12, max_size=12)


@settings(deadline=None, max_examples=20)
@given(TWELVE, TWELVE)
def test_margins_are_met_and_respondents_of_one_cell_keep_their_proportion(base, wanted):
    classes, wanted = crossed(wanted)
    _, base = crossed(base)
    margins = {name: wanted.groupby(classes[name]).sum().to_dict() for name in "ab"}
    found = rake(base, classes, margins)
    for name in "ab":
        sums = found.groupby(classes[name]).sum()
        assert sums.to_dict() == pytest.approx(margins[name], rel=1e-8)
    assert (found > 0).all()
    factors = (found / base).groupby([classes["a"], classes["b"]]).agg(["min", "max"])
    assert factors["min"].to_numpy() == pytest.approx(factors["max"].to_numpy())


@settings(deadline=None, max_examples=20)
@given(TWELVE, st.floats(1, 100), st.floats(1, 100))
def test_one_margin_is_poststratification(base, first, second):
    classes, base = crossed(base)
    found = rake(base, classes, {"a": {"x": first, "y": second}})
    for name, total in (("x", first), ("y", second)):
        inside = classes["a"] == name
        expected = base[inside] * total / base[inside].sum()
        assert found[inside].to_numpy() == pytest.approx(expected.to_numpy())


def test_weights_that_meet_the_margins_stay_and_the_given_ones_are_not_changed():
    classes, base = crossed([1.0] * 6)
    margins = {"a": {"x": 3, "y": 3}, "b": {"k": 2, "l": 2, "m": 2}}
    assert list(rake(base, classes, margins)) == [1] * 6
    rake(base, classes, {"a": {"x": 4, "y": 2}})
    assert list(base) == [1] * 6


def test_a_class_with_a_total_of_nothing_needs_no_respondents():
    classes, base = crossed([1.0] * 6)
    found = rake(base, classes, {"a": {"x": 4, "y": 2, "z": 0}})
    assert found[classes["a"] == "x"].sum() == pytest.approx(4)


@pytest.mark.parametrize("bad", [0, -1, np.nan, np.inf])
def test_a_weight_that_is_not_positive_is_named_by_its_row(bad):
    classes, base = crossed([1.0] * 6)
    classes.index = base.index = [f"SD-{number}" for number in range(6)]
    base[["SD-2", "SD-5"]] = bad
    with pytest.raises(InputError, match=r"SD-2, SD-5\.") as caught:
        rake(base, classes, {"a": {"x": 1, "y": 1}})
    assert "positief" in str(caught.value)
    assert caught.value.exit_code == 2


def test_an_unknown_class_is_named_by_its_rows_and_the_known_ones():
    classes, base = crossed([1.0] * 6)
    classes.loc[[1, 4], "b"] = "n"
    with pytest.raises(InputError, match=r"Kantlijn b: .* bij 1, 4;.*k, l, m"):
        rake(base, classes, {"a": {"x": 1, "y": 1}, "b": {"k": 1, "l": 1, "m": 1}})


def test_a_missing_class_is_an_unknown_one():
    classes, base = crossed([1.0] * 6)
    classes.loc[3, "a"] = None
    with pytest.raises(InputError, match="bij 3;"):
        rake(base, classes, {"a": {"x": 1, "y": 1}})


def test_a_long_list_of_rows_is_cut_off():
    classes, base = crossed([1.0] * 24)
    with pytest.raises(InputError, match=r"0, 1, 2, 3, 4, 5, 6, 7, 8, 9 …"):
        rake(0 * base, classes, {"a": {"x": 1, "y": 1}})


def test_a_class_without_respondents_is_named():
    classes, base = crossed([1.0] * 6)
    with pytest.raises(InputError, match=r"Kantlijn a: geen respondenten in v, w;"):
        rake(base, classes, {"a": {"x": 1, "v": 1, "y": 1, "w": 2}})


def test_margins_with_different_totals_are_named_with_these():
    classes, base = crossed([1.0] * 6)
    with pytest.raises(InputError, match="a 6, b 7"):
        rake(base, classes, {"a": {"x": 3, "y": 3}, "b": {"k": 2, "l": 2, "m": 3}})


def test_margins_that_cannot_be_met_together_are_a_fault(monkeypatch):
    monkeypatch.setattr(raking, "ROUNDS", 50)
    classes = pd.DataFrame({"a": ["x", "y"], "b": ["k", "l"]})
    with pytest.raises(InputError, match="niet samen te halen: na 50 rondes"):
        rake(pd.Series([1.0, 1.0]), classes, {"a": {"x": 1, "y": 3}, "b": {"k": 3, "l": 1}})


@pytest.mark.parametrize("group", ["sociale_dienst", "afdeling_welzijn"])
def test_the_shift_is_that_of_every_share(wave, unprotected, oracle, group):
    """A second computation, with arrays: three classes of inhabitants against three strata."""
    frame = wave.frame
    inhabitants = frame["inhabitants"].to_numpy()
    size = (inhabitants >= 20_000).astype(int) + (inhabitants >= 50_000)
    stratum = frame["stratum"].map({"kleiner": 0, "isd": 1, "g32": 2, "g4": 2}).to_numpy(int)
    members = [row for row in oracle.responses if row["group"] == group]
    rows = frame.index.get_indexer([row["organisation"] for row in members])
    cells = [np.equal.outer(range(3), kind[rows]) for kind in (stratum, size)]
    totals = [np.bincount(stratum), np.bincount(size)]
    base = (totals[0] / cells[0].sum(axis=1)) @ cells[0]
    raked = base.copy()
    for _ in range(200):
        for cell, total in zip(cells, totals, strict=True):
            raked *= (total / (cell @ raked)) @ cell
    shifts = []
    for name, entry in oracle.questions.items():
        if group in entry["asked"] and entry["kind"] in ("single", "multiple"):
            answers = [oracle.answer(row, name) for row in members]
            given_here = np.array([answer is not None for answer in answers])
            for option in oracle.options(name):
                values = np.array([option in answer for answer in answers if answer is not None])
                shifts.append(abs(np.average(values, weights=raked[given_here])
                                  - np.average(values, weights=base[given_here])))
    found = list(shifts_by_raking(unprotected, group).values())
    assert found == pytest.approx(shifts, rel=1e-6, abs=1e-9)
    assert 0.005 < np.mean(shifts) < 0.10
    told = raking_shift(unprotected, group)
    assert tuple(told.columns) == COLUMNS
    assert told.to_numpy().tolist() == [[len(shifts), half_up(Fraction(100 * np.mean(shifts)))]]


def test_without_margins_nothing_shifts(wave):
    bare = replace(wave, info=wave.info.model_copy(update={"margins": {}}))
    results = results_of(bare)
    assert max(shifts_by_raking(results, "sociale_dienst").values()) < 1e-12
    assert raking_shift(results, "sociale_dienst")["mean"].item() == 0


@pytest.mark.parametrize("group", ["sociale_dienst", "afdeling_welzijn"])
def test_the_weights_meet_every_margin_of_the_wave(wave, group):
    _, raked = raked_weights(wave, group)
    inhabitants = wave.frame["inhabitants"]
    theirs = inhabitants[wave.members(group)["organisation"]].to_numpy()
    for low, high in ((0, 20_000), (20_000, 50_000), (50_000, np.inf)):
        known = ((inhabitants >= low) & (inhabitants < high)).sum()
        assert raked[(theirs >= low) & (theirs < high)].sum() == pytest.approx(known)
    stratum = wave.members(group)["stratum"]
    assert raked[stratum == "kleiner"].sum() == pytest.approx(232)
    assert raked[stratum.isin(["g32", "g4"])].sum() == pytest.approx(35)


def test_a_question_that_nobody_answered_has_no_shift(wave):
    responses = wave.responses.assign(start_projecten=pd.Series(
        None, wave.responses.index, dtype=object))
    found = shifts_by_raking(results_of(replace(wave, responses=responses)), "sociale_dienst")
    assert "start_projecten" not in {ref.question for ref in found}


def test_hidden_shares_have_no_shift(wave, with_rules, unprotected):
    estimates = results_of(with_rules(wave, minimum_base=60))
    found = shifts_by_raking(estimates, "sociale_dienst")
    assert {estimates[ref].status for ref in found} == {"ok"}
    assert 0 < len(found) < len(shifts_by_raking(unprotected, "sociale_dienst"))


def test_of_few_shares_no_shift_is_told(wave, with_rules):
    found = raking_shift(results_of(with_rules(wave, minimum_base=1000)), "sociale_dienst")
    assert found.empty
    assert tuple(found.columns) == COLUMNS
