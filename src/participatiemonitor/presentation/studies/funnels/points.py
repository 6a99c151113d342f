"""The points of a funnel, as its table has them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.studies.report import PERCENT, Column, ReportFigure, ReportTable

Floats = NDArray[np.float64]
# The pairs of limits, and what says that a row stands out.
LIMITS = ("low", "high", "far_low", "far_high", "wide_low", "wide_high", "widest_low",
          "widest_high")
YES = "ja"


@dataclass(frozen=True, eq=False)
class Points:
    """Rows of a table around a target.

    Attributes
    ----------
    names, texts : tuple of str, length m
        What each is called, and its value as readers see it.
    size : ndarray of float, shape (m,)
    least, most : ndarray of float, shape (m,)
        Its value; where that is not told exactly, what it can be.
    target : float
    limits : mapping of str to ndarray of float, shape (m,)
        By those of `LIMITS` that there are.
    marked : ndarray of bool, shape (m,)
        Whether it stands out.
    size_head, value_head, target_head : Column
        What sizes, values and the target are.
    """

    names: tuple[str, ...]
    texts: tuple[str, ...]
    size: Floats
    least: Floats
    most: Floats
    target: float
    limits: Mapping[str, Floats]
    marked: NDArray[np.bool_]
    size_head: Column
    value_head: Column
    target_head: Column

    @property
    def ceiling(self) -> float:
        """The most that any value can be."""
        return 1.0 if self.value_head.kind == PERCENT else np.inf

    @property
    def outside(self) -> NDArray[np.intp]:
        """How many of the narrower limits each lies outside of, negative below; shape (m,)."""
        above = sum((self.least > self.limits[high]).astype(np.intp) for high in LIMITS[1:4:2])
        below = sum((self.most < self.limits[low]).astype(np.intp) for low in LIMITS[0:4:2])
        return np.asarray(above - below, dtype=np.intp)

    @property
    def outward(self) -> list[int]:
        """The places of those outside, first those that stand out and lie furthest."""
        middle = (self.least + self.most) / 2
        reach = np.where(middle > self.target, self.limits["far_high"] - self.target,
                         self.target - self.limits["far_low"])
        apart = np.abs(middle - self.target) / np.maximum(reach, 1e-12)
        there = np.flatnonzero((self.outside != 0) | self.marked)
        return sorted(map(int, there), key=lambda place: (not self.marked[place], -apart[place]))


def points_of(figure: ReportFigure, table: ReportTable) -> Points:
    """Read the points of a figure.

    Parameters
    ----------
    figure : ReportFigure
        Its parts are those of the form `participatiemonitor.presentation.studies.forms.funnel`.
    table : ReportTable
        With one row at least.

    Returns
    -------
    Points
    """
    def cells(part: str) -> list[object]:
        return [row[table.column(figure.parts[part])] for row in table.rows]

    def numbers(part: str) -> Floats:
        return np.array(cells(part), dtype=np.float64)

    def head(part: str) -> Column:
        return table.columns[table.column(figure.parts[part])]

    ends = ("least", "most") if "least" in figure.parts else ("value", "value")
    least, most = (numbers(end) for end in ends)
    marked = cells("marked") if "marked" in figure.parts else [None] * len(table.rows)
    place = table.column(figure.parts["value"])
    return Points(
        tuple(str(row[0]) for row in table.rows),
        tuple(cell_text(row[place], head("value")) for row in table.rows),
        numbers("size"), least, most, float(numbers("target")[0]),
        {part: numbers(part) for part in LIMITS if part in figure.parts},
        np.array([cell == YES for cell in marked]), head("size"), head("value"), head("target"))
