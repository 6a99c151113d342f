"""The tables of results that several tests look at."""

import pytest
from keyed import results_of


@pytest.fixture(scope="session")
def mini_estimates(mini_wave):
    return results_of(mini_wave, protect=False)


@pytest.fixture(scope="session")
def table(estimates):
    return estimates.table()


@pytest.fixture(scope="session")
def unprotected_table(unprotected):
    return unprotected.table()


@pytest.fixture(scope="session")
def routed(wave):
    return {question.id for question in wave.codebook.questions if question.when}
