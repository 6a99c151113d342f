"""Which of what documents printed does not follow from the rest of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from .documents import Cell, Documents
from .formulas import Formula, Side
from .rounding import step

HOLDS, FITS, FAILS = "klopt", "past binnen de afronding", "klopt niet"
TWICE = "twee keer verteld"


@dataclass(frozen=True)
class Verdict:
    """Whether a line of a table holds, for one of its rows."""

    document: str
    table: str
    line: str
    row: str
    outcome: str


def verdicts(documents: Documents) -> Iterator[Verdict]:
    """Everything that must hold, by what the tables say of it and by quantities told twice."""
    told: dict[str, Cell] = {}
    for document, tables in documents.items():
        for name, table in tables.items():
            for line in table.head.get("derived", ()):
                starred = "*." in line["holds"].replace(" ", "")
                for row in line.get("rows", table.head["rows"]) if starred else [""]:
                    formula = Formula(line["holds"], documents, document, name, row)
                    if formula.is_number:
                        yield Verdict(document, name, line["id"], row, outcome(formula))
        for name, table in tables.items():
            for place in ((row, column) for row in table.head["rows"]
                          for column in table.head["columns"]):
                cell = table.cells[place]
                if cell.line["quantity"] and cell.ends:
                    first = told.setdefault(cell.line["quantity"], cell)
                    if first is not cell:
                        yield Verdict(document, name, TWICE, place[0], _same(cell, first))


def outcome(formula: Formula) -> str:
    """Whether a comparison holds as printed, can hold, or cannot."""
    left, right, sign = formula.left, formula.right, formula.sign
    gap = formula.printed(lambda given: left(given) - right(given))
    if gap is not None and _holds(gap, sign, _leeway(formula)):
        return HOLDS
    try:
        least = -formula.most(lambda given: right(given) - left(given))
        most = formula.most(lambda given: left(given) - right(given))
    except ZeroDivisionError:
        return FITS  # of a part of nothing
    if sign == "==":
        exact = _is_exact(formula, left) or _is_exact(formula, right)
        return FITS if least < 0 < most or (exact and least <= 0 <= most) else FAILS
    return FITS if _holds(least if sign[0] == "<" else most, sign) else FAILS


def _holds(gap: Fraction, sign: str, leeway: Fraction = Fraction(0)) -> bool:
    return {"==": abs(gap) <= leeway, "<=": gap <= 0, ">=": gap >= 0, "<": gap < 0,
            ">": gap > 0}[sign]


def _leeway(formula: Formula) -> Fraction:
    """Half the step of what is printed, where that is one cell."""
    if not re.fullmatch(r"\s*(?:\*\s*\.)?\s*[a-z][\w.]*\s*", formula.text.partition("==")[0]):
        return Fraction(0)
    cell = formula.named[0]
    return step(cell.line, cell.unit) / 2


def _is_exact(formula: Formula, side: Side) -> bool:
    return formula.most(side) == -formula.most(lambda given: -side(given))


def _same(cell: Cell, first: Cell) -> str:
    """Whether two cells can tell the same number."""
    if None not in (cell.value, first.value) and (
            abs(cell.value - first.value) <= step(cell.line, cell.unit) / 2):
        return HOLDS
    low, high = max(cell.ends[0], first.ends[0]), min(cell.ends[1], first.ends[1])
    exact = any(one == other for one, other in (cell.ends, first.ends))
    return FITS if low < high or (exact and low == high) else FAILS
