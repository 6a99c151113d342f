"""How like two texts are, whatever their capitals, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from rapidfuzz import fuzz, process

# Percentages of likeness: from here on two texts may say the same, and so far must the best one
# lie before the next to be told apart from it.
LIKE, AHEAD = 85.0, 4.0
# Texts that may be meant; more of them say as little.
_MOST = 5
_SCORERS = (fuzz.ratio, fuzz.token_sort_ratio)
_TAGS = re.compile(r"<[a-zA-Z/][^<>]*>")


def normal(text: str) -> str:
    """The words of a text: small letters and digits without accents, a blank between them."""
    letters = unicodedata.normalize("NFKD", _TAGS.sub(" ", text).casefold())
    letters = "".join(sign for sign in letters if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", letters.replace("'", "").replace("’", "")))


def compact(text: str) -> str:
    """The letters and digits of a name: ``Q1[SQ001]`` and ``q1_sq001`` are the same."""
    return normal(text).replace(" ", "")


def likeness(one: str, other: str) -> float:
    """How like two normalised texts are, as a percentage; words may be in another order."""
    return max(scorer(one, other) for scorer in _SCORERS)


def nearest(text: str, known: Mapping[str, str]) -> list[tuple[str, float]]:
    """The known texts that are like a text, the likest first.

    Parameters
    ----------
    text : str
        Normalised, as all are here.
    known : mapping of str to str
        Texts by the name of what they belong to.

    Returns
    -------
    list of (str, float)
        Names and percentages, from `LIKE` on; one when it lies clearly before the others.
    """
    best: dict[str, float] = {}
    for scorer in _SCORERS:
        for _, score, name in process.extract(text, known, scorer=scorer, limit=_MOST,
                                              score_cutoff=LIKE):
            best[name] = max(score, best.get(name, 0.0))
    ranked = sorted(best.items(), key=lambda one: -one[1])[:_MOST]
    if len(ranked) > 1 and ranked[0][1] - ranked[1][1] >= AHEAD:
        return ranked[:1]
    return ranked
