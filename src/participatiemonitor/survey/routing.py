"""Who was asked a question, by group and by earlier answers, and what follows from answers."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd

from participatiemonitor.survey.codebook import Codebook, Question


def was_asked(responses: pd.DataFrame, question: Question) -> pd.Series:
    """Tell who was asked a question, by group and by routing.

    Parameters
    ----------
    responses : pandas.DataFrame
    question : Question

    Returns
    -------
    pandas.Series of bool
        Indexed like `responses`. A respondent whose answer to the routing question is missing
        was not asked.
    """
    asked = responses["group"].isin(question.asked)
    return asked & np.logical_and.reduce(
        [chosen for chosen, _ in _routes(responses, question)], axis=0)


def _routes(responses: pd.DataFrame, question: Question) -> Iterator[tuple[pd.Series, pd.Series]]:
    """By routing question, who gave an answer that leads to a question, and who gave none."""
    for name, options in question.when.items():
        answers = responses[[name] if name in responses else [
            column for column in responses if column.partition("__")[0] == name]]
        chosen = answers.isin(options) if name in responses else answers[
            [f"{name}__{option}" for option in options]].eq(1)
        yield chosen.any(axis=1), answers.isna().any(axis=1)


def derive(responses: pd.DataFrame, question: Question, codebook: Codebook) -> pd.Series:
    """Compute the answers to a derived question; missing where a missing source could change it.

    Parameters
    ----------
    responses : pandas.DataFrame
        With the answers to its sources.
    question : Question
    codebook : Codebook

    Returns
    -------
    pandas.Series of object
        Indexed like `responses`. The highest option and *ja* are known when one source has them;
        all else only when nothing is missing. A source that was not put to a respondent is not
        missing: it cannot change the answer. Who was asked no source has no answer.
    """
    rule = question.derived
    sources = responses[list(rule.sources)]
    put = pd.DataFrame({name: _may_be_asked(responses, codebook[name]) for name in rule.sources})
    values = pd.Series(None, index=responses.index, dtype=object)
    complete = put.any(axis=1) & (sources.notna() | ~put).all(axis=1)
    if rule.highest:
        for option in reversed(question.option_ids):
            known = complete | (option == question.option_ids[0])
            values[sources.eq(option).any(axis=1) & known] = option
    else:
        values[complete] = "nee"
        values[sources.isin(rule.any).any(axis=1)] = "ja"
    return values


def _may_be_asked(responses: pd.DataFrame, question: Question) -> pd.Series:
    """As `was_asked`, with those of whom it is unknown because a routing answer is missing."""
    return responses["group"].isin(question.asked) & np.logical_and.reduce(
        [chosen | missing for chosen, missing in _routes(responses, question)], axis=0)
