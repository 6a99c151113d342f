"""Whether the headlines of a figure say what their conditions decide, of what the codebook has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from participatiemonitor.survey.codebook import Figure, Headline, Question

REF = re.compile(r"(?P<question>\w+)\.(?P<options>\w+(?:\+\w+)*)(?:@(?P<group>\w+))?")
# Words of quantity that no condition decides, and those that need a share of so many percent.
NEVER = re.compile(r"\d|%|\b(?:procent|driekwart|kwart|helft|\w+ (?:derde|vijfde|tiende)|"
                   r"minderheid|veel|weinig|ruim|sommige|enkele|alle|iedereen|overal|elke|geen)\b",
                   re.I)
FROM = {50: re.compile(r"\b(?:de meeste|meerderheid|meestal)\b", re.I),
        90: re.compile(r"\b(?:bijna|vrijwel) (?:alle|iedereen|overal|elke|geen)\b", re.I)}


def headline_faults(entry: Figure, seen: Mapping[str, Question]
                    ) -> Iterator[tuple[str, str, str]]:
    """Every fault of the headlines of a figure, as column, value and what was expected."""
    for headline in entry.headlines:
        if len(headline.conditions) != 1:
            yield ("headlines", headline.nl,
                   "één voorwaarde: top, leads, more of at_least")
        if headline.top and headline.top not in _named(entry, seen):
            yield "top", headline.top, "een optie van de ene vraag van deze figuur"
        for refs in headline.conditions.values():
            yield from (("headlines", ref, "vraag.optie van het codeboek, met of zonder "
                         "@groep van die vraag") for ref in refs if not _exists(ref, seen))
        if word := _undecided(headline):
            yield "headlines", word, "woorden die de voorwaarde bepaalt: geen getal of hoeveelheid"


def _named(entry: Figure, seen: Mapping[str, Question]) -> tuple[str, ...]:
    """The options that may be given most."""
    asked = [seen[name] for name in entry.questions if name in seen]
    if len(entry.questions) != 1 or not asked:
        return ()
    return tuple(option for option in asked[0].option_ids if option != asked[0].exclusive)


def _exists(ref: str, seen: Mapping[str, Question]) -> bool:
    found = REF.fullmatch(ref)
    if found is None or found["question"] not in seen:
        return False
    question = seen[found["question"]]
    return (set(found["options"].split("+")) <= set(question.option_ids)
            and (found["group"] or question.asked[0]) in question.asked)


def _undecided(headline: Headline) -> str:
    """A word of quantity in it that its condition does not decide; empty when there is none."""
    text, least = headline.nl, headline.at_least.percent if headline.at_least else 0
    for percent, words in FROM.items():
        if (found := words.search(text)) and least < percent:
            return found[0]
        text = words.sub("", text)
    found = NEVER.search(text)
    return found[0] if found else ""
