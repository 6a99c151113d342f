"""From the name of a quantity to a word that rests on it: what all topics of words share.

A name without a group is about each of both groups apart, never about their sum. A size class may
be named by its place, as `participatiemonitor.survey.waveinfo.WaveInfo.size_classes` has them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import (
    FEW,
    NEARLY_ALL,
    OK,
    PUBLISHED,
    REASONS,
    Estimate,
)
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import ALL, BOTH, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.bound import Bound, joined

# After the base of a number that a document printed.
PRINTED = "gepubliceerd"


def named(source: Results, text: str, within: Ref | None = None) -> Ref:
    """The quantity that an author names; `within` gives the parts that are left out."""
    ref = Ref.parse(text, within)
    classes = source.wave.info.size_classes
    return replace(ref, domain="+".join(classes.get(one, one) for one in ref.domains))


def groups(source: Results, ref: Ref) -> tuple[str, ...]:
    """The groups that a name is about."""
    return tuple(source.wave.info.groups) if ref.group == BOTH else (ref.group,)


def each(source: Results, *names: str) -> list[Estimate]:
    """The quantities that names are about, for one group after the other."""
    refs = [named(source, name) for name in names]
    return [source[ref.of(group)] for ref in refs for group in groups(source, ref)]


def only(source: Results, kind: str, name: str) -> Estimate:
    """The quantity of one group that a word of this kind is about."""
    found = each(source, name)
    if len(found) != 1:
        raise InputError(f"{kind}({name!r}): noem één groep, met @sd of @aw.")
    return found[0]


def pairs(source: Results, left: str, right: str) -> list[tuple[Estimate, Estimate]]:
    """Two quantities to compare, in each group; `right` takes over what it leaves out."""
    one = named(source, left)
    other = named(source, right, one)
    if one.group == other.group == BOTH:
        return [(source[one.of(group)], source[other.of(group)]) for group in groups(source, one)]
    return [(source[one], source[other])]


def gaps(source: Results, compared: Iterable[tuple[Estimate, Estimate]]
         ) -> list[tuple[float, float]]:
    """The least and the most that pairs may be said to differ, in percentage points."""
    return [source.said_gap(one.ref, other.ref) for one, other in compared]


def unknown(found: Iterable[Estimate]) -> bool:
    """Whether one of the quantities is hidden, or has no answers under it."""
    return any(np.isnan(one.limits[0]) for one in found)


def word(source: Results, kind: str, text: str, found: Iterable[Estimate],
         parts: tuple[Bound, ...] = (), quotes: Iterable[Quote | None] = (), **args: object
         ) -> Bound:
    """A word that rests on quantities or on what documents said of them, and on the words in it."""
    found, quotes = tuple(found), tuple(quotes)
    refs = (*(one.ref for one in found), *(ref for part in parts for ref in part.refs))
    quoted = [quote for quote in (*quotes, *(source.quote(one.ref) for one in found)) if quote]
    said = [quote for quote in quotes if quote and quote.claim] or [
        quote for quote in quoted if quote.claim]
    claims = list(dict.fromkeys(quote.claim for quote in said))
    if quoted or any(source.quote(ref) for ref in refs):
        origin = joined([*(f"{quote.document}, uitspraak {quote.claim}" for quote in said),
                         *(one for part in parts for one in part.source.split("; "))])
    else:
        origin = _origin(source, refs)
    elsewhere = (origin for part in parts for origin in part.elsewhere())
    return Bound(text, kind, refs, joined([origin, *elsewhere]),
                 args | ({"claims": claims} if claims else {}), parts)


def _origin(source: Results, refs: Iterable[Ref]) -> str:
    """The bases, and whether it is a document that printed the number."""
    bases: dict[str, list[str]] = {"": [], f": {PRINTED}": []}
    for ref in refs:
        one = source[ref]
        bases[f": {PRINTED}" if one.standing == PUBLISHED else ""].append(_base(source, one))
    return joined(joined(listed) + printed for printed, listed in bases.items() if listed)


def _base(source: Results, one: Estimate) -> str:
    """The base of a quantity in the reader's words."""
    info = source.wave.info
    who = info.groups[one.ref.group].nl
    if one.ref.domain != ALL:
        who += ", " + dutch.enumeration(info.strata[domain].nl for domain in one.ref.domains)
    if one.ref.source:
        who += f" (bron: {one.ref.source})"
    n = dutch.whole(one.n or 0)
    if one.status == NEARLY_ALL:
        return f"{REASONS[NEARLY_ALL]} {n}, {who}"
    if one.status == FEW:
        return f"{REASONS[FEW]} van {n}, {who}"
    if one.between:  # a band, or a net of what is told roughly
        return f"{one.between[0]} tot {one.between[1]} van {n}, {who}"
    if one.status != OK:
        return f"{REASONS[one.status]}, {who}"
    noised = " (met ruis)" if one.noise else ""
    if one.measure == "mean":
        return f"gemiddelde van {n} antwoorden{noised}, {who}"
    if np.isnan(one.count):  # printed without it
        return f"gedrukt, {who}"
    if one.measure == "count":
        return f"register, {who}"
    return f"{dutch.whole(one.count)} van {n}{noised}, {who}"
