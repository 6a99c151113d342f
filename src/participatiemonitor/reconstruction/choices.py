"""Choices: as many respondents give an answer as its target says; who follows from a propensity."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.reconstruction.sources import EFFECTS
from participatiemonitor.survey.codebook import Question


def givers(pool: pd.DataFrame, target: pd.Series, n: int, rng: np.random.Generator) -> pd.Index:
    """Draw who of a pool gives an answer.

    Parameters
    ----------
    pool : pandas.DataFrame
        Indexed by respondent, with a column for each of `EFFECTS` but noise, and ``pull:<option>``
        for what other answers of the respondent add to the propensity of an option.
    target : pandas.Series
        A row of the targets.
    n : int
        How many respondents the target is a percentage of.
    rng : numpy.random.Generator

    Returns
    -------
    pandas.Index
        As many as the target says, or the whole pool when that is smaller.
    """
    features = pool.assign(noise=rng.standard_normal(len(pool)))
    propensity = sum(float(target[effect]) * features[effect.removesuffix("_effect")]
                     for effect in EFFECTS)
    if (pull := f"pull:{target['option']}") in pool:
        propensity = propensity + pool[pull]
    value = float(target["target"])
    count = round(value) if target["unit"] == "count" else int(np.floor(value * n / 100 + 0.5))
    return propensity.nlargest(count).index


def draw_single(question: Question, members: pd.DataFrame, wanted: pd.DataFrame,
                rng: np.random.Generator) -> pd.DataFrame:
    """Give out the options in the order of the targets; the last one takes who is left.

    Parameters
    ----------
    question : Question
    members : pandas.DataFrame
        Who answers; as the pool of `givers`.
    wanted : pandas.DataFrame
        The targets of the question for this group.
    rng : numpy.random.Generator

    Returns
    -------
    pandas.DataFrame
        Indexed like `members`, one column an option, 1 where it was chosen, else 0.
    """
    chosen = pd.Series(wanted["option"].iloc[-1], members.index)
    free = members
    for _, target in wanted.iloc[:-1].iterrows():
        giving = givers(free, target, len(members), rng)
        chosen[giving] = target["option"]
        free = free.drop(giving)
    return pd.DataFrame({option: chosen.eq(option).astype(float)
                         for option in question.option_ids})


def draw_multiple(question: Question, members: pd.DataFrame, wanted: pd.DataFrame,
                  rng: np.random.Generator) -> pd.DataFrame:
    """Tick every option as often as its target says; nobody is left without one.

    Parameters
    ----------
    question : Question
    members : pandas.DataFrame
        Who answers; as the pool of `givers`.
    wanted : pandas.DataFrame
        The targets of the question for this group.
    rng : numpy.random.Generator

    Returns
    -------
    pandas.DataFrame
        Indexed like `members`, one column an option, 1 where it was ticked, else 0.

    Raises
    ------
    InputError
        When there are fewer ticks than respondents.
    """
    ticked = pd.DataFrame(0.0, members.index, list(question.option_ids))
    free = members.index
    # Whoever gives the exclusive answer gives no other, wherever its target stands.
    excluded = wanted["option"].eq(question.exclusive)
    for _, target in pd.concat([wanted[excluded], wanted[~excluded]]).iterrows():
        option = target["option"]
        ticking = givers(members.loc[free], target, len(members), rng)
        ticked.loc[ticking, option] = 1.0
        if option == question.exclusive:
            free = free.difference(ticking)
    none = pd.Series(0.0, members.index)
    common = wanted.loc[wanted["unit"] != "count", "option"]
    for respondent in free[ticked.loc[free].sum(axis=1).eq(0)]:
        spare = ticked.loc[free].sum(axis=1).ge(2)
        # Nothing that other answers of the respondent speak against.
        able = [(option, giver) for option in common
                if members.get(f"pull:{option}", none)[respondent] >= 0
                for giver in free[spare & ticked.loc[free, option].eq(1)]]
        if not able:
            raise InputError(f"targets.csv: bij {question.id} zijn er voor {target['group']} te "
                             "weinig antwoorden om iedere respondent er één te geven; verhoog de "
                             "streefcijfers.")
        option, giver = able[rng.integers(len(able))]
        ticked.loc[giver, option] = 0.0
        ticked.loc[respondent, option] = 1.0
    return ticked
