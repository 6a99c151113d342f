"""Which cells of one question may be shown: primary and secondary suppression.

A question of one group is a table: one row an answer, one column a domain, and a column of totals.
The number of answers in each domain is public. A cell is hidden of itself (*primary*) when its
base or its count is too small. Other cells are hidden with it (*secondary*) until no hidden cell
can be computed back.

Notes
-----
A hidden cell can take another value exactly when its edge lies on a cycle of the residual graph
of the hidden cells: rows and columns are nodes, a cell can always be one more, and one less when
it is not zero, and along the cycle every row total and column total stays as it is (Cox 1980;
Gusfield 1988). So the check is exact, not a rule of thumb.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Counts = NDArray[np.int64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Rules:
    """What is too small to show.

    Attributes
    ----------
    minimum_base : int
        Answers a cell must rest on.
    minimum_cell : int
        Respondents that must have given an answer, unless nobody did.
    """

    minimum_base: int
    minimum_cell: int


def suppress(counts: Counts, rules: Rules, public: Flags | None = None,
             least: Counts | None = None, columns: Flags | None = None,
             totals: Flags | None = None) -> Flags:
    """Decide which cells of a table are hidden.

    Parameters
    ----------
    counts : ndarray of int, shape (R, D)
        Respondents by answer and domain; every respondent is in one row and one column.
    rules : Rules
    public : ndarray of bool, shape (R,), optional
        Rows whose total is public already, and so is not hidden.
    least : ndarray of int, shape (R, D), optional
        What each cell is at least, as other tables tell; 0 when left out.
    columns : ndarray of bool, shape (D + 1,), optional
        Domains that are hidden as a whole, but for the answers that nobody gave in any of them;
        the last one stands for the totals.
    totals : ndarray of bool, shape (R,), optional
        Rows of which the total is hidden in any case.

    Returns
    -------
    ndarray of bool, shape (R, D + 1)
        The cells to hide; the last column holds the totals.
    """
    table = with_totals(counts)
    public = np.zeros(len(table), bool) if public is None else public
    least = np.zeros_like(table) if least is None else with_totals(least)
    hidden = primary(table, rules)
    if columns is not None:
        hidden |= columns & table[:, columns].any(axis=1, keepdims=True) & (table.sum(axis=0) > 0)
    if totals is not None:
        hidden[totals, -1] = True
    hidden[public, -1] = False
    told = _full(least, table)
    # First nothing may lean on a column that other tables tell in full. Then such a column is to
    # be free in this table too, unless a shown share of 0 or 1 says it in so many words.
    _complete(table, hidden, least, told, public)
    bases = table.sum(axis=0)
    told &= (least == bases).any(axis=0) & (bases >= rules.minimum_base)
    _complete(table, hidden, np.where(_full(least, table) & ~told, 0, least), told, public)
    return hidden


def _full(least: Counts, table: Counts) -> Flags:
    """Columns of which everything is known."""
    return (least.sum(axis=0) == table.sum(axis=0)) & (table.sum(axis=0) > 0)


def _complete(table: Counts, hidden: Flags, least: Counts, told: Flags, public: Flags) -> None:
    """Hide more, in place, until no hidden cell outside the columns that are told is fixed."""
    while True:
        stuck = next((cell for cell in _places(hidden & ~told)
                      if not can_vary(table, hidden, cell, least)), None)
        partner = stuck and _partner(table, hidden, least, stuck, public)
        if partner is None:
            return
        hidden[partner] = True


def with_totals(counts: Counts) -> Counts:
    """The table with its row totals as a last column."""
    return np.column_stack([counts, counts.sum(axis=1)])


def primary(table: Counts, rules: Rules) -> Flags:
    """Cells that are too small of themselves."""
    small = (table > 0) & (table < rules.minimum_cell)
    bases = table.sum(axis=0)
    # Where nobody answered there is nothing to hide.
    return small | ((bases > 0) & (bases < rules.minimum_base))[None, :]


def can_vary(table: Counts, hidden: Flags, cell: tuple[int, int],
             least: Counts | None = None) -> bool:
    """Whether a hidden cell could hold another number, given all that is shown.

    Parameters
    ----------
    table : ndarray of int, shape (R, D + 1)
        With totals.
    hidden : ndarray of bool, shape (R, D + 1)
    cell : tuple of int
        Row and column of a hidden cell.
    least : ndarray of int, shape (R, D + 1), optional
        What each cell is at least; 0 when left out.

    Returns
    -------
    bool
    """
    free = table > (0 if least is None else least)
    return any(_cycle(free, hidden, cell, up) for up in (True, False))


def _places(flags: Flags) -> list[tuple[int, int]]:
    """Row and column of each cell that is flagged."""
    return [(int(row), int(column)) for row, column in np.argwhere(flags)]


def _partner(table: Counts, hidden: Flags, least: Counts, stuck: tuple[int, int],
             public: Flags) -> tuple[int, int] | None:
    """The next cell to hide: one that frees the stuck cell if there is one, and a small one."""
    last = table.shape[1] - 1
    shown = ~hidden & (table.sum(axis=0) > 0)
    unpublished = shown.copy()
    unpublished[public, last] = False

    def cost(cell: tuple[int, int]) -> tuple[bool, bool, bool, int]:
        trial = hidden.copy()
        trial[cell] = True
        nearby = cell[0] == stuck[0] or cell[1] == stuck[1]
        return (cell[1] == last, not can_vary(table, trial, stuck, least), not nearby,
                int(table[cell]))

    # A total that was public before only when nothing else is left to hide.
    return min(_places(unpublished) or _places(shown), key=cost, default=None)


def _cycle(free: Flags, hidden: Flags, cell: tuple[int, int], up: bool) -> bool:
    """Search a way back from one end of a cell to the other, not through the cell itself.

    A cell that is `free` can be one less.
    """
    rows, columns = free.shape
    last = columns - 1
    row, column = cell
    # A flow from row to column is one more in the cell; in the column of totals it is one less.
    forward = up == (column != last)
    if not up and not free[cell]:
        return False
    start, goal = ((True, column), (False, row)) if forward else ((False, row), (True, column))
    seen, queue = {start}, [start]
    while queue:
        is_column, place = queue.pop()
        for other in range(rows if is_column else columns):
            edge = (other, place) if is_column else (place, other)
            node = (not is_column, other)
            if not hidden[edge] or edge == cell or node in seen:
                continue
            more = is_column == (edge[1] == last)
            if not more and not free[edge]:
                continue
            if node == goal:
                return True
            seen.add(node)
            queue.append(node)
    return False
