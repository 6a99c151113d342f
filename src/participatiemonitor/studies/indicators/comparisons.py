"""What is said of groups of municipalities by one trait."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from participatiemonitor import dutch
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.indicators.measures import Measure, part_of
from participatiemonitor.studies.indicators.traits import MOST, Compared, Trait

# Differences that occur less often than this where there are none, are told as such.
RARE = 0.05


def told_apart(found: Compared) -> bool | None:
    """Whether groups differ more than municipalities of one group do; None where nobody can say."""
    p = found.adjusted.p if found.adjusted else found.grouped.p
    return None if math.isnan(p) else p < RARE


def values(found: Compared) -> list[tuple[str, float]]:
    """What each group reaches, at equal context where that is known, the highest first."""
    pairs = ([(one.name, one.value) for one in found.adjusted.choices] if found.adjusted else
             [(group.names[0], group.value) for group in found.grouped.groups])
    return sorted(pairs, key=lambda pair: -pair[1])


def sentence(measure: Measure, found: Compared) -> str:
    """What groups of one trait reach on an indicator.

    Parameters
    ----------
    measure : Measure
    found : Compared

    Returns
    -------
    str
    """
    trait, pairs = quoted(found.trait.name), values(found)
    (high, most), (low, least) = pairs[0], pairs[-1]
    if len(pairs) < 2:
        return f"Op {trait} zijn alle gemeenten gelijk: {quoted(high)}."
    more, less = measure.scale.apart(most, least)
    equal = ", bij gelijke context," if found.adjusted else ""
    if more == less:
        return (f"Naar {trait} komen{equal.rstrip(',')} alle groepen op "
                f"{measure.scale.text(most)}.")
    runs = (f"Naar {trait} loopt het{equal} van {less} bij {quoted(low)} tot {more} bij "
            f"{quoted(high)}")
    apart = told_apart(found)
    if apart is None:
        return (f"{runs}; of dat meer is dan gemeenten in een groep onderling verschillen, is met "
                "deze groepen niet te zeggen.")
    return (f"{runs}. Dat is {'' if apart else 'niet '}meer dan gemeenten in een groep onderling "
            "verschillen.")


def headline(measure: Measure, compared: Sequence[Compared]) -> str:
    """What the figure of the groups shows: by which traits municipalities differ."""
    names = [quoted(found.trait.name) for found in compared if told_apart(found)]
    if not names:
        return f"{measure.name}: geen duidelijk verschil tussen groepen gemeenten"
    return f"{measure.name}: verschil naar {dutch.enumeration(names)}"


def by_policy(policy: Trait, compared: Iterable[Compared]) -> str:
    """On how many indicators municipalities with another policy differ, and who reach more.

    Parameters
    ----------
    policy : Trait
    compared : iterable of Compared
        Of all traits and indicators.

    Returns
    -------
    str
        A clause that begins a sentence, without full stop.
    """
    own = [(found, differs) for found in compared if found.trait == policy
           and (differs := told_apart(found)) is not None]
    name = quoted(policy.name)
    if not own:
        return f"Of de keuze bij {name} verschil maakt, is met deze gemeenten niet te zeggen"
    apart = [found for found, differs in own if differs]
    if not apart:
        where = "niet" if len(own) == 1 else "op geen van de indicatoren"
        return f"De keuze bij {name} gaat {where} samen met een duidelijk verschil"
    equal = ", ook bij gelijke context" if all(found.adjusted for found in apart) else ""
    where = f" op {part_of(len(apart), len(own))}" if len(own) > 1 else ""
    ends = {(values(found)[0][0], values(found)[-1][0]) for found in apart}
    tops = {top for top, _ in ends}
    if len(tops) > 1:
        return f"De keuze bij {name} gaat samen met een verschil{where}{equal}"
    (top,) = tops
    if len(values(apart[0])) > 2:
        return (f"De keuze bij {name} gaat samen met een verschil{where}{equal}, en bij "
                f"{quoted(top)} is het het hoogst")
    (_, low), = ends
    return f"Bij {quoted(top)} is het hoger dan bij {quoted(low)}{where}{equal}"


def refusal(found: Compared) -> str:
    """Why a policy cannot be compared at equal context; empty where it can or nobody asked."""
    if not found.refused:
        return ""
    return (f"De keuze bij {quoted(found.trait.name)} is niet bij gelijke context te vergelijken: "
            f"{found.refused}")


def no_groups(traits: Sequence[Trait]) -> str:
    """Which traits make no groups to compare, and why; empty where all do."""
    if any(trait.municipalities == 1 for trait in traits):
        return "Met één gemeente zijn er geen groepen te vergelijken."
    why = [("zijn alle gemeenten gelijk, zodat er niets te vergelijken is",
            [one for one in traits if one.values == 1]),
           ("is elke gemeente anders, zodat er geen groepen te vergelijken zijn",
            [one for one in traits if one.values == one.municipalities]),
           (f"zijn er meer dan {dutch.numeral(MOST)} waarden, en dat zijn te veel groepen om te "
            "vergelijken: voeg waarden samen tot klassen",
            [one for one in traits if MOST < one.values < one.municipalities])]
    return " ".join(f"Op {dutch.enumeration(quoted(one.name) for one in those)} {what}."
                    for what, those in why if those)


def label(trait: Trait, value: str) -> str:
    """A group by its trait and its value."""
    return f"{one_line(trait.name)}: {one_line(value)}"


def quoted(text: str) -> str:
    """What users call something, in quotes."""
    return f"“{one_line(text)}”"
