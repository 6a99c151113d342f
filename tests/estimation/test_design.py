"""Design-based estimates: agreement with R survey, and what a design must be."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.design.intervals import logit_interval
from participatiemonitor.estimation.design.stratified import Design, ratios

GOLDEN = Path(__file__).parent / "golden"
CLOSE = {"rel": 1e-9, "abs": 1e-12}


def golden(name: str) -> pd.DataFrame:
    return pd.read_csv(GOLDEN / f"{name}_results.csv").set_index("name")


def column(values) -> np.ndarray:
    return np.asarray(values, float)[:, None]


def flags(values) -> np.ndarray:
    return np.asarray(values, bool)[:, None]


@pytest.fixture(scope="module")
def api():
    data = pd.read_csv(GOLDEN / "apistrat.csv")
    names = sorted(data["stype"].unique())
    sizes = [data.loc[data["stype"] == name, "fpc"].iloc[0] for name in names]
    return data, Design(data["stype"].map(names.index).to_numpy(), np.array(sizes, float))


@pytest.fixture(scope="module")
def corner():
    data = pd.read_csv(GOLDEN / "corner.csv")
    return data, Design(data["stratum"].to_numpy() - 1, np.array([6.0, 10, 20, 4]))


@pytest.mark.parametrize("variable, name", [
    ("api00", "mean_api00"), ("awards", "share_awards"), ("target", "share_target")])
def test_means_and_shares_agree_with_r(api, variable, name):
    data, design = api
    everyone = flags(np.ones(len(data)))
    found = ratios(design, column(data[variable]), everyone, everyone)
    expected = golden("apistrat").loc[name]
    assert found.value[0] == pytest.approx(expected["value"], **CLOSE)
    assert found.se[0] == pytest.approx(expected["se"], **CLOSE)
    assert found.df[0] == expected["df"]


def test_a_domain_agrees_with_r(api):
    data, design = api
    found = ratios(design, column(data["awards"]), flags(data["ell"] > 20),
                   flags(np.ones(len(data))))
    expected = golden("apistrat").loc["share_awards_ell20"]
    assert found.value[0] == pytest.approx(expected["value"], **CLOSE)
    assert found.se[0] == pytest.approx(expected["se"], **CLOSE)


def test_a_ratio_agrees_with_r(api):
    _, design = api
    data = pd.read_csv(GOLDEN / "apistrat_ratio.csv")
    everyone = flags(np.ones(len(data)))
    found = ratios(design, column(data["stu"] / data["enroll"]), everyone, everyone,
                   data["enroll"].to_numpy(float))
    expected = golden("apistrat").loc["ratio_stu_enroll"]
    assert found.value[0] == pytest.approx(expected["value"], **CLOSE)
    assert found.se[0] == pytest.approx(expected["se"], **CLOSE)


@pytest.mark.parametrize("name", ["share_awards", "share_target"])
def test_logit_intervals_agree_with_r(api, name):
    data, design = api
    everyone = flags(np.ones(len(data)))
    found = ratios(design, column(data[name.removeprefix("share_")]), everyone, everyone)
    low, high = logit_interval(found.value, found.se, found.df)
    expected = golden("apistrat").loc[name]
    assert low[0] == pytest.approx(expected["low"], **CLOSE)
    assert high[0] == pytest.approx(expected["high"], **CLOSE)


def test_missing_items_and_a_stratum_with_one_respondent_agree_with_r(corner):
    data, design = corner
    answered = data["yes"].notna() & data["asked"].eq(1)
    found = ratios(design, column(data["yes"]), flags(answered),
                   flags(answered | data["asked"].eq(0)))
    expected = golden("corner").loc["share_asked"]
    assert found.value[0] == pytest.approx(expected["value"], **CLOSE)
    assert found.se[0] == pytest.approx(expected["se"], **CLOSE)
    assert found.df[0] == expected["df"]


@pytest.mark.parametrize("name, domain, by_size", [
    ("mean_part", None, False), ("mean_part_clients", None, True),
    ("mean_part_stratum2", 2, False)])
def test_means_over_organisations_and_over_clients_agree_with_r(corner, name, domain, by_size):
    data, design = corner
    everyone = flags(np.ones(len(data)))
    inside = everyone if domain is None else flags(data["stratum"] == domain)
    found = ratios(design, column(data["part"]), inside, everyone,
                   data["size"].to_numpy(float) if by_size else None)
    expected = golden("corner").loc[name]
    assert found.value[0] == pytest.approx(expected["value"], **CLOSE)
    assert found.se[0] == pytest.approx(expected["se"], **CLOSE)


@pytest.mark.parametrize("strata", ["1234", "1", "23", "34"])
@pytest.mark.parametrize("name", ["yes", "seldom", "part", "clients"])
def test_routed_domains_with_missing_items_agree_with_r(name, strata):
    data = pd.read_csv(GOLDEN / "domains.csv")
    design = Design(data["stratum"].to_numpy() - 1, np.array([232.0, 34, 31, 4]))
    values = data["part" if name == "clients" else name]
    answered = values.notna() & data["stratum"].isin([int(one) for one in strata])
    found = ratios(design, column(values), flags(answered),
                   flags(values.notna() | data["asked"].eq(0)),
                   data["size"].to_numpy(float) if name == "clients" else None)
    expected = golden("domains").loc[f"{name}_{strata}"]
    assert found.value[0] == pytest.approx(expected["value"], **CLOSE)
    assert found.se[0] == pytest.approx(expected["se"], **CLOSE)
    assert found.df[0] == expected["df"]


def test_who_is_in_a_full_census_has_no_sampling_error():
    design = Design(np.array([0, 0, 1, 1, 1]), np.array([2.0, 3.0]))
    everyone = flags(np.ones(5))
    found = ratios(design, column([1, 0, 1, 1, 0]), everyone, everyone)
    assert (found.value[0], found.se[0]) == (pytest.approx(0.6), 0.0)


def test_an_empty_domain_has_no_estimate_and_gives_no_warning():
    design = Design(np.array([0, 0, 1]), np.array([5.0, 5.0]))
    found = ratios(design, column([1, 0, 1]), flags([0, 0, 0]), flags([1, 1, 1]))
    assert np.isnan(found.value[0])
    assert np.isnan(found.se[0])


@st.composite
def samples(draw):
    """Strata with two or more respondents, their sizes, and an answer each."""
    counts = draw(st.lists(st.integers(2, 8), min_size=1, max_size=4))
    spare = draw(st.lists(st.integers(0, 20), min_size=len(counts), max_size=len(counts)))
    strata = np.repeat(np.arange(len(counts)), counts)
    answers = draw(st.lists(st.floats(0, 100), min_size=len(strata), max_size=len(strata)))
    sizes = np.array(counts, float) + np.array(spare, float)
    return Design(strata, sizes), np.array(answers)


@given(samples(), st.floats(0.1, 50))
@settings(deadline=None)
def test_another_unit_scales_the_estimate_and_its_error(sample, factor):
    design, answers = sample
    everyone = flags(np.ones(len(answers)))
    one = ratios(design, column(answers), everyone, everyone)
    other = ratios(design, column(factor * answers), everyone, everyone)
    assert other.value[0] == pytest.approx(factor * one.value[0], abs=1e-9)
    assert other.se[0] == pytest.approx(factor * one.se[0], abs=1e-7)


@given(samples(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_the_order_of_respondents_does_not_matter(sample, random):
    design, answers = sample
    order = list(range(len(answers)))
    random.shuffle(order)
    everyone = flags(np.ones(len(answers)))
    one = ratios(design, column(answers), everyone, everyone)
    other = ratios(Design(design.strata[order], design.sizes), column(answers[order]), everyone,
                   everyone)
    assert other.value[0] == pytest.approx(one.value[0], abs=1e-9)
    assert other.se[0] == pytest.approx(one.se[0], abs=1e-7)


@given(samples())
@settings(deadline=None)
def test_the_mean_is_that_of_the_strata_by_their_sizes(sample):
    design, answers = sample
    everyone = flags(np.ones(len(answers)))
    means = [answers[design.strata == stratum].mean() for stratum in range(len(design.sizes))]
    expected = np.average(means, weights=design.sizes)
    assert ratios(design, column(answers), everyone, everyone).value[0] == pytest.approx(
        expected, abs=1e-9)


def test_more_respondents_than_organisations_names_the_rows():
    with pytest.raises(InputError, match=r"3 respondenten en maar 2 organisaties \(rijen 1, 3, 4"):
        Design(np.array([0, 1, 0, 0]), np.array([2.0, 5.0]))


def test_an_unknown_stratum_names_the_rows():
    with pytest.raises(InputError, match="rij 2, 3"):
        Design(np.array([0, 2, -1]), np.array([2.0, 5.0]))


@pytest.mark.parametrize("size", [-1.0, np.nan, np.inf])
def test_a_weight_that_is_no_weight_names_the_row(size):
    design = Design(np.array([0, 0]), np.array([5.0]))
    everyone = flags([1, 1])
    with pytest.raises(InputError, match="rij 2"):
        ratios(design, column([1, 0]), everyone, everyone, np.array([1.0, size]))
