"""What drives the ranges most: which number it would help to know better."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from participatiemonitor import dutch
from participatiemonitor.studies.demand.clients import Clients
from participatiemonitor.studies.demand.demand import Demand
from participatiemonitor.studies.demand.form import CLIENTS
from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.reporting.amounts_nl import number, share
from participatiemonitor.studies.demand.reporting.inputs_nl import Named, label, phrase
from participatiemonitor.studies.demand.sensitivity import (
    COUNT,
    NEED,
    USERS,
    Swing,
    middle_share,
    share_drivers,
    total_drivers,
)
from participatiemonitor.studies.report import COUNT as WHOLE
from participatiemonitor.studies.report import Cell, Column, ReportFigure, ReportTable

WHAT = (Column("getal", "Wat niet precies bekend is"), Column("gegeven", "Gegeven"))
_TOTAL = (*WHAT, Column("laag", "Vraag bij het laagste", WHOLE),
          Column("hoog", "Vraag bij het hoogste", WHOLE),
          Column("midden", "Vraag in het midden", WHOLE))
# Binary noise: a number that makes no difference, such as that of clients who need nothing.
_NOTHING = 1e-9
_START = "De vraag hangt het meest af van"
PARTS = {"low": "laag", "high": "hoog", "middle": "midden", "given": "gegeven"}


@dataclass(frozen=True)
class Drivers:
    """What drives the demand and the shares of users.

    Attributes
    ----------
    middle : float
        The demand for all provisions, with every number in its middle.
    total : tuple of Swing
        What drives it.
    each : mapping of str to tuple of Swing
        By provision, what drives the share of its users.
    shares : mapping of str to float
        By provision, that share in percent, with every number in its middle.
    """

    middle: float = 0.0
    total: tuple[Swing[Named], ...] = ()
    each: Mapping[str, tuple[Swing[Named], ...]] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)


def drivers(given: Inputs, clients: Clients | None, found: Sequence[Demand]) -> Drivers:
    """What drives the demand and the shares of users.

    Parameters
    ----------
    given : Inputs
    clients : Clients or None
        As they are told; None where nothing is.
    found : sequence of Demand
        From these.

    Returns
    -------
    Drivers
    """
    if clients is None:
        return Drivers()
    middle, total = total_drivers(clients, given.needs, found, given.together)
    total = tuple(swing for swing in total if swing.length > _NOTHING)
    each, shares = {}, {}
    for one in found:
        provision = one.provision.id
        swings = share_drivers(clients, given.needs, one, given.together[provision])
        each[provision] = tuple(
            Swing(_full(swing.name, provision), swing.given, swing.at_low, swing.at_high)
            for swing in swings if swing.length > _NOTHING)
        shares[provision] = middle_share(clients, given.needs, one)
    return Drivers(middle, total, each, shares)


def _full(name: tuple[str, str], provision: str) -> Named:
    kind, profile = name
    return (kind, "" if kind == COUNT else provision, "" if kind == USERS else profile)


def total_table(given: Inputs, found: Drivers) -> ReportTable:
    """What drives the demand for all provisions, most first; no rows where all is exact."""
    rows: list[tuple[Cell, ...]] = [
        (label(given, one.name), given_text(one), _whole(one.at_low), _whole(one.at_high),
         _whole(found.middle)) for one in found.total]
    return ReportTable(
        "oorzaken", "Wat de vraag naar alle voorzieningen samen het meest bepaalt", _TOTAL,
        tuple(rows), "Elk getal gaat van het laagste naar het hoogste dat is gegeven, terwijl de "
        "andere in het midden blijven. Wie twee voorzieningen nodig heeft, telt twee keer"
        if rows else "")


def total_figure(given: Inputs, found: Drivers) -> ReportFigure:
    """What drives the demand for all provisions, as a tornado."""
    title = most_of(given, found.total, _START)
    return ReportFigure("tornado", title, "tornado", "oorzaken", PARTS)


def cause(given: Inputs, found: Drivers, demands: Sequence[Demand]) -> str:
    """What drives the demand for all provisions most, and how far it goes."""
    if not demands:
        return "Wat de uitkomst onzeker maakt, is daarom evenmin te zeggen."
    if not found.total:
        return ("Alle getallen over klanten en hun behoefte zijn precies bekend, zodat de vraag "
                "geen reeks is.")
    first = found.total[0]
    low, high = (dutch.whole(one) for one in (first.at_low, first.at_high))
    if low == high:
        return "De onzekere getallen maken voor de vraag naar alle voorzieningen samen niets uit."
    return (f"{most_of(given, found.total, _START)}: daarmee loopt de vraag naar alle "
            f"voorzieningen samen van {low} tot {high}.")


def advice(given: Inputs, found: Drivers) -> str:
    """What can be done about the number that makes most difference."""
    if not found.total:
        return ""
    if given.way == CLIENTS and found.total[0].name[0] == COUNT:
        return ("Zo’n reeks kan komen doordat kleine groepen zijn samengenomen om niemand "
                "herkenbaar te maken; in het klantenbestand zelf is het aantal dan preciezer "
                "bekend.")
    return "Wie dat getal beter weet, maakt de uitkomst het meest zeker."


def most_of(given: Inputs, swings: Sequence[Swing[Named]], start: str) -> str:
    """Which number makes most difference; those that make as much, too."""
    if not swings:
        return "Alle getallen zijn precies bekend"
    first = phrase(given, swings[0].name)
    same = [one for one in swings[1:] if math.isclose(one.length, swings[0].length)]
    if not same:
        return f"{start} {first}"
    more = (phrase(given, same[0].name) if len(same) == 1
            else f"{dutch.numeral(len(same))} andere getallen")
    return f"{start} {first}, en net zo veel van {more}"


def given_text(swing: Swing[Named]) -> str:
    """What was given of a number."""
    return share(swing.given) if swing.name[0] == NEED else number(swing.given)


def _whole(value: float) -> int:
    return int(dutch.half_up(value))
