"""Who is asked a question, in words: for a form on paper and for descriptions."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from participatiemonitor.dutch import enumeration
from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.exchange.questionnaire import Text
from participatiemonitor.survey.exchange.routing import (
    Condition,
    Every,
    Has,
    Never,
    Some,
    every,
    some,
)


class _Style(NamedTuple):
    """Sentences of a language."""

    chosen: str
    not_chosen: str
    nowhere: str
    both: str
    either: str


_DUTCH = _Style("bij vraag {places} {options}", "bij vraag {places} niet {options}",
                "bij geen van de vragen {places} {options}", "en", "of")
_ENGLISH = _Style("{options} at question {places}", "not {options} at question {places}",
                  "{options} at none of the questions {places}", "and", "or")

# Of a list with an option that excludes the others.
_ANYTHING_BUT = {"nl": "iets anders dan ", "en": "anything but "}


def chosen(question: Question, codebook: Codebook, place: Callable[[str], str]) -> Text:
    """What must have been ticked to be asked a question.

    Parameters
    ----------
    question : Question
    codebook : Codebook
    place : callable
        How an earlier question is called: by its number or its name.

    Returns
    -------
    Text
        *bij vraag 3 ‘ja’ of ‘deels’*, to be put between *wie* and *heeft aangekruist*; empty
        where everybody is asked.
    """
    condition = every(_leading(router, options, codebook)
                      for router, options in question.when.items())
    if condition == Every(()):
        return Text("", "")
    return Text(_written(condition, codebook, place, _DUTCH, "nl"),
                _written(condition, codebook, place, _ENGLISH, "en"))


def _leading(name: str, options: Iterable[str], codebook: Codebook) -> Condition:
    """Answers that give a question one of some options; a derived one by what it follows from."""
    question, wanted = codebook[name], set(options)
    rule = question.derived
    if rule is None:
        return some(Has(name, option) for option in question.option_ids if option in wanted)
    if rule.any:
        positive = some(_leading(source, leads, codebook) for source, leads in rule.any.items())
        return Every(()) if wanted == {"ja", "nee"} else (
            positive if "ja" in wanted else Never(positive))

    def highest_of(among: Iterable[str]) -> Condition:
        among = tuple(among)
        return some(_leading(source, among, codebook) for source in rule.highest)

    known = question.option_ids
    if wanted == set(known[:len(wanted)]):
        return highest_of(known[:len(wanted)])
    if wanted == set(known[-len(wanted):]):
        return Never(highest_of(known[:-len(wanted)]))
    return some(every([highest_of([option]), Never(highest_of(known[:known.index(option)]))])
                for option in known if option in wanted)


def _written(condition: Condition, codebook: Codebook, place: Callable[[str], str],
             style: _Style, language: str) -> str:
    if (ticked := _ticked(condition)) is not None:
        return f" {style.either} ".join(
            style.chosen.format(places=enumeration(map(place, questions), style.either),
                                options=enumeration(texts, style.either))
            for texts, questions in _by_texts(ticked, codebook, language).items())
    if isinstance(condition, Never) and (ticked := _ticked(condition.part)) is not None:
        return f" {style.both} ".join(
            (style.nowhere if len(questions) > 1 else style.not_chosen).format(
                places=enumeration(map(place, questions), style.both),
                options=enumeration(texts, style.either))
            for texts, questions in _by_texts(ticked, codebook, language).items())
    joint, parts = ((style.both, condition.parts) if isinstance(condition, Every) else
                    (style.either, condition.parts) if isinstance(condition, Some) else ("", ()))
    return f" {joint} ".join(_written(part, codebook, place, style, language) for part in parts)


def _ticked(condition: Condition) -> dict[str, list[str]] | None:
    """The options of each question of which one is enough; None of another condition."""
    if isinstance(condition, Has):
        return {condition.question: [condition.option]}
    if not isinstance(condition, Some):
        return None
    found: dict[str, list[str]] = {}
    for part in condition.parts:
        if (within := _ticked(part)) is None:
            return None
        for question, options in within.items():
            found.setdefault(question, []).extend(options)
    return found


def _by_texts(ticked: dict[str, list[str]], codebook: Codebook, language: str
              ) -> dict[tuple[str, ...], list[str]]:
    """The questions that have the same options, by what these say."""
    found: dict[tuple[str, ...], list[str]] = {}
    for name, options in ticked.items():
        question, given = codebook[name], tuple(dict.fromkeys(options))
        texts = tuple(_quoted(question, option, language) for option in given)
        if question.exclusive and set(given) == set(question.option_ids) - {question.exclusive}:
            texts = (_ANYTHING_BUT[language] + _quoted(question, question.exclusive, language),)
        found.setdefault(texts, []).append(name)
    return found


def _quoted(question: Question, option: str, language: str) -> str:
    return f"‘{getattr(question.option(option), language)}’"
