"""A figure beside the rounds before: what each said, and what changed since the last of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.trend.change import Change
from participatiemonitor.estimation.trend.trend import Trend
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.in_words import ANSWER, GROUP, bars_of
from participatiemonitor.presentation.exhibits.rows import Row
from participatiemonitor.presentation.markdown import directive, joined, pipe_table
from participatiemonitor.presentation.words.bases import base_cell
from participatiemonitor.presentation.words.changes import (
    NOTHING,
    change_cell,
    how_to_read,
    side_cell,
)
from participatiemonitor.presentation.words.changes import base_cell as base_then

# Around whatever a page shows of earlier rounds.
MARK = "earlier-rounds"


def earlier_table(shown: Exhibit, trends: Sequence[Trend]) -> Markup | None:
    """The shares of a figure beside those of the rounds before.

    Parameters
    ----------
    shown : Exhibit
    trends : sequence of Trend
        Of the same round, oldest first.

    Returns
    -------
    Markup or None
        None where no round before said anything of it, and none has a reason for that.
    """
    rows = list(shown.asked)
    trends = [trend for trend in trends
              if any(trend[row.estimate.ref] for row in rows)]
    told = [trend for trend in trends if any(one.earlier.told for one in _changes(trend, rows))]
    reasons = [reason for trend in trends for reason in _reasons(trend, rows)]
    pieces = [_table(shown, told), *_notes(told, rows), *reasons] if told else reasons
    return directive("div", MARK, joined(pieces), ":") if pieces else None


def _changes(trend: Trend, rows: Sequence[Row]) -> Iterator[Change]:
    yield from filter(None, (trend[row.estimate.ref] for row in rows))


def _table(shown: Exhibit, trends: Sequence[Trend]) -> Markup:
    many = len(shown.about) > 1
    last = trends[-1] if any(one.tested for one in trends[-1].changes) else None
    heads = [GROUP, ANSWER, *(str(trend.earlier) for trend in trends), trends[0].later,
             *([f"verandering sinds {last.earlier}"] if last else [])]
    lines = []
    for question, groups in bars_of(shown).items():
        for group, rows in groups.items():
            name = dutch.capital(f"{question}, {group}" if many else group)
            lines += [[name, dutch.capital(row.answer), *_then(row, trends), row.cell,
                       *_since(row, last)] for row in rows]
            lines.append([name, "n", *_bases(rows[0], trends), base_cell(rows[0].estimate),
                          *([NOTHING] if last else [])])
    return pipe_table(heads, lines, range(2, len(heads)))


def _then(row: Row, trends: Sequence[Trend]) -> Iterator[str]:
    for trend in trends:
        found = trend[row.estimate.ref]
        yield side_cell(found.earlier) if found else NOTHING


def _bases(row: Row, trends: Sequence[Trend]) -> Iterator[str]:
    for trend in trends:
        found = trend[row.estimate.ref]
        yield base_then(found.earlier) if found else NOTHING


def _since(row: Row, last: Trend | None) -> list[str]:
    if last is None:
        return []
    found = last[row.estimate.ref]
    return [change_cell(found) if found else NOTHING]


def _notes(trends: Sequence[Trend], rows: Sequence[Row]) -> Iterator[str]:
    """How to read the table."""
    if drawn := [str(trend.earlier) for trend in trends if trend.drawn]:
        yield (f"Van {dutch.enumeration(drawn)} staat hier wat toen is gepubliceerd; een toets kan "
               "daar niet op.")
    yield from how_to_read(_changes(trends[-1], rows))


def _reasons(trend: Trend, rows: Sequence[Row]) -> Iterator[str]:
    """Why answers cannot be laid beside those of then: once where it is said of all."""
    found: dict[str, list[str]] = {}
    for row in rows:
        one = trend[row.estimate.ref]
        if one and not one.alike:
            found.setdefault(one.why, []).append(row.answer)
    answers = {row.answer for row in rows}
    for why, names in found.items():
        whose = dict.fromkeys(names)
        name = "" if set(whose) == answers else f"{'; '.join(whose)}. "
        yield f"Niet te vergelijken met {trend.earlier}: {name}{why}"
