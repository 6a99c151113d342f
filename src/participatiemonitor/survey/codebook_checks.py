"""Whether the parts of a codebook fit together, and can be asked, derived and drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from participatiemonitor.files.faults import Fault

if TYPE_CHECKING:
    from participatiemonitor.survey.codebook import Codebook, Figure, Question

# The table of the response, which no question of the codebook is behind.
RESPONSE = "respons"
# Names that stand for something else in a quantity or in responses.csv.
RESERVED = (RESPONSE, "register", "respondent", "organisation", "group", "stratum")
# Parts of a stacked bar, and groups beside each other, for which there are colours.
PARTS, GROUPS = 7, 3


def codebook_faults(book: Codebook, file: str, groups: Mapping[str, object]) -> Iterator[Fault]:
    """Every fault of reference and of use.

    Parameters
    ----------
    book : Codebook
    file : str
        Its name in the faults.
    groups : mapping
        The respondent groups of the wave, by id.

    Yields
    ------
    Fault
        Double ids and labels; references to questions, options or groups that are not there, or
        that come later; fields that the kind of a question does not have; figures and tables that
        cannot be made, or that a question and they do not both name.
    """
    seen: dict[str, Question] = {}
    for question in book.questions:
        if question.id in seen or question.id in RESERVED:
            yield Fault(file, question.id, "id", question.id, "een eigen naam voor elke vraag")
        for column, value, expected in (*_form(question), *_sources(question, seen),
                                        *_numbers(question, book)):
            yield Fault(file, question.id, column, value, expected)
        for group in question.asked:
            if group not in groups:
                yield Fault(file, question.id, "asked", group, "een van " + ", ".join(groups))
        seen.setdefault(question.id, question)
    for column in _double(column for question in seen.values() for column in question.columns):
        yield Fault(file, column.partition("__")[0], "id", column,
                    "een eigen kolom in responses.csv")
    for kind, entries, made in (("figure", book.figures, _figure), ("table", book.tables, _table)):
        for number, entry in entries.items():
            row = f"{kind}s > {number}"
            for column, value, expected in (*_listed(entry, kind, number, seen),
                                            *made(entry, seen)):
                yield Fault(file, row, column, value, expected)


def _form(question: Question) -> Iterator[tuple[str, object, str]]:
    """What a kind of question has, and does not have."""
    kind = question.kind
    for option in _double(question.option_ids):
        yield "options", option, "elke optie één keer"
    for label in _double(option.nl.casefold() for option in question.options):
        yield "options", label, "elke optie een eigen tekst"
    for group in _double(question.asked):
        yield "asked", group, "elke groep één keer"
    if kind in ("single", "multiple", "open") and not question.options:
        yield "options", "", f"opties bij een vraag van de soort {kind}"
    if question.exclusive and kind != "multiple":
        yield "exclusive", question.exclusive, "alleen bij een vraag van de soort multiple"
    elif question.exclusive and question.exclusive not in question.option_ids:
        yield "exclusive", question.exclusive, "een optie van deze vraag"
    if question.total is not None and not (
            kind in ("percentage", "number") and question.options):
        yield "total", question.total, "alleen bij een percentage of number met opties"
    if question.derived and kind != "single":
        yield "derived", kind, "alleen bij een vraag van de soort single"


def _sources(question: Question, seen: Mapping[str, Question]
             ) -> Iterator[tuple[str, object, str]]:
    """The questions that decide who is asked this one, or what its answer is."""
    for name, options in question.when.items():
        yield from _source(question, "when", name, options, seen)
    rule = question.derived
    if rule is None:
        return
    if bool(rule.highest) == bool(rule.any):
        yield "derived", "", "of highest, of any, met de vragen waar het uit volgt"
    for name in rule.highest:
        yield from _source(question, "derived", name, question.option_ids, seen)
    for name, options in rule.any.items():
        yield from _source(question, "derived", name, options, seen)
    if rule.any and set(question.option_ids) != {"ja", "nee"}:
        yield "options", ", ".join(question.option_ids), "ja en nee, bij een vraag met any"


def _source(question: Question, field: str, name: str, options: tuple[str, ...],
            seen: Mapping[str, Question]) -> Iterator[tuple[str, object, str]]:
    source = seen.get(name)
    kinds = ("single", "multiple") if field == "when" else ("single",)
    if source is None:
        yield field, name, "een vraag die eerder in het codeboek staat"
        return
    if source.kind not in kinds:
        yield field, name, "een vraag van de soort " + " of ".join(kinds)
        return
    if not options:
        yield field, name, f"opties van {name}"
    for option in options:
        if option not in source.option_ids:
            yield field, option, f"een optie van {name}: " + ", ".join(source.option_ids)
    for group in question.asked:
        if group not in source.asked:
            yield field, name, f"een vraag die ook aan {group} is gesteld"


def _numbers(question: Question, book: Codebook) -> Iterator[tuple[str, object, str]]:
    for kind, number, entries in (("figure", question.figure, book.figures),
                                  ("table", question.table, book.tables)):
        entry = entries.get(number)
        if number is not None and (entry is None or question.id not in entry.questions):
            yield kind, number, f"een nummer waar {question.id} bij {kind}s onder staat"


def _listed(entry: Figure, kind: str, number: int, seen: Mapping[str, Question]
            ) -> Iterator[tuple[str, object, str]]:
    """The questions of a figure or table know that they are in it."""
    for name in _double(entry.questions):
        yield "questions", name, "elke vraag één keer"
    for name in entry.questions:
        if kind == "table" and name == RESPONSE:
            continue
        if name not in seen:
            yield "questions", name, "een vraag van het codeboek"
        elif getattr(seen[name], kind) != number:
            yield "questions", name, f"een vraag met {kind}: {number}"


def _figure(entry: Figure, seen: Mapping[str, Question]) -> Iterator[tuple[str, object, str]]:
    questions = [seen[name] for name in entry.questions if name in seen]
    if entry.form is None:
        yield "form", "", "een van grouped, stacked"
    for question in questions:
        if question.kind == "number" or not question.options:
            yield "questions", question.id, "een vraag met opties waarvan aandelen zijn te tekenen"
        elif entry.form == "stacked" and question.kind != "single":
            yield "questions", question.id, "vragen van de soort single in een figuur met stacked"
    groups = {group for question in questions for group in question.asked}
    if len(groups) > GROUPS:
        yield "questions", f"{len(groups)} groepen", f"ten hoogste {GROUPS} groepen in een figuur"
    if entry.form == "grouped" and len(questions) > 1:
        yield "questions", f"{len(questions)} vragen", "één vraag in een figuur met grouped"
    if entry.form == "stacked" and questions:
        first, *others = questions
        if len(first.options) > PARTS:
            yield ("questions", f"{len(first.options)} opties bij {first.id}",
                   f"ten hoogste {PARTS} opties in een figuur met stacked")
        labels = [(option.id, option.nl) for option in first.options]
        for other in others:
            if [(option.id, option.nl) for option in other.options] != labels:
                yield "questions", other.id, f"dezelfde opties als {first.id}"
        for short in _double(question.short.casefold() for question in questions):
            yield "questions", short, "elke vraag een eigen short"


def _table(entry: Figure, seen: Mapping[str, Question]) -> Iterator[tuple[str, object, str]]:
    if entry.form is not None:
        yield "form", entry.form, "niets: een tabel heeft geen vorm"
    if len(entry.questions) > 1:
        yield "questions", ", ".join(entry.questions), "één vraag in een tabel"
        return
    question = seen.get(entry.questions[0])
    if question and (question.kind != "percentage" or not question.options
                     or len(question.asked) != 1):
        yield "questions", question.id, (f"{RESPONSE}, of een percentage met opties dat aan één "
                                         "groep is gevraagd")


def _double(values) -> list[str]:
    return sorted(value for value, times in Counter(values).items() if times > 1)
