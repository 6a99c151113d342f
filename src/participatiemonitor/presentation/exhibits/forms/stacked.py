"""One bar a question and group, cut up by the answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.in_words import bars_of, describe_bars, shares_table
from participatiemonitor.presentation.exhibits.labels import bar_length
from participatiemonitor.presentation.exhibits.rows import Row
from participatiemonitor.survey.codebook import Question

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

KEY_WIDTH = 36

table = shares_table


def refs(questions: Sequence[Question], source: Results) -> list[Ref]:
    """In the order of the codebook; of each question the same groups."""
    asked = {group for question in questions for group in question.asked}
    return [Ref(question.id, option, group) for question in questions
            for option in question.option_ids
            for group in source.wave.info.groups if group in asked]


def describe(exhibit: Exhibit) -> str:
    """Each bar with its parts."""
    return describe_bars(exhibit, "Gestapelde liggende staven", "; ")


def note(_exhibit: Exhibit) -> str:
    """Nothing: bars with their labels speak for themselves."""
    return ""


def draw(exhibit: Exhibit) -> Canvas:
    """Each part with its percentage, under a key of the answers."""
    bars = bars_of(exhibit)
    options = list(dict.fromkeys(row.answer for row in exhibit.rows))
    colours = theme.SCALE_COLOURS[len(options)]
    headed = len(bars) > 1
    head, step = (theme.LINE + 0.14 if headed else 0.0), theme.LINE + theme.BAR + 0.10
    lines = (len(options) + 1) // 2 if len(options) > 2 else 1
    top = lines * theme.LINE + 0.06
    canvas, axes = theme.canvas(top + len(bars) * head + sum(map(len, bars.values())) * step)
    for question, groups in bars.items():
        if headed:
            name = theme.fitted(dutch.capital(question), theme.NAME_WIDTH, 1)
            axes.text(0, top + head, name, ha="left", va="bottom", fontfamily=theme.SEMIBOLD)
            top += head
        for group, parts in groups.items():
            axes.text(0, top + theme.LINE + 0.02, theme.fitted(group, theme.NAME_WIDTH, 1),
                      ha="left", va="bottom", color=theme.SOFT)
            _stack(axes, parts, colours, top + theme.LINE + 0.04 + theme.BAR / 2)
            top += step
    axes.set(xlim=(0, 100), ylim=(top, 0), xticks=[], yticks=[])
    made = [row.assumed for row in exhibit.asked]
    _key(axes, options, colours, made=all(made))
    theme.bar_key(canvas, made)
    return canvas


def _stack(axes: Axes, parts: Sequence[Row], colours: Sequence[str], place: float) -> None:
    left = 0.0
    beside: list[str] = []
    for part, colour, width in zip(parts, colours, _widths(parts), strict=True):
        bar, = axes.barh(place, width, left=left, color=colour, height=theme.BAR,
                         edgecolor="white", linewidth=0.8)
        if part.assumed:
            theme.hatch(bar, colour)
        if part.label and width >= max(7, 2 * len(part.label)):
            theme.write_over(axes, (left + width / 2, place), part.label, bar, "center")
        elif part.label and part.quote:
            beside.append(f"{part.answer}: {part.label}")
        left += width
    if beside:  # what a document says is said, however narrow the part
        axes.text(100, place - theme.BAR / 2 - 0.02, theme.fitted("; ".join(beside), 40, 1),
                  ha="right", va="bottom", color=theme.SOFT)
    hidden = [part.label for part in parts if np.isnan(part.estimate.limits[0])]
    if hidden and left < 99.5:
        axes.text(left + 1, place, f"rest: {hidden[0]}", ha="left", va="center", color=theme.SOFT)


def _widths(parts: Sequence[Row]) -> NDArray[np.float64]:
    """How wide each part is, in percent: those told within limits fill what the others leave."""
    limits = 100 * np.array([part.estimate.limits for part in parts])
    room = limits[:, 1] - limits[:, 0]
    if np.isnan(limits).any() or not room.any():
        return np.array([100 * bar_length(part.estimate) for part in parts])
    return limits[:, 0] + room * np.clip((100 - limits[:, 0].sum()) / room.sum(), 0, 1)


def _key(axes: Axes, options: Sequence[str], colours: Sequence[str], *, made: bool) -> None:
    """The answers in the order of the parts, each beside its colour."""
    from matplotlib.patches import Rectangle

    patches = [Rectangle((0, 0), 1, 1, facecolor=colour) for colour in colours]
    if made:
        for patch, colour in zip(patches, colours, strict=True):
            theme.hatch(patch, colour)
    names = [theme.fitted(option, KEY_WIDTH, 1) for option in options]
    axes.legend(patches, names, loc="upper left", bbox_to_anchor=(0, 1), borderpad=0,
                ncols=2 if len(options) > 2 else len(options), borderaxespad=0,
                handlelength=0.9, handleheight=0.9, columnspacing=1.4, labelspacing=0.25,
                handletextpad=0.5)
