"""How alike two groups are in what is known of their members: standardised mean differences.

Notes
-----
Of a number, the difference of both means by the root of the mean of both variances; of a yes or no
the same with p (1 - p) (Austin 2009). Of more categories the distance of Mahalanobis between both
vectors of shares, with the mean of both covariances (Yang and Dalton 2012); of two categories it is
the difference without its sign. Sizes of groups do not matter, as they do in a test. More than 0.1
is taken as a sign that groups differ (Austin 2009); less is none that they are alike in what is not
known.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from participatiemonitor.studies.ladder.registrations import Flags, Floats

# The standardised difference from which groups are not called alike.
THRESHOLD = 0.1


@dataclass(frozen=True)
class Balance:
    """How alike two groups are in one thing.

    Attributes
    ----------
    covariate : str
    difference : float
        Standardised: of a number how much more the members have, of categories how far apart
        both are. Infinite where members are all alike, and others all alike otherwise; NaN where
        of one group nothing is known.
    members, others : int
        Of how many it is known.
    """

    covariate: str
    difference: float
    members: int
    others: int

    @property
    def alike(self) -> bool:
        """Whether the difference is no more than `THRESHOLD`."""
        return abs(self.difference) <= THRESHOLD


def balance(covariates: pd.DataFrame, member: Flags) -> tuple[Balance, ...]:
    """Hold two groups side by side in each covariate.

    Parameters
    ----------
    covariates : DataFrame, shape (P, c)
        Of persons: a column of numbers, or of categories as text or yes and no. What is missing is
        left out.
    member : ndarray of bool, shape (P,)
        Whether a person is a member of the group.

    Returns
    -------
    tuple of Balance
        In the order of the columns.
    """
    return tuple(_of_one(str(name), column[member].dropna(), column[~member].dropna())
                 for name, column in covariates.items())


def _of_one(name: str, members: pd.Series, others: pd.Series) -> Balance:
    if not len(members) or not len(others):
        value = np.nan
    elif (pd.api.types.is_numeric_dtype(members) and not pd.api.types.is_bool_dtype(members)):
        value = _of_numbers(members.to_numpy(float), others.to_numpy(float))
    else:
        value = _of_categories(members, others)
    return Balance(name, value, len(members), len(others))


def _of_numbers(members: Floats, others: Floats) -> float:
    gap = float(members.mean() - others.mean())
    if not gap:
        return 0.0
    if min(len(members), len(others)) < 2:
        return np.nan
    spread = float(np.sqrt((members.var(ddof=1) + others.var(ddof=1)) / 2))
    return gap / spread if spread else float(np.copysign(np.inf, gap))


def _of_categories(members: pd.Series, others: pd.Series) -> float:
    shares = [group.astype(str).value_counts(normalize=True) for group in (members, others)]
    # All but one: shares add up to 1.
    one, other = (part.to_numpy()[1:] for part in shares[0].align(shares[1], fill_value=0.0))
    gap = one - other
    spread = sum(np.diag(part) - np.outer(part, part) for part in (one, other)) / 2
    inverse = np.linalg.pinv(spread, hermitian=True)
    # Where nobody of either group differs from its own in some respect, but both do.
    if len(gap) and abs(gap - spread @ inverse @ gap).max() > 1e-9:
        return np.inf
    return float(np.sqrt(max(gap @ inverse @ gap, 0.0)))
