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
from participatiemonitor.studies.demand.reporting.amounts_nl import number, quoted, share
from participatiemonitor.studies.demand.reporting.inputs_nl import Named, label, phrase
from participatiemonitor.studies.demand.reporting.provisions import WAITING, share_text
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
from participatiemonitor.studies.report import PERCENT, Cell, Column, ReportFigure, ReportTable

_WHAT = (Column("getal", "Wat niet precies bekend is"), Column("gegeven", "Gegeven"))
_TOTAL = (*_WHAT, Column("laag", "Vraag bij het laagste", WHOLE),
          Column("hoog", "Vraag bij het hoogste", WHOLE),
          Column("midden", "Vraag in het midden", WHOLE))
_SHARE = (*_WHAT, Column("laag", "Aandeel bij het laagste", PERCENT),
          Column("hoog", "Aandeel bij het hoogste", PERCENT),
          Column("midden", "Aandeel in het midden", PERCENT))
_EACH = (Column("voorziening", "Voorziening"), Column("aandeel", "Deel van de gebruikers"),
         Column("getal", "Wat het meest uitmaakt"), *_SHARE[1:4])
# Binary noise: a number that makes no difference, such as that of clients who need nothing.
_NOTHING = 1e-9
_START = "De vraag hangt het meest af van"
_PARTS = {"low": "laag", "high": "hoog", "middle": "midden", "given": "gegeven"}


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
        (label(given, one.name), _given(one), _whole(one.at_low), _whole(one.at_high),
         _whole(found.middle)) for one in found.total]
    return ReportTable("oorzaken", "Wat de vraag naar alle voorzieningen samen het meest bepaalt",
                       _TOTAL, tuple(rows), "Elk getal gaat van het laagste naar het hoogste dat is "
                       "gegeven, terwijl de andere in het midden blijven. Wie twee voorzieningen "
                       "nodig heeft, telt twee keer" if rows else "")


def total_figure(given: Inputs, found: Drivers) -> ReportFigure:
    """What drives the demand for all provisions, as a tornado."""
    return ReportFigure("tornado", _most(given, found.total, _START), "tornado", "oorzaken", _PARTS)


def each_table(given: Inputs, found: Drivers, demands: Sequence[Demand]) -> ReportTable:
    """What drives the share of users most, for each provision; of those with a range."""
    rows = []
    for one in demands:
        if swings := found.each.get(one.provision.id):
            rows.append((one.provision.name, share_text(one), label(given, swings[0].name),
                         _given(swings[0]), *_ends(swings[0])))
    return ReportTable("onzekerheid", "Wat per voorziening het meest uitmaakt", _EACH, tuple(rows))


def doubtful(found: Drivers, demands: Sequence[Demand]) -> Demand | None:
    """The provision of which least is certain, among those whose verdict is open."""
    known = [one for one in _open(demands)
             if math.isfinite(one.of_users.high) and found.each.get(one.provision.id)]
    # Beyond all users it is a waiting list, however long.
    return max(known, key=lambda one: min(one.of_users.high, 100.0) - min(one.of_users.low, 100.0),
               default=None)


def doubt_table(given: Inputs, found: Drivers, demands: Sequence[Demand]) -> ReportTable:
    """What drives the share of users of the provision of which least is certain."""
    one = doubtful(found, demands)
    rows: list[tuple[Cell, ...]] = []
    if one is not None:
        middle = _percent(found.shares[one.provision.id])
        rows = [(label(given, swing.name), _given(swing), *_ends(swing), middle)
                for swing in found.each[one.provision.id]]
    name = quoted(one.provision.name) if one else "een voorziening"
    return ReportTable("twijfel", f"Wat het aandeel van klanten in {name} het meest bepaalt",
                       _SHARE, tuple(rows))


