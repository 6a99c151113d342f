"""Rules that say who belongs to a profile: a small language that is parsed, never run as code.

    leeftijd >= 50 en geslacht = vrouw
    huishouden in (alleenstaand, "alleenstaande ouder") en niet belemmeringen heeft schulden
    (duur > 3 of belemmeringen >= 2) en herkomst != Nederland

Numbers are compared by ``= != < <= > >=``, words by ``=``, ``!=`` and ``in``; barriers by
``heeft``, or as their number. ``en`` binds more than ``of``. Words are compared without regard to
capitals; those with blanks or that are words of this language stand in quotes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

NUMBERS, WORDS, BARRIERS = ("age", "duration"), ("sex", "household", "origin"), "barriers"
FIELDS = ("age", "sex", "household", "origin", "duration", BARRIERS)
# As users write them: in rules, and above the columns of a file.
WRITTEN = {"age": "leeftijd", "sex": "geslacht", "household": "huishouden", "origin": "herkomst",
           "duration": "duur", BARRIERS: "belemmeringen"}
ORDER = ("<", "<=", ">", ">=")
SIGNS = ("=", "!=", *ORDER)


@dataclass(frozen=True)
class Comparison:
    """A field held against one value or several.

    Attributes
    ----------
    field : str
        One of `FIELDS`.
    sign : str
        One of `SIGNS`, *in* or *has*.
    values : tuple of float or str
        Words in small letters.
    """

    field: str
    sign: str
    values: tuple[float | str, ...]


@dataclass(frozen=True)
class Not:
    """What holds when a rule does not."""

    rule: Rule


@dataclass(frozen=True)
class And:
    """What holds when all parts do."""

    parts: tuple[Rule, ...]


@dataclass(frozen=True)
class Or:
    """What holds when one part does."""

    parts: tuple[Rule, ...]


Rule = Comparison | Not | And | Or


def comparisons(rule: Rule) -> Iterator[Comparison]:
    """Every comparison in a rule."""
    if isinstance(rule, Comparison):
        yield rule
    else:
        for part in (rule.rule,) if isinstance(rule, Not) else rule.parts:
            yield from comparisons(part)


def normal(text: str) -> str:
    """A word as it is compared: without capitals, and with single blanks."""
    return " ".join(text.split()).casefold()
