"""Poststratification and raking: weights that meet known margins of the frame.

Notes
-----
Iterative proportional fitting (Deming and Stephan 1940): the weights are scaled to one margin
after the other until all hold. With a single margin this is poststratification, in one step.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError

ROUNDS, TOLERANCE = 500, 1e-10


def rake(weights: pd.Series, classes: pd.DataFrame, margins: Mapping[str, Mapping[str, float]]
         ) -> pd.Series:
    """Scale weights until they meet margins.

    Parameters
    ----------
    weights : pandas.Series of float
        Base weights by respondent, all positive.
    classes : pandas.DataFrame
        One column a margin: the class each respondent is in.
    margins : mapping
        For each column the known total of each class.

    Returns
    -------
    pandas.Series
        Indexed like `weights`.

    Raises
    ------
    InputError
        For weights that are not positive or classes without a total, naming the rows; for classes
        without respondents, margins with different totals, or margins that cannot be met.
    """
    bad = weights.index[~(np.isfinite(weights) & (weights > 0))]
    if len(bad):
        raise InputError(f"Gewicht ontbreekt of is niet positief bij {_listed(bad)}.")
    for name, totals in margins.items():
        unknown = classes.index[~classes[name].isin(totals)]
        if len(unknown):
            raise InputError(f"Kantlijn {name}: onbekende klasse bij {_listed(unknown)}; verwacht: "
                             f"een van {', '.join(map(str, totals))}.")
        empty = [str(one) for one, total in totals.items()
                 if total > 0 and not classes[name].eq(one).any()]
        if empty:
            raise InputError(f"Kantlijn {name}: geen respondenten in {', '.join(empty)}; voeg de "
                             "klasse samen met een andere.")
    sums = {name: sum(totals.values()) for name, totals in margins.items()}
    if max(sums.values()) - min(sums.values()) > 1e-6 * max(sums.values()):
        listed = ", ".join(f"{name} {total:g}" for name, total in sums.items())
        raise InputError(f"De kantlijnen tellen niet op tot hetzelfde totaal: {listed}.")
    raked = weights.astype(float).copy()
    for _ in range(ROUNDS):
        for name, totals in margins.items():
            now = raked.groupby(classes[name]).sum()
            raked *= classes[name].map(pd.Series(totals, dtype=float) / now)
        gap = max(abs(raked[classes[name].eq(one)].sum() - total) / max(total, 1)
                  for name, totals in margins.items() for one, total in totals.items())
        if gap < TOLERANCE:
            return raked
    raise InputError(f"De kantlijnen zijn niet samen te halen: na {ROUNDS} rondes is de afwijking "
                     f"nog {100 * gap:.2g}%. Voeg klassen samen.")


def _listed(index: pd.Index, most: int = 10) -> str:
    shown = ", ".join(map(str, index[:most]))
    return f"{shown} …" if len(index) > most else shown
