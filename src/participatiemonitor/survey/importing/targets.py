"""What an answer can be put under: the columns of a wave, its open questions, and its keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from participatiemonitor.survey.codebook import Codebook, Option, Question
from participatiemonitor.survey.importing.likeness import compact, normal
from participatiemonitor.survey.wave import Wave

Kind = Literal["respondent", "organisation", "name", "group",
               "single", "multiple", "percentage", "number", "open"]
RESPONDENT, ORGANISATION, NAME, GROUP = "respondent", "organisation", "name", "group"
# What R calls such a variable, as the convention has it.
CLASSES: Mapping[Kind, str] = {
    "respondent": "character", "organisation": "character", "name": "character",
    "group": "factor", "single": "factor", "multiple": "factor", "percentage": "numeric",
    "number": "numeric", "open": "character"}


@dataclass(frozen=True)
class Choice:
    """One thing that a value can mean: how responses.csv writes it, and how people do."""

    id: str
    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Target:
    """One place for answers.

    Attributes
    ----------
    name : str
        A column of ``responses.csv``, an open question, or ``name``: the organisation by name.
    kind : Kind
    label : str
        What is asked, in Dutch.
    choices : tuple of Choice
        What its values can be; empty where they are numbers, text or codes.
    texts : tuple of str
        Texts by which a file may call it.
    question : Question or None
    option : Option or None
        The option of a question with a column an option.
    """

    name: str
    kind: Kind
    label: str
    choices: tuple[Choice, ...] = ()
    texts: tuple[str, ...] = ()
    question: Question | None = None
    option: Option | None = None

    @property
    def former_names(self) -> tuple[str, ...]:
        """What it was called in rounds before, where the codebook says so."""
        if self.question is None:
            return ()
        names = (change.was for change in self.question.earlier.values() if change.was)
        return tuple(f"{name}__{self.option.id}" if self.option else name for name in names)

    @cached_property
    def choice_ids(self) -> tuple[str, ...]:
        """How responses.csv writes its values."""
        return tuple(choice.id for choice in self.choices)

    @cached_property
    def known(self) -> frozenset[str]:
        """Its values, to be looked up."""
        return frozenset(self.choice_ids)

    @cached_property
    def by_text(self) -> Mapping[str, tuple[Choice, ...]]:
        """The choices that a text may be, whatever its capitals and punctuation."""
        found: dict[str, tuple[Choice, ...]] = {}
        for choice in self.choices:
            for text in {compact(text) for text in choice.texts} - {""}:
                found[text] = (*found.get(text, ()), choice)
        return found

    @cached_property
    def wordings(self) -> Mapping[str, str]:
        """The normalised texts of its choices, by the choice and a number."""
        return {f"{choice.id} {number}": normal(text) for choice in self.choices
                for number, text in enumerate(choice.texts) if text}


def targets_of(wave: Wave) -> dict[str, Target]:
    """All places for answers of a wave, by name, in the order of its files."""
    groups = tuple(Choice(name, group.nl, (name, group.nl, group.singular, group.en, group.code))
                   for name, group in wave.info.groups.items())
    organisations = tuple(
        Choice(str(code), str(name) or str(code), (str(name), f"gemeente {name}") if name else ())
        for code, name in wave.frame["name"].items())
    keys = (Target(RESPONDENT, "respondent", "code van de respondent"),
            Target(ORGANISATION, "organisation", "code van de organisatie, zoals in frame.csv",
                   tuple(Choice(choice.id, choice.id, (choice.id, choice.id.lstrip("0")))
                         for choice in organisations)),
            Target(NAME, "name", "naam van de organisatie, zoals in frame.csv", organisations),
            Target(GROUP, "group", "groep van de respondent", groups))
    return {target.name: target for target in (*keys, *_answers(wave.codebook))}


def _answers(codebook: Codebook) -> Iterator[Target]:
    for question in codebook.questions:
        if question.derived:
            continue
        if question.kind in ("single", "open") or not question.options:
            yield Target(question.id, question.kind, question.nl, _options(question),
                         (question.nl, question.en), question)
            continue
        ticked = (Choice("1", "gekozen", ()), Choice("0", "niet gekozen", ())) \
            if question.kind == "multiple" else ()
        for option in question.options:
            yield Target(f"{question.id}__{option.id}", question.kind,
                         f"{question.nl} – {option.nl}", ticked,
                         (f"{question.nl} {option.nl}", f"{option.nl} {question.nl}",
                          f"{question.en} {option.en}"), question, option)


def _options(question: Question) -> tuple[Choice, ...]:
    """The answers to a single choice; the themes of an open question are nothing to answer."""
    return () if question.kind != "single" else tuple(
        Choice(option.id, option.nl, (option.id, option.nl, option.en))
        for option in question.options)
