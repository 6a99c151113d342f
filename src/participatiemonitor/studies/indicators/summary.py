"""What the report says first: the findings of all indicators together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from participatiemonitor import dutch
from participatiemonitor.studies.indicators.comparisons import quoted, told_apart, values
from participatiemonitor.studies.indicators.inputs import Deviation
from participatiemonitor.studies.indicators.measures import Measure, municipalities
from participatiemonitor.studies.indicators.sentences import finding, who
from participatiemonitor.studies.indicators.traits import Compared, Trait

# So many indicators are told one by one.
_TOLD = 3


def compared_on(measures: Sequence[Measure]) -> str:
    """How many municipalities on how many indicators."""
    names = {name for one in measures
             for name in (*one.told.counts.municipalities, *one.told.left_out)}
    verb = "is" if len(names) == 1 else "zijn"
    what = "bekeken" if len(names) == 1 else "vergeleken"
    return (f"{dutch.capital(municipalities(len(names)))} {verb} {what} op "
            f"{_indicators(len(measures))}.")


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
    text = (f"Op {_of(len(found), len(known))} liggen een of meer gemeenten opvallend hoog of laag")
    return f"{text}, het vaakst {who(often)}: op {dutch.numeral(most)}." if most > 1 else f"{text}."


def differing(measures: Sequence[Measure]) -> str:
    """Whether municipalities differ more than chance."""
    known = [one for one in measures if one.judged and one.judged.dispersion]
    if not known:
        return ("" if not any(one.judged for one in measures) else
                "Er zijn te weinig gemeenten om te zien of zij in het algemeen verder uiteenlopen "
                "dan toeval verklaart.")
    over = [one for one in known if one.judged and one.judged.over]
    if not over:
        return ("In het algemeen lopen gemeenten "
                f"{'' if len(known) == 1 else 'op geen indicator '}"
                f"{'niet ' if len(known) == 1 else ''}verder uiteen dan toeval verklaart.")
    return (f"Op {_of(len(over), len(known))} lopen ook gewone gemeenten verder uiteen dan toeval "
            "verklaart; alleen wie daar nog bovenuit komt, heet hier opvallend.")


def by_policy(policy: Trait, compared: Iterable[tuple[Measure, Compared]]) -> str:
    """On how many indicators groups with another policy differ, and who then reach more.

    Parameters
    ----------
    policy : Trait
    compared : iterable of (Measure, Compared)
        Of all traits.

    Returns
    -------
    str
    """
    own = [(one, found) for one, found in compared if found.trait == policy]
    known = [(found, apart) for _, found in own if (apart := told_apart(found)) is not None]
    name = quoted(policy.name)
    if not known:
        return f"Of de keuze bij {name} verschil maakt, is met deze gemeenten niet te zeggen."
    apart = [found for found, differs in known if differs]
    if not apart:
        if len(known) == 1:
            return f"Naar de keuze bij {name} is er geen verschil te zien."
        return f"Naar de keuze bij {name} is op geen enkele indicator een verschil te zien."
    equal = ", ook bij gelijke context" if all(found.adjusted for found in apart) else ""
    highest = {values(found)[0][0] for found in apart}
    who_more = (f" en is het hoger of het hoogst bij {quoted(highest.pop())}"
                if len(highest) == 1 else "")
    return (f"Naar de keuze bij {name} verschilt het op {_of(len(apart), len(known))}{who_more}"
            f"{equal}.")


def not_counted(deviations: Sequence[Deviation]) -> str:
    """Who do not count because they measured otherwise; empty where all measured alike."""
    pairs = list(dict.fromkeys((one.municipality, one.indicator.name) for one in deviations))
    if not pairs:
        return ""
    names = list(dict.fromkeys(name for name, _ in pairs))
    on = list(dict.fromkeys(indicator for _, indicator in pairs))
    where = quoted(on[0]) if len(on) == 1 else _indicators(len(on))
    one = len(names) == 1
    return (f"{dutch.capital(who(names))} {'telt' if one else 'tellen'} bij {where} niet mee, "
            f"omdat {'zij daar' if one else 'zij daar'} iets anders {'heeft' if one else 'hebben'} "
            "gemeten.")


def _indicators(count: int) -> str:
    return f"{dutch.numeral(count)} {'indicator' if count == 1 else 'indicatoren'}"


def _of(part: int, whole: int) -> str:
    """So many of so many indicators."""
    if part == whole:
        return {1: "de enige indicator", 2: "beide indicatoren"}.get(
            whole, f"alle {_indicators(whole)}")
    return f"{dutch.numeral(part)} van de {_indicators(whole)}"
