"""What is said of one indicator: sentences for every outcome that the data can have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.indicators.judged import ENOUGH, Judged
from participatiemonitor.studies.indicators.measures import Measure, municipalities
from participatiemonitor.studies.persons.grouping import BASE

# So many are called by their names.
_NAMED = 3
# Outside limits of 95 % lies by chance this part.
_BY_CHANCE = 0.05


def who(names: Sequence[str]) -> str:
    """Who some municipalities are: their names, or how many there are."""
    return dutch.enumeration(names) if len(names) <= _NAMED else municipalities(len(names))


def finding(found: Judged, *, inverted: bool = False) -> str:
    """Who stand out, as a clause: *Gemeente A ligt opvallend hoog en Gemeente B opvallend laag*.

    Parameters
    ----------
    found : Judged
    inverted : bool
        Whether the verb comes first, as after *dan*.

    Returns
    -------
    str
        Without capital or full stop.
    """
    parts = [(found.names(sign), word) for sign, word in ((1, "hoog"), (-1, "laag"))]
    said = [(who(names), len(names), word) for names, word in parts if names]
    if not said:
        said = [("geen gemeente", 1, "hoog of laag")]
    (names, count, word), *more = said
    verb = "ligt" if count == 1 else "liggen"
    first = f"{verb} {names}" if inverted else f"{names} {verb}"
    return dutch.enumeration([f"{first} opvallend {word}",
                              *(f"{names} opvallend {word}" for names, _, word in more)])


def title(measure: Measure) -> str:
    """What the funnel of an indicator shows."""
    assert measure.judged
    return f"{measure.name}: {finding(measure.judged)}"


def level(measure: Measure) -> str:
    """What municipalities reach together, and who least and most."""
    if not measure.size:
        return ("Geen gemeente heeft genoeg mensen om iets te tonen: daarvoor zijn er "
                f"{dutch.numeral(BASE)} nodig.")
    told, scale = measure.told, measure.scale
    counts = told.counts
    opening = _unit(measure)
    if measure.size == 1:
        return f"{opening}Alleen {counts.municipalities[0]} telt mee, met {_value(measure, 0)}."
    if measure.target is not None:
        opening += f"Gemeenten worden vergeleken met het richtpunt van {measure.compared}. "
    together = scale.text(counts.pooled)
    lead = f"{opening}{dutch.capital(municipalities(measure.size))} komen samen op {together}"
    exact = np.flatnonzero(told.exact)
    if len(exact) == measure.size and np.ptp(counts.values) == 0:
        return f"{lead}, en alle op hetzelfde."
    low, high = (_end(measure, sign) for sign in (-1, 1))
    if low is None or high is None:
        return f"{lead}."
    said = [_value(measure, end.place) for end in (low, high)]
    if said[0] == said[1]:
        said = list(scale.apart(*counts.values[[low.place, high.place]]))
    run = ": van" if low.sure and high.sure else ", en voor zover precies te tonen van"
    return f"{lead}{run} {said[0]} in {low.who} tot {said[1]} in {high.who}."


def _unit(measure: Measure) -> str:
    """Per how much of what a rate is; nothing of a share."""
    if measure.scale.share:
        return ""
    per = f"per {dutch.whole(measure.scale.per)}" if measure.scale.per > 1 else "per eenheid"
    return f"Geteld is {per} van de noemer: {one_line(measure.indicator.denominator)}. "


@dataclass(frozen=True)
class _End:
    """Who reach least or most, the place of one of them, and whether nobody else may."""

    who: str
    place: int
    sure: bool


def _end(measure: Measure, sign: int) -> _End | None:
    """Who certainly reach least (-1) or most (1), else who do of those that are told exactly."""
    told, names = measure.told, measure.told.counts.municipalities
    least, most = (end / told.counts.at_risk * sign for end in (told.least, told.most))
    nearest, furthest = np.minimum(least, most), np.maximum(least, most)
    top = int(np.argmax(nearest))
    others = np.delete(furthest, top)
    if not told.exact[top] and nearest[top] >= others.max():
        return _End(names[top], top, sure=True)
    exact = np.flatnonzero(told.exact)
    if not len(exact):
        return None
    reached = nearest[exact].max()
    who_do = [names[place] for place in exact if nearest[place] == reached]
    return _End(who(who_do), names.index(who_do[0]), sure=bool(furthest.max() <= reached))


def _value(measure: Measure, place: int) -> str:
    told, scale = measure.told, measure.scale
    least, most = (end[place] / told.counts.at_risk[place] for end in (told.least, told.most))
    if least == most:
        return scale.text(least)
    return f"{scale.between(least, most)}" if scale.share else f"hooguit {scale.text(most)}"


def by_chance(measure: Measure) -> str:
    """How many lie outside the limits of chance, beside how many would."""
    found = measure.judged
    if found is None:
        return ("" if not measure.size else "Zonder andere gemeente of een richtpunt is er niets "
                "om mee te vergelijken.")
    if measure.size == 1:
        side = int(np.sign(found.exact.outside[0]))
        return (f"Dat past bij het richtpunt van {measure.compared}, als toeval wordt meegerekend."
                if not side else f"Dat is {'meer' if side > 0 else 'minder'} dan het richtpunt van "
                f"{measure.compared} en toeval verklaren.")
    outside, far = (int(np.sum(np.abs(found.exact.outside) >= limit)) for limit in (1, 2))
    expected = int(_BY_CHANCE * measure.size + 0.5)
    usual = f"ongeveer {dutch.numeral(expected)}" if expected else "meestal geen enkele"
    opening = (f"Van {municipalities(measure.size)} {'zouden' if expected > 1 else 'zou'} er door "
               f"toeval {usual} buiten de grenzen van 95% liggen.")
    if not outside:
        return f"{opening} Het is er geen."
    if outside == 1:
        return f"{opening} Het is er één, {'ook buiten' if far else 'binnen'} die van 99,8%."
    every = "beide" if outside == 2 else "alle"
    beyond = {0: f"{every} binnen die", outside: f"{every} ook buiten die"}.get(
        far, f"waarvan {dutch.numeral(far)} ook buiten die")
    return f"{opening} Het zijn er {dutch.numeral(outside)}, {beyond} van 99,8%."


def spread(measure: Measure) -> str:
    """Whether municipalities differ more than chance, and who stand out then."""
    found = measure.judged
    if found is None or measure.size == 1:
        return ""
    if found.dispersion is None:
        return ("Met zo weinig gemeenten is niet te zeggen of alle verder uiteenlopen dan toeval "
                f"verklaart, of enkele; daarvoor zijn er {dutch.numeral(ENOUGH)} nodig. Wordt "
                f"alleen met toeval gerekend, dan {finding(found, inverted=True)}.")
    if not found.over:
        return ("In het algemeen lopen zij niet verder uiteen dan toeval verklaart. "
                f"{dutch.capital(finding(found))}.")
    factor = dutch.decimal(found.dispersion.factor)
    far = "iets verder uiteen dan" if factor == "1,0" else f"{factor} keer zo ver uiteen als"
    return (f"Ook gewone gemeenten lopen {far} toeval verklaart. Wordt dat meegerekend, dan "
            f"{finding(found, inverted=True)}.")


def left_out(measure: Measure) -> str:
    """Who have too few persons; empty where nobody has."""
    names = measure.told.left_out
    if not names or not measure.size:
        return ""
    one = len(names) == 1
    return (f"{dutch.capital(who(names))} {'blijft' if one else 'blijven'} buiten de vergelijking, "
            f"omdat {'zij' if one else 'elk van hen'} minder dan {dutch.numeral(BASE)} mensen "
            "telt.")
