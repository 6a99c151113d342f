"""What several documents say of one subject as csv, a line as it stands in the overview."""

from __future__ import annotations

import pandas as pd

from participatiemonitor.documents.overviews import Overview

COLUMNS = ("overview", "row", "row_label", "part", "moment", "kind", "published", "low", "high",
           "cell", "where", "note")


def overview_table(shown: Overview) -> pd.DataFrame:
    """An overview, one row a line.

    Parameters
    ----------
    shown : Overview

    Returns
    -------
    pandas.DataFrame
        With the columns `COLUMNS`; `low` and `high` are what rounding and ranges leave of the
        number of a cell.
    """
    rows = []
    for one in shown.told:
        head, limits = shown.head.rows[one.row], one.limits
        rows.append((shown.id, one.row, head.nl, head.part or "", head.moment or "", one.kind,
                     one.published, limits and limits.low, limits and limits.high,
                     str(one.place or ""), one.where, one.note))
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype({"low": float, "high": float})
