"""Tables as csv files that do no harm when a spreadsheet opens them."""

from __future__ import annotations

import re

import pandas as pd

# What a spreadsheet may take for a formula, at the start of a cell; also after a semicolon or
# tab, which are what separates cells where the comma is a decimal sign. See OWASP, CSV injection.
_FORMULA = re.compile(r"(^|[;\t\r\n])(?=[=+\-@\t\r\n＝＋－＠])")


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
    return table.map(harmless).to_csv(index=False, float_format="%.8g", lineterminator="\n")


def harmless(cell: object) -> object:
    """A cell that starts no formula; other cells than text as they are."""
    return _FORMULA.sub(r"\1'", cell) if isinstance(cell, str) else cell
