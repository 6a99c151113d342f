"""Groups of municipalities, against tests of R and its glm."""

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.counts import counts_of
from participatiemonitor.studies.indicators.groups import grouped
from participatiemonitor.studies.indicators.rates import exact_interval


@pytest.fixture
def traits(towns):
    return towns.set_index("municipality")[["policy", "context"]]


@pytest.mark.parametrize("by", ["policy", "policy+context"])
def test_heterogeneity_is_that_of_r(counts, traits, golden, by):
    found = grouped(counts, traits, by.split("+"))
    rows = golden("groups").query("kind == @counts.kind and by == @by").set_index("group")
    assert {" ".join(one.names) for one in found.groups} == set(rows.index)
    for group in found.groups:
        row = rows.loc[" ".join(group.names)]
        assert group.chi2 == pytest.approx(row["chi2"], rel=1e-9)
        assert group.p == pytest.approx(row["p"], rel=1e-7)
    row = golden("between").query("kind == @counts.kind and by == @by").iloc[0]
    assert found.dispersion == pytest.approx(row["dispersion"], rel=1e-6)
    assert found.deviance == pytest.approx(row["deviance"], rel=1e-6)
    assert found.p_chance == pytest.approx(row["p_chance"], rel=1e-5)
    assert found.p == pytest.approx(row["p"], rel=1e-5)


def test_a_group_holds_the_sums_of_its_members(counts, traits):
    found = grouped(counts, traits, ["policy", "context"])
    names = [name for group in found.groups for name in group.municipalities]
    assert sorted(names) == sorted(counts.municipalities)
    assert [group.names for group in found.groups] == sorted(
        set(map(tuple, traits.itertuples(index=False))))
    for group in found.groups:
        places = [counts.municipalities.index(name) for name in group.municipalities]
        assert group.events == counts.events[places].sum()
        assert group.at_risk == pytest.approx(counts.at_risk[places].sum())
        low, high = exact_interval(counts.kind, np.array([group.events]),
                                   np.array([group.at_risk]))
        assert (group.low, group.high) == (low[0], high[0])
        assert group.wide_low < group.low < group.value < group.high < group.wide_high


def test_groups_of_one_municipality_and_one_group(counts):
    alone = pd.DataFrame({"name": counts.municipalities}, index=counts.municipalities)
    found = grouped(counts, alone, ["name"])
    assert found.dispersion == 1
    assert np.isnan(found.p)
    assert all(np.isnan(group.p) for group in found.groups)
    assert all(group.low == group.wide_low for group in found.groups)
    together = grouped(counts, alone.assign(name="alle"), ["name"])
    assert together.groups[0].value == pytest.approx(counts.pooled)
    assert np.isnan(together.p_chance)


def test_where_all_have_it_nothing_varies():
    frame = pd.DataFrame({"municipality": list("abcd"), "events": [5, 7, 0, 0],
                          "at_risk": [5, 7, 4, 3]})
    traits = pd.DataFrame({"policy": ["ja", "ja", "nee", "nee"]}, index=list("abcd"))
    found = grouped(counts_of(frame, "proportion"), traits, ["policy"])
    assert [group.value for group in found.groups] == [1, 0]
    assert all(np.isnan(group.p) for group in found.groups)
    assert found.p_chance < 0.001
    assert np.isnan(found.p)


def test_a_municipality_without_a_trait_is_named(counts, traits):
    with pytest.raises(InputError, match="van g07 is niet bekend: policy"):
        grouped(counts, traits.drop("g07"), ["policy"])
