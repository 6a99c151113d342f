"""The words for how many and how large in English, for the summary that readers abroad have.

Each is the Dutch word, a document's included, put into English by a small vocabulary; the groups
have their English names from the head of the wave.
"""

from __future__ import annotations

import re
from dataclasses import replace

from participatiemonitor.dutch import NUMERALS
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.words.amounts import NO_PART, share
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.subjects import BOTH_GROUPS, who
from participatiemonitor.survey.waveinfo import WaveInfo

_VOCABULARY = {
    "van de": "of", "en": "and", "tot": "to", "op de": "in", BOTH_GROUPS: "municipalities",
    NO_PART: "an undisclosed share", "op hooguit twee na alle": "all but at most two",
    # Before a number or a word for one.
    "ruim": "over", "bijna": "almost", "een kleine": "just under", "vrijwel": "virtually",
    "ongeveer": "about", "rond de": "around", "grofweg": "roughly", "naar schatting":
    "an estimated", "maximaal": "at most", "hooguit": "at most", "minstens": "at least",
    "minder dan": "less than", "meer dan": "more than", "nog geen procent": "less than one percent",
    # Numbers in words.
    "een tiende": "a tenth", "een vijfde": "a fifth", "een kwart": "a quarter",
    "een derde": "a third", "de helft": "half", "twee derde": "two thirds",
    "driekwart": "three quarters", "vier vijfde": "four fifths", "negen tiende": "nine tenths",
    "het overige deel": "the rest", "een groot deel": "a large part",
    "een klein deel": "a small part", "een grote meerderheid": "a large majority",
    "een ruime meerderheid": "a comfortable majority",
    "de meeste": "most", "bijna alle": "nearly all", "sommige": "some", "andere": "other",
    "veel": "many", "opvallend weinig": "strikingly few",
    **dict(zip(NUMERALS, ("none", "one", "two", "three", "four", "five", "six", "seven", "eight",
                          "nine", "ten", "eleven", "twelve"), strict=True)),
}
# A number, or a sign that both languages write.
_SIGNS = re.compile(r"[\d.,]*\d%?|[ ,]")
_TURNED = str.maketrans(",.", ".,")


def share_en(source: Results, ref: str, claim: str = "") -> Bound:
    """A share or a mean percentage in English: *26%*, *just under 30%*; see `share`."""
    said = share(source, ref, claim)
    return _put(said, _english(said.text, source.wave.info), "share_en")


def who_en(source: Results, ref: str, one: str = "", many: str = "", claim: str = "") -> Bound:
    """Who gives an answer, in English, with the verb after it; see `who`.

    Parameters
    ----------
    source : Results
    ref : str
    one, many : str
        The verb in singular, for one organisation, and in plural.
    claim : str
        The claim whose word is used, where several speak of it.

    Returns
    -------
    Bound
    """
    said = who(source, ref, claim=claim)
    text = _english(said.text, source.wave.info)
    verb = one if text.startswith("one of ") else many
    return _put(said, f"{text} {verb}" if verb else text, "who_en", verb=verb)


def _put(said: Bound, text: str, kind: str, **args: object) -> Bound:
    """A Dutch word in English, which rests on nothing but that word."""
    return replace(said, text=text, kind=kind, args=args, parts=(said,))


def _english(text: str, info: WaveInfo) -> str:
    """A phrase of Dutch words of quantity and names of groups, in English.

    Raises
    ------
    InputError
        When a word is not in the vocabulary.
    """
    groups = info.groups.values()
    known = {**_VOCABULARY, **{group.nl: group.en for group in groups},
             **{f"één {group.singular}": f"one of the {group.en}" for group in groups},
             **{stratum.nl: stratum.en for stratum in info.strata.values()}}
    phrase = re.compile("|".join(
        rf"{re.escape(dutch)}(?!\w)" for dutch in sorted(known, key=len, reverse=True)))
    written, place = "", 0
    while place < len(text):
        if found := phrase.match(text, place):
            written += known[found[0]]
        elif found := _SIGNS.match(text, place):
            written += found[0].translate(_TURNED) if found[0] not in " ," else found[0]
        else:
            raise InputError(f"{text!r}: {text[place:].split()[0]!r} heeft geen Engels woord. "
                             "Voeg het toe aan de woordenlijst in presentation/words/english.py.")
        place = found.end()
    return written
