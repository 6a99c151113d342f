"""Figures drawn: one function a form. Names stand above bars, so that a telephone is wide enough.

Figures carry their finding as a title, so that they can be read where they stand alone.
"""

from __future__ import annotations

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
import seaborn as sns
from matplotlib.axes import Axes
from matplotlib.figure import Figure as Canvas
from matplotlib.patches import Rectangle

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.figures import FigureData

# Letters that fit on a line of names, of the title, of the key and in a bar.
NAME_WIDTH, TITLE_WIDTH, KEY_WIDTH, GROUP_WIDTH = 62, 56, 36, 30
# And the most lines; who reads on finds the whole text in the table and in the alternative text.
NAME_LINES, TITLE_LINES = 3, 5
LINE = theme.SIZE * 1.25 / 72  # inches
BAR = 0.20


def draw(data: FigureData) -> Canvas:
    """Draw a figure in its form, under the finding it shows."""
    theme.apply_theme()
    canvas = {"grouped": draw_grouped, "stacked": draw_stacked}[data.form](data.table)
    height = canvas.get_size_inches()[1]
    title = theme.fitted(data.headline, TITLE_WIDTH, TITLE_LINES)
    canvas.text(0, 1 + 0.10 / height, title, ha="left", va="bottom", fontfamily=theme.SEMIBOLD,
                fontsize=theme.SIZE + 1.5, linespacing=1.2)
    return canvas


def draw_grouped(table: pd.DataFrame) -> Canvas:
    """Bars an option, one colour a group, with the percentage at the end of each bar."""
    items = list(dict.fromkeys(table["item"]))
    groups = list(dict.fromkeys(table["group"]))
    names = {item: theme.fitted(dutch.capital(item), NAME_WIDTH, NAME_LINES) for item in items}
    lines = max(name.count("\n") + 1 for name in names.values())
    step = lines * LINE + len(groups) * BAR + 0.14
    canvas, axes = _canvas(step * len(items))
    sns.barplot(table.assign(percent=100 * table["value"].fillna(0)), x="percent", y="item",
                hue="group", hue_order=groups, order=items, errorbar=None, ax=axes, legend=False,
                width=len(groups) * BAR / step, saturation=1,
                palette=list(theme.GROUP_COLOURS[: len(groups)]))
    half = len(groups) * BAR / step / 2
    for place, item in enumerate(items):
        axes.text(0, place - half - 0.03, names[item], ha="left", va="bottom")
    for group, bars in zip(groups, axes.containers, strict=True):
        rows = table[table["group"] == group].set_index("item")
        for item, bar in zip(items, bars, strict=True):
            name = theme.fitted(group, GROUP_WIDTH, 1) if item == items[0] else ""
            _finish(axes, bar, rows.loc[item], name)
    axes.set(xlim=(0, 109), ylim=(len(items) - 1 + half + 0.04, -half - lines * LINE / step - 0.06),
             xlabel="", ylabel="", xticks=[], yticks=[])
    return canvas


def draw_stacked(table: pd.DataFrame) -> Canvas:
    """One bar a question and group, cut up by the answers, each part with its percentage."""
    items = list(dict.fromkeys(table["item"]))
    bars = len(table[["item", "group"]].drop_duplicates())
    options = list(dict.fromkeys(table["option"]))
    colours = theme.SCALE_COLOURS[len(options)]
    headed = len(items) > 1
    head, step = (LINE + 0.14 if headed else 0.0), LINE + BAR + 0.10
    rows = (len(options) + 1) // 2 if len(options) > 2 else 1
    key = rows * LINE + 0.06
    canvas, axes = _canvas(key + len(items) * head + bars * step)
    top = key
    for item in items:
        if headed:
            name = theme.fitted(dutch.capital(item), NAME_WIDTH, 1)
            axes.text(0, top + head, name, ha="left", va="bottom", fontfamily=theme.SEMIBOLD)
            top += head
        for group in dict.fromkeys(table.loc[table["item"] == item, "group"]):
            axes.text(0, top + LINE + 0.02, theme.fitted(group, NAME_WIDTH, 1), ha="left",
                      va="bottom", color=theme.SOFT)
            part = table[(table["item"] == item) & (table["group"] == group)]
            _stack(axes, part.set_index("option"), options, colours, top + LINE + 0.04 + BAR / 2)
            top += step
    axes.set(xlim=(0, 100), ylim=(top, 0), xticks=[], yticks=[])
    _key(axes, options, colours)
    return canvas


def _canvas(height: float) -> tuple[Canvas, Axes]:
    canvas = plt.figure(figsize=(theme.WIDTH, height))
    return canvas, canvas.add_axes((0, 0, 1, 1))


def _finish(axes: Axes, bar: Rectangle, row: pd.Series, group: str) -> None:
    """Write the label after the bar, and over its end the weighted share with its interval.

    `group` names the bar itself, inside where it is long enough and else after the label.
    """
    middle = bar.get_y() + bar.get_height() / 2
    end = bar.get_width()
    if np.isfinite(row["weighted"].low):
        low, high = 100 * row["weighted"].low, 100 * row["weighted"].high
        for colour, width in (("white", 2.4), (theme.INK, 0.9)):
            axes.plot([low, high], [middle, middle], color=colour, linewidth=width, zorder=3)
        axes.plot(100 * row["weighted"].value, middle, "o", color="white", markersize=3.2,
                  markeredgecolor=theme.INK, markeredgewidth=0.8, zorder=4)
        end = max(end, high)
    # Inside, where it stays clear of the interval, or where it would not fit behind the bar.
    clear = np.nan_to_num(row["weighted"].low, nan=row["value"]) > 0.3
    inside = bool(group) and (clear or end > 70)
    label = f"{row['label']}  {group}" if group and not inside else row["label"]
    axes.text(end + 1.2, middle, label, ha="left", va="center")
    if inside:
        axes.text(1.4, middle, group, ha="left", va="center",
                  color=theme.ink_on(bar.get_facecolor()[:3]))


def _stack(axes: Axes, rows: pd.DataFrame, options: list[str], colours: tuple[str, ...],
           place: float) -> None:
    left = 0.0
    for option, colour in zip(options, colours, strict=True):
        width = 100 * np.nan_to_num(rows.loc[option, "value"])
        axes.barh(place, width, left=left, color=colour, height=BAR, edgecolor="white",
                  linewidth=0.8)
        if width >= 7:
            axes.text(left + width / 2, place, rows.loc[option, "label"], ha="center",
                      va="center", color=theme.ink_on(colour))
        left += width
    hidden = rows.loc[rows["value"].isna(), "label"]
    if len(hidden) and left < 99.5:
        axes.text(left + 1, place, f"rest: {hidden.iloc[0]}", ha="left", va="center",
                  color=theme.SOFT)


def _key(axes: Axes, options: list[str], colours: tuple[str, ...]) -> None:
    """The answers in the order of the parts, each beside its colour."""
    patches = [Rectangle((0, 0), 1, 1, facecolor=colour) for colour in colours]
    names = [theme.fitted(option, KEY_WIDTH, 1) for option in options]
    axes.legend(patches, names, loc="upper left", bbox_to_anchor=(-0.012, 1.0), borderpad=0,
                ncols=2 if len(options) > 2 else len(options), borderaxespad=0,
                handlelength=0.9, handleheight=0.9, columnspacing=1.4, labelspacing=0.25,
                handletextpad=0.5)
