"""Whether a phrase of quantity says in English what it says in Dutch."""

from __future__ import annotations

import re

NUMBER = re.compile(r"\d[\d.,]*%?")
# What may stand for what; each is found as often in one language as in the other.
PAIRS = (
    ("driekwart", "three quarters"), ("een kwart", "a quarter"), ("een derde", "a third"),
    ("twee derde", "two thirds"), ("de helft", "half"), ("een vijfde", "a fifth"),
    ("vier vijfde", "four fifths"), ("een tiende", "a tenth"), ("negen tiende", "nine tenths"),
    ("ruim", "over"), ("bijna|vrijwel", "nearly|almost|virtually"), ("een kleine", "just under"),
    ("ongeveer|rond|grofweg|naar schatting", "about|around|roughly|an estimated"),
    ("hooguit|maximaal", "at most"), ("minstens", "at least"), ("tot", "to"), ("alle", "all"),
    ("sommige", "some"), ("de meeste", "(?<!at )most"), ("veel", "many"), ("één", "one"),
    ("meerderheid", "majority"), ("deel", "share|part"), ("gemeenten", "municipalities"),
    ("twee", "two"), ("vier", "four"), ("vijf", "five"),
)


def says_the_same(dutch: str, english: str) -> bool:
    """The same numbers, in the signs of each language, and the same words of quantity."""
    numbers = [one.translate(str.maketrans(",.", ".,")) for one in NUMBER.findall(dutch)]
    return NUMBER.findall(english) == numbers and all(
        _times(one, dutch) == _times(other, english) for one, other in PAIRS)


def _times(words: str, text: str) -> int:
    return len(re.findall(rf"\b(?:{words})\b", text, re.IGNORECASE))
