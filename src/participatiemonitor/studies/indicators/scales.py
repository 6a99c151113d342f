"""How the values of an indicator are written: in percents, or per so much time."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor import dutch
from participatiemonitor.studies.indicators.counts import PROPORTION, Counts
from participatiemonitor.studies.report import COUNT, NUMBER, PERCENT, Cell, Column

# Rates are told per so much time that what all have together has two digits before the comma.
_DIGITS, _PERS = 10, (1, *(10**power for power in range(2, 10)))
# Decimals that files have: of a share, and of a rate as it is told.
_SHARE, _RATE = 6, 4
# The most decimals with which two values that differ are told apart.
_MOST = 2


@dataclass(frozen=True)
class Scale:
    """How values are written.

    Attributes
    ----------
    kind : str
        One of `participatiemonitor.studies.indicators.counts.KINDS`.
    per : int
        Of a rate, per how much time it is told.
    """

    kind: str
    per: int = 1

    @property
    def share(self) -> bool:
        """Whether values are parts of persons."""
        return self.kind == PROPORTION

    @property
    def unit(self) -> str:
        """The kind of a column of values."""
        return PERCENT if self.share else NUMBER

    @property
    def head(self) -> str:
        """What stands above values."""
        return "Aandeel" if self.share else f"Per {dutch.whole(self.per)}"

    @property
    def at_risk(self) -> Column:
        """The column of persons or time."""
        return Column("noemer", "Van", COUNT if self.share else NUMBER)

    def number(self, value: float) -> float:
        """A value as tables have it."""
        return round(float(value), _SHARE) if self.share else round(float(value) * self.per, _RATE)

    def text(self, value: float, digits: int | None = None) -> str:
        """A value as sentences have it: *26%*, *38,3 per 100*."""
        if self.share:
            return dutch.percent(value, digits or 0)
        unit = f" per {dutch.whole(self.per)}" if self.per > 1 else ""
        return f"{dutch.decimal(value * self.per, 1 if digits is None else digits + 1)}{unit}"

    def apart(self, one: float, other: float) -> tuple[str, str]:
        """Two values, with as many decimals as it takes to tell them apart."""
        said = ("", "")
        for digits in range(_MOST + 1):
            said = self.text(one, digits), self.text(other, digits)
            if said[0] != said[1]:
                break
        return said

    def between(self, least: float, most: float) -> Cell:
        """A value, or in words what it can be: *hooguit 1%*."""
        if least == most:
            return self.number(least)
        if self.share:
            return dutch.percents([(least, most)])
        return f"hooguit {dutch.decimal(most * self.per)}"


def scale_of(counts: Counts) -> Scale:
    """How the values of counts are written.

    Parameters
    ----------
    counts : Counts

    Returns
    -------
    Scale
    """
    if counts.kind == PROPORTION or not counts.municipalities:
        return Scale(counts.kind)
    return Scale(counts.kind, next((per for per in _PERS if counts.pooled * per >= _DIGITS),
                                   _PERS[-1]))
