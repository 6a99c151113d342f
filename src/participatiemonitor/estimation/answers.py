"""The answers to one question of one group, as arrays: what every estimate starts from."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor.survey.answered import Answered

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Answers:
    """The answers of the n respondents of a group to a question with K options.

    Attributes
    ----------
    kind : str
        Kind of the question.
    options : tuple of str, length K
    values : ndarray of float, shape (n, K)
        1 or 0 for choices and themes, fractions for percentages; NaN without an answer.
    strata : ndarray of int, shape (n,)
        Stratum of each respondent, in the order of ``wave.yml``.
    resolved : ndarray of bool, shape (n,)
        Who answered, or is known not to have been asked: a respondent who left out the routing
        question is not resolved.
    asked : ndarray of bool, shape (n,)
        Who is known to have been asked.
    """

    kind: str
    options: tuple[str, ...]
    values: Floats
    strata: NDArray[np.intp]
    resolved: Flags
    asked: Flags

    def column(self, options: tuple[str, ...]) -> Floats:
        """The values of an option or a net, shape (n,).

        A net of items of a percentage is their sum, another net holds who gave any of them.

        Parameters
        ----------
        options : tuple of str

        Returns
        -------
        ndarray of float
        """
        chosen = self.values[:, [self.options.index(option) for option in options]]
        if self.kind in ("percentage", "number"):
            return chosen.sum(axis=1)
        return chosen.max(axis=1)

    def within(self, strata: tuple[int, ...] | None) -> Flags:
        """Who answered within some strata, shape (n,); within all when None."""
        return np.logical_and.reduce(np.isfinite(self.values), axis=1) & self.placed(strata)

    def placed(self, strata: tuple[int, ...] | None) -> Flags:
        """Who is in some strata, shape (n,); everybody when None."""
        return np.isin(self.strata, self.strata if strata is None else strata)


def collect(answered: Answered, question: str, group: str) -> Answers:
    """The answers of a group to a question."""
    entry = answered.codebook[question]
    table = answered.indicators(question)
    members = answered.responses["group"].eq(group)
    scale = 100 if entry.kind == "percentage" else 1
    return Answers(
        entry.kind, tuple(table.columns), table[members].to_numpy(float) / scale,
        answered.responses.loc[members, "stratum"].cat.codes.to_numpy(np.intp),
        _resolved(answered, question, table)[members].to_numpy(bool),
        answered.asked(question)[members].to_numpy(bool),
    )


def _resolved(answered: Answered, question: str, table: pd.DataFrame) -> pd.Series:
    routed = [answered.indicators(name).notna().all(axis=1)
              for name in answered.codebook[question].when]
    known_route = np.logical_and.reduce(routed, axis=0)
    return table.notna().all(axis=1) | (known_route & ~answered.asked(question))
