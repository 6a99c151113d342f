"""The codebook: every question, its options, who was asked, and what is drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from participatiemonitor.files.entries import Entry, Line, Name, Whole, Yes, read_entries
from participatiemonitor.files.faults import refuse
from participatiemonitor.survey.changes import Change, Dropped
from participatiemonitor.survey.codebook_checks import codebook_faults
from participatiemonitor.survey.waveinfo import Year

Kind = Literal["single", "multiple", "percentage", "number", "open"]
Number = Annotated[Whole, Field(gt=0, le=999)]


class Option(Entry):
    """One answer that can be ticked, one item to fill in, or one theme of an open answer."""

    id: Name
    nl: Line
    en: Line
    assumed: Yes = False
    theme: Name | None = None


class Derivation(Entry):
    """How a question that was not asked follows from others.

    ``highest`` takes the first option, in codebook order, that any of the questions has;
    ``any`` is *ja* when one of the questions has one of the named answers, else *nee*.
    """

    highest: tuple[Name, ...] = ()
    any: dict[Name, tuple[Name, ...]] = Field(default_factory=dict)

    @property
    def sources(self) -> tuple[str, ...]:
        """The questions it is derived from."""
        return self.highest or tuple(self.any)


class Question(Entry):
    """One question of the survey.

    ``earlier`` says by round how it relates to a question of then, and ``dropped`` which options
    it no longer has.
    """

    id: Name
    kind: Kind
    section: Line
    asked: tuple[Name, ...] = Field(min_length=1)
    known: Literal["source", "partly"]
    nl: Line
    en: Line
    short: Line
    when: dict[Name, tuple[Name, ...]] = Field(default_factory=dict)
    exclusive: Name | None = None
    total: Annotated[float, Field(strict=True, gt=0, le=1_000_000_000)] | None = None
    derived: Derivation | None = None
    options: tuple[Option, ...] = ()
    earlier: dict[Year, Change] = Field(default_factory=dict)
    dropped: dict[Name, Dropped] = Field(default_factory=dict)

    @property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, in codebook order."""
        return tuple(option.id for option in self.options)

    def option(self, option: str) -> Option:
        """Look up one option by its id."""
        return next(known for known in self.options if known.id == option)

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of ``responses.csv`` that hold the answers; none for open and derived ones."""
        if self.derived or self.kind == "open":
            return ()
        if self.kind == "single" or not self.options:
            return (self.id,)
        return tuple(f"{self.id}__{option.id}" for option in self.options)


class Leading(Entry):
    """A quantity that lies above others."""

    ref: Line
    over: tuple[Line, ...] = Field(min_length=1)


class Least(Entry):
    """A quantity that is at least so many percent."""

    ref: Line
    percent: Annotated[Whole, Field(ge=1, le=100)]


class Headline(Entry):
    """What a figure shows, as an editor writes it, and the one condition under which it is true.

    ``top`` is the option that is given most; ``leads`` a quantity that lies notably above others,
    ``more`` the first of two that lies so above the second; ``at_least`` a percentage. Quantities
    are written as ``question.option+option@group``; without a group it is true of each.
    """

    nl: Line
    top: Name | None = None
    leads: Leading | None = None
    more: tuple[Line, Line] | None = None
    at_least: Least | None = None

    @property
    def conditions(self) -> dict[str, tuple[str, ...]]:
        """The quantities of each condition it has; of ``top`` none, it is about the figure."""
        leads, least = self.leads, self.at_least
        return ({"top": ()} if self.top else {}) | (
            {"leads": (leads.ref, *leads.over)} if leads else {}) | (
            {"more": self.more} if self.more else {}) | (
            {"at_least": (least.ref,)} if least else {})


class Figure(Entry):
    """What a numbered figure or table of the monitor shows; its form is one of
    `participatiemonitor.survey.forms`, its title the first of ``headlines`` that is true.
    """

    section: Line
    questions: tuple[Name, ...] = Field(min_length=1)
    nl: Line
    form: Name
    headlines: tuple[Headline, ...] = ()


class Codebook(Entry):
    """All questions of a wave and the figures and tables drawn from them.

    ``dropped`` are the questions of earlier rounds that were not asked.
    """

    figures: dict[Number, Figure]
    tables: dict[Number, Figure]
    scales: dict[Name, tuple[Option, ...]] = Field(default_factory=dict)
    questions: tuple[Question, ...] = Field(min_length=1)
    dropped: dict[Name, Dropped] = Field(default_factory=dict)

    def __contains__(self, question: object) -> bool:
        return any(known.id == question for known in self.questions)

    def __getitem__(self, question: str) -> Question:
        return {known.id: known for known in self.questions}[question]

    def as_asked(self, figure: Figure) -> Figure:
        """A figure or table with those of its questions and headlines that are of this round."""
        return figure.model_copy(update={
            "questions": tuple(name for name in figure.questions if name not in self.dropped),
            "headlines": tuple(one for one in figure.headlines if not self._is_gone(one, figure))})

    def _is_gone(self, headline: Headline, figure: Figure) -> bool:
        """Whether it is about a question or option that is no longer there."""
        named = [(name, headline.top) for name in figure.questions if headline.top] + [
            (ref.partition(".")[0], ref.partition(".")[2].partition("@")[0])
            for refs in headline.conditions.values() for ref in refs]
        return any(name in self.dropped or (
            name in self and not self[name].dropped.keys().isdisjoint(options.split("+")))
            for name, options in named)

    @property
    def columns(self) -> tuple[str, ...]:
        """All answer columns of ``responses.csv``, in codebook order."""
        return tuple(column for question in self.questions for column in question.columns)


def read_codebook(path: Path, groups: Mapping[str, object]) -> Codebook:
    """Read and check a codebook.

    Parameters
    ----------
    path : pathlib.Path
        A ``codebook.yml``.
    groups : mapping
        The respondent groups of the wave, by id.

    Returns
    -------
    Codebook

    Raises
    ------
    InvalidWave
        With every fault of form, or else every one that
        `participatiemonitor.survey.codebook_checks` finds.
    """
    book = read_entries(path, Codebook)
    refuse(codebook_faults(book, path.name, groups))
    return book
