"""Policies at equal context, against the glm of R and by hand."""

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.adjusted import adjusted
from participatiemonitor.studies.indicators.counts import counts_of
from participatiemonitor.studies.indicators.groups import grouped


@pytest.fixture
def traits(towns):
    return towns.set_index("municipality")[["policy", "context", "size"]]


def test_ratios_and_standardised_rates_are_those_of_r(counts, traits, golden):
    found = adjusted(counts, traits, "policy", ["context", "size"])
    rows = golden("adjusted").query("kind == @counts.kind").set_index("name")
    assert found.choices[0].name == "werk"
    for choice in found.choices:
        row = rows.loc[choice.name]
        assert choice.municipalities == 20
        for part in ("value", "ratio", "low", "high"):
            assert getattr(choice, part) == pytest.approx(row[part], rel=1e-6), part
        assert found.dispersion == pytest.approx(row["dispersion"], rel=1e-6)
        assert found.p == pytest.approx(row["p"], rel=1e-5)


def towns_of(rows):
    frame = pd.DataFrame(rows, columns=["municipality", "events", "at_risk", "policy", "context"])
    return frame, frame.set_index("municipality")[["policy", "context"]]


def test_a_policy_that_only_seems_to_work():
    """In each context both reach as much; the one is chosen where more is reached."""
    frame, traits = towns_of([("a", 10, 100, "x", "dorp"), ("b", 10, 100, "y", "dorp"),
                              ("c", 10, 100, "x", "dorp"), ("d", 40, 100, "y", "stad"),
                              ("e", 40, 100, "x", "stad"), ("f", 40, 100, "y", "stad")])
    found = adjusted(counts_of(frame, "proportion"), traits, "policy", ["context"])
    assert [choice.ratio for choice in found.choices] == pytest.approx([1, 1])
    assert [choice.value for choice in found.choices] == pytest.approx([0.25, 0.25])
    assert found.p == pytest.approx(1)
    alone = grouped(counts_of(frame, "proportion"), traits, ["policy"])
    assert [group.value for group in alone.groups] == pytest.approx([0.2, 0.3])


def test_a_context_where_nothing_is_counted_says_nothing():
    frame, traits = towns_of([("a", 5, 50, "x", "dorp"), ("b", 9, 50, "y", "dorp"),
                              ("c", 0, 70, "x", "stad"), ("d", 0, 80, "y", "stad"),
                              ("e", 6, 50, "x", "dorp"), ("f", 8, 50, "y", "dorp")])
    for kind in ("proportion", "rate"):
        found = adjusted(counts_of(frame, kind), traits, "policy", ["context"])
        assert found.choices[1].ratio == pytest.approx(
            (17 / 83) / (11 / 89) if kind == "proportion" else 17 / 11, rel=1e-6)
        assert np.isfinite(found.p)


@pytest.mark.parametrize(("rows", "words"), [
    ([("a", 1, 9, "x", "d"), ("b", 1, 9, "x", "s")], "dezelfde keuze, x"),
    ([("a", 1, 9, "x", "d"), ("b", 1, 9, "x", "d"), ("c", 1, 9, "y", "s"), ("d", 1, 9, "y", "s")],
     "policy en context zijn niet te scheiden"),
    ([("a", 1, 9, "x", "d"), ("b", 2, 9, "y", "d")], "niet te scheiden"),
    ([("a", 0, 9, "x", "d"), ("b", 2, 9, "y", "d"), ("c", 2, 9, "y", "d")], "keuze x is niets"),
    ([("a", 9, 9, "x", "d"), ("b", 2, 9, "y", "d"), ("c", 2, 9, "y", "d")], "keuze x is alles"),
    ([("a", 9, 9, "x", None), ("b", 2, 9, "y", "d")], "van a is niet bekend: policy, context")])
def test_what_cannot_be_compared_is_refused(rows, words):
    frame, traits = towns_of(rows)
    with pytest.raises(InputError, match=words):
        adjusted(counts_of(frame, "proportion"), traits, "policy", ["context"])
