"""National shares for a municipality, against R and by hand."""

import csv
from pathlib import Path

import pytest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.national import Margin, corrected

with (Path(__file__).with_name("golden") / "raking.csv").open(encoding="utf-8") as golden:
    GOLDEN = {row["profile"]: row for row in csv.DictReader(golden)}
SHARES = {profile: exact(float(row["share"])) for profile, row in GOLDEN.items()}
AGE, ORIGIN = ("jong", "midden", "oud"), ("hier", "elders")
PARTS = {"ouders": ((0.3, 0.7, 0), (0.6, 0.4)), "jongeren": ((1, 0, 0), (0.5, 0.5)),
         "oudkomers": ((0.1, 0.6, 0.3), (0, 1)), "vouwen": ((0, 0, 1), (0.7, 0.3)),
         "overig": ((0.25, 0.65, 0.1), (0.8, 0.2))}


def margin(classes, place, local, without=()):
    divisions = {profile: dict(zip(classes, parts[place], strict=True))
                 for profile, parts in PARTS.items()}
    national = {one: sum(SHARES[profile].low / 100 * division[one]
                         for profile, division in divisions.items()) for one in classes}
    for profile in without:
        del divisions[profile]
    return Margin(national, divisions, dict(zip(classes, local, strict=True)))


MARGINS = {"age": margin(AGE, 0, (300, 900, 800)), "origin": margin(ORIGIN, 1, (900, 1100))}


def test_raking_is_that_of_r():
    found = corrected(SHARES, MARGINS)
    for place, (profile, row) in enumerate(GOLDEN.items()):
        assert found.factors[profile] == pytest.approx(float(row["factor"]), rel=1e-7)
        assert found.clients.counts[place].value == pytest.approx(float(row["local"]), rel=1e-7)
    assert sum(one.value for one in found.clients.counts) == pytest.approx(2000)


def test_who_has_no_division_is_divided_as_the_rest():
    """Of one profile the rest is exactly its own division."""
    without = {"age": margin(AGE, 0, (300, 900, 800), ["overig"]), "origin": MARGINS["origin"]}
    assert corrected(SHARES, without).factors == pytest.approx(corrected(SHARES, MARGINS).factors)


def test_with_one_margin_it_is_poststratification():
    """By hand: each class weighs its local share by its national one."""
    found = corrected(SHARES, {"age": MARGINS["age"]})
    national = MARGINS["age"].national
    weights = {one: MARGINS["age"].local[one] / 2000 / national[one] for one in AGE}
    for profile, (ages, _) in PARTS.items():
        assert found.factors[profile] == pytest.approx(
            sum(part * weights[one] for one, part in zip(AGE, ages, strict=True)))


def test_a_town_as_the_country_needs_no_correction():
    local = {one: 5000 * part for one, part in MARGINS["age"].national.items()}
    found = corrected(SHARES, {"age": Margin(MARGINS["age"].national, MARGINS["age"].profiles,
                                             local)})
    assert list(found.factors.values()) == pytest.approx([1] * 5)


def test_ends_of_shares_are_multiplied_too():
    shares = SHARES | {"ouders": Limits(20, 22, 21), "overig": Limits(13, 35)}
    found = corrected(shares, MARGINS)
    count = found.clients.counts[0]
    assert (count.low / count.value, count.high / count.value) == pytest.approx((20 / 21, 22 / 21))
    assert found.clients.counts[4].value is None


def test_a_class_without_local_clients_leaves_a_profile_without_any():
    found = corrected(SHARES, {"age": margin(AGE, 0, (1000, 1000, 0))})
    assert found.factors["vouwen"] == 0
    assert found.clients.counts[3] == exact(0)


@pytest.mark.parametrize(("shares", "margins", "words"), [
    ({"ouders": exact(21)}, MARGINS, "samen 21%; verwacht: 100%"),
    (SHARES, {"age": Margin({"jong": 0.5, "oud": 0.4}, {}, {"jong": 1})}, "is samen 90%"),
    (SHARES, {"age": Margin({"jong": 1.0}, {}, {"oud": 1})}, "klasse oud staat niet in"),
    (SHARES, {"age": Margin({"jong": 1.0, "oud": 0.0}, {}, {"oud": 1})}, "en hier wel"),
    (SHARES, {"age": Margin({"jong": 1.0}, {"x": {"jong": 1.0}}, {"jong": 1})}, "profiel x heeft"),
    (SHARES, {"age": Margin({"jong": 0.9, "oud": 0.1}, {"ouders": {"oud": 1.0}},
                            {"jong": 1, "oud": 1})}, "meer klanten in de klasse oud"),
    (SHARES, MARGINS | {"sex": Margin({"v": 1.0}, {}, {"v": 1900})}, "hetzelfde totaal")])
def test_what_does_not_fit_is_refused(shares, margins, words):
    with pytest.raises(InputError, match=words):
        corrected(shares, margins)
