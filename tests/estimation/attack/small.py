"""Surveys in memory, of any shape: what publishes is the unmodified code."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import SimpleNamespace

import numpy as np
import pandas as pd

from participatiemonitor.estimation.answers import Answers
from participatiemonitor.estimation.disclosure.publication import Publication
from participatiemonitor.survey.codebook import Codebook, Option, Question

GROUP = "g"


@dataclass(frozen=True)
class Asked:
    """A question and what each respondent answered.

    Attributes
    ----------
    kind : str
    values : ndarray of float, shape (n, K)
        1 or 0; NaN for who was not asked, or left it out.
    when : mapping of str to tuple of str
    exclusive : str, optional
    """

    kind: str
    values: np.ndarray
    when: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclusive: str | None = None

    @property
    def options(self) -> tuple[str, ...]:
        return tuple(f"o{number}" for number in range(self.values.shape[1]))


def single(answers: np.ndarray, options: int, **more) -> Asked:
    """A choice of one: the number of the option by respondent, -1 where there is no answer."""
    values = (answers[:, None] == np.arange(options)).astype(float)
    values[answers < 0] = np.nan
    return Asked("single", values, **more)


def publisher(classes: np.ndarray, asked: Mapping[str, Asked]) -> Callable[[bytes], Publication]:
    """What publishes a survey of one group, by key.

    Parameters
    ----------
    classes : ndarray of int, shape (n,)
        The size class of each respondent.
    asked : mapping of str to Asked
    """
    names = [f"c{number}" for number in range(classes.max() + 1)]
    line = {"section": "s", "known": "source", "nl": "n", "en": "e", "short": "s"}
    questions = tuple(
        Question(id=name, kind=one.kind, asked=(GROUP,), when=dict(one.when), **line,
                 exclusive=one.exclusive,
                 options=tuple(Option(id=option, nl="n", en="e") for option in one.options))
        for name, one in asked.items())
    answered = SimpleNamespace(
        codebook=Codebook.model_construct(questions=questions),
        info=SimpleNamespace(groups=(GROUP,), strata=dict.fromkeys(names),
                             publication=SimpleNamespace(already_public=(), domains=tuple(names))),
        members=lambda group: pd.DataFrame(
            {"organisation": [f"O-{number:03}" for number in range(len(classes))]}))

    def collect(question: str, group: str) -> Answers:
        one = asked[question]
        given = np.isfinite(one.values).all(axis=1)
        return Answers(one.kind, one.options, one.values, classes, given, given)

    return lambda key: Publication(answered, key, collect)
