"""What a figure shows: its numbers, the finding they carry, and what it says without sight."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation import Estimate, Ref, Results
from participatiemonitor.estimation.estimates import REASONS
from participatiemonitor.presentation.exhibits.headlines import headline
from participatiemonitor.presentation.words.bases import base_cell


@dataclass(frozen=True)
class FigureData:
    """What one figure shows.

    Attributes
    ----------
    number : int
    title : str
        What it is about.
    headline : str
        What it shows.
    form : str
        ``grouped`` or ``stacked``.
    table : pandas.DataFrame
        One row a bar: ``item`` (question or, where there is one question, its option),
        ``option``, ``group``, ``n`` (missing where hidden), ``base`` (the same in words), ``value``
        (a fraction), ``label`` (the percentage, or why there is none) and ``weighted``; in Dutch.
    """

    number: int
    title: str
    headline: str
    form: str
    table: pd.DataFrame


def figure_data(number: int, estimates: Results) -> FigureData:
    """Collect the estimates a figure shows.

    Parameters
    ----------
    number : int
        As in the monitor, 1 to 12.
    estimates : Results

    Returns
    -------
    FigureData
        Grouped bars sorted by the first group, the exclusive option last; stacked ones in the
        order of the codebook.
    """
    wave = estimates.wave
    spec = wave.codebook.figures[number]
    rows = []
    for name in spec.questions:
        question = wave.codebook[name]
        for group in question.asked:
            for option in question.options:
                one = estimates[Ref(name, option.id, group)]
                rows.append({
                    "item": question.short if spec.form == "stacked"
                    else option.nl,
                    "option": option.nl, "group": wave.info.groups[group].nl, "n": one.n,
                    "base": base_cell(one),
                    "value": one.value, "label": estimate_label(one), "weighted": one.weighted,
                    "last": option.id == question.exclusive,
                })
    table = pd.DataFrame(rows).astype({"n": "Int64"})
    if spec.form == "grouped":
        first = table[table["group"] == table["group"].iloc[0]]
        order = first.sort_values(["last", "value"], ascending=[True, False], kind="stable")
        table["item"] = pd.Categorical(table["item"], list(order["item"]))
        table = table.sort_values(["item"], kind="stable").astype({"item": object})
    questions = [wave.codebook[name] for name in spec.questions]
    return FigureData(number, spec.nl, headline(questions, estimates) or spec.nl, spec.form,
                      table.drop(columns="last"))


def estimate_label(one: Estimate) -> str:
    """The percentage of an estimate, or why there is none."""
    return REASONS.get(one.status) or dutch.percent(one.value)


def alt_text(data: FigureData) -> str:
    """What a figure shows, from its numbers, for who does not see it."""
    parts = []
    if data.form == "grouped":
        for group, rows in data.table.groupby("group", sort=False):
            values = (f"{row.item} {row.label}" for row in rows.itertuples())
            parts.append(f"{group}: {', '.join(values)}")
    else:
        several = data.table["item"].nunique() > 1
        for (item, group), rows in data.table.groupby(["item", "group"], sort=False):
            values = (f"{row.option} {row.label}" for row in rows.itertuples())
            place = f"{item}, {group}" if several else group
            parts.append(f"{place}: {'; '.join(values)}")
    kind = "Liggende staven" if data.form == "grouped" else "Gestapelde liggende staven"
    lead = f"{kind}. " if data.headline == data.title else f"{kind}. {data.headline}. "
    return f"{lead}{'. '.join(dutch.capital(part) for part in parts)}."
