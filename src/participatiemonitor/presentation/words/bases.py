"""How many answers a number rests on, in the reader's words: one place, so that a base that is
hidden is never shown as if nobody had answered.
"""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import HIDDEN, REASONS, Estimate

HIDDEN_BASE = "te weinig antwoorden om te tonen"


def base_cell(one: Estimate, sign: str = "") -> str:
    """The base in a column headed n: *132*; *–* where nobody was asked, or nobody answered.

    Parameters
    ----------
    one : Estimate
    sign : str
        What stands after a number that was made up.

    Returns
    -------
    str
    """
    if one.n is None:
        return REASONS[HIDDEN]
    return f"{dutch.whole(one.n)}{sign}" if one.n else "–"


def base_phrase(one: Estimate, sign: str = "") -> str:
    """The base where nothing says that it is one: *n = 132*."""
    return HIDDEN_BASE if one.n is None else f"n = {base_cell(one, sign)}"


def bases_phrase(bases: Sequence[int | None]) -> str:
    """Several bases together, None where hidden: *n = 128–132 of te weinig … om te tonen*."""
    shown = [base for base in bases if base is not None]
    if not shown:
        return HIDDEN_BASE
    low, high = dutch.whole(min(shown)), dutch.whole(max(shown))
    text = f"n = {low}" if low == high else f"n = {low}–{high}"
    return text if len(shown) == len(bases) else f"{text} of {HIDDEN_BASE}"
