"""Where a computed word comes from, in a few plain words: what a reader gets who asks for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import (
    EMPTY,
    FEW,
    HIDDEN,
    NEARLY_ALL,
    NOT_ASKED,
    OK,
    PUBLISHED,
    REASONS,
    Estimate,
)
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import ALL
from participatiemonitor.estimation.register import ALSO, REGISTER, RESPONSE, WEIGHTS
from participatiemonitor.estimation.results import Results

# Between two origins of a word; a page shows each on a line of its own.
BETWEEN = "; "
# Before what the document said that a reconstruction repeats.
REPORTED = "Staat in het rapport: "
# What a document says of how much where it says nothing of that.
WITHOUT = "zonder getal"
NOISED = " (aantal licht verschoven)"
# Words that say how many, where others say which part.
_COUNTS = ("count", "number")
_NO_NUMBER = {HIDDEN: "te weinig antwoorden van {}", EMPTY: "geen antwoorden van {}",
              NOT_ASKED: "niet gevraagd aan {}"}


def joined(origins: Iterable[str]) -> str:
    """Several origins as one, each once."""
    return BETWEEN.join(dict.fromkeys(filter(None, origins)))


def apart(origin: str) -> Iterator[str]:
    """The origins that were joined, as they stand after `REPORTED`."""
    return iter(origin.removeprefix(REPORTED).split(BETWEEN))


def printed(text: str, claim: str) -> str:
    """What a document printed, and where: *“een kleine 30%” (uitspraak 2.2-01)*."""
    return f"“{text}” (uitspraak {claim})" if text not in ("", WITHOUT) else f"uitspraak {claim}"


def quoted(quote: Quote) -> str:
    """What a document said of a quantity, and where."""
    return printed(quote.printed if quote.count is None else dutch.numeral(quote.count),
                   quote.claim)


def computed(source: Results, one: Estimate, kind: str) -> str:
    """The number and its base: *40% van de 129 sociale diensten die antwoordden*."""
    noised = NOISED if one.noise and (one.status == OK or one.between) else ""
    manner = "gedrukt in" if one.standing == PUBLISHED else "bron:"
    where = f" ({manner} {one.ref.source})" if one.ref.source else ""
    said = _registered if one.ref.question in (REGISTER, RESPONSE) else _answered
    return f"{said(source, one, kind)}{noised}{where}"


def _answered(source: Results, one: Estimate, kind: str) -> str:
    who, n = _who(source, one), dutch.whole(one.n or 0)
    if one.status == NEARLY_ALL:
        return f"{REASONS[NEARLY_ALL]} {n} {who} die antwoordden"
    if one.status in _NO_NUMBER:
        return _NO_NUMBER[one.status].format(who)
    if one.measure == "mean":
        return f"gemiddelde van {n} antwoorden van {who}"
    if kind == "base":
        return f"{n} {who} die antwoordden"
    if np.isnan(one.count) and not one.between:  # a document printed no more than a word or a share
        return f"“{one.printed}”, {who}" if np.isnan(one.value) else (
            f"{dutch.percent(one.value)} van de {who}")
    return f"{_part(one, kind)} van de {n} {who} die antwoordden"


def _part(one: Estimate, kind: str) -> str:
    if one.status == FEW:
        return REASONS[FEW]
    if one.between:  # a band, or a net of what is told roughly
        return f"{one.between[0]} tot {one.between[1]}"
    return dutch.whole(one.count) if kind in _COUNTS else dutch.percent(one.value)


def _registered(source: Results, one: Estimate, _kind: str) -> str:
    who, option = _who(source, one), one.ref.option
    what = f"{option} in het register van {who}" if option in WEIGHTS else f"{who} in het register"
    if one.ref.question == REGISTER:
        return what
    what = f"{who} die antwoordden" if option == ALSO else what
    return f"{dutch.whole(one.count)} van de {dutch.whole(one.n or 0)} {what}"


def _who(source: Results, one: Estimate) -> str:
    info, ref = source.wave.info, one.ref
    who = info.groups[ref.group].nl
    if ref.domain != ALL:
        who += f" ({dutch.enumeration(info.strata[domain].nl for domain in ref.domains)})"
    return who
