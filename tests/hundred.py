"""Waves with any shares, really estimated: a hundred respondents in each group."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pandas as pd
import pytest
from keyed import results_of

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.results import Results
from participatiemonitor.survey.wave import Wave

CODES = {"sociale_dienst": "SD", "afdeling_welzijn": "AW"}


@pytest.fixture(scope="session")
def hundred(mini_wave: Wave) -> Callable[..., Wave]:
    """A wave of 100 respondents a group: ``hundred(sd={"zorg": 30}, aw={"zorg": 45})``.

    The numbers are how many, and so which percentage, tick an option of *taken*; a group given
    as None leaves the question out. The first fifty respondents are small, the others large; a
    pair of numbers sets how many in each of these.
    """

    def make(sd: dict | None, aw: dict | None) -> Wave:
        organisations = [f"O-{number}" for number in range(100)]
        sizes = pd.Categorical(["klein"] * 50 + ["groot"] * 50, ["klein", "groot"])
        frame = pd.DataFrame({"name": "", "stratum": sizes, "municipalities": 1,
                              "inhabitants": 1000, "clients": 10},
                             index=pd.Index(organisations, name="organisation"))
        parts = []
        for (group, code), counts in zip(CODES.items(), (sd, aw), strict=True):
            part = pd.DataFrame(index=[f"{code}-{number}" for number in range(100)])
            part["organisation"], part["group"] = organisations, group
            for option in ("zorg", "werk", "geen"):
                number = counts.get(option, 0) if counts is not None else None
                part[f"taken__{option}"] = float("nan") if number is None else _ticks(number)
            part["stratum"] = sizes
            parts.append(part)
        responses = pd.concat(parts)
        responses["stratum"] = pd.Categorical(responses["stratum"], ["klein", "groot"])
        strata = {name: one.model_copy(update={"organisations": 50})
                  for name, one in mini_wave.info.strata.items()}
        info = mini_wave.info.model_copy(update={"strata": strata})
        return replace(mini_wave, info=info, frame=frame, responses=responses)

    return make


def _ticks(number: int | tuple[int, int]) -> list[float]:
    if isinstance(number, tuple):
        small, large = number
        return [1.0] * small + [0.0] * (50 - small) + [1.0] * large + [0.0] * (50 - large)
    return [1.0] * number + [0.0] * (100 - number)


@pytest.fixture(scope="session")
def words(hundred: Callable[..., Wave]) -> Callable[..., Chapter]:
    """The vocabulary over such a wave, whatever may be shown of it."""
    return lambda **counts: Chapter(results_of(hundred(**counts), protect=False))


@pytest.fixture(scope="session")
def strict(hundred: Callable[..., Wave], with_rules: Callable[..., Wave]
           ) -> Callable[..., Results]:
    """Results of such a wave as they are published."""
    return lambda sd, aw: results_of(with_rules(hundred(sd, aw), minimum_base=5))


@pytest.fixture(scope="session")
def strict_words(strict: Callable[..., Results]) -> Callable[..., Chapter]:
    """The vocabulary over these."""
    return lambda **counts: Chapter(strict(**counts))
