"""All changes since the rounds before as one table, for who computes on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pandas as pd

from participatiemonitor.estimation.trend.change import Change
from participatiemonitor.estimation.trend.trend import Trend

NAME = "eerdere-rondes.csv"
COLUMNS = ("earlier", "later", "question", "option", "group", "question_then", "n_then",
           "value_then", "weighted_then", "printed_then", "n", "value", "weighted", "printed",
           "change", "change_se", "change_low", "change_high", "change_p", "overlap", "cautious",
           "comparable", "standing", "remark")


def changes_table(trends: Sequence[Trend]) -> pd.DataFrame:
    """One row a quantity of the later round, for each round before.

    Parameters
    ----------
    trends : sequence of Trend

    Returns
    -------
    pandas.DataFrame
        With the columns `COLUMNS`. ``value`` is the share of respondents, ``weighted`` that of all
        organisations, ``change`` how much the latter is higher than it was; all are fractions, and
        missing where nothing is told.
    """
    return pd.DataFrame([tuple(_row(one)) for trend in trends for one in trend.changes],
                        columns=list(COLUMNS)).astype({"n_then": "Int64", "n": "Int64"})


def _row(one: Change) -> Iterator[object]:
    before, now, change = one.earlier, one.later, one.weighted
    yield from (before.ref.source, now.ref.source, now.ref.question, now.ref.option, now.ref.group,
                before.ref.question)
    for side in (before, now):
        yield from (side.n, side.value, side.weighted, side.quote.printed)
    yield from (change.value, change.se, change.low, change.high, change.p, one.overlap,
                one.cautious, one.alike, one.standing, one.why)
