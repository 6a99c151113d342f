"""What forms share: the numbers of an exhibit as a Markdown table, and in words."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.rows import Row
from participatiemonitor.presentation.markdown import pipe_table
from participatiemonitor.presentation.words.bases import base_cell

# What heads columns; the pages know them by these words.
QUESTION, GROUP, ANSWER = "Vraag", "Groep", "Antwoord"
WEIGHTED = "gewogen (95%-interval)"


def side_by_side(exhibit: Exhibit, labels: dict[str, Callable[[Row], str]],
                 head: Callable[[Row], list[str]], cells: Callable[[Row], list[str]]) -> Markup:
    """A table with the groups beside each other.

    Parameters
    ----------
    exhibit : Exhibit
        Each of its groups has the same rows.
    labels : dict of str to callable
        The columns before those of the groups: what heads them, and the label of a row.
    head, cells : callable
        The columns of a group, and what a row has in them.

    Returns
    -------
    Markup
    """
    columns = list(labels)
    lines: dict[tuple[str, ...], list[str]] = {}
    for row in exhibit.rows:
        line = lines.setdefault(tuple(label(row) for label in labels.values()), [])
        if len(lines) == 1:
            columns += head(row)
        line += cells(row)
    return pipe_table(columns, [[*key, *line] for key, line in lines.items()],
                      range(len(labels), len(columns)))


def shares_table(exhibit: Exhibit) -> Markup:
    """The numbers behind a figure: one row a question and answer.

    Parameters
    ----------
    exhibit : Exhibit

    Returns
    -------
    Markup
        Without what a reconstruction estimates for all organisations: that is nobody's finding,
        and in the files.
    """
    labels = {QUESTION: lambda row: dutch.capital(row.short),
              ANSWER: lambda row: dutch.capital(row.answer)}
    if len(exhibit.about) == 1:
        del labels[QUESTION]
    if exhibit.reconstructed:
        return side_by_side(exhibit, labels, lambda row: [dutch.capital(row.group)],
                            lambda row: [row.cell])
    return side_by_side(
        exhibit, labels, lambda row: [dutch.capital(row.group), "n", WEIGHTED],
        lambda row: [row.cell, base_cell(row.estimate), weighted_text(row.estimate.weighted)])


def weighted_text(weighted: Weighted) -> str:
    """A weighted share with its interval: *24% (17–33%)*."""
    if np.isnan(weighted.value):
        return "–"
    text = dutch.percent(weighted.value)
    if np.isnan(weighted.low):
        return text
    return f"{text} ({dutch.whole(100 * weighted.low)}–{dutch.percent(weighted.high)})"


def bars_of(exhibit: Exhibit) -> dict[str, dict[str, list[Row]]]:
    """The rows of each group that was asked a question, by the name of the question."""
    bars: dict[str, dict[str, list[Row]]] = {}
    for group in exhibit.groups:
        for row in exhibit.asked:
            if row.group == group:
                bars.setdefault(row.short, {}).setdefault(group, []).append(row)
    return bars


def describe_bars(exhibit: Exhibit, kind: str, between: str) -> str:
    """Each bar, or each group of bars, with its answers and their percentages.

    Of a reconstruction only what a document printed, and then which bars were made up.

    Parameters
    ----------
    exhibit : Exhibit
    kind : str
        What they are: *Liggende staven*.
    between : str
        Between two answers.

    Returns
    -------
    str
    """
    bars = bars_of(exhibit)
    lead = [kind] if exhibit.finding == exhibit.title else [kind, exhibit.finding]
    printed = " (gedrukt)" if exhibit.reconstructed else ""
    parts = (dutch.capital(f"{question}, {group}: " if len(bars) > 1 else f"{group}: ")
             + between.join(f"{row.answer} {row.label}{printed}" for row in rows if row.label)
             for question, groups in bars.items() for group, rows in groups.items()
             if any(row.label for row in rows))
    return f"{'. '.join([*lead, *parts, *_made_up(exhibit)])}."


def _made_up(exhibit: Exhibit) -> list[str]:
    """Which bars were made up, by their answers: their numbers are in no document."""
    rows = list(exhibit.asked)
    made = [row for row in rows if row.assumed]
    if not made:
        return []
    names = []
    for answer in dict.fromkeys(row.answer for row in made):
        where = [row for row in made if row.answer == answer]
        whole = len(where) == sum(row.answer == answer for row in rows)
        who = dutch.enumeration(dict.fromkeys(row.group for row in where))
        names.append(answer if whole else f"{answer} ({who})")
    listed = "alle antwoorden" if len(made) == len(rows) else "; ".join(names)
    return [f"Nagemaakt, dus niet uit het rapport, zijn lengte en volgorde van: {listed}"]
