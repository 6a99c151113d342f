"""Two departments of one municipality know the same facts, and agree on them as colleagues do."""

from __future__ import annotations

import numpy as np


def kappa(first: np.ndarray, second: np.ndarray) -> float:
    """Cohen's kappa of two codings of the same things.

    Parameters
    ----------
    first, second : ndarray, shape (n,)
        Categories.

    Returns
    -------
    float
        1 when both are the same throughout.

    Notes
    -----
    Cohen (1960).
    """
    same = np.mean(first == second)
    chance = sum(np.mean(first == category) * np.mean(second == category)
                 for category in np.unique(first))
    return float((same - chance) / (1 - chance)) if chance < 1 else 1.0


def exchanged(own: np.ndarray, colleague: np.ndarray, alike: np.ndarray, aim: float,
              rng: np.random.Generator) -> np.ndarray:
    """Exchange answers within a group until it agrees with its colleagues.

    Parameters
    ----------
    own : ndarray of str, shape (n,)
        The answers of a group.
    colleague : ndarray of str, shape (n,)
        What the other department of the same municipality answered; empty where there is none.
    alike : ndarray, shape (n,)
        Only respondents with the same value exchange answers.
    aim : float
        The kappa to reach.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of int, shape (n,)
        Whose answer each respondent gets. Kappa is as low as it can be at `aim` or above; below
        it, no exchange of two answers brings more agreement.
    """
    places = np.arange(len(own))
    paired = colleague != ""
    while paired.any():
        now = own[places]
        wrong = paired & (now != colleague)
        agreement = kappa(now[paired], colleague[paired])
        if agreement >= aim:
            break
        # By row who does not agree, by column whose answer would make them agree.
        useful = (now[None, :] == colleague[:, None]) & (alike[:, None] == alike[None, :])
        able = useful & wrong[:, None] & (wrong | ~paired)[None, :]
        # Two who help each other use up no answers of those without a colleague, but may bring
        # more agreement than is needed.
        helping = [able & able.T, able & ~able.T]
        if agreement + (1 - agreement) / wrong.sum() >= aim:
            helping.reverse()
        pairs = next((np.argwhere(group) for group in helping if group.any()), None)
        if pairs is None:
            break
        one, other = pairs[rng.integers(len(pairs))]
        places[[one, other]] = places[[other, one]]
    return places
