"""The tables of documents, as their files have them."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import yaml

from .rounding import Ends, ends


@dataclass(frozen=True)
class Cell:
    """A printed cell: what its line says, and what the numbers of its column count."""

    line: dict[str, str]
    unit: str

    @cached_property
    def value(self) -> Fraction | None:
        """The number, where one is printed."""
        return Fraction(self.line["value"]) if self.line["value"] else None

    @cached_property
    def ends(self) -> Ends | None:
        """Between what the number lies; None where it says nothing of how much."""
        return ends(self.line, self.unit)


@dataclass(frozen=True)
class Table:
    """A table of a document: its head, and the cells by row and column."""

    head: dict
    cells: dict[tuple[str, str], Cell]

    @property
    def parts(self) -> list[str]:
        """The rows that are no total."""
        return [name for name, row in self.head["rows"].items() if not row.get("total")]


class Documents(dict[str, dict[str, Table]]):
    """Tables by the names of document and table."""

    def __init__(self, published: Path) -> None:
        super().__init__()
        for path in sorted(published.glob("*/tables/*.yml")):
            head = yaml.safe_load(path.read_text(encoding="utf-8"))
            with path.with_suffix(".csv").open(encoding="utf-8", newline="") as stream:
                cells = {(line["row"], line["column"]):
                         Cell(line, head["columns"][line["column"]]["unit"])
                         for line in csv.DictReader(stream)}
            self.setdefault(path.parts[-3], {})[path.stem] = Table(head, cells)

    def cell(self, name: str) -> Cell:
        """By its whole name."""
        document, table, row, column = name.split(".")
        return self[document][table].cells[row, column]
