"""Bars an answer, one colour a group, from most to least given."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.in_words import describe_bars, shares_table
from participatiemonitor.presentation.exhibits.labels import bar_length
from participatiemonitor.presentation.exhibits.rows import Row
from participatiemonitor.survey.codebook import Question

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas
    from matplotlib.patches import Rectangle

# Percent on the scale: where its room ends, and how wide a letter is.
ROOM, LETTER = 109, 1.4

table = shares_table


def refs(questions: Sequence[Question], source: Results) -> list[Ref]:
    """By the share in the first group, the exclusive answer last."""
    question, = questions
    groups = [group for group in source.wave.info.groups if group in question.asked]
    shares = {option: np.mean(source[Ref(question.id, option, groups[0])].limits)
              for option in question.option_ids}
    order = sorted(shares, key=lambda option: (
        option == question.exclusive, np.isnan(shares[option]), -np.nan_to_num(shares[option])))
    return [Ref(question.id, option, group) for option in order for group in groups]


def describe(exhibit: Exhibit) -> str:
    """Each group with its answers."""
    return describe_bars(exhibit, "Liggende staven", ", ")


def note(_exhibit: Exhibit) -> str:
    """Nothing: bars with their labels speak for themselves."""
    return ""


def draw(exhibit: Exhibit) -> Canvas:
    """The percentage at the end of each bar, and the name of an answer above its bars."""
    import seaborn as sns

    groups = exhibit.groups
    names = {row.answer: theme.fitted(dutch.capital(row.answer), theme.NAME_WIDTH, theme.NAME_LINES)
             for row in exhibit.rows}
    lines = max(name.count("\n") + 1 for name in names.values())
    step = lines * theme.LINE + len(groups) * theme.BAR + 0.14
    canvas, axes = theme.canvas(step * len(names))
    shares = pd.DataFrame([(row.answer, row.group, 100 * bar_length(row.estimate))
                           for row in exhibit.rows], columns=["answer", "group", "percent"])
    sns.barplot(shares, x="percent", y="answer", hue="group", hue_order=groups, order=list(names),
                errorbar=None, ax=axes, legend=False, width=len(groups) * theme.BAR / step,
                saturation=1, palette=theme.GROUP_COLOURS[: len(groups)])
    half = len(groups) * theme.BAR / step / 2
    for place, name in enumerate(names.values()):
        axes.text(0, place - half - 0.03, name, ha="left", va="bottom")
    colours = theme.GROUP_COLOURS[: len(groups)]
    for group, colour, bars in zip(groups, colours, axes.containers, strict=True):
        rows = [row for row in exhibit.rows if row.group == group]
        for place, (row, bar) in enumerate(zip(rows, bars, strict=True)):
            if row.assumed:
                theme.hatch(bar, colour)
            _finish(axes, bar, row, theme.fitted(group, theme.GROUP_WIDTH, 1) * (place == 0))
    axes.set(xlim=(0, ROOM), xlabel="", ylabel="", xticks=[], yticks=[],
             ylim=(len(names) - 1 + half + 0.04, -half - lines * theme.LINE / step - 0.06))
    theme.bar_key(canvas, [row.assumed for row in exhibit.asked])
    return canvas


def _finish(axes: Axes, bar: Rectangle, row: Row, group: str) -> None:
    """Write the label at the end of the bar.

    `group` names the bar itself, inside where it is long enough and else after the label.
    """
    middle = bar.get_y() + bar.get_height() / 2
    end = bar.get_width()
    inside = bool(group) and end > LETTER * len(group) + 3
    label = row.label if inside else f"{row.label}  {group}".strip()
    if end + LETTER * len(label) > ROOM:  # words that do not fit behind so long a bar
        theme.write_over(axes, (end - 1.4, middle), label, bar, "right")
    elif label:
        axes.text(end + 1.2, middle, label, ha="left", va="center")
    if inside:
        theme.write_over(axes, (1.4, middle), group, bar, "left")
