"""The demand for each provision beside all its users: table 4.2 of the document, for one town."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.demand.clients import Clients
from participatiemonitor.studies.demand.demand import Demand
from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.reporting.amounts_nl import (
    UNKNOWN,
    least,
    most,
    names,
    number,
    share,
)
from participatiemonitor.studies.report import PERCENT, Cell, Column, ReportFigure, ReportTable

WAITING, NO_DEMAND = "wachtlijst", "geen vraag"
_DEMANDS = (
    Column("voorziening", "Voorziening"), Column("prestatieveld", "Prestatieveld"),
    Column("vraag", "Mogelijke vraag"), Column("gebruikers", "Alle gebruikers"),
    Column("aandeel", "Deel van de gebruikers"), Column("oordeel", "Oordeel"))
_SHARES = (
    Column("voorziening", "Voorziening"), Column("aandeel", "Deel van de gebruikers"),
    Column("laag", "Ten minste", PERCENT), Column("hoog", "Ten hoogste", PERCENT),
    Column("vanaf", "Dominant vanaf", PERCENT))
_PARTS = (
    Column("voorziening", "Voorziening"), Column("profiel", "Profiel"),
    Column("klanten", "Klanten"), Column("nodig", "Deel dat haar nodig heeft"),
    Column("vraag", "Mogelijke vraag"))


def demand_table(found: Sequence[Demand]) -> ReportTable:
    """The demand for each provision, what share of its users that is, and what follows."""
    return ReportTable(
        "vraag", "De mogelijke vraag naar elke voorziening", _DEMANDS,
        tuple((one.provision.name, one.provision.field, number(one.clients),
               number(one.provision.users), share_text(one), verdict(one)) for one in found),
        "Hebben meer klanten een voorziening nodig dan er gebruikers zijn, dan staat er "
        "“wachtlijst” in plaats van een aandeel, zoals in het document van 2005" if found else "")


def share_table(found: Sequence[Demand], dominant: float) -> ReportTable:
    """The share of all users that clients may be, as numbers."""
    rows: list[tuple[Cell, ...]] = []
    for one in found:
        # Of whom nobody needs it, its users need not be known.
        share_of = one.of_users if one.clients.high > 0 else exact(0.0)
        high = most(share_of)
        rows.append((one.provision.name, share_text(one), least(share_of) / 100,
                     None if high is None else high / 100, dominant / 100))
    return ReportTable("aandelen", "Welk deel van de gebruikers klanten kunnen zijn", _SHARES,
                       tuple(rows))


def share_figure(found: Sequence[Demand]) -> ReportFigure:
    """The share of all users that clients may be, from the least to the most."""
    return ReportFigure("gebruikers", waiting(found)[0], "ranges", "aandelen",
                        {"low": "laag", "high": "hoog", "label": "aandeel", "bound": "vanaf"})


def part_table(given: Inputs, clients: Clients | None, found: Sequence[Demand]) -> ReportTable:
    """What the demand is made of: clients of each profile times the share of them in need."""
    rows = []
    counts = dict(zip(clients.profiles, clients.counts, strict=True)) if clients else {}
    for one in found:
        for profile, count in counts.items():
            need = given.needs[one.provision.id, profile]
            if need.high > 0 and count.high > 0:
                wanted = count * need
                rows.append((one.provision.name, given.profiles[profile], number(count),
                             share(need), number(Limits(wanted.low / 100, wanted.high / 100))))
    return ReportTable(
        "opbouw", "Waaruit de vraag bestaat: klanten maal het deel dat een voorziening nodig heeft",
        _PARTS, tuple(rows),
        "Wie in meer profielen past, staat in elk daarvan; in de hele vraag telt iedereen één keer"
        if rows else "")


def share_text(one: Demand) -> str:
    """The share of all users in a table; *wachtlijst* where there are more clients."""
    if one.waiting:
        return WAITING
    low, high = least(one.of_users), most(one.of_users)
    if one.clients.high == 0:
        return "0%"
    if high is None and low == 0:
        return UNKNOWN
    if one.waiting is None:
        return f"{dutch.whole(min(low, 100))}–100% of {WAITING}"
    # Rounding up is no waiting list.
    return share(Limits(one.of_users.low, min(one.of_users.high, 100.0)))


def verdict(one: Demand) -> str:
    """What clients are among the users."""
    if one.clients.high == 0:
        return NO_DEMAND
    if one.waiting:
        return WAITING
    if one.dominant:
        return "dominant" + (f" of {WAITING}" if one.waiting is None else "")
    if one.dominant is None:
        return "misschien dominant" if one.waiting is False else "niet te zeggen"
    return "niet dominant"


def waiting(found: Sequence[Demand]) -> tuple[str, str]:
    """For which provisions there are more clients in need than users, and for which perhaps.

    Parameters
    ----------
    found : sequence of Demand

    Returns
    -------
    tuple of str
        Two sentences without their full stop; the second may be empty.
    """
    more = "de mogelijke vraag van klanten groter dan het aantal gebruikers"
    sure = [one.provision.name for one in found if one.waiting]
    maybe = [one.provision.name for one in found if one.waiting is None and one.clients.high > 0]
    if not found:
        return "Van de vraag is niets te tonen", ""
    if len(sure) == len(found) > 1:
        return f"Bij alle voorzieningen is {more}", ""
    if not sure and not maybe:
        return f"Bij geen van de voorzieningen is {more}", ""
    if not sure:
        return f"Bij {names(maybe)} is {more.replace('groter', 'misschien groter')}", ""
    return (f"Bij {names(sure)} is {more}",
            f"Bij {names(maybe)} kan dat ook zo zijn" if maybe else "")


def dominant(found: Sequence[Demand]) -> str:
    """Among whose users clients are a dominant group."""
    rest = [one for one in found if not one.waiting and one.clients.high > 0]
    if not found:
        return "Over de gebruikers van voorzieningen is daarom niets te zeggen."
    if not rest:
        return "Een dominante groep onder de gebruikers is nergens aan te wijzen."
    sure = [one.provision.name for one in rest if one.dominant]
    maybe = [one.provision.name for one in rest if one.dominant is None]
    if sure:
        told = f"Klanten zijn een dominante groep onder de gebruikers van {names(sure)}."
    elif maybe:
        told = "Bij geen enkele voorziening zijn klanten zeker een dominante groep."
    else:
        return "Bij geen enkele voorziening zijn klanten een dominante groep."
    if not maybe:
        return f"{told} Bij de andere zijn zij dat niet." if len(rest) > len(sure) else told
    return f"{told} Bij {names(maybe)} is dat niet te zeggen."
