"""Tables of the monitor, as Markdown."""

from __future__ import annotations

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.estimation import Ref, Results
from participatiemonitor.estimation.design.weighting import FINE, Weighted
from participatiemonitor.estimation.estimates import NOT_ASKED, OK, REASONS
from participatiemonitor.estimation.refs import ALL
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.figures import FigureData, estimate_label
from participatiemonitor.presentation.markdown import pipe_table
from participatiemonitor.presentation.words.bases import base_phrase


def figure_table(data: FigureData) -> Markup:
    """The numbers behind a figure: one row an item (and answer), one column a group."""
    groups = list(dict.fromkeys(data.table["group"]))
    stacked = data.form == "stacked"
    several = stacked and data.table["item"].nunique() > 1
    keys = ["item", "option"] if several else ["option"]
    cells = data.table.set_index([*keys, "group"])
    columns = [*(["Vraag"] if several else []), "Antwoord"]
    for group in groups:
        columns += [dutch.capital(group), "n", "gewogen (95%-interval)"]
    rows = []
    for key in dict.fromkeys(cells.index.droplevel("group")):
        names = list(key) if several else [key]
        row = [dutch.capital(name) for name in names]
        for group in groups:
            place = (*names, group)
            row += ([cells.loc[place, "label"], cells.loc[place, "base"],
                     weighted_text(cells.loc[place, "weighted"])]
                    if place in cells.index else [REASONS[NOT_ASKED], "–", "–"])
        rows.append(row)
    return pipe_table(columns, rows, range(len(columns) - 3 * len(groups), len(columns)))


def weighted_text(weighted: Weighted) -> str:
    """A weighted share with its interval: *24% (17–33%)*; coarse ones as *ongeveer*.

    A coarse share that is rounded to nothing or to all is *minder dan* or *meer dan*.
    """
    if np.isnan(weighted.value):
        return "–"
    text = dutch.percent(weighted.value)
    if weighted.step > FINE:
        half = 100 * weighted.step / 2
        digits = 0 if half == int(half) else 1
        text = {0.0: f"minder dan {dutch.decimal(half, digits)}%",
                1.0: f"meer dan {dutch.decimal(100 - half, digits)}%"}.get(
                    weighted.value, f"ongeveer {text}")
    if np.isnan(weighted.low):
        return text
    return f"{text} ({dutch.whole(100 * weighted.low)}–{dutch.percent(weighted.high)})"


def means_table(question: str, group: str, estimates: Results) -> Markup:
    """The mean of each item of a percentage, with the number of answers in the header."""
    entry = estimates.wave.codebook[question]
    base = base_phrase(estimates[Ref(question, entry.option_ids[0], group)])
    rows = []
    for option in entry.options:
        one = estimates[Ref(question, option.id, group)]
        rows.append([dutch.capital(option.nl), estimate_label(one),
                     weighted_text(one.weighted)])
    return pipe_table(["Gemiddeld deel van de bijstandsgerechtigden met",
                       f"Totaal ({base})", "naar klanten gewogen (95%-interval)"],
                      rows, [1, 2])


def themes_table(question: str, estimates: Results) -> Markup:
    """How often each theme of an open question was raised, by group."""
    wave = estimates.wave
    entry = wave.codebook[question]
    columns = ["Thema"]
    for group in entry.asked:
        base = base_phrase(estimates[Ref(question, entry.option_ids[0], group)])
        columns += [f"{dutch.capital(wave.info.groups[group].nl)} ({base})", "%",
                    "gewogen (95%-interval)"]
    rows = []
    for option in entry.options:
        row = [dutch.capital(option.nl)]
        for group in entry.asked:
            one = estimates[Ref(question, option.id, group)]
            shown = one.status == OK
            row += [dutch.whole(one.count) if shown else estimate_label(one),
                    estimate_label(one) if shown else "–", weighted_text(one.weighted)]
        rows.append(row)
    return pipe_table(columns, rows, range(1, len(columns)))


def response_table(estimates: Results) -> Markup:
    """The response of both groups, by stratum and in total."""
    info = estimates.wave.info
    columns, rows = ["Grootteklasse"], []
    for entry in info.groups.values():
        columns += [f"{dutch.capital(entry.nl)}: register", "n", "respons"]
    for domain in (*info.strata, ALL):
        row = [dutch.capital(info.strata[domain].nl) if domain != ALL else Markup("**Totaal**")]
        for group in info.groups:
            one = estimates[Ref("respons", "organisaties", group, domain)]
            row += [dutch.whole(one.n), dutch.whole(one.count), dutch.percent(one.value)]
        rows.append(row)
    return pipe_table(columns, rows, range(1, len(columns)))
