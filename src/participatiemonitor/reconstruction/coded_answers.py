"""Open answers of a reconstruction: their themes and no words, since nobody wrote them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.survey.codebook import Question

# How often the second coder overlooks a theme, or sees one that the first did not: assumptions.
MISSED, ADDED = 0.10, 0.015
# Of an answer without words there is nothing to quote.
QUOTABLE = "nee"


def coded(question: Question, themes: pd.DataFrame, rng: np.random.Generator
          ) -> list[tuple[str, ...]]:
    """List one answer a respondent, with the themes it was given.

    Parameters
    ----------
    question : Question
    themes : pandas.DataFrame
        Indexed by respondent, one column a theme, 1 where the respondent voices it.
    rng : numpy.random.Generator

    Returns
    -------
    list of tuple
        Respondent, question, an empty text, themes, what a second coder made of them, and that it
        may not be quoted.
    """
    rows = []
    for respondent, given in themes.iterrows():
        voiced = [theme for theme in themes.columns if given[theme] == 1]
        second = _coded_again(voiced, list(themes.columns), rng)
        rows.append((str(respondent), question.id, "", " ".join(voiced), " ".join(second),
                     QUOTABLE))
    return rows


def _coded_again(voiced: list[str], themes: list[str], rng: np.random.Generator) -> list[str]:
    """What a second coder finds: now and then a theme less, or another one besides."""
    missed = rng.random(len(themes)) < MISSED
    added = rng.random(len(themes)) < ADDED
    return [theme for theme, miss, add in zip(themes, missed, added, strict=True)
            if (not miss if theme in voiced else add)]
