"""The cells of a table of a study as readers see them."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.studies.report import (
    COEFFICIENT,
    COUNT,
    NUMBER,
    PERCENT,
    RATIO,
    Cell,
    Column,
)

# In place of what cannot be computed, or is not there.
MISSING = "–"


def cell_text(cell: Cell, column: Column) -> str:
    """A cell as text.

    Parameters
    ----------
    cell : str, int, float or None
    column : Column

    Returns
    -------
    str
        Numbers as Dutch writes them; text as it is.
    """
    if cell is None:
        return MISSING
    if isinstance(cell, str):
        return cell
    if column.kind == PERCENT:
        return dutch.percent(cell)
    if column.kind in (NUMBER, COEFFICIENT, RATIO):
        return dutch.decimal(cell, 1 if column.kind == NUMBER else 2)
    return dutch.whole(cell) if column.kind == COUNT else str(cell)
