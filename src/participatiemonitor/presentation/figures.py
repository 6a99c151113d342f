"""Figures: one function a form, drawn from the tidy estimates of a question."""

from __future__ import annotations

import base64
import io
import textwrap
from dataclasses import dataclass

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.figure import Figure as Canvas

from participatiemonitor.estimation import Estimate, Estimates, Ref
from participatiemonitor.estimation.estimates import REASONS
from participatiemonitor.presentation import theme, wording

LABEL_WIDTH = 30


@dataclass(frozen=True)
class FigureData:
    """What one figure shows.

    Attributes
    ----------
    number : int
    title : str
    form : str
        ``grouped`` or ``stacked``.
    table : pandas.DataFrame
        One row a bar: ``item`` (question or, where there is one question, its option),
        ``option``, ``group``, ``n``, ``value`` (a fraction), ``label`` (the percentage, or why
        there is none) and ``weighted``; in Dutch.
    """

    number: int
    title: str
    form: str
    table: pd.DataFrame


def figure_data(number: int, estimates: Estimates) -> FigureData:
    """Collect the estimates a figure shows.

    Parameters
    ----------
    number : int
        As in the monitor, 1 to 12.
    estimates : Estimates

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
                    "value": one.value, "label": estimate_label(one), "weighted": one.weighted,
                    "last": option.id == question.exclusive,
                })
    table = pd.DataFrame(rows)
    if spec.form == "grouped":
        first = table[table["group"] == table["group"].iloc[0]]
        order = first.sort_values(["last", "value"], ascending=[True, False], kind="stable")
        table["item"] = pd.Categorical(table["item"], list(order["item"]))
        table = table.sort_values(["item"], kind="stable").astype({"item": object})
    return FigureData(number, spec.nl, spec.form, table.drop(columns="last"))


def estimate_label(one: Estimate) -> str:
    """The percentage of an estimate, or why there is none."""
    return REASONS.get(one.status) or wording.percent(one.value)


def draw(data: FigureData) -> Canvas:
    """Draw a figure in its form."""
    theme.apply_theme()
    return {"grouped": draw_grouped, "stacked": draw_stacked}[data.form](data.table)


def draw_grouped(table: pd.DataFrame) -> Canvas:
    """Bars an option, one colour a group, with the percentage at the end of each bar."""
    items = list(dict.fromkeys(table["item"]))
    groups = list(dict.fromkeys(table["group"]))
    canvas, axes = plt.subplots(figsize=(theme.WIDTH, 0.62 * len(items) + 0.9))
    shown = table.assign(percent=100 * table["value"].fillna(0), item=table["item"].map(_wrapped))
    sns.barplot(shown, x="percent", y="item", hue="group", hue_order=groups, errorbar=None,
                order=[_wrapped(item) for item in items], ax=axes, width=0.78, saturation=1,
                palette=list(theme.GROUP_COLOURS[: len(groups)]))
    for group, bars in zip(groups, axes.containers, strict=True):
        rows = table[table["group"] == group].set_index("item")
        for item, bar in zip(items, bars, strict=True):
            _finish(axes, bar, rows.loc[item])
    axes.set(xlim=(0, 112), xlabel="", ylabel="", xticks=[])
    axes.tick_params(length=0)
    _legend(axes, len(groups))
    return canvas


def draw_stacked(table: pd.DataFrame) -> Canvas:
    """One bar a question and group, cut up by the answers, each part with its percentage."""
    items = list(dict.fromkeys(table["item"]))
    groups = list(dict.fromkeys(table["group"]))
    options = list(dict.fromkeys(table["option"]))
    colours = theme.SCALE_COLOURS[len(options)]
    headed = len(items) > 1
    step = len(groups) + (1 if headed else 0.2)
    canvas, axes = plt.subplots(
        figsize=(theme.WIDTH, 0.44 * step * len(items) + 0.7))
    names, places = [], []
    for row, item in enumerate(items):
        top = row * step
        if headed:
            axes.text(0, top - 0.72, item, ha="left", va="center", fontsize=10.5,
                      fontweight="bold")
        for column, group in enumerate(groups):
            place = top + column
            names.append(group)
            places.append(place)
            part = table[(table["item"] == item) & (table["group"] == group)]
            _stack(axes, part.set_index("option"), options, colours, place)
    axes.set(xlim=(0, 100), ylim=(max(places) + 0.6, -1.2 if headed else -0.6), xticks=[],
             yticks=places, yticklabels=names)
    axes.tick_params(length=0)
    _legend(axes, 2 if len(options) > 3 else len(options))
    return canvas


def as_svg(canvas: Canvas) -> bytes:
    """The figure as SVG, the same bytes each time; closes it."""
    stream = io.BytesIO()
    canvas.savefig(stream, format="svg", bbox_inches="tight", metadata={"Date": None})
    plt.close(canvas)
    return stream.getvalue()


def as_data_uri(svg: bytes) -> str:
    """An SVG as an address a page can show without a file of its own."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode("ascii")


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
    return f"{kind}. {'. '.join(wording.capital(part) for part in parts)}."


def _finish(axes, bar, row) -> None:
    """Write the label after the bar, and over its end the weighted share with its interval."""
    middle = bar.get_y() + bar.get_height() / 2
    end = bar.get_width()
    if np.isfinite(row["weighted"].low):
        low, high = 100 * row["weighted"].low, 100 * row["weighted"].high
        for colour, width in (("white", 2.6), (theme.INK, 1)):
            axes.plot([low, high], [middle, middle], color=colour, linewidth=width, zorder=3)
        axes.plot(100 * row["weighted"].value, middle, "o", color="white", markersize=3.5,
                  markeredgecolor=theme.INK, markeredgewidth=0.9, zorder=4)
        end = max(end, high)
    axes.text(end + 1.2, middle, row["label"], ha="left", va="center", fontsize=10)


def _stack(axes, rows, options, colours, place):
    left = 0.0
    for option, colour in zip(options, colours, strict=True):
        width = 100 * np.nan_to_num(rows.loc[option, "value"])
        axes.barh(place, width, left=left, color=colour, height=0.82, edgecolor="white",
                  label=option if place == 0 else None)
        if width >= 5:
            axes.text(left + width / 2, place, rows.loc[option, "label"], ha="center",
                      va="center", fontsize=10, color=theme.ink_on(colour))
        left += width
    hidden = rows.loc[rows["value"].isna(), "label"]
    if len(hidden) and left < 99.5:
        axes.text(left + 1, place, f"rest: {hidden.iloc[0]}", ha="left", va="center", fontsize=9,
                  color=theme.SOFT)


def _legend(axes, columns):
    handles, labels = axes.get_legend_handles_labels()
    axes.legend(handles, labels, loc="lower left", bbox_to_anchor=(0, 1.0), ncols=columns,
                borderaxespad=0.2, handlelength=1, columnspacing=1.4)


def _wrapped(text: str) -> str:
    return "\n".join(textwrap.wrap(text, LABEL_WIDTH))
