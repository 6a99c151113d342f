"""What a formula over printed cells comes to: as printed, and at least and at most.

The most is found by trying: each cell goes to the end that makes it more, until none does. Unlike
arithmetic with ends, that minds a cell which is in the formula twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction

from .documents import Cell, Documents

TOKEN = re.compile(r"\s*((?:\*\s*\.\s*)?[a-z][a-z0-9_.]*|\d+(?:\.\d+)?|[<>=]=|[<>]|[-+*/(),])")
SIGNS = ("==", "<=", ">=", "<", ">")

# The number of a cell as one would have it, and of a formula from these.
Given = Callable[[Cell], Fraction]
Side = Callable[[Given], Fraction]


@dataclass
class Formula:
    """A formula, or two that are compared, with the short names in it of a row of a table."""

    text: str
    documents: Documents
    document: str = ""
    table: str = ""
    row: str = ""
    named: list[Cell] = field(default_factory=list)
    # Those of whole columns.
    added: list[Cell] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._tokens = TOKEN.findall(self.text)
        assert "".join("".join(self._tokens).split()) == "".join(self.text.split()), self.text
        self.left = self._sum()
        self.sign = self._tokens.pop(0) if self._next() in SIGNS else ""
        self.right = self._sum() if self.sign else None
        assert not self._tokens, f"{self.text}: {self._tokens} blijft over"

    def _next(self) -> str:
        return self._tokens[0] if self._tokens else ""

    def _sum(self) -> Side:
        side = self._product()
        while self._next() in ("+", "-"):
            side = self._joined(self._tokens.pop(0), side, self._product())
        return side

    def _product(self) -> Side:
        side = self._factor()
        while self._next() in ("*", "/"):
            side = self._joined(self._tokens.pop(0), side, self._factor())
        return side

    @staticmethod
    def _joined(sign: str, one: Side, other: Side) -> Side:
        return {"+": lambda given: one(given) + other(given),
                "-": lambda given: one(given) - other(given),
                "*": lambda given: one(given) * other(given),
                "/": lambda given: one(given) / other(given)}[sign]

    def _factor(self) -> Side:
        token = self._tokens.pop(0)
        if token == "-":
            inner = self._factor()
            return lambda given: -inner(given)
        if token == "(":
            inner = self._sum()
            assert self._tokens.pop(0) == ")"
            return inner
        if token[0].isdigit():
            return lambda given: Fraction(token)
        if self._next() == "(":
            return self._whole_columns(token, self._arguments())
        cell = self.documents.cell(self._full(token))
        self.named.append(cell)
        return lambda given: given(cell)

    def _arguments(self) -> list[str]:
        inside = self._tokens[1:self._tokens.index(")")]
        del self._tokens[:len(inside) + 2]
        return [token for token in inside if token != ","]

    def _whole_columns(self, function: str, names: list[str]) -> Side:
        columns = [list(self._column(name)) for name in names]
        assert (function, len(columns)) in (("total", 1), ("weighted", 2)), self.text
        self.added += [cell for column in columns for cell in column]
        if function == "total":
            return lambda given: sum(map(given, columns[0]), Fraction(0))
        return lambda given: sum(
            (given(cell) * given(weight) for cell, weight in zip(*columns, strict=True)),
            Fraction(0)) / 100

    def _column(self, name: str) -> Iterator[Cell]:
        *place, column = name.split(".")
        document, table = [self.document, self.table][:2 - len(place)] + place
        found = self.documents[document][table]
        return (found.cells[row, column] for row in found.parts)

    def _full(self, name: str) -> str:
        parts = name.replace("*", self.row).split(".")
        return ".".join([self.document, self.table][:4 - len(parts)] + parts)

    # --- what it comes to

    @property
    def cells(self) -> list[Cell]:
        """All that it rests on."""
        return self.named + self.added

    @property
    def is_number(self) -> bool:
        """Whether all cells in it say how much."""
        return all(cell.ends for cell in self.cells)

    def printed(self, side: Side) -> Fraction | None:
        """What a side comes to from the numbers as printed; None where one is not printed."""
        if any(cell.value is None for cell in self.named):
            return None
        # In a sum what has no number of its own counts for nothing.
        return side(lambda cell: cell.value or Fraction(0))

    def most(self, side: Side) -> Fraction:
        """What a side is at most, whatever the numbers in it were before they were rounded."""
        chosen = {id(cell): cell.ends[0] for cell in self.cells}
        best, tried = side(lambda cell: chosen[id(cell)]), True
        while tried:
            tried = False
            for cell in self.cells:
                before = chosen[id(cell)]
                for end in cell.ends:
                    chosen[id(cell)] = end
                    if (now := side(lambda cell: chosen[id(cell)])) > best:
                        best, before, tried = now, end, True
                chosen[id(cell)] = before
        return best
