"""Two codings that R drew; see golden/kappa.R."""

from pathlib import Path

import pandas as pd
import pytest

from participatiemonitor.studies.elements.codings import coded

GOLDEN = Path(__file__).with_name("golden")


@pytest.fixture
def frames():
    return [pd.read_csv(GOLDEN / f"{name}.csv", index_col="intervention")
            for name in ("first", "second")]


@pytest.fixture
def elements(frames):
    return [name for name in frames[0] if name != "rung"]


@pytest.fixture
def found(frames, elements):
    return coded(frames, elements)


@pytest.fixture(scope="session")
def kappa():
    return pd.read_csv(GOLDEN / "kappa.csv", index_col="name")
