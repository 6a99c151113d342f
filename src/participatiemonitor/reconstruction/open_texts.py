"""Invented open answers for a reconstruction: sentences to draw from, one list a theme."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
from pydantic import RootModel

from participatiemonitor.files.entries import Line, Name, read_entries
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.survey.codebook import Codebook, Question

# How often the second coder overlooks a theme, or sees one that the first did not: assumptions.
MISSED, ADDED = 0.10, 0.015
# The more an answer goes into, the more there is to know its writer by.
MOST_QUOTED = 2

Sentences = dict[Name, dict[Name, list[Line]]]


class _Texts(RootModel[Sentences]):
    """The content of ``open_texts.yml``."""


def compose(sentences: Sentences, question: Question, themes: pd.DataFrame,
            rng: np.random.Generator) -> list[tuple[str, ...]]:
    """Write one answer a respondent, from the themes it was given.

    Parameters
    ----------
    sentences : dict
        As `read_open_texts` gives it.
    question : Question
    themes : pandas.DataFrame
        Indexed by respondent, one column a theme, 1 where the respondent voices it.
    rng : numpy.random.Generator

    Returns
    -------
    list of tuple
        Respondent, question, text, themes, what a second coder made of them, and whether it may be
        quoted: of up to `MOST_QUOTED` themes. Each list of sentences is gone through before one
        is used again.
    """
    stock = {theme: [] for theme in themes.columns}
    rows = []
    for respondent, given in themes.iterrows():
        voiced = [theme for theme in themes.columns if given[theme] == 1]
        parts = []
        for theme in voiced:
            if not stock[theme]:
                stock[theme] = list(rng.permutation(sentences[question.id][theme]))
            parts.append(str(stock[theme].pop()))
        second = _coded_again(voiced, list(themes.columns), rng)
        rows.append((str(respondent), question.id, " ".join(parts), " ".join(voiced),
                     " ".join(second), "ja" if len(voiced) <= MOST_QUOTED else "nee"))
    return rows


def _coded_again(voiced: list[str], themes: list[str], rng: np.random.Generator) -> list[str]:
    """What a second coder finds: now and then a theme less, or another one besides."""
    missed = rng.random(len(themes)) < MISSED
    added = rng.random(len(themes)) < ADDED
    return [theme for theme, miss, add in zip(themes, missed, added, strict=True)
            if (not miss if theme in voiced else add)]


def read_open_texts(path: Path, codebook: Codebook) -> Sentences:
    """Read the sentences; every theme of every open question needs at least one.

    Parameters
    ----------
    path : pathlib.Path
    codebook : Codebook

    Returns
    -------
    dict
        ``sentences[question][theme]`` is a list of sentences that voice the theme.

    Raises
    ------
    InvalidWave
        With every theme that has none, and all that is no sentence, theme or open question.
    """
    content = read_entries(path, _Texts).root
    questions = {question.id: question for question in codebook.questions
                 if question.kind == "open"}
    faults = [Fault(path.name, name, theme, "", "ten minste één zin")
              for name, question in questions.items() for theme in question.option_ids
              if not content.get(name, {}).get(theme)]
    faults += [Fault(path.name, name, theme, theme, f"een thema van {name}")
               for name in content if name in questions
               for theme in content[name] if theme not in questions[name].option_ids]
    refuse(faults + [Fault(path.name, None, name, name, "een open vraag: " + ", ".join(questions))
                     for name in content if name not in questions])
    return content
