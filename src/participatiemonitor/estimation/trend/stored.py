"""Changes as a table: computed once in a build, kept with the results of the later round."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import astuple
from typing import Any

import pandas as pd

from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.trend.change import Change, Side
from participatiemonitor.estimation.trend.changes import Changes
from participatiemonitor.estimation.trend.difference import Difference
from participatiemonitor.survey.comparability import comparability
from participatiemonitor.survey.predecessors import stayed
from participatiemonitor.survey.wave import Wave

SIDE = ("ref", "n", "value", "weighted", "status", "printed", "claim", "document", "count",
        "shared")
DIFFERENCE = ("change", "se", "low", "high", "p")
COLUMNS = (*(f"earlier_{name}" for name in SIDE), *(f"later_{name}" for name in SIDE), *DIFFERENCE,
           "overlap", "cautious", "standing", "why")


def changes_since(later: Results, earlier: Results, *between: Wave) -> tuple[Change, ...]:
    """The changes since an earlier round, computed when they are asked for the first time.

    Parameters
    ----------
    later, earlier : Results
        Where one is a reconstruction, of a kind that knows what documents said of it.
    *between : Wave
        The rounds between the two, oldest first.

    Returns
    -------
    tuple of Change
        In codebook order; see `Changes`.
    """
    key, known = ("changes", earlier.id), later.known.analyses
    if key not in known:
        comparable = comparability(earlier.wave, later.wave, *between)
        known[key] = table_of(Changes(earlier, later, comparable,
                                      still_there(earlier.wave, *between, later.wave)))
    return changes_of(known[key])


def still_there(*rounds: Wave) -> dict[str, str]:
    """Organisations that are the same from the first round to the last, step by step.

    Parameters
    ----------
    *rounds : Wave
        Two or more, oldest first.

    Returns
    -------
    dict of str to str
        The code in the first round by that in the last.
    """
    first, *steps = rounds
    found = {code: code for code in first.frame.index}
    for before, after in zip(rounds, steps, strict=False):
        found = {code: found[was] for code, was in stayed(after.frame, before.frame).items()
                 if was in found}
    return found


def table_of(changes: Iterable[Change]) -> pd.DataFrame:
    """Changes as a table with the columns `COLUMNS`."""
    return pd.DataFrame([(*_cells(one.earlier), *_cells(one.later), *astuple(one.weighted),
                          one.overlap, one.cautious, one.standing, one.why) for one in changes],
                        columns=list(COLUMNS)).astype(object)


def changes_of(table: pd.DataFrame) -> tuple[Change, ...]:
    """The changes that `table_of` made a table of."""
    return tuple(
        Change(_side(row, "earlier"), _side(row, "later"),
               Difference(*(float(row[name]) for name in DIFFERENCE)), int(row["overlap"]),
               bool(row["cautious"]), str(row["standing"]), str(row["why"]))
        for row in table.to_dict("records"))


def _cells(side: Side) -> tuple[Any, ...]:
    quote = side.quote
    return (str(side.ref), side.n, side.value, side.weighted, side.status, quote.printed,
            quote.claim, quote.document, quote.count, quote.shared)


def _side(row: Mapping[Hashable, Any], which: str) -> Side:
    cells = {name: row[f"{which}_{name}"] for name in SIDE}
    return Side(Ref.parse(cells["ref"]), _whole(cells["n"]), float(cells["value"]),
                float(cells["weighted"]), cells["status"],
                Quote(cells["printed"], cells["claim"], cells["document"],
                      _whole(cells["count"]), bool(cells["shared"])))


def _whole(value: float | None) -> int | None:
    return None if value is None or pd.isna(value) else int(value)
