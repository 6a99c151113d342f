"""Everything that documents printed and that follows from other numbers, recomputed, as csv."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from participatiemonitor.documents.printed.checks import Checked
from participatiemonitor.presentation.documents.amounts import against, told
from participatiemonitor.presentation.documents.checks import FILE

NAME = f"{FILE}.csv"
COLUMNS = ("document", "table", "check", "holds", "row", "cell", "printed", "printed_low",
           "printed_high", "sign", "follows", "follows_low", "follows_high", "verdict",
           "explained")


def checks_table(checks: Sequence[Checked]) -> pd.DataFrame:
    """One row a number that follows from others.

    Parameters
    ----------
    checks : sequence of Checked

    Returns
    -------
    pandas.DataFrame
        With the columns `COLUMNS`. ``printed`` and ``follows`` are as readers see them; their ends
        are what rounding leaves, in the unit of their column, and missing where there is no end.
    """
    return pd.DataFrame([tuple(_row(one)) for one in checks], columns=list(COLUMNS)).replace(
        {float("inf"): None, float("-inf"): None})


def _row(one: Checked) -> Iterator[object]:
    yield from (one.document, one.table, one.derivation, one.nl, one.row)
    yield str(one.place) if one.place else ""
    yield from (told(one), one.printed.low, one.printed.high, one.sign)
    yield from (against(one), one.found.low, one.found.high, one.verdict, one.explained)
