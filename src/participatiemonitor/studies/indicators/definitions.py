"""An indicator and how it is measured: only what is measured alike is compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import one_line

# What must be the same, by its attribute and in the words of a message.
PARTS = {
    "kind": "soort",
    "definition": "definitie",
    "numerator": "teller",
    "denominator": "noemer",
    "period": "periode",
    "measurement": "meetwijze",
}


@dataclass(frozen=True)
class Indicator:
    """What is counted, of whom, when and how.

    Attributes
    ----------
    id, name : str
    kind : str
        One of `participatiemonitor.studies.indicators.counts.KINDS`.
    definition, numerator, denominator, period, measurement : str
        In words; two are the same but for blanks and capitals.
    """

    id: str
    name: str
    kind: str
    definition: str
    numerator: str
    denominator: str
    period: str
    measurement: str


@dataclass(frozen=True)
class Difference:
    """A part of a definition on which municipalities do not agree.

    Attributes
    ----------
    part : str
        One of `PARTS`.
    texts : dict of str to tuple of str
        The municipalities by what they say, the most common text first.
    """

    part: str
    texts: Mapping[str, tuple[str, ...]]


def differences(used: Mapping[str, Indicator]) -> tuple[Difference, ...]:
    """Where the definitions that municipalities use are not the same.

    Parameters
    ----------
    used : mapping of str to Indicator
        By municipality, what it measured.

    Returns
    -------
    tuple of Difference
        In the order of `PARTS`; empty where all measured the same.
    """
    found = []
    for part in PARTS:
        first: dict[str, str] = {}
        who: dict[str, list[str]] = {}
        for municipality, indicator in used.items():
            text = one_line(getattr(indicator, part))
            who.setdefault(first.setdefault(text.casefold(), text), []).append(municipality)
        if len(who) > 1:
            found.append(Difference(part, {
                text: tuple(who[text]) for text in sorted(who, key=lambda text: -len(who[text]))}))
    return tuple(found)


def shared_definition(used: Mapping[str, Indicator]) -> Indicator:
    """The one definition that all municipalities used.

    Parameters
    ----------
    used : mapping of str to Indicator
        By municipality, of one indicator.

    Returns
    -------
    Indicator
        As the first has it.

    Raises
    ------
    InputError
        When municipalities measured different things, with who differs in what.

    Notes
    -----
    Divosa (2012) asks for uniform definitions and ways of measuring before municipalities are
    compared, within the shared set and outside it.
    """
    if not used:
        raise InputError("er is geen gemeente om te vergelijken; verwacht: ten minste één.")
    indicator = next(iter(used.values()))
    if found := differences(used):
        lines = "\n".join(f"  {PARTS[one.part]}: {_texts(one)}" for one in found)
        raise InputError(
            f"De indicator “{one_line(indicator.name)}” is niet te vergelijken, want gemeenten "
            f"meten niet hetzelfde:\n{lines}\nVerwacht: één definitie en één meetwijze. Laat wie "
            "afwijkt opnieuw tellen, maak er een eigen indicator van, of laat die gemeenten weg.")
    return indicator


def _texts(difference: Difference) -> str:
    return "; ".join(f"{f'“{text}”' if text else 'niets'} bij {dutch.enumeration(who)}"
                     for text, who in difference.texts.items())
