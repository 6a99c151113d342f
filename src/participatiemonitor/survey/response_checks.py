"""What is wrong with the closed answers: cells, their keys, and answers nobody asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

import pandas as pd

from participatiemonitor.files.cells import (
    CellFault,
    Cells,
    Check,
    known,
    one_of,
    own_code,
    wrong_cells,
)
from participatiemonitor.files.faults import Fault
from participatiemonitor.files.numbers import MOST, decimal_fault
from participatiemonitor.files.tables import Row, repeated, row_faults
from participatiemonitor.survey.codebook import Codebook, Question

# What survey tools write for "does not know" and "no answer", and what of it could be an answer.
CODES = ("-9", "-8", "-7", "-99", "-999", "888", "998", "999", "9998", "9999")
PERCENTAGE_CODES = (98, 99)
NUMBER_CODES = (98, 99, 888, 998, 999, 9998, 9999, 99998, 99999)


def key_faults(file: str, rows: list[Row], frame: pd.DataFrame, groups: Mapping[str, object]
               ) -> Iterator[Fault]:
    """Respondents, organisations and groups that are not there, or there twice."""
    yield from row_faults(file, rows, wrong_cells, {
        "respondent": own_code(), "organisation": known(frame.index, "een code uit frame.csv"),
        "group": one_of(groups)})
    for row in repeated(rows, ("organisation", "group")):
        yield Fault(file, row.number, "organisation", row.cells["organisation"],
                    "één respondent per organisatie en groep", "dubbel")
    answered = {row.cells["group"] for row in rows}
    for group in groups:
        if group not in answered:
            yield Fault(file, None, "group", f"{group}: geen rij", "ten minste één respondent",
                        "omvang")


def cell_faults(row: Cells, question: Question) -> Iterator[CellFault]:
    """Cells of one question that hold no answer to it, or answers that do not go together."""
    cells = {column: row[column] for column in question.columns}
    filled = {column: cell for column, cell in cells.items() if cell}
    if not filled:
        return
    if row["group"] not in question.asked:
        for column, cell in filled.items():
            yield column, cell, f"leeg: niet gevraagd aan {row['group']}"
        return
    if filled != cells:
        missing = next(column for column in cells if column not in filled)
        yield missing, "", f"alle kolommen van {question.id} of geen"
    faults = list(wrong_cells(filled, dict.fromkeys(filled, _check(question))))
    yield from faults
    if faults or filled != cells:
        return
    if question.exclusive and cells[f"{question.id}__{question.exclusive}"] == "1":
        for column, cell in cells.items():
            if cell == "1" and not column.endswith(f"__{question.exclusive}"):
                yield column, cell, f"0 naast {question.id}__{question.exclusive}"
    elif question.exclusive and "1" not in cells.values():
        yield (f"{question.id}__{question.exclusive}", "0",
               f"1 bij ten minste één optie van {question.id}, of geen antwoord: alle cellen leeg")
    if question.total is not None:
        total = sum(float(cell) for cell in cells.values())
        if abs(total - question.total) > 0.05 * len(cells):
            yield (question.columns[0], f"samen {total:g}",
                   f"een totaal van {question.total:g} over {question.id}")


def _check(question: Question) -> Check:
    """What filled cells should hold."""
    if question.kind == "single":
        return one_of(question.option_ids)
    if question.kind == "multiple":
        return known(("0", "1"), "0 of 1")
    return partial(_amount, most=100 if question.kind == "percentage" else MOST)


def _amount(cell: str, most: int) -> str | None:
    """What a cell with a percentage or a number should have held, or None when it is right."""
    expected = decimal_fault(cell, least=0, most=most)
    return f"{expected}; een code voor ‘weet niet’ wordt een lege cel" if (
        expected and cell in CODES) else expected


def routing_faults(file: str, rows: list[Row], asked: Mapping[str, Sequence[bool]],
                   codebook: Codebook, bad: set[tuple[object, object]]) -> Iterator[Fault]:
    """Answers to questions that were not put to the respondent.

    Parameters
    ----------
    file : str
    rows : list of Row
    asked : mapping
        Of each routed question that has columns, for each row whether it was put.
    codebook : Codebook
    bad : set of (row, column)
        Cells with a fault of their own.
    """
    for name, put_to in asked.items():
        question = codebook[name]
        # Who is wrong about the route is told that; what follows from it cannot be judged yet.
        leading = ("group", *route_columns(codebook, question))
        route = " en ".join(f"{router} is {' of '.join(options)}"
                            for router, options in question.when.items())
        for row, put in zip(rows, put_to, strict=True):
            if put or any((row.number, column) in bad for column in leading):
                continue
            for column in question.columns:
                if row.cells[column] and (row.number, column) not in bad:
                    yield Fault(file, row.number, column, row.cells[column],
                                f"leeg: alleen gevraagd als {route}", "doorverwijzing")


def route_columns(codebook: Codebook, question: Question) -> Iterator[str]:
    """The columns that decide, directly or through derived questions, who is asked a question."""
    for name in (*question.when, *(question.derived.sources if question.derived else ())):
        yield from codebook[name].columns
        yield from route_columns(codebook, codebook[name])
