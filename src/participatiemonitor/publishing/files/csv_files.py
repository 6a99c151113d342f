"""Tables as csv files that do no harm when a spreadsheet opens them."""

from __future__ import annotations

import pandas as pd

from participatiemonitor.plain_text import csv_cell


def csv_text(table: pd.DataFrame) -> str:
    """A table as csv, with an apostrophe before what a spreadsheet could run.

    Eight significant digits are more than any answer carries, and few enough that another
    processor writes the same bytes.

    Parameters
    ----------
    table : pandas.DataFrame

    Returns
    -------
    str
        Numbers stay numbers, negative ones too; only text is changed.
    """
    return table.map(csv_cell).to_csv(index=False, float_format="%.8g", lineterminator="\n")
