"""Rounds to make files of: as they are, with holes in their answers, and with hostile texts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import numpy as np
import pytest
from hostile.strings import hostile_strings

from participatiemonitor.project import Project
from participatiemonitor.survey.answered import Answered, load_answered
from participatiemonitor.survey.responses import derive, was_asked
from participatiemonitor.survey.wave import Wave

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="session")
def later_wave() -> Answered:
    """The drawn round of 2016, whose answers count as observed."""
    return load_answered(2016, Project(DATA / "round2016"))


@pytest.fixture(scope="session", params=["wave", "later_wave", "mini_wave"])
def some_wave(request: pytest.FixtureRequest) -> Answered:
    """Each of the rounds."""
    return request.getfixturevalue(request.param)


@pytest.fixture(scope="session")
def holed(wave: Answered) -> Answered:
    """The round of 2011 in which people left out more, so that routing has more to decide."""
    chance, table = np.random.default_rng(2011), wave.responses.copy()
    for question in wave.codebook.questions:
        if question.derived:
            table[question.id] = derive(table, question, wave.codebook)
            continue
        kept = was_asked(table, question)
        if question.kind == "single" or question.exclusive:
            kept &= chance.random(len(table)) > 0.25
        for column in question.columns:
            table[column] = table[column].where(kept, None if question.kind == "single" else np.nan)
    return replace(wave, responses=table)


@pytest.fixture(scope="session")
def with_texts() -> Callable[[Wave, list[str]], Wave]:
    """A round whose texts, all of them, are others: ``with_texts(wave, texts)``."""

    def said(wave: Wave, texts: list[str]) -> Wave:
        stock = cycle(texts)

        def other(entry, *fields: str):
            return entry.model_copy(update={field: next(stock) for field in fields})

        questions = tuple(
            other(one, "nl", "en", "short").model_copy(update={
                "options": tuple(other(option, "nl", "en") for option in one.options)})
            for one in wave.codebook.questions)
        info = other(wave.info, "title", "subtitle").model_copy(update={
            "groups": {name: other(group, "nl", "singular", "en")
                       for name, group in wave.info.groups.items()},
            "strata": {name: other(one, "nl", "en") for name, one in wave.info.strata.items()}})
        codebook = wave.codebook.model_copy(update={"questions": questions})
        return replace(wave, info=info, codebook=codebook)

    return said


@pytest.fixture(scope="session")
def hostile(wave: Wave, with_texts, tmp_path_factory: pytest.TempPathFactory) -> Wave:
    """The round of 2011 in which every text is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    # A line of a codebook has no line breaks.
    texts = [" ".join(text.split()) for text in hostile_strings(folder / "secret", folder / "run")]
    return with_texts(wave, list(dict.fromkeys(filter(None, texts))))
