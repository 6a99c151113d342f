"""What a text may say of a wave whose answers are a reconstruction: what documents said of it.

Numbers become bounds, so that whatever is decided by them is true of every number that fits what
was printed; ranks and comparisons stand as they are. A claim that the answers cannot meet decides
nothing, but can be quoted by its name.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from participatiemonitor.documents.claims import Claim, Side, sides_of
from participatiemonitor.documents.consistency import OPEN
from participatiemonitor.documents.standing import of_itself, plain
from participatiemonitor.documents.wording import is_denial, is_quantity
from participatiemonitor.dutch import percent, whole
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.quotes import NOTHING, Quote
from participatiemonitor.estimation.refs import BOTH, Ref

# A share may be said to lie between these, in percentage points, when one is half open.
LEAST, MOST = 0.0, 100.0
NOWHERE = (math.nan, math.nan)
# The least difference that *more* or *less* stands for, as for computed words.
NOTABLE = 2.0


class Said:
    """The claims about a wave by what they are about.

    Parameters
    ----------
    claims : iterable of Claim
    groups : iterable of str
        All groups of the wave.
    holds : callable
        Whether the answers meet a claim.
    names : mapping of str to str
        What a reader knows the document of each claim by.
    """

    def __init__(self, claims: Iterable[Claim], groups: Iterable[str],
                 holds: Callable[[Claim], bool], names: Mapping[str, str]) -> None:
        self._holds, self._names = holds, names
        self._named = {claim.id: claim for claim in claims}
        self._about: dict[Ref, list[Side]] = defaultdict(list)
        for claim in self._named.values():
            for side in sides_of(claim, groups):
                for ref in filter(None, (side.ref, side.versus)):
                    self._about[plain(ref)].append(side)

    def limits(self, ref: Ref) -> tuple[float, float]:
        """The least and the most of a share that fits what was printed of it, as fractions."""
        found = [_bounds(side) for side in self._bounding(ref)]
        if not found:
            return NOWHERE
        lows, highs = zip(*found, strict=True)
        return max(lows) / 100, min(highs) / 100

    def sized(self, ref: Ref) -> list[Quote]:
        """What was said that bounds a share."""
        return [replace(self._quoted(side.claim), printed=side.claim.published)
                for side in self._bounding(ref)]

    def gap(self, left: Ref, right: Ref) -> tuple[float, float]:
        """The least and the most that two differ, in percentage points; NaN where not said."""
        one, other = self.limits(left), self.limits(right)
        found = [(100 * (one[0] - other[1]), 100 * (one[1] - other[0])),
                 *(_difference(side, left) for side in self._compared(left, right))]
        known = [gap for gap in found if not math.isnan(gap[0])]
        if not known:
            return NOWHERE
        lows, highs = zip(*known, strict=True)
        return round(max(lows), 9), round(min(highs), 9)

    def quote(self, ref: Ref, name: str = "") -> Quote:
        """What was said of how large a quantity is, the most telling first.

        Parameters
        ----------
        ref : Ref
            Of one group.
        name : str
            Of the claim to quote, whether or not the answers meet it.

        Returns
        -------
        Quote
            Without `printed` where it was mentioned without a quantity; `NOTHING` where it was
            not, or only to be denied.
        """
        if name:
            claim = self._claim(ref, name)
            same = claim.ref is not None and claim.ref.group in (BOTH, ref.group)
            return self._quoted(claim) if same else NOTHING
        about = [side.claim for side in self._sides(ref) if not is_denial(side.claim.published)
                 and side.claim.relation != "n"]
        said = [claim for claim in of_itself(about) if is_quantity(claim)]
        return self._quoted(min(said, key=_width) if said else about[0]) if about else NOTHING

    def count(self, ref: Ref, relation: str = "=") -> Quote:
        """What was said of how many there are, or with *n* how many answered."""
        said = [side.claim for side in self._sides(ref)
                if (side.claim.type, side.claim.relation) == ("count", relation)]
        return self._quoted(said[0]) if said else NOTHING

    def first(self, refs: Iterable[Ref], rank: int) -> Ref | None:
        """The quantity in a place: said to be there, or by the numbers that were printed of all."""
        refs = list(refs)
        limits = {ref: self.limits(ref) for ref in refs}
        for ref in refs:
            others = [limits[other] for other in refs if other != ref]
            above = sum(low >= limits[ref][1] for low, _ in others)
            below = sum(high <= limits[ref][0] for _, high in others)
            if self.place(ref, rank) != NOTHING or (
                    (above, below) == (rank - 1, len(refs) - rank)):
                return ref
        return None

    def place(self, ref: Ref, rank: int) -> Quote:
        """What was said of the place of a quantity among others."""
        said = [side.claim for side in self._sides(ref)
                if side.claim.type == "rank" and side.value == rank]
        return replace(self._quoted(said[0]), printed=said[0].published) if said else NOTHING

    def degree(self, left: Ref, right: Ref) -> Quote:
        """What was said of the difference of two, if the comparison was made in that direction."""
        said = [side.claim for side in self._compared(left, right)
                if plain(side.ref) == plain(left)]
        return replace(self._quoted(said[0]), printed=said[0].published) if said else NOTHING

    def _bounding(self, ref: Ref) -> list[Side]:
        return [side for side in self._sides(ref) if plain(side.ref) == plain(ref)
                and side.claim.type in ("exact", "band") and side.claim.relation != "in_all"]

    def _sides(self, ref: Ref) -> list[Side]:
        return [side for side in self._about.get(plain(ref), ()) if self._holds(side.claim)]

    def _compared(self, left: Ref, right: Ref) -> list[Side]:
        pair = {plain(left), plain(right)}
        return [side for side in self._sides(left)
                if side.versus and {plain(side.ref), plain(side.versus)} == pair]

    def _claim(self, ref: Ref, name: str) -> Claim:
        claim = self._named.get(name)
        if claim is None or claim.ref is None or plain(claim.ref.of(ref.group)) != plain(ref):
            raise InputError(f"{ref}: uitspraak {name!r} gaat daar niet over.")
        return claim

    def _quoted(self, claim: Claim) -> Quote:
        exact = {"exact": percent, "count": whole}.get(claim.type)
        value = math.nan if claim.value is None else claim.value
        text = claim.published if exact is None else exact(
            value / 100 if claim.type == "exact" else value)
        return Quote(text if is_quantity(claim) else "", claim.id,
                     self._names[claim.id], round(value) if claim.type == "count" else None,
                     claim.ref is not None and claim.ref.group == BOTH)


def _width(claim: Claim) -> float:
    """How much a claim leaves open of a quantity: nothing where it gives a number."""
    if claim.value is not None:
        return 0
    low, high = (edge if bound is None else bound
                 for bound, edge in ((claim.low, LEAST), (claim.high, MOST)))
    return high - low


def _bounds(side: Side) -> tuple[float, float]:
    """From and up to which percentage a claim leaves a share."""
    if side.claim.type == "exact":
        return side.value - 0.5, side.value + 0.5 - OPEN
    low = side.low + OPEN if side.claim.relation == "above" else max(side.low, LEAST)
    return low, min(side.high - OPEN, MOST)


def _difference(side: Side, left: Ref) -> tuple[float, float]:
    """How far a comparison puts `left` above the other."""
    if side.claim.relation == "similar":
        low, high = -side.high + OPEN, side.high - OPEN
    else:
        low, high = max(side.low, NOTABLE), max(side.high - OPEN, NOTABLE)
    turned = (side.claim.relation == "less") != (plain(side.ref) != plain(left))
    return (-high, -low) if turned else (low, high)
