"""Whether the parts of a codebook fit together, and can be asked, derived and drawn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.changes import change_faults
from participatiemonitor.survey.forms import FORMS, RESPONSE, Form
from participatiemonitor.survey.headline_checks import headline_faults

if TYPE_CHECKING:
    from participatiemonitor.survey.codebook import Codebook, Figure, Question

# Names that stand for something else in a quantity or in responses.csv.
RESERVED = (RESPONSE, "register", "respondent", "organisation", "group", "stratum")


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
        cannot be made; changes since earlier rounds that do not fit.
    """
    seen: dict[str, Question] = {}
    for question in book.questions:
        if question.id in seen or question.id in RESERVED:
            yield Fault(file, question.id, "id", question.id, "een eigen naam voor elke vraag")
        for column, value, expected in (*_form(question), *_sources(question, seen)):
            yield Fault(file, question.id, column, value, expected)
        for group in question.asked:
            if group not in groups:
                yield Fault(file, question.id, "asked", group, "een van " + ", ".join(groups))
        seen.setdefault(question.id, question)
    for column in _double(column for question in seen.values() for column in question.columns):
        yield Fault(file, column.partition("__")[0], "id", column,
                    "een eigen kolom in responses.csv")
    for kind, entries in (("figure", book.figures), ("table", book.tables)):
        for number, listed in entries.items():
            entry = book.as_asked(listed)
            if not entry.questions:
                continue
            for column, value, expected in (*_shown(entry, kind, seen),
                                            *headline_faults(entry, seen)):
                yield Fault(file, f"{kind}s > {number}", column, value, expected)
    for fault in change_faults(book):
        yield Fault(file, *fault)


def _form(question: Question) -> Iterator[tuple[str, object, str]]:
    """What a kind of question has, and does not have."""
    kind = question.kind
    for field, values, expected in (
            ("options", question.option_ids, "elke optie één keer"),
            ("options", [option.nl.casefold() for option in question.options],
             "elke optie een eigen tekst"),
            ("asked", question.asked, "elke groep één keer")):
        for value in _double(values):
            yield field, value, expected
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
    if source is None or source.kind not in kinds:
        yield field, name, ("een vraag van de soort " + " of ".join(kinds) if source else
                            "een vraag die eerder in het codeboek staat")
        return
    if not options:
        yield field, name, f"opties van {name}"
    for option in options:
        if option not in source.option_ids:
            yield field, option, f"een optie van {name}: " + ", ".join(source.option_ids)
    for group in question.asked:
        if group not in source.asked:
            yield field, name, f"een vraag die ook aan {group} is gesteld"


def _shown(entry: Figure, kind: str, seen: Mapping[str, Question]
           ) -> Iterator[tuple[str, object, str]]:
    """The questions of a figure or table are there, and suit its form."""
    for name in _double(entry.questions):
        yield "questions", name, "elke vraag één keer"
    form = FORMS.get(entry.form)
    if form is None or form.of != kind:
        yield "form", entry.form, "een van " + ", ".join(
            name for name, known in FORMS.items() if known.of == kind)
        return
    place = f"in een {'figuur' if kind == 'figure' else 'tabel'} met {entry.form}"
    asked = [seen[name] for name in entry.questions if name in seen]
    kinds = {RESPONSE: RESPONSE} | {question.id: question.kind if question.options else ""
                                    for question in asked}
    for name in entry.questions:
        if name not in kinds:
            yield "questions", name, "een vraag van het codeboek, of een die onder dropped staat"
        elif kinds[name] not in form.kinds:
            yield ("questions", name,
                   f"vragen van de soort {' of '.join(form.kinds)}, met opties, {place}")
    for value, expected in _fitting(asked, form):
        yield "questions", value, f"{expected} {place}"


def _fitting(asked: Sequence[Question], form: Form) -> Iterator[tuple[str, str]]:
    """Not more than there is room for; and several questions have the same options."""
    groups = {group for question in asked for group in question.asked}
    if len(groups) > form.groups:
        yield f"{len(groups)} groepen", f"ten hoogste {form.groups} groepen"
    if len(asked) > 1 and not form.several:
        yield f"{len(asked)} vragen", "één vraag"
        return
    for question in asked:
        if len(question.options) > form.options:
            yield (f"{len(question.options)} opties bij {question.id}",
                   f"ten hoogste {form.options} opties")
        if [(option.id, option.nl) for option in question.options] != [
                (option.id, option.nl) for option in asked[0].options]:
            yield question.id, f"dezelfde opties als {asked[0].id}"
    for short in _double(question.short.casefold() for question in asked):
        yield short, "elke vraag een eigen short"


def _double(values) -> list[str]:
    return sorted(value for value, times in Counter(values).items() if times > 1)
