"""From the name of a quantity to a word that rests on it: what all topics of words share.

A name without a group is about each of both groups apart, never about their sum. A size class may
be named by its place, as `participatiemonitor.survey.waveinfo.WaveInfo.size_classes` has them, and
``knelpunten.*`` is whoever gave any answer but the exclusive one, whichever answers a round offers.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.known import NotAsked, not_asked
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import BOTH, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words import origins
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.wave import Wave

ANY = "*"


def named(source: Results, text: str, within: Ref | None = None) -> Ref:
    """The quantity that an author names; `within` gives the parts that are left out.

    Parameters
    ----------
    source : Results
    text : str
    within : Ref, optional

    Returns
    -------
    Ref

    Raises
    ------
    NotAsked
        When the wave did not ask for it.
    """
    ref = placed(Ref.parse(text, within), source.wave)
    if ref.source in ("", source.id) and not_asked(ref, source.wave):
        raise NotAsked(f"{ref}: in deze peiling niet gevraagd.")
    return ref


def placed(ref: Ref, wave: Wave) -> Ref:
    """A quantity with size classes and options by name, where an author named them otherwise."""
    classes = wave.info.size_classes
    ref = replace(ref, domain="+".join(classes.get(one, one) for one in ref.domains))
    if ref.option != ANY or ref.question not in wave.codebook:
        return ref
    return replace(ref, option=any_option(wave.codebook[ref.question]))


def any_option(question: Question) -> str:
    """The net of all its options but the exclusive one."""
    return "+".join(option for option in question.option_ids if option != question.exclusive)


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
    elsewhere = (one for part in parts for one in part.elsewhere())
    if quoted or any(source.quote(ref) for ref in refs):
        within = (one for part in parts for one in origins.apart(part.source))
        origin = origins.joined([*map(origins.quoted, said), *within, *elsewhere])
        origin = origin and origins.REPORTED + origin
    else:
        origin = origins.joined([*(origins.computed(source, source[ref], kind) for ref in refs),
                                 *elsewhere])
    return Bound(text, kind, refs, origin, args | ({"claims": claims} if claims else {}), parts)
