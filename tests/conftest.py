"""The real wave, read once, and copies of the project that a test may spoil."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from bookmaking import (  # noqa: F401
    added,
    book,
    common,
    differing,
    fewer,
    later,
    linked,
    observed,
    rounds,
    three_rounds,
    turned,
)
from hundred import hundred, strict, strict_words, words  # noqa: F401
from hypothesis import settings
from keyed import results_of
from oracle import Oracle

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.results import Results
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.wave import Wave

REPOSITORY = Path(__file__).parents[1]
MINI = Path(__file__).parent / "data" / "mini"
# Projects of tests bring a key; the one of whoever runs them is not theirs.
os.environ.pop("MONITOR_KEY", None)
# On a machine that is busy an example may take any time; what is slow is seen by the benchmarks.
settings.register_profile("untimed", settings.default, deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session")
def repository() -> Project:
    """The project itself; not to be written to."""
    return Project(REPOSITORY)


@pytest.fixture(scope="session")
def wave(repository: Project) -> Wave:
    """The wave of 2011."""
    return load_answered(2011, repository)


@pytest.fixture(scope="session")
def estimates(wave: Wave) -> Results:
    """The estimates of 2011, as they are published."""
    return results_of(wave)


@pytest.fixture(scope="session")
def unprotected(wave: Wave) -> Results:
    """The estimates of 2011 with nothing hidden, no noise and nothing rounded."""
    return results_of(wave, protect=False)


@pytest.fixture(scope="session")
def oracle(repository: Project) -> Oracle:
    """A second computation of the estimates of 2011."""
    return Oracle(repository.wave(2011))


@pytest.fixture
def data_copy(tmp_path: Path) -> Project:
    """The project's data, without the book, in a folder of its own."""
    root = tmp_path / "monitor"
    shutil.copytree(REPOSITORY / "data", root / "data")
    shutil.copyfile(REPOSITORY / "_toc.yml", root / "_toc.yml")
    return Project(root)


@pytest.fixture
def mini(tmp_path: Path) -> Project:
    """A project with one wave of five respondents, in a folder of its own."""
    return Project(Path(shutil.copytree(MINI, tmp_path / "mini")))


@pytest.fixture(scope="session")
def mini_wave() -> Wave:
    """The wave of five respondents, as it is in tests/data/mini."""
    return load_answered(2009, Project(MINI))


@pytest.fixture(scope="session")
def with_rules() -> Callable[..., Wave]:
    """Other rules of publication: ``with_rules(wave, minimum_base=5)``."""

    def apply(wave: Wave, **rules: object) -> Wave:
        publication = wave.info.publication.model_copy(update=rules)
        return replace(wave, info=wave.info.model_copy(update={"publication": publication}))

    return apply


@pytest.fixture(scope="session")
def mini_words(mini_wave: Wave) -> Chapter:
    """The vocabulary over the wave of five respondents, whatever may be shown of it."""
    return Chapter(results_of(mini_wave, protect=False))


@pytest.fixture
def main_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """A main module with a file, as a command has: without one Spark's client tests itself.

    The processes that share the tests have none.
    """
    monkeypatch.setattr(sys.modules["__main__"], "__file__", __file__, raising=False)
