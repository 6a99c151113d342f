"""What the report says first: the findings of all indicators together."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.studies.indicators.comparisons import quoted
from participatiemonitor.studies.indicators.inputs import Deviation
from participatiemonitor.studies.indicators.measures import (
    Measure,
    indicators,
    municipalities,
    part_of,
)
from participatiemonitor.studies.indicators.sentences import finding, who

# So many indicators are told one by one.
_TOLD = 3


def compared_on(measures: Sequence[Measure]) -> str:
    """How many municipalities on how many indicators."""
    names = {name for one in measures
             for name in (*one.told.counts.municipalities, *one.told.left_out)}
    verb = "is" if len(names) == 1 else "zijn"
    what = "bekeken" if len(names) == 1 else "vergeleken"
    return (f"{dutch.capital(municipalities(len(names)))} {verb} {what} op "
            f"{indicators(len(measures))}.")


def standing_out(measures: Sequence[Measure]) -> str:
    """Who stand out on which indicators."""
    known = [one for one in measures if one.judged]
    if not known:
        return ("Er is niets te vergelijken: daarvoor is een tweede gemeente met genoeg mensen "
                "nodig, of een richtpunt.")
    found = [one for one in known if one.judged and one.judged.found.names]
    if not found:
        return "Geen gemeente ligt ergens opvallend hoog of laag."
    if len(found) <= _TOLD:
        return " ".join(f"Bij {quoted(one.name)} {finding(one.judged, inverted=True)}."
                        for one in found if one.judged)
    names = [name for one in found if one.judged for name in one.judged.found.names]
    times = {name: names.count(name) for name in names}
    most = max(times.values())
    often = [name for name, count in times.items() if count == most]
    each = "elk " if len(often) > 1 else ""
    most_often = f", het vaakst {who(often)}: {each}op {dutch.numeral(most)}" if most > 1 else ""
    return (f"Op {part_of(len(found), len(known))} liggen een of meer gemeenten opvallend hoog of "
            f"laag{most_often}.")


def differing(measures: Sequence[Measure]) -> str:
    """Whether municipalities differ more than chance."""
    known = [one for one in measures if one.judged and one.judged.dispersion]
    if not known:
        return ("" if not any(one.judged for one in measures) else
                "Er zijn te weinig gemeenten om te zien of zij in het algemeen verder uiteenlopen "
                "dan toeval verklaart.")
    over = [one for one in known if one.judged and one.judged.over]
    if not over:
        where = "niet" if len(known) == 1 else "op geen indicator"
        return f"In het algemeen lopen gemeenten {where} verder uiteen dan toeval verklaart."
    opening = ("Ook gewone gemeenten lopen" if len(known) == 1 else
               f"Op {part_of(len(over), len(known))} lopen ook gewone gemeenten")
    return (f"{opening} verder uiteen dan toeval verklaart; alleen wie daar nog buiten valt, heet "
            "hier opvallend.")


def not_counted(deviations: Sequence[Deviation]) -> str:
    """Who do not count because they measured otherwise; empty where all measured alike."""
    pairs = list(dict.fromkeys((one.municipality, one.indicator.name) for one in deviations))
    if not pairs:
        return ""
    names = list(dict.fromkeys(name for name, _ in pairs))
    on = list(dict.fromkeys(indicator for _, indicator in pairs))
    where = quoted(on[0]) if len(on) == 1 else indicators(len(on))
    one = len(names) == 1
    return (f"{dutch.capital(who(names))} {'telt' if one else 'tellen'} bij {where} niet mee, "
            f"omdat zij daar iets anders {'heeft' if one else 'hebben'} gemeten.")

