"""The books that the tests read; they are made in tests/bookmaking.py."""

import pytest
from bookmaking import REPOSITORY, YEAR, Book

from .paper import deepening, printed, report, tables, volume  # noqa: F401

__all__ = ["REPOSITORY", "YEAR", "Book"]


@pytest.fixture(scope="session", params=["book", "observed"])
def either(request: pytest.FixtureRequest) -> Book:
    """The book of 2011, whose answers were drawn, and the one of a year of real answers."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session", params=["book", "observed", "turned", "later"])
def every(request: pytest.FixtureRequest) -> Book:
    """These, the one on answers that turn most findings round, and the one of a later year."""
    return request.getfixturevalue(request.param)
