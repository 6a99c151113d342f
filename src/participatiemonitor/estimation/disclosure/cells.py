"""The tables that disclosure control judges, and what is known of their cells beforehand."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from participatiemonitor.estimation.answers import Answers, Flags, Floats
from participatiemonitor.estimation.disclosure.suppression import Counts
from participatiemonitor.survey.codebook import Question

Domains = Sequence[tuple[int, ...]]


def split(answers: Answers, option: str) -> Floats:
    """Which respondent is in which row: the options, or yes and no to one option or net."""
    if not option:
        return answers.values
    yes = answers.column(tuple(option.split("+")))
    return np.column_stack([yes, 1 - yes])


def counted(answers: Answers, table: Floats, domains: Domains) -> Counts:
    """Respondents by row of a table and domain, shape (R, D)."""
    return np.array([table[answers.within(strata)].sum(axis=0) for strata in domains]).T.astype(int)


def base_sizes(answers: Answers, domains: Domains) -> Counts:
    """The number of answers in each domain, shape (D,)."""
    return np.array([answers.within(strata).sum() for strata in domains])


def known_least(question: Question, answers: Answers, option: str, domains: Domains) -> Counts:
    """What the other items of a multiple choice tell of the cells of one of them.

    Parameters
    ----------
    question : Question
    answers : Answers
    option : str
    domains : Domains

    Returns
    -------
    ndarray of int, shape (R, D)
        What each cell of `split` is at least.
    """
    least = np.zeros((split(answers, option).shape[1], len(domains)), int)
    if question.kind != "multiple":
        return least
    everyone = answers.within(None)
    always = bool((answers.values[everyone].max(axis=1) == 1).all())
    given = dict(zip(answers.options, counted(answers, answers.values, domains), strict=True))
    chosen = option.split("+")
    if (len(chosen) == len(answers.options) - 1 and question.exclusive
            and question.exclusive not in chosen):
        # All but the exclusive item: who did not tick that.
        return known_least(question, answers, question.exclusive, domains)[::-1]
    inside = [given[name] for name in chosen]
    outside = [given[name] for name in given if name not in chosen]
    bases = base_sizes(answers, domains)
    if len(chosen) > 1:
        least[0] = np.max(inside, axis=0)
        least[1] = bases - np.minimum(bases, np.sum(inside, axis=0))
    if always and outside:
        least[0] = np.maximum(least[0], bases - np.sum(outside, axis=0))
    if question.exclusive in given and question.exclusive not in chosen:
        least[1] = np.maximum(least[1], given[question.exclusive])
    elif [question.exclusive] == chosen and outside:
        least[1] = np.maximum(least[1], np.max(outside, axis=0))
    return least


def not_alone(columns: Flags, bases: Counts) -> Flags:
    """With the smallest other domain when only one of them holds answers."""
    return with_smallest(columns, bases) if (columns & (bases > 0)).sum() == 1 else columns


def with_smallest(columns: Flags, bases: Counts) -> Flags:
    """With the smallest other domain that holds answers."""
    columns, left = columns.copy(), ~columns & (bases > 0)
    if left.any():
        columns[np.argmin(np.where(left, bases, np.inf))] = True
    return columns
