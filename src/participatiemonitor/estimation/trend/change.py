"""What may be said of one quantity in two rounds, side by side."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from participatiemonitor.estimation.estimates import ASSUMED, OBSERVED, PUBLISHED, Estimate
from participatiemonitor.estimation.quotes import NOTHING as NO_QUOTE
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.trend.difference import NOTHING, Difference


@dataclass(frozen=True)
class Side:
    """What one of the rounds says.

    Attributes
    ----------
    ref : Ref
        The quantity, by the name that it has in that round; `source` is the round.
    n : int or None
        Respondents that answered; None where that is hidden, or nobody published it.
    value : float
        The headline: the share or mean of respondents. NaN where there is no number to show; that
        of a reconstruction is shown where a document printed just that.
    weighted : float
        The estimate for the whole register, in whole percents.
    status : str
        As of `Estimate`; empty where only documents speak.
    quote : Quote
        What a document printed, of a reconstruction.
    """

    ref: Ref
    n: int | None = None
    value: float = np.nan
    weighted: float = np.nan
    status: str = ""
    quote: Quote = NO_QUOTE

    @classmethod
    def observed(cls, ref: Ref, found: Estimate) -> Side:
        """What respondents answered, as far as it is shown."""
        return cls(ref, found.n, found.value, found.weighted.value, found.status)

    @classmethod
    def printed(cls, ref: Ref, found: Estimate, quote: Quote | None) -> Side:
        """What documents say of a round whose answers were drawn."""
        value = found.value if found.standing == PUBLISHED else np.nan
        return cls(ref, value=value, quote=quote or NO_QUOTE)

    @property
    def told(self) -> bool:
        """Whether it says anything of how large the quantity is."""
        return bool(self.quote.printed) or not np.isnan(self.value)


@dataclass(frozen=True)
class Change:
    """One quantity in two rounds.

    Attributes
    ----------
    earlier, later : Side
    weighted : Difference
        How much higher the estimate for the whole register is in the later round; NaN where that
        is not told. It is no difference of the headlines.
    overlap : int
        Organisations of which it is known in both rounds what they answered.
    cautious : bool
        Whether the error leaves out what both rounds share, and is rather too large: where the
        joint answers of the organisations in both are too few to tell how strongly they agree.
    standing : str
        What the comparison rests on: `OBSERVED` with a test, `PUBLISHED` where one of the rounds
        is what documents printed; `ASSUMED` where there is nothing to compare.
    why : str
        Why there is nothing to compare, or no test, as readers get it; empty when there is one.
    alike : bool
        Whether the same was asked of the same group in both rounds.
    """

    earlier: Side
    later: Side
    weighted: Difference = field(default=NOTHING)
    overlap: int = 0
    cautious: bool = False
    standing: str = ASSUMED
    why: str = ""
    alike: bool = True

    @property
    def ref(self) -> Ref:
        """The quantity, by its name in the later round."""
        return self.later.ref

    @property
    def tested(self) -> bool:
        """Whether the change has an interval and a test."""
        return self.standing == OBSERVED
