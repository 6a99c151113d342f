"""How many answers a number rests on, in the reader's words: one place, so that a base that is
hidden is never shown as if nobody had answered.
"""

from __future__ import annotations

import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation import Estimate
from participatiemonitor.estimation.estimates import HIDDEN, REASONS

HIDDEN_BASE = "te weinig antwoorden om te tonen"


def base_cell(one: Estimate) -> str:
    """The base in a column headed n: *132*; *–* where nobody was asked, or nobody answered."""
    if one.n is None:
        return REASONS[HIDDEN]
    return dutch.whole(one.n) if one.n else "–"


def base_phrase(one: Estimate) -> str:
    """The base where nothing says that it is one: *n = 132*."""
    return HIDDEN_BASE if one.n is None else f"n = {base_cell(one)}"


def bases_phrase(bases: pd.Series) -> str:
    """Several bases together, missing where hidden: *n = 128–132 of te weinig … om te tonen*."""
    shown = bases.dropna()
    if shown.empty:
        return HIDDEN_BASE
    low, high = dutch.whole(shown.min()), dutch.whole(shown.max())
    text = f"n = {low}" if low == high else f"n = {low}–{high}"
    return text if len(shown) == len(bases) else f"{text} of {HIDDEN_BASE}"
