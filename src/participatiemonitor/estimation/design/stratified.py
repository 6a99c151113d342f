"""Design-based estimation: a stratified sample of a finite frame, drawn without replacement.

Every column is one quantity; all of them are estimated at once with a few matrix products.

Notes
-----
Per column the sample is what is *resolved*: the respondents of whom the value is known, or of
whom it is known that the question does not apply. In stratum h these are n_h of N_h
organisations, each with weight N_h / n_h: item non-response is treated like unit non-response,
at random within the stratum. The respondents to whom the question applies form a domain of that
sample. Means and shares are ratios of weighted totals, their variance is that of the linearised
ratio with the finite population correction (Cochran 1977, §§ 5A.14, 6.11; Särndal, Swensson and
Wretman 1992, § 5.8), as in the R package survey. A stratum that is fully enumerated has no
sampling error. A stratum with one resolved respondent has no variance of its own; it adds that
of a respondent at its distance from the mean over all strata (the option *adjust* of survey).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.errors import InputError

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Design:
    """Which respondent belongs to which stratum, and how large the strata are.

    Attributes
    ----------
    strata : ndarray of int, shape (n,)
        Stratum of each respondent, as a position in `sizes`.
    sizes : ndarray of float, shape (L,)
        Organisations in each stratum of the frame.

    Raises
    ------
    InputError
        When a stratum is unknown, empty, or has more respondents than organisations.
    """

    strata: NDArray[np.intp]
    sizes: Floats

    def __post_init__(self) -> None:
        unknown = np.flatnonzero((self.strata < 0) | (self.strata >= len(self.sizes)))
        if len(unknown):
            raise InputError(f"Onbekende stratum bij respondent(en) op rij {_rows(unknown)}; "
                             f"verwacht: 0 tot en met {len(self.sizes) - 1}.")
        counts = np.bincount(self.strata, minlength=len(self.sizes))
        for stratum in np.flatnonzero(counts > self.sizes):
            rows = np.flatnonzero(self.strata == stratum)
            raise InputError(
                f"Stratum {stratum} heeft {counts[stratum]} respondenten en maar "
                f"{self.sizes[stratum]:g} organisaties (rijen {_rows(rows)}); verwacht: hoogstens "
                "één respondent per organisatie."
            )

    @property
    def membership(self) -> Floats:
        """One row a stratum, 1 where the respondent belongs to it; shape (L, n)."""
        return (np.arange(len(self.sizes))[:, None] == self.strata[None, :]).astype(float)


@dataclass(frozen=True)
class Ratios:
    """Estimated ratios of totals, one a column.

    Attributes
    ----------
    value, se : ndarray of float, shape (q,)
        NaN where the domain is empty.
    df : ndarray of float, shape (q,)
        Degrees of freedom: resolved respondents less strata that have any.
    """

    value: Floats
    se: Floats
    df: Floats


def ratios(design: Design, values: Floats, domain: Flags, resolved: Flags,
           sizes: Floats | None = None) -> Ratios:
    """Estimate ratios: means of values over a domain, each organisation with its size.

    Parameters
    ----------
    design : Design
        Of n respondents in L strata.
    values : ndarray of float, shape (n, q)
        What is averaged; anything outside the domain.
    domain : ndarray of bool, shape (n, q)
        Who is in the domain and has a value.
    resolved : ndarray of bool, shape (n, q)
        Of whom value or membership is known; holds the domain.
    sizes : ndarray of float, shape (n,), optional
        Size of each organisation, for means over clients rather than organisations.

    Returns
    -------
    Ratios
        Columns with no resolved respondent in a domain are NaN.

    Raises
    ------
    InputError
        For sizes that are negative or not finite; names the rows.
    """
    found = linearised(design, values, domain, resolved, sizes)
    member = design.membership
    counts = member @ resolved
    variance = _variance_of_total(design, member, np.nan_to_num(found.weights * found.residuals),
                                  resolved, counts)
    se = np.where(np.isfinite(found.value), np.sqrt(variance), np.nan)
    df = counts.sum(axis=0) - (counts > 0).sum(axis=0)
    return Ratios(found.value, se, df.astype(float))


@dataclass(frozen=True)
class Linearised:
    """Estimated ratios as sums over the sample.

    Attributes
    ----------
    value : ndarray of float, shape (q,)
    weights : ndarray of float, shape (n, q)
        How many organisations a respondent stands for.
    residuals : ndarray of float, shape (n, q)
        How far it moves each of them; 0 outside the domain. Their weighted sum is 0, and varies as
        the estimate does.
    """

    value: Floats
    weights: Floats
    residuals: Floats


def linearised(design: Design, values: Floats, domain: Flags, resolved: Flags,
               sizes: Floats | None = None) -> Linearised:
    """Write ratios as sums over the sample; see `ratios`.

    Parameters
    ----------
    design : Design
    values : ndarray of float, shape (n, q)
    domain, resolved : ndarray of bool, shape (n, q)
    sizes : ndarray of float, shape (n,), optional

    Returns
    -------
    Linearised
    """
    own = np.ones(len(design.strata)) if sizes is None else np.asarray(sizes, float)
    bad = np.flatnonzero(~np.isfinite(own) | (own < 0))
    if len(bad):
        raise InputError(f"Negatief of ontbrekend gewicht op rij {_rows(bad)}; verwacht: een "
                         "getal van 0 of meer.")
    member = design.membership
    counts = member @ resolved
    weights = (member.T @ (design.sizes[:, None] / np.maximum(counts, 1))) * resolved
    inside = np.where(domain, own[:, None], 0.0)
    amounts = np.where(domain, own[:, None] * np.nan_to_num(values), 0.0)
    total = (weights * inside).sum(axis=0)
    with np.errstate(divide="ignore", invalid="ignore"):
        value = (weights * amounts).sum(axis=0) / total
        residuals = (amounts - value * inside) / total
    return Linearised(value, weights, residuals)


def share(sizes: Floats, given: Floats, answered: Floats, resolved: Floats
          ) -> tuple[float, float]:
    """Estimate a share from counts by stratum: `ratios` of ones and zeros, without respondents.

    Parameters
    ----------
    sizes : ndarray of float, shape (L,)
        Organisations in each stratum of the frame.
    given : ndarray of float, shape (L,)
        Respondents that gave an answer.
    answered, resolved : ndarray of float, shape (L,)
        Respondents that answered, and those of whom it is known whether the question applies. Of
        some it must be the former.

    Returns
    -------
    value : float
    se : float
        A stratum with one resolved respondent adds that of one at its distance from the whole.
    """
    value, scale = share_scale(sizes, given, answered, resolved)
    return value, float((scale**2 @ rates(resolved, sizes)) ** 0.5)


def share_scale(sizes: Floats, given: Floats, answered: Floats, resolved: Floats
                ) -> tuple[float, Floats]:
    """A share, and what each stratum adds to its error by one respondent; see `share`.

    Parameters
    ----------
    sizes, given, answered, resolved : ndarray of float, shape (L,)

    Returns
    -------
    value : float
    scale : ndarray of float, shape (L,)
        The standard deviation of the answers of a stratum, times its weight in the share.
    """
    weights = sizes / np.maximum(resolved, 1)
    total = weights @ answered
    value = weights @ given / total
    spread = given * (1 - value) ** 2 + (answered - given) * value**2
    centre = np.where(resolved > 1, (given - value * answered) ** 2 / np.maximum(resolved, 1), 0.0)
    squared = np.maximum(spread - centre, 0) / np.maximum(resolved - 1, 1)
    return float(value), sizes / total * squared**0.5


def rates(resolved: Floats, sizes: Floats) -> Floats:
    """The variance of the mean of a stratum, by that of its answers: 1 / n - 1 / N."""
    return np.maximum(1 / np.maximum(resolved, 1) - 1 / sizes, 0.0)


def _variance_of_total(design: Design, member: Floats, scores: Floats, resolved: Flags,
                       counts: Floats) -> Floats:
    """Variance of the sum of weighted scores, summed over the strata."""
    scores = np.where(resolved, scores, 0.0)
    means = (member @ scores) / np.maximum(counts, 1)
    factor = counts / np.maximum(counts - 1, 1)
    overall = scores.sum(axis=0) / np.maximum(resolved.sum(axis=0), 1)
    centre = np.where(counts == 1, overall[None, :], means)
    deviations = np.where(resolved, scores - member.T @ centre, 0.0)
    fraction = np.minimum(counts / design.sizes[:, None], 1.0)
    return ((1 - fraction) * factor * (member @ deviations**2)).sum(axis=0)


def _rows(positions: NDArray[np.intp], most: int = 10) -> str:
    shown = ", ".join(str(position + 1) for position in positions[:most])
    return shown if len(positions) <= most else f"{shown}, …"
