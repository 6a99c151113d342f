"""How the totals of a question are told: exactly, as a class near an end, or as a band beside one.

A total of nought to two, and one of all but two to all, is a class. The counts of a single choice
add up, so beside a class the others would tell it: the smallest other becomes a band. What it can
be follows from the totals that are told, and from nothing else:

    sum of the class and the band  =  answers - totals that are told.

An onlooker who tries each table of totals must find all three counts of the class again. That
holds when the band is then still no class itself and still the smallest, with some distance; else
the next smallest is kept back as well. What decides are sums that everybody knows, so that it
tells nothing: see `_fits`.

The items of a multiple choice need not add up. But where *none of these* is an item, too, who
answers gives one at least. Then an item can be told by the others where these have no more
respondents together than there are answers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from participatiemonitor.estimation.estimates import BAND, FEW, HIDDEN, NEARLY_ALL, OK

# A class holds the counts from nought to this, or as many below all.
CLASS = 2


@dataclass(frozen=True)
class Told:
    """How one total is told: its status and, if not exactly, the least and most it can be."""

    status: str = OK
    between: tuple[int, int] | None = None


def tell(count: int, n: int, most: int | None = None) -> Told:
    """How a total by itself is told, of a base of `n`, or of `n` to `most`."""
    if count <= CLASS:
        return Told(FEW, (0, CLASS))
    return Told() if count < n - CLASS else Told(NEARLY_ALL, (n - CLASS, most or n))


def tell_all(counts: Sequence[int], n: int, *, adds_up: bool, at_least_one: bool = False,
             public: Sequence[bool] = (), unsure: int = 0) -> list[Told]:
    """How the totals of all options of a question are told.

    Parameters
    ----------
    counts : sequence of int, length K
        In the codebook's order.
    n : int
        The base, or the lowest that it can be.
    adds_up : bool
        Whether each respondent gives exactly one of the options.
    at_least_one : bool
        Whether each gives one or more.
    public : sequence of bool, length K, optional
        Totals that a document printed.
    unsure : int
        How much higher the base can be.

    Returns
    -------
    list of Told, length K
    """
    fixed = [place < len(public) and public[place] for place in range(len(counts))]
    told = [Told() if known else tell(count, n, n + unsure)
            for count, known in zip(counts, fixed, strict=True)]
    # A base that is not sure is as good as so many more options that are classes.
    more = -(-unsure // CLASS)
    few = sum(one.status == FEW for one in told) + more
    rivals = len(counts) - 1 + more
    left = max(CLASS * rivals, 2 * CLASS + 1 + unsure)
    large = rivals == 1 or not adds_up or n > 2 * (left + 1)
    if (adds_up and rivals > 1 and not any(fixed) and large
            and n + unsure - left <= max(counts) < n - CLASS):
        # One option has nearly all, so that all others may be classes, whether they are or not.
        return [Told(BAND, (n + unsure - left, n - CLASS - 1)) if count == max(counts)
                else Told(BAND, (0, left)) for count in counts]
    others = sorted((count, place) for place, count in enumerate(counts)
                    if told[place].status != FEW and not fixed[place])
    known = sum(count for count, one in zip(counts, told, strict=True) if one.status != FEW)
    if not few or not (adds_up or (at_least_one and known <= n)):
        return told
    width = CLASS * few
    for kept in range(1, len(others) + 1) if large and n > width + CLASS * len(others) else ():
        back, rest = others[:kept], others[kept:]
        total = n + unsure - known + sum(count for count, _ in back)
        following = rest[0][0] if rest else None
        if _fits(total, width, kept, following):
            for _, place in back:
                told[place] = (Told(BAND, (CLASS + 1, total)) if kept > 1 else
                               Told(BAND if few > 1 or rest else NEARLY_ALL,
                                    (total - width, total)))
            return told
        if 2 * (CLASS + 1) < total < (following or 0) - 1:
            # Too little to tell who of these is a class: only what they are together is told.
            return [told[place] if (count, place) in rest or fixed[place]
                    else Told(BAND, (0, total)) for place, count in enumerate(counts)]
    return [one if public else Told(HIDDEN) for one, public in zip(told, fixed, strict=True)]


def _fits(total: int, width: int, kept: int, following: int | None) -> bool:
    """Whether totals kept back, shared out evenly, can each be no class and the smallest.

    They are `total` together with the classes, which can be `width` of it; `following` is the
    smallest total that is told.
    """
    return ((total - width) // kept > CLASS
            and (following is None or -(-total // kept) + 2 <= following))
