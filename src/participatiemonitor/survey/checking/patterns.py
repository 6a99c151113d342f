"""Patterns over respondents and organisations: one line, doubles, options that nobody chose."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import numpy as np
import pandas as pd

from participatiemonitor.files.faults import Fault
from participatiemonitor.survey.checking.finding import warning
from participatiemonitor.survey.checking.reading import FRAME, OPEN, RESPONSES, Round
from participatiemonitor.survey.codebook import Codebook

# Items that make a battery, and batteries that somebody must have filled in alike.
ITEMS, BATTERIES = 3, 3
# Answers by which two respondents are found to be the same.
ENOUGH = 10


def straight_lines(found: Round) -> Iterator[Fault]:
    """Respondents whose answers are all equal within each of several batteries."""
    answered = np.zeros(len(found.responses), int)
    straight = answered.copy()
    for items in _batteries(found.codebook):
        answers = found.responses[items]
        whole = answers.notna().all(axis=1).to_numpy()
        answered += whole
        straight += whole & answers.eq(answers.iloc[:, 0], axis=0).all(axis=1).to_numpy()
    numbers = found.rows(RESPONSES)
    for place in ((answered >= BATTERIES) & (straight == answered)).nonzero()[0]:
        yield warning("rechte-lijn", RESPONSES, numbers[place], "respondent",
                      found.responses.index[place],
                      f"antwoorden die verschillen; in alle {answered[place]} vragenblokken "
                      "staat steeds hetzelfde")


def same_answers(found: Round) -> Iterator[Fault]:
    """Respondents of one group with all the answers of another."""
    columns = [column for column in found.codebook.columns if column in found.responses]
    answers = found.responses[columns]
    filled = answers.notna().sum(axis=1).to_numpy()
    numbers = found.rows(RESPONSES)
    seen: dict[tuple[object, ...], int] = {}
    for place, given in enumerate(zip(
            found.responses["group"], *(answers[column].astype(object).where(
                answers[column].notna(), None) for column in columns), strict=True)):
        if filled[place] < ENOUGH:
            continue
        first = seen.setdefault(given, place)
        if first != place:
            yield warning("gelijke-antwoorden", RESPONSES, numbers[place], "respondent",
                          found.responses.index[place],
                          f"eigen antwoorden; alle {filled[place]} zijn die van rij "
                          f"{numbers[first]}")


def same_organisations(found: Round) -> Iterator[Fault]:
    """Organisations with the name, or with all the numbers, of another."""
    numbers = found.rows(FRAME)
    names: dict[str, int] = {}
    sizes: dict[tuple[object, ...], int] = {}
    for number, row in zip(numbers, found.frame.itertuples(), strict=True):
        name = unicodedata.normalize("NFKC", row.name).casefold()
        if name and (first := names.setdefault(name, number)) != number:
            yield warning("dubbele-organisatie", FRAME, number, "name", row.name,
                          f"een eigen naam; rij {first} heet ook zo")
            continue
        size = (row.municipalities, row.inhabitants, row.clients)
        if not any(map(pd.isna, size)) and (first := sizes.setdefault(size, number)) != number:
            yield warning("dubbele-organisatie", FRAME, number, "organisation", row.Index,
                          f"eigen aantallen; inwoners en klanten zijn die van rij {first}")


def unchosen(found: Round) -> Iterator[Fault]:
    """Options, and themes of open answers, that nobody has."""
    expected = "ten minste één respondent die dit antwoordt"
    themes = {theme for given in found.open_answers["themes"] for theme in given}
    for question in found.codebook.questions:
        if question.kind == "single" and question.columns:
            given = set(found.responses[question.id].dropna())
        elif question.kind == "multiple":
            answers = found.responses[list(question.columns)]
            given = {column.partition("__")[2] for column in answers if answers[column].eq(1).any()}
        else:
            continue
        if not given:
            continue  # nobody answered, which is said elsewhere
        for option in question.option_ids:
            if option not in given:
                column = question.id if question.kind == "single" else f"{question.id}__{option}"
                if found.right(RESPONSES, column):
                    yield warning("optie-zonder-antwoord", RESPONSES, None, column, option,
                                  expected)
    if themes and found.right(OPEN, "themes"):
        for question in found.codebook.questions:
            for option in question.option_ids if question.kind == "open" else ():
                if option not in themes:
                    yield warning("optie-zonder-antwoord", OPEN, None, "themes",
                                  f"{question.id}: {option}", expected)


def _batteries(codebook: Codebook) -> Iterator[list[str]]:
    """Columns that are filled in one below the other, with the same choices."""
    alike: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for question in codebook.questions:
        if question.kind == "single" and question.columns:
            alike.setdefault((question.section, question.option_ids), []).append(question.id)
        elif question.kind in ("multiple", "percentage"):
            items = [column for column in question.columns
                     if not question.exclusive or not column.endswith(f"__{question.exclusive}")]
            if len(items) >= ITEMS:
                yield items
    yield from (items for items in alike.values() if len(items) >= ITEMS)
