"""What a codebook says of earlier rounds: which questions are new, changed or no longer asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import PlainValidator

from participatiemonitor.files.entries import Entry, Line, Name
from participatiemonitor.survey.waveinfo import Year

if TYPE_CHECKING:
    from participatiemonitor.survey.codebook import Codebook, Question

NEW, SAME, REWORDED, OPTIONS = "new", "same", "reworded", "options"


def _comparable(value: Any) -> bool | tuple[str, ...]:
    if isinstance(value, bool):
        return value
    if isinstance(value, (list, tuple)) and value and all(isinstance(one, str) for one in value):
        return tuple(value)
    raise ValueError("true, false of een lijst van opties")


class Change(Entry):
    """How a question relates to one of an earlier round.

    ``comparable`` says whether the answers of both rounds may be compared, or for which options;
    ``was`` is the name that the question had in that round, ``nl`` the reason, as readers get it.
    """

    change: Literal["new", "same", "reworded", "options"]
    comparable: Annotated[bool | tuple[str, ...] | None, PlainValidator(_comparable)] = None
    was: Name | None = None
    nl: Line | None = None


class Dropped(Entry):
    """A question or option of an earlier round that is no longer there.

    ``since`` is the first round without it; ``nl`` is what it was about, with its article:
    *de taakvelden* in *De vraag naar de taakvelden is in deze enquête niet gesteld.*
    """

    since: Year
    nl: Line


def change_faults(book: Codebook) -> Iterator[tuple[str, str, object, str]]:
    """Every fault in what a codebook says of earlier rounds, looked at by itself.

    Parameters
    ----------
    book : Codebook

    Yields
    ------
    tuple
        Entry, field, value and what was expected.
    """
    for question in book.questions:
        for year, said in question.earlier.items():
            for field, value, expected in _said(question, said):
                yield f"{question.id} > earlier > {year}", field, value, expected
        for option in question.dropped:
            if option in question.option_ids:
                yield (question.id, "dropped", option,
                       "een optie die deze vraag niet meer heeft; haal haar hier of daar weg")
    for name in book.dropped:
        if name in book:
            yield ("dropped", name, name,
                   "een vraag die niet meer in het codeboek staat; haal haar hier of daar weg")
    yield from _names(book)


def since_faults(book: Codebook, year: int) -> Iterator[tuple[str, str, object, str]]:
    """Earlier rounds that are not earlier, and what is dropped only later."""
    for question in book.questions:
        for earlier in question.earlier:
            if earlier >= year:
                yield (question.id, "earlier", earlier, f"een peiling van voor {year}")
    entries: Mapping[str, Mapping[str, Dropped]] = {"dropped": book.dropped} | {
        f"{question.id} > dropped": question.dropped for question in book.questions}
    for place, dropped in entries.items():
        for name, entry in dropped.items():
            if entry.since > year:
                yield f"{place} > {name}", "since", entry.since, f"{year} of eerder"


def _said(question: Question, said: Change) -> Iterator[tuple[str, object, str]]:
    """What fits what kind of change."""
    if said.change == NEW:
        if said.comparable:
            yield "comparable", said.comparable, "niets bij een nieuwe vraag"
        if said.was:
            yield "was", said.was, "niets bij een nieuwe vraag"
        return
    if said.change != SAME:
        if said.comparable is None:
            yield "comparable", "", "true, false of een lijst van opties"
        if said.nl is None:
            yield "nl", "", "wat er veranderde, in een zin voor de lezer"
    elif said.comparable is False:
        yield "comparable", False, "true of niets bij same; anders reworded of options"
    if isinstance(said.comparable, tuple):
        for option in said.comparable:
            if option not in question.option_ids:
                yield "comparable", option, f"een optie van {question.id}"


def _names(book: Codebook) -> Iterator[tuple[str, str, object, str]]:
    """A question of an earlier round goes on as one question at most."""
    seen: set[tuple[int, str]] = set()
    for question in book.questions:
        for year, said in question.earlier.items():
            if said.change == NEW:
                continue
            name = (year, said.was or question.id)
            if name in seen:
                yield (f"{question.id} > earlier > {year}", "was", name[1],
                       f"een vraag van {year} die hier één keer terugkomt")
            seen.add(name)
