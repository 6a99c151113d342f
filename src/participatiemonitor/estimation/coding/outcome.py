"""Two codings next to each other: what is written, how far they agree, where they differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.agreement import decisions
from participatiemonitor.estimation.coding.answers import Assignment
from participatiemonitor.estimation.coding.reading import Codings
from participatiemonitor.files.faults import Cell, Fault
from participatiemonitor.files.tables import write_rows
from participatiemonitor.survey.answered import Answered
from participatiemonitor.survey.responses import OPEN_COLUMNS

# Differences of a theme that are named one by one.
NAMED = 20


def coded(answered: Answered, assigned: Sequence[Assignment], first: Codings, second: Codings
          ) -> Answered:
    """A round with the themes that two coders gave.

    Parameters
    ----------
    answered : Answered
    assigned : sequence of Assignment
    first, second : dict of str to tuple of Coding
        Of the same questions; results rest on the first. Other questions stay as they are.

    Returns
    -------
    Answered
        An answer may be quoted when both say so.
    """
    given = answered.open_answers.copy()
    places = {key: place for place, key in enumerate(
        zip(given["question"], given["respondent"], strict=True))}
    columns = {column: list(given[column]) for column in ("themes", "themes_second", "quotable")}
    for one in assigned:
        if one.question.id in first:
            for number, respondent in enumerate(one.respondents):
                place = places[one.question.id, respondent]
                ours, theirs = first[one.question.id][number], second[one.question.id][number]
                columns["themes"][place] = ours.themes
                columns["themes_second"][place] = theirs.themes
                columns["quotable"][place] = ours.quotable and theirs.quotable
    for column, values in columns.items():
        given[column] = pd.Series(values, index=given.index, dtype=given[column].dtype)
    return replace(answered, open_answers=given)


def one_sided(first: Codings, second: Codings, paths: Sequence[Path],
              assigned: Sequence[Assignment]) -> Iterator[Fault]:
    """Questions that one coder put into themes and the other did not."""
    for each in assigned:
        done = [each.question.id in one for one in (first, second)]
        if any(done) and not all(done):
            yield Fault(paths[done.index(False)].name, Cell(each.sheet, 0), None, "niets ingevuld",
                        "de indeling van deze vraag, want de andere codeur deelde haar in")


def write_open_answers(answered: Answered, path: Path) -> None:
    """Write ``open_answers.csv`` of a round in one move."""
    given = answered.open_answers.assign(
        themes=answered.open_answers["themes"].map(" ".join),
        themes_second=answered.open_answers["themes_second"].map(" ".join),
        quotable=answered.open_answers["quotable"].map({True: "ja", False: "nee"}))
    write_rows(path, OPEN_COLUMNS, given[list(OPEN_COLUMNS)].astype(object).to_numpy().tolist())


def agreement_text(answered: Answered, assigned: Sequence[Assignment], first: Codings,
                   second: Codings) -> str:
    """How far two coders agree, for the owner of the answers.

    Parameters
    ----------
    answered : Answered
        With both codings.
    assigned : sequence of Assignment
    first, second : dict of str to tuple of Coding

    Returns
    -------
    str
        Of each question Cohen's kappa and the share of decisions that are the same; of each theme
        where they differ, by the numbers of the answers.
    """
    lines = []
    for one in assigned:
        name = one.question.id
        if name not in first:
            lines.append(f"{one.sheet}: niet ingedeeld, en gebleven zoals het was.")
            continue
        pairs = list(zip(first[name], second[name], strict=True))
        lines.append(f"{one.sheet} ({len(pairs)} antwoorden): "
                     + _agreed(answered, name, one.question.option_ids))
        for option in one.question.options:
            differ = [number for number, (ours, theirs) in enumerate(pairs, start=1)
                      if (option.id in ours.themes) != (option.id in theirs.themes)]
            if differ:
                lines.append(f"  {option.nl}: {_agreed(answered, name, (option.id,))}; "
                             + _numbers(differ))
        if differ := [number for number, (ours, theirs) in enumerate(pairs, start=1)
                      if ours.quotable != theirs.quotable]:
            lines.append(f"  citeren, alleen als beiden ja zeggen: {_numbers(differ)}")
    return "\n".join(lines)


def _agreed(answered: Answered, question: str, themes: Sequence[str]) -> str:
    from statsmodels.stats.inter_rater import cohens_kappa

    table = decisions(answered, question, _told(answered, themes))
    same = dutch.percent(float(np.trace(table) / table.sum()))
    if min(*table.sum(axis=0), *table.sum(axis=1)) == 0:
        return f"{same} van de keuzes gelijk, κ niet te berekenen"
    kappa = float(cohens_kappa(table, return_results=False))
    return f"κ = {dutch.decimal(kappa, 2)}, {same} van de keuzes gelijk"


def _told(answered: Answered, themes: Sequence[str]) -> Mapping[str, Sequence[str]]:
    return dict.fromkeys(answered.info.groups, themes)


def _numbers(differ: Sequence[int]) -> str:
    named = ", ".join(map(str, differ[:NAMED])) + (", …" if len(differ) > NAMED else "")
    return f"{len(differ)} {'verschil' if len(differ) == 1 else 'verschillen'}: {named}"
