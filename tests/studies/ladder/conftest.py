"""Golden values from R, as steps and tables."""

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from participatiemonitor.studies.ladder.steps import Steps

GOLDEN = Path(__file__).with_name("golden")
CENSORED = 99


@pytest.fixture(scope="session")
def golden():
    """A table that R wrote."""
    return lambda name: pd.read_csv(GOLDEN / f"{name}.csv")


@pytest.fixture(scope="session")
def panel_steps(golden):
    """The steps of a data set that msm was run on, in its own unit of time."""

    def read(name, rungs):
        rows = golden({"cav_seen": "data_cav", "ladder": "data_ladder_still"}.get(
            name, f"data_{name}"))
        if name == "ladder":
            rows = rows[rows["state"] != CENSORED]
        person = np.unique(rows["person"], return_inverse=True)[1]
        state = np.where(rows["state"] == CENSORED, rungs + 1, rows["state"] - 1)
        time = rows["time"].to_numpy()
        first = np.flatnonzero(np.diff(person) == 0)
        start = np.full(len(first), np.datetime64("2010-01-01"))
        return Steps(person[first], state[first], state[first + 1], start,
                     time[first + 1] - time[first], rungs)

    return read


@pytest.fixture(scope="session")
def golden_steps(golden):
    """The steps that R took on a ladder of three rungs."""
    rows = golden("steps")
    start = np.full(len(rows), np.datetime64("2010-01-01"))
    return Steps(rows["person"].to_numpy(), rows["origin"].to_numpy() - 1,
                 rows["target"].to_numpy() - 1, start, np.ones(len(rows)), 3)
