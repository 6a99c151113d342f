"""Which municipalities stand out on an indicator, and how much all of them differ."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.indicators.discoveries import Discoveries, discoveries
from participatiemonitor.studies.indicators.dispersion import Dispersion, dispersion, widened
from participatiemonitor.studies.indicators.funnels import Funnel, funnel
from participatiemonitor.studies.indicators.told import Told

# From so many municipalities one at each end is drawn in when the dispersion is estimated; of
# fewer it cannot be told whether all differ much or one does.
ENOUGH = 10


@dataclass(frozen=True, eq=False)
class Judged:
    """An indicator of municipalities around a target.

    Attributes
    ----------
    municipalities : tuple of str, length m
    exact : Funnel
        With the limits of chance alone.
    dispersion : Dispersion or None
        None of fewer than `ENOUGH` municipalities.
    allowed : Funnel
        With limits that allow for dispersion; the same where there is none.
    found : Discoveries
        Those that stand out in `allowed`.
    """

    municipalities: tuple[str, ...]
    exact: Funnel
    dispersion: Dispersion | None
    allowed: Funnel
    found: Discoveries

    @property
    def over(self) -> bool:
        """Whether municipalities are known to differ more than chance."""
        return self.dispersion is not None and self.dispersion.factor > 1

    def names(self, sign: int) -> list[str]:
        """Who stand out above (1) or below (-1) the target, the most exceptional first."""
        side = dict(zip(self.municipalities, self.allowed.z * sign, strict=True))
        return [name for name in self.found.names if side[name] > 0]


def judged(counts: Told, target: float | None) -> Judged | None:
    """Compare municipalities with a target.

    Parameters
    ----------
    counts : Told
    target : float or None
        None for what they have together.

    Returns
    -------
    Judged or None
        None where there is nothing to compare: no municipality, or one without a target.
    """
    names = counts.counts.municipalities
    if len(names) < (2 if target is None else 1):
        return None
    compared = counts.counts.pooled if target is None else target
    nearest = counts.nearest(compared)
    exact = funnel(nearest, compared)
    spread = dispersion(funnel(counts.counts, compared).z) if len(names) >= ENOUGH else None
    allowed = exact if spread is None else widened(exact, nearest, spread)
    return Judged(names, exact, spread, allowed, discoveries(names, allowed.p))
