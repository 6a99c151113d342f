"""What R made of the same counts; see golden/indicators.R."""

from pathlib import Path

import pandas as pd
import pytest

from participatiemonitor.studies.indicators.counts import counts_of

GOLDEN = Path(__file__).with_name("golden")
COLUMNS = {"proportion": {"events": "events", "persons": "at_risk"},
           "rate": {"visits": "events", "years": "at_risk"}}


@pytest.fixture(scope="session")
def golden():
    return lambda name: pd.read_csv(GOLDEN / f"{name}.csv")


@pytest.fixture(scope="session")
def totals(golden):
    return golden("totals").set_index("name")["value"]


@pytest.fixture(scope="session")
def towns(golden):
    return golden("towns")


@pytest.fixture(scope="session", params=sorted(COLUMNS))
def counts(request, towns):
    """The towns of R, as persons of whom some have it, and as visits over years."""
    columns = ["municipality", *COLUMNS[request.param]]
    return counts_of(towns[columns].rename(columns=COLUMNS[request.param]), request.param)


@pytest.fixture(scope="session")
def of_kind(counts):
    """The name that a column of R has for this kind."""
    return lambda name: name if counts.kind == "proportion" else f"rate_{name}"