def doubt_figure(given: Inputs, found: Drivers, demands: Sequence[Demand]) -> ReportFigure:
    """The same as a tornado."""
    one = doubtful(found, demands)
    title = "" if one is None else f"{quoted(one.provision.name)}: " + _most(
        given, found.each[one.provision.id], "het aandeel hangt het meest af van")
    return ReportFigure("aandeel", title, "tornado", "twijfel", _PARTS)


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
    return (f"{_most(given, found.total, _START)}: daarmee loopt de vraag naar alle voorzieningen samen "
            f"van {low} tot {high}.")


def advice(given: Inputs, found: Drivers) -> str:
    """What can be done about the number that makes most difference."""
    if not found.total:
        return ""
    if given.way == CLIENTS and found.total[0].name[0] == COUNT:
        return ("Zo’n reeks kan komen doordat kleine groepen zijn samengenomen om niemand "
                "herkenbaar te maken; in het klantenbestand zelf is het aantal dan preciezer "
                "bekend.")
    return "Wie dat getal beter weet, maakt de uitkomst het meest zeker."


def doubt(given: Inputs, found: Drivers, demands: Sequence[Demand]) -> str:
    """How many verdicts are open, and what would close the most open one."""
    opened = _open(demands)
    if not demands:
        return "Over geen enkele voorziening is een oordeel te geven."
    if not opened:
        return "Elk oordeel staat vast, hoe de onzekere getallen ook uitvallen."
    of = "de voorziening" if len(demands) == 1 else f"{dutch.numeral(len(demands))} voorzieningen"
    told = (f"Bij {of} staat het oordeel niet vast." if len(demands) == 1 else
            f"Bij {dutch.numeral(len(opened))} van de {of} staat het oordeel niet vast."
            if len(opened) < len(demands) else "Bij geen van de voorzieningen staat het oordeel "
                                               "vast.")
    one = doubtful(found, demands)
    if one is None:
        return f"{told} Van hoeveel gebruikers er zijn, is daar te weinig bekend."
    first = found.each[one.provision.id][0]
    return (f"{told} Het minst zeker is {quoted(one.provision.name)}. Daar maakt het meest uit "
            f"{phrase(given, first.name)}{_runs(first)}.")


def _runs(swing: Swing[Named]) -> str:
    """From what share to what other one goes with a number."""
    low, high = sorted((swing.at_low, swing.at_high))
    if low > 100:
        return ", al blijft er met de andere getallen in het midden een wachtlijst"
    ends = [f"een {WAITING}" if end > 100 else dutch.percent(end / 100) for end in (low, high)]
    return f": het aandeel loopt daarmee van {ends[0]} tot {ends[1]}"


def _most(given: Inputs, swings: Sequence[Swing[Named]], start: str) -> str:
    """Which number makes most difference; those that make as much, too."""
    if not swings:
        return "Alle getallen zijn precies bekend"
    first = phrase(given, swings[0].name)
    same = [one for one in swings[1:] if math.isclose(one.length, swings[0].length)]
    if not same:
        return f"{start} {first}"
    more = (phrase(given, same[0].name) if len(same) == 1
            else f"{dutch.numeral(len(same))} andere getallen")
    return f"{start} {first}, en net zo veel {more}"


def _open(demands: Sequence[Demand]) -> list[Demand]:
    """Provisions of which it is open whether clients are a dominant group or a waiting list."""
    return [one for one in demands if one.clients.high > 0 and (
        one.waiting is None or (one.dominant is None and not one.waiting))]


def _given(swing: Swing[Named]) -> str:
    return share(swing.given) if swing.name[0] == NEED else number(swing.given)


def _whole(value: float) -> int:
    return int(dutch.half_up(value))


def _ends(swing: Swing[Named]) -> tuple[Cell, Cell]:
    return _percent(swing.at_low), _percent(swing.at_high)


def _percent(value: float) -> Cell:
    """A share as a cell; None where there is no end to it."""
    return dutch.half_up(value) / 100 if math.isfinite(value) else None
