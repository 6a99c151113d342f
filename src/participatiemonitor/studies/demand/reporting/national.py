"""How national shares of profiles were corrected for who lives in a municipality."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import exact
from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.national import Corrected, Margin, National
from participatiemonitor.studies.demand.reporting.amounts_nl import names, number, share
from participatiemonitor.studies.demand.shown import told_kinds
from participatiemonitor.studies.report import PERCENT, Column, ReportTable

_FACTORS = (
    Column("profiel", "Profiel"), Column("landelijk", "Landelijk"),
    Column("keer", "Vermenigvuldigd met"), Column("lokaal", "Hier"), Column("klanten", "Klanten"))
_CLASSES = (
    Column("klasse", "Wie"), Column("kenmerk", "Kenmerk"),
    Column("landelijk", "Landelijk", PERCENT), Column("lokaal", "Hier", PERCENT))
# A factor that is told as a difference.
_NEAR = 0.05


def factor_table(given: Inputs, country: National | None) -> ReportTable:
    """By how much the share of each profile was multiplied; no rows without national shares."""
    rows = []
    if country is not None:
        found = country.corrected()
        for (profile, name), count in zip(given.profiles.items(), found.clients.counts,
                                          strict=True):
            rows.append((name, share(country.shares[profile]),
                         dutch.decimal(found.factors[profile], 2),
                         share(count / found.clients.total * exact(100.0)), number(count)))
    return ReportTable(
        "correctie", "Hoe de landelijke aandelen zijn gecorrigeerd", _FACTORS, tuple(rows),
        "De landelijke klanten zijn per profiel en klasse zo gewogen dat zij over de klassen zijn "
        "verdeeld als de klanten hier" if rows else "")


def class_table(given: Inputs) -> ReportTable:
    """How clients are divided over classes, in the country and here."""
    margins = given.national.margins if given.national else {}
    rows = [row for name, margin in margins.items() for row in _classes(name, margin)]
    return ReportTable(
        "samenstelling", "Wie de klanten zijn, landelijk en hier", _CLASSES, tuple(rows),
        "Van een klasse met hooguit twee klanten is het aandeel niet getoond, en soms ook van een "
        "andere niet, omdat het anders uit het totaal zou volgen" if rows else "")


def _classes(name: str, margin: Margin) -> list[tuple[str, str, float, float | str]]:
    whole = sum(margin.local.values())
    told = told_kinds([round(one) for one in margin.local.values()])
    return [(one, name, dutch.half_up(100 * margin.national[one]) / 100,
             dutch.half_up(100 * count.low / whole) / 100 if count.low == count.high
             else "niet getoond")
            for one, count in zip(margin.local, told, strict=True)]


def correction(given: Inputs, country: National | None) -> str:
    """Which profiles are more, and which fewer here than in the country."""
    if country is None:
        return ""
    found: Corrected = country.corrected()
    more, fewer = ([given.profiles[profile] for profile, factor in sorted(
        found.factors.items(), key=lambda pair: -abs(pair[1] - 1)) if sign * (factor - 1) > _NEAR]
        for sign in (1, -1))
    parts = [f"{word} uit {names(listed)}" for word, listed in (("meer", more), ("minder", fewer))
             if listed]
    if not parts:
        return "Door de correctie veranderen de aandelen nauwelijks."
    return f"Vergeleken met het land bestaan de klanten hier {dutch.enumeration(parts)}."
