"""Two observed rounds, and the changes between them."""

import pytest
from rounds import FIRST, SECOND, two_rounds

from participatiemonitor.estimation.opening import compute_results, open_results
from participatiemonitor.estimation.trend.stored import changes_since


@pytest.fixture(scope="session")
def project(tmp_path_factory):
    return two_rounds(tmp_path_factory.mktemp("rounds") / "monitor")


@pytest.fixture(scope="session")
def rounds(project):
    """Both rounds as they are published."""
    return [open_results(year, project) for year in (FIRST, SECOND)]


@pytest.fixture(scope="session")
def changes(rounds):
    """The changes as they are published, by quantity."""
    return {one.ref: one for one in changes_since(*rounds[::-1])}


@pytest.fixture(scope="session")
def owned_rounds(project):
    """Both rounds for their owner."""
    return [compute_results(year, project, protect=False) for year in (FIRST, SECOND)]


@pytest.fixture(scope="session")
def owned(owned_rounds):
    """The changes with nothing hidden, no noise and nothing rounded."""
    return {one.ref: one for one in changes_since(*owned_rounds[::-1])}
