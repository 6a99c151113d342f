"""What a coder made of the answers, read back from their workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.estimation.coding.answers import Assignment
from participatiemonitor.estimation.coding.workbook import HEADS, MARK, NUMBER, QUOTABLE, TEXT
from participatiemonitor.files.faults import Cell, Fault, invalid_file, refuse
from participatiemonitor.survey.workbooks import Line, read_sheets


@dataclass(frozen=True)
class Coding:
    """The coding of one answer: its themes, and whether it may be quoted."""

    themes: tuple[str, ...]
    quotable: bool


# Of each question that was coded, the coding of each answer, in the order of the assignment.
Codings = dict[str, tuple[Coding, ...]]


def read_codings(path: Path, assigned: Sequence[Assignment]) -> Codings:
    """Read the workbook of a coder.

    Parameters
    ----------
    path : pathlib.Path
    assigned : sequence of Assignment
        What the coder was given.

    Returns
    -------
    dict of str to tuple of Coding
        By question; one that was left empty is not there.

    Raises
    ------
    InvalidWave
        With every fault: sheets or columns that are gone, other answers than those of this round,
        other marks, answers that were not looked at.
    """
    found = read_sheets(path, [one.sheet for one in assigned], long=True)
    if gone := [one.sheet for one in assigned if one.sheet not in found]:
        raise invalid_file(path.name, f"zonder {', '.join(gone)}",
                           "een werkmap van `monitor wave code`, met een blad voor elke open vraag")
    faults: list[Fault] = []
    codings = {one.question.id: tuple(_codings(path.name, one, found[one.sheet], faults))
               for one in assigned}
    refuse(faults)
    return {question: coded for question, coded in codings.items() if coded}


def _codings(file: str, assigned: Assignment, lines: Sequence[Line], faults: list[Fault]
             ) -> Iterator[Coding]:
    """The codings of a question; none when nothing was filled in."""
    heads = (*HEADS, *(option.nl for option in assigned.question.options))
    top = lines[0] if lines and lines[0].number == 1 else Line(1, {})
    wrong = [Fault(file, Cell(assigned.sheet, 1, place), None, top.cells.get(place, ""), head)
             for place, head in enumerate(heads, start=1)
             if str(top.cells.get(place, "")).casefold() != head.strip().casefold()]
    rows: dict[int, Line] = {}
    for line in lines[1:]:
        wrong += [Fault(file, Cell(assigned.sheet, line.number, place), head,
                        line.cells.get(place, ""), expected)
                  for place, head, expected in _misplaced(assigned, line, rows)]
        number = line.cells.get(1)
        if isinstance(number, int):
            rows.setdefault(number, line)
    wrong += [Fault(file, Cell(assigned.sheet, 0), NUMBER, "", f"ook antwoord {number}")
              for number in range(1, len(assigned.texts) + 1) if number not in rows]
    faults += wrong
    if wrong or not any(place > 2 for line in rows.values() for place in line.cells):
        return
    for number in range(1, len(assigned.texts) + 1):
        yield _coding(file, assigned, rows[number], faults)


def _misplaced(assigned: Assignment, line: Line, before: Mapping[int, Line]
               ) -> Iterator[tuple[int, str, str]]:
    """Whether a row is one that the coder was given, in whatever order, as column and expected."""
    number = line.cells.get(1)
    if not isinstance(number, int) or not 1 <= number <= len(assigned.texts):
        yield 1, NUMBER, f"een nummer van 1 tot en met {len(assigned.texts)}, of een lege rij"
    elif number in before:
        yield 1, NUMBER, "elk nummer één keer"
    elif str(line.cells.get(2, "")).split() != assigned.texts[number - 1].split():
        yield 2, TEXT, f"antwoord {number}, zoals het is uitgegeven"


def _coding(file: str, assigned: Assignment, line: Line, faults: list[Fault]) -> Coding:
    row, cells = line.number, line.cells
    quotable = cells.get(3, "")
    said = {True: "ja", False: "nee"}.get(quotable, quotable) if isinstance(
        quotable, bool) else str(quotable).casefold()
    if said not in ("ja", "nee"):
        faults.append(Fault(file, Cell(assigned.sheet, row, 3), QUOTABLE, quotable,
                            "ja of nee, bij elk antwoord van een vraag die u indeelt"))
    themes = []
    for place, option in enumerate(assigned.question.options, start=4):
        if (value := cells.get(place)) is None:
            continue
        if str(value).casefold() != MARK:
            faults.append(Fault(file, Cell(assigned.sheet, row, place), option.nl, value,
                                f"{MARK} of niets"))
        themes.append(option.id)
    return Coding(tuple(themes), said == "ja")
