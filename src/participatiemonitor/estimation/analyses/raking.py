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

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.analyses.shown import shown_answers
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected
from participatiemonitor.survey.answered import Answered

SHARES = ("single", "multiple")
COLUMNS = ("shares", "mean")
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


def raking_shift(results: Results, group: str) -> pd.DataFrame:
    """How much raking to the margins of the wave moves shares that are weighted by stratum.

    Parameters
    ----------
    results : Results
        Shares that are hidden in it do not count.
    group : str

    Returns
    -------
    pandas.DataFrame
        One row with the columns `COLUMNS`: the number of shares, and how far these move on
        average, in whole percentage points. No row where there are fewer shares than a base must
        have answers.
    """
    shifts = shifts_by_raking(results, group)
    if len(shifts) < results.wave.info.publication.minimum_base:
        return pd.DataFrame([], columns=list(COLUMNS))
    return pd.DataFrame([(len(shifts), dutch.half_up(100 * float(np.mean(list(shifts.values())))))],
                        columns=list(COLUMNS))


def shifts_by_raking(results: Results, group: str) -> dict[Ref, float]:
    """The absolute change of each share of a group, as a fraction; not to be published."""
    given = unprotected(results, "raking")
    base, raked = raked_weights(given.answered, group)
    shifts = {}
    for ref in shown_answers(results):
        if ref.group == group and results.wave.codebook[ref.question].kind in SHARES:
            answers = given.answers(ref)
            moved = (np.average(answers, weights=weights[answers.index])
                     for weights in (raked, base))
            shifts[ref] = abs(float(np.subtract(*moved)))
    return shifts


def raked_weights(answered: Answered, group: str) -> tuple[pd.Series, pd.Series]:
    """Weights of respondents by stratum, and these raked to the margins that ``wave.yml`` names.

    Parameters
    ----------
    answered : Answered
    group : str

    Returns
    -------
    base : pandas.Series of float
    raked : pandas.Series of float
        By respondent. Strata that are published together count as one.
    """
    members = answered.members(group)
    info = answered.info
    domain_of = {part: name for name in info.publication.domains for part in name.split("+")}
    sizes = pd.Series({name: one.organisations for name, one in info.strata.items()})
    known = {"stratum": sizes.groupby(domain_of).sum().to_dict()}
    classes = pd.DataFrame({"stratum": members["stratum"].astype(object).map(domain_of)})
    for margin in info.margins.values():
        named = margin.classes(answered.frame[margin.column]).map(dict(enumerate(margin.names)))
        known[margin.nl] = named.value_counts().to_dict()
        classes[margin.nl] = named[members["organisation"]].to_numpy()
    counts = classes["stratum"].map(classes["stratum"].value_counts())
    base = classes["stratum"].map(known["stratum"]) / counts
    return base, rake(base, classes, known)


def _listed(index: pd.Index, most: int = 10) -> str:
    shown = ", ".join(map(str, index[:most]))
    return f"{shown} …" if len(index) > most else shown
