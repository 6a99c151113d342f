"""Percentages as managers state them: spread around a target mean, mostly in round numbers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.reconstruction.assumptions import Rounding
from participatiemonitor.survey.codebook import Question


def draw_percentages(question: Question, members: pd.DataFrame, wanted: pd.DataFrame,
                     rounding: Rounding, exact: float, rng: np.random.Generator) -> pd.DataFrame:
    """Draw percentages around their target means, in the steps that people use.

    Parameters
    ----------
    question : Question
    members : pandas.DataFrame
        Who answers, with their ``size``.
    wanted : pandas.DataFrame
        The targets of the question for this group: ``target`` is a mean, ``noise`` the standard
        deviation around it, both in percentage points.
    rounding : Rounding
    exact : float
        Share of the respondents that use the finest steps.
    rng : numpy.random.Generator

    Returns
    -------
    pandas.DataFrame
        Indexed like `members`, one column an option.

    Raises
    ------
    InputError
        When means cannot be met.
    """
    raw = pd.DataFrame({target["option"]: _amounts(target, members, rng)
                        for _, target in wanted.iterrows()}, index=members.index)
    means = wanted.set_index("option")["target"].astype(float)
    fine = np.zeros(len(members), bool)
    fine[rng.permutation(len(members))[: max(1, round(exact * len(members)))]] = True
    steps = np.where(fine, rounding.finest, rounding.usual)
    if question.total is not None:
        return _with_total(raw, question.total, means, steps, rng)
    room = np.full(len(members), 100.0)
    first = [rounding.rest_of] if rounding.rest_of else []
    for option in [*first, *means.index.difference(first, sort=False)]:
        raw[option] = _with_mean(raw[option].to_numpy(), means[option], steps, room, rng)
        if option == rounding.rest_of:
            room = 100 - raw[option].to_numpy()
    return raw


def _amounts(target: pd.Series, members: pd.DataFrame, rng: np.random.Generator) -> np.ndarray:
    """Gamma variates, never below zero; one from each of as many equal parts as there are answers.

    So a small group has the spread of the target too.
    """
    from scipy.stats import gamma

    mean, spread = float(target["target"]), float(target["noise"])
    chances = (rng.permutation(len(members)) + 0.5) / len(members)
    amounts = gamma.ppf(chances, (mean / spread) ** 2, scale=spread**2 / mean)
    return amounts * np.exp(float(target["size_effect"]) * members["size"].to_numpy())


def _with_mean(raw: np.ndarray, mean: float, steps: np.ndarray, room: np.ndarray,
               rng: np.random.Generator) -> np.ndarray:
    """Round to everyone's steps, and move answers a step until the mean is the target.

    Nobody's answer is moved to zero.
    """
    values = np.clip(np.round(raw * mean / raw.mean() / steps) * steps, 0, room // steps * steps)
    aim, finest = mean * len(raw), steps.min()
    while abs(missing := aim - values.sum()) > finest / 2:
        moved = values + np.sign(missing) * steps
        able = np.flatnonzero((moved > 0) & (moved <= room) & (steps <= abs(missing) + finest / 2))
        if not len(able):
            raise InputError(f"targets.csv: een gemiddelde van {mean:g} is niet te halen; pas het "
                             "aan.")
        place = able[rng.integers(len(able))]
        values[place] = moved[place]
    return values


def _with_total(raw: pd.DataFrame, total: float, means: pd.Series, steps: np.ndarray,
                rng: np.random.Generator) -> pd.DataFrame:
    """Make every row add up to the total while the columns keep their target means."""
    scaled = raw.to_numpy() * (total / raw.sum(axis=1).to_numpy())[:, None] / steps[:, None]
    whole = np.floor(scaled)
    for row, short in enumerate(np.round(total / steps - whole.sum(axis=1)).astype(int)):
        whole[row, np.argsort(whole[row] - scaled[row], kind="stable")[:short]] += 1
    values = whole * steps[:, None]
    aim = means[raw.columns].to_numpy() * len(raw)
    for _ in range(100 * len(raw)):
        gap = values.sum(axis=0) - aim
        giver, taker = gap.argmax(), gap.argmin()
        apart = gap[giver] - gap[taker]
        if np.abs(gap).max() < 2 * steps.min():
            return pd.DataFrame(values, raw.index, raw.columns)
        able = np.flatnonzero((values[:, giver] > steps) & (2 * steps <= apart))
        if not len(able):
            break
        row = able[rng.integers(len(able))]
        values[row, [giver, taker]] += np.array([-1, 1]) * steps[row]
    raise InputError("targets.csv: de gemiddelden van een verdeling tellen niet op tot "
                     f"{total:g}; pas ze aan.")
