"""Two observed rounds, and the changes between them."""

import pytest
from rounds import FIRST, SECOND, two_rounds

from participatiemonitor.estimation.opening import compute_results, open_results
from participatiemonitor.estimation.trend.changes import Changes
from participatiemonitor.survey.comparability import comparability
from participatiemonitor.survey.predecessors import still_there


def changes_between(earlier, later):
    """All changes between two rounds that follow each other."""
    return tuple(Changes(earlier, later, comparability(earlier.wave, later.wave),
                         still_there(earlier.wave.frame, later.wave.frame)))


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
    return {one.ref: one for one in changes_between(*rounds)}


@pytest.fixture(scope="session")
def owned_rounds(project):
    """Both rounds for their owner."""
    return [compute_results(year, project, protect=False) for year in (FIRST, SECOND)]


@pytest.fixture(scope="session")
def owned(owned_rounds):
    """The changes with nothing hidden, no noise and nothing rounded."""
    return {one.ref: one for one in changes_between(*owned_rounds)}
