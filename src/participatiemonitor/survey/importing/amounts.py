"""Numbers as respondents and programs write them, in the one form of ``responses.csv``."""

from __future__ import annotations

import re
from decimal import Decimal

# 12 · 12.5 · 12,5 · 45% · € is no number here · 1.234,5 · 1 234
_PLAIN = re.compile(r"-?\d{1,15}([.,]\d{1,20})?|-?\d(\.\d{1,20})?e-\d{1,3}")
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+,\d{1,15}|-?\d{1,3}([ \u00a0\u202f]\d{3})+(,\d{1,15})?")
# More is noise: programs write 0.1 as 0.10000000000000001.
_DECIMALS = 10
_BLANKS = re.compile(r"[ \u00a0\u202f]")
_PERCENT = re.compile(r"\s*(%|procent|percent)$", re.I)


def amount(cell: str) -> Decimal | None:
    """The number in a cell, of whatever sign for decimals; None when it holds none.

    A point before three digits is one for decimals, as it is in what was received, unless a comma
    follows.

    Parameters
    ----------
    cell : str

    Returns
    -------
    decimal.Decimal or None
    """
    text = _PERCENT.sub("", cell.strip())
    if not text.isascii() and not _BLANKS.search(text):
        return None
    if _GROUPED.fullmatch(text):
        text = _BLANKS.sub("", text.replace(".", ""))
    return Decimal(text.replace(",", ".")) if _PLAIN.fullmatch(text) else None


def written(number: Decimal) -> str:
    """A number in its shortest form, to ten decimals: ``12.50`` is *12.5*, ``1.0`` is *1*."""
    text = f"{round(number, _DECIMALS):f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text
