"""The codebook: every question, its options, who was asked, and what is drawn from it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from participatiemonitor.survey.faults import Fault, InvalidWave

# What a field should have held, by the start of pydantic's name for the fault.
WANTED = {
    "missing": "dit veld",
    "extra_forbidden": "een veld dat hier bestaat",
    "literal_error": "een van {expected}",
    "string_pattern": "een naam naar het patroon {pattern}",
    "string": "tekst",
    "int": "een geheel getal",
    "float": "een getal",
    "bool": "true of false",
    "date": "een datum als 2011-01-31",
    "tuple": "een lijst",
    "dict": "velden met een waarde",
    "model": "velden met een waarde",
    "greater_than_equal": "{ge} of meer",
    "greater_than": "meer dan {gt}",
    "value_error": "{error}",
}
Kind = Literal["single", "multiple", "percentage", "number", "open"]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Option(_Entry):
    """One answer that can be ticked, one item to fill in, or one theme of an open answer."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    nl: str
    en: str
    assumed: bool = False
    theme: str | None = None


class Derivation(_Entry):
    """How a question that was not asked follows from others.

    ``highest`` takes the first option, in codebook order, that any of the questions has;
    ``any`` is *ja* when one of the questions has one of the named answers, else *nee*.
    """

    highest: tuple[str, ...] = ()
    any: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @property
    def sources(self) -> tuple[str, ...]:
        """The questions it is derived from."""
        return self.highest or tuple(self.any)


class Question(_Entry):
    """One question of the survey."""

    id: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    kind: Kind
    section: str
    asked: tuple[str, ...]
    known: Literal["source", "partly"]
    nl: str
    en: str
    short: str
    figure: int | None = None
    table: int | None = None
    when: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    exclusive: str | None = None
    total: float | None = None
    derived: Derivation | None = None
    options: tuple[Option, ...] = ()

    @property
    def option_ids(self) -> tuple[str, ...]:
        """Ids of the options, in codebook order."""
        return tuple(option.id for option in self.options)

    def option(self, option: str) -> Option:
        """Look up one option by its id."""
        return next(one for one in self.options if one.id == option)

    @property
    def columns(self) -> tuple[str, ...]:
        """Columns of ``responses.csv`` that hold the answers; none for open and derived ones."""
        if self.derived or self.kind == "open":
            return ()
        if self.kind == "single" or not self.options:
            return (self.id,)
        return tuple(f"{self.id}__{option.id}" for option in self.options)


class Figure(_Entry):
    """What a numbered figure or table of the monitor shows."""

    section: str
    questions: tuple[str, ...]
    nl: str
    form: Literal["grouped", "stacked"] | None = None


class Codebook(_Entry):
    """All questions of a wave and the figures and tables drawn from them."""

    figures: dict[int, Figure]
    tables: dict[int, Figure]
    scales: dict[str, tuple[Option, ...]] = Field(default_factory=dict)
    questions: tuple[Question, ...]

    def __contains__(self, question: object) -> bool:
        return any(one.id == question for one in self.questions)

    def __getitem__(self, question: str) -> Question:
        for one in self.questions:
            if one.id == question:
                return one
        raise KeyError(question)

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
        With every fault: unknown keys and kinds, double ids, references to questions, options
        or groups that are not there, routing on a question that comes later.
    """
    book = read_yaml(path, Codebook)
    faults = list(_reference_faults(book, path.name, groups))
    if faults:
        raise InvalidWave(faults)
    return book


def read_yaml(path: Path, model: type[BaseModel]) -> BaseModel:
    """Read a yaml file into a pydantic model; faults name the entry and field they stand in."""
    if not path.is_file():
        raise InvalidWave([Fault(path.name, None, None, str(path), "een bestand op deze plaats")])
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        fault = Fault(path.name, None, None, f"byte {error.start}", "tekst in UTF-8")
        raise InvalidWave([fault]) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or str(error)
        fault = Fault(path.name, mark.line + 1 if mark else None, None, problem, "geldige yaml")
        raise InvalidWave([fault]) from None
    try:
        return model.model_validate(content)
    except ValidationError as error:
        raise InvalidWave(
            Fault(path.name, _place(one["loc"], content), _field(one["loc"]),
                  "" if one["type"] == "missing" else one["input"], _wanted(one))
            for one in error.errors()
        ) from None


def _field(location: tuple[int | str, ...]) -> str | None:
    return str(location[-1]) if location else None


def _wanted(error: Mapping[str, object]) -> str:
    """What a field should have held, in Dutch where pydantic's word for the fault is known."""
    kind = next((kind for kind in WANTED if str(error["type"]).startswith(kind)), None)
    wanted = WANTED[kind].format(**error.get("ctx", {})) if kind else str(error["msg"])
    return wanted.replace(" or ", " of ")


def _place(location: tuple[int | str, ...], content: object) -> str | None:
    """Name the entry a fault stands in by ids where it has them, not by list positions."""
    names = []
    for key in location[:-1]:
        try:
            content = content[key]
        except (KeyError, IndexError, TypeError):
            break
        has_id = isinstance(content, Mapping) and "id" in content
        names.append(str(content["id"]) if has_id else str(key))
    return " > ".join(names) or None


def _reference_faults(book: Codebook, file: str, groups: Mapping[str, object]):
    seen: list[str] = []
    for question in book.questions:
        def fault(column: str, value: object, expected: str, row: str = question.id) -> Fault:
            return Fault(file, row, column, value, expected)

        if question.id in seen:
            yield fault("id", question.id, "elke vraag één keer")
        for option in sorted({o for o in question.option_ids if question.option_ids.count(o) > 1}):
            yield fault("options", option, "elke optie één keer")
        if question.kind in ("single", "multiple", "open") and not question.options:
            yield fault("options", "", f"opties bij een vraag van de soort {question.kind}")
        for group in question.asked:
            if group not in groups:
                yield fault("asked", group, "een van " + ", ".join(groups))
        if question.exclusive and question.exclusive not in question.option_ids:
            yield fault("exclusive", question.exclusive, "een optie van deze vraag")
        for name, options in question.when.items():
            yield from _options_faults(book, seen, fault, "when", name, options)
        if question.derived:
            for name in question.derived.highest:
                yield from _options_faults(book, seen, fault, "derived", name,
                                           question.option_ids)
            for name, options in question.derived.any.items():
                yield from _options_faults(book, seen, fault, "derived", name, options)
        for kind, number, drawn in (("figure", question.figure, book.figures),
                                    ("table", question.table, book.tables)):
            if number is not None and question.id not in getattr(
                    drawn.get(number), "questions", ()):
                yield fault(kind, number, f"een nummer waar {question.id} bij {kind}s onder staat")
        seen.append(question.id)


def _options_faults(book, seen, fault, field, name, options):
    if name not in seen:
        yield fault(field, name, "een vraag die eerder in het codeboek staat")
        return
    for option in options:
        if option not in book[name].option_ids:
            yield fault(field, option, f"een optie van {name}: " + ", ".join(book[name].option_ids))
