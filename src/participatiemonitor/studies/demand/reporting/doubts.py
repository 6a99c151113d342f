"""Of which provisions it is open what clients are among the users, and what would tell."""

from __future__ import annotations

import math
from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.studies.demand.demand import Demand
from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.reporting.amounts_nl import quoted
from participatiemonitor.studies.demand.reporting.drivers import (
    PARTS,
    WHAT,
    Drivers,
    given_text,
    most_of,
)
from participatiemonitor.studies.demand.reporting.inputs_nl import Named, label, phrase
from participatiemonitor.studies.demand.reporting.provisions import WAITING
from participatiemonitor.studies.demand.sensitivity import Swing
from participatiemonitor.studies.report import PERCENT, Cell, Column, ReportFigure, ReportTable

_SHARE = (*WHAT, Column("laag", "Aandeel bij het laagste", PERCENT),
          Column("hoog", "Aandeel bij het hoogste", PERCENT),
          Column("midden", "Aandeel in het midden", PERCENT))
_EACH = (Column("voorziening", "Voorziening"), Column("getal", "Wat het meest uitmaakt"),
         *_SHARE[1:4])


def each_table(given: Inputs, found: Drivers, demands: Sequence[Demand]) -> ReportTable:
    """What drives the share of users most, for each provision; of those with a range."""
    rows = []
    for one in demands:
        if (swings := found.each.get(one.provision.id)) and one.clients.high > 0:
            rows.append((one.provision.name, label(given, swings[0].name),
                         given_text(swings[0]), *_ends(swings[0])))
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
        rows = [(label(given, swing.name), given_text(swing), *_ends(swing), middle)
                for swing in found.each[one.provision.id]]
    name = quoted(one.provision.name) if one else "een voorziening"
    return ReportTable("twijfel", f"Wat het aandeel van klanten in {name} het meest bepaalt",
                       _SHARE, tuple(rows))


def doubt_figure(given: Inputs, found: Drivers, demands: Sequence[Demand]) -> ReportFigure:
    """The same as a tornado."""
    one = doubtful(found, demands)
    title = "" if one is None else f"{quoted(one.provision.name)}: " + most_of(
        given, found.each[one.provision.id], "het aandeel hangt het meest af van")
    return ReportFigure("aandeel", title, "tornado", "twijfel", PARTS)


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


def _open(demands: Sequence[Demand]) -> list[Demand]:
    """Provisions of which it is open whether clients are a dominant group or a waiting list."""
    return [one for one in demands if one.clients.high > 0 and (
        one.waiting is None or (one.dominant is None and not one.waiting))]


def _ends(swing: Swing[Named]) -> tuple[Cell, Cell]:
    return _percent(swing.at_low), _percent(swing.at_high)


def _percent(value: float) -> Cell:
    """A share as a cell; in words where there is no end to it."""
    return dutch.half_up(value) / 100 if math.isfinite(value) else "geen grens"
