"""Changes between two rounds agree with R survey, where that can express the design."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from .samples import Sample, change

GOLDEN = Path(__file__).parents[1] / "golden"
CLOSE = {"rel": 1e-9, "abs": 1e-12}
SIZES = ((232, 34, 31, 4), (220, 40, 30, 4))


def expected(name):
    return pd.read_csv(GOLDEN / "trend_results.csv").set_index("name").loc[name]


def assert_agrees(found, name):
    assert found.value == pytest.approx(expected(name)["value"], **CLOSE)
    assert found.se == pytest.approx(expected(name)["se"], **CLOSE)


@pytest.mark.parametrize("name", ["share", "routed", "clients"])
def test_two_samples_drawn_apart(name):
    data = pd.read_csv(GOLDEN / "trend_apart.csv")
    both = [Sample(one["stratum"] - 1, sizes, one["part" if name == "clients" else name],
                   one["asked"] if name == "routed" else None,
                   one["size"].to_numpy(float) if name == "clients" else None)
            for (_, one), sizes in zip(data.groupby("round"), SIZES, strict=True)]
    assert_agrees(change(*both, [], np.zeros((4, 4))), f"apart_{name}")


@pytest.mark.parametrize("name", ["share", "routed", "clients"])
def test_a_panel(name):
    data = pd.read_csv(GOLDEN / "trend_panel.csv")
    both = []
    for number in "12":
        values = data[("part" if name == "clients" else "share") + number].to_numpy(float)
        asked = data["asked" + number].to_numpy() if name == "routed" else None
        both.append(Sample(
            data["stratum"] - 1, SIZES[0],
            values if asked is None else np.where(asked == 1, values, np.nan), asked,
            data["size" + number].to_numpy(float) if name == "clients" else None))
    everybody = np.repeat(np.arange(len(data))[:, None], 2, axis=1)
    assert_agrees(change(*both, everybody, np.diag(SIZES[0])), f"panel_{name}")


def test_r_says_the_same_of_a_panel_and_of_its_differences():
    assert expected("panel_share")["se"] == pytest.approx(
        expected("panel_share_differences")["se"], **CLOSE)
