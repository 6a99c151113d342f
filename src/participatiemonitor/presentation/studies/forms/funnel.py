"""Points by their size around a target, with limits that narrow as sizes grow.

The limits are those of the rows, exact there. Between rows, and to the edges, the lines are drawn
through them: what a limit is away from the target, times the root of the size, is nearly a line in
one by that root (the first terms of Cornish and Fisher 1937), and of normal limits it is level.

A row whose value is not told is drawn from the least to the most that it can be.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.palette import COLOURS
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.funnels.names import write_names
from participatiemonitor.presentation.studies.funnels.points import (
    LIMITS,
    Floats,
    Points,
    points_of,
)
from participatiemonitor.presentation.studies.funnels.scales import show_scales
from participatiemonitor.studies.report import ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

PARTS = {"size": True, "value": True, "target": True, **dict.fromkeys(LIMITS[:4], True),
         **dict.fromkeys(LIMITS[4:], False), "least": False, "most": False, "marked": False}
_HEIGHT, _STEPS = 3.3, 240
# In parts of the canvas: left, bottom, width, height.
_PLACE = (0.105, 0.135, 0.89, 0.85)
# Grounds between the wider limits, the widest first, and what they are.
_GROUNDS = {"widest": COLOURS["named"]["linen"], "wide": COLOURS["named"]["shell"]}
_WIDE = "Ruimere grenzen"
_LINES = {"95% bij toeval": (LIMITS[0:2], (0, (4, 2))),
          "99,8% bij toeval": (LIMITS[2:4], "solid")}
# Names in the alternative text; the table has all.
_NAMED = 8


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the funnel."""
    theme.apply_theme()
    canvas, axes = theme.canvas(_HEIGHT)
    axes.set_position(_PLACE)
    points = points_of(figure, table)
    sizes = np.geomspace(points.size.min() / 1.2, points.size.max() * 1.3, _STEPS)
    show_scales(axes, points, sizes)
    entries = _limits(axes, points, sizes) | _points(axes, points)
    write_names(axes, points)
    theme.key(canvas, entries)
    return canvas


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    points = points_of(figure, table)
    said = [f"Trechter. {dutch.ended(figure.title)} {_target(points)}."]
    for level, name in ((2, "99,8%"), (1, "95% maar niet die van 99,8%")):
        there = [place for place in points.outward if abs(points.outside[place]) == level]
        few = [f"{points.names[place]} ({points.texts[place]})" for place in there[:_NAMED]]
        rest = len(there) - len(few)
        few += [f"nog {dutch.numeral(rest)}"] if rest else []
        said.append(f"Buiten de grens van {name}: "
                    f"{dutch.enumeration(few) if few else 'geen'}.")
    return " ".join(said)


def _target(points: Points) -> str:
    return f"{points.target_head.nl}: {cell_text(points.target, points.target_head)}"


def _limits(axes: Axes, points: Points, sizes: Floats) -> dict[str, Artist]:
    """Draw the limits, the wider ones as grounds, and the target; say what each is."""
    entries: dict[str, Artist] = {}
    lines = {part: _line(points, limits, sizes) for part, limits in points.limits.items()}
    entries[_target(points)] = axes.axhline(points.target, color=theme.INK, linewidth=0.8)
    for part, colour in _GROUNDS.items():
        if f"{part}_low" in lines:
            entries[_WIDE] = axes.fill_between(sizes, lines[f"{part}_low"], lines[f"{part}_high"],
                                               color=colour, linewidth=0, zorder=0)
    for name, (ends, dashes) in _LINES.items():
        for end in ends:
            entries[name], = axes.plot(sizes, lines[end], color=theme.GROUP_COLOURS[0],
                                       linewidth=1.0, linestyle=dashes)
    return entries


def _line(points: Points, limits: Floats, sizes: Floats) -> Floats:
    """A limit along the sizes; see the notes of this module."""
    steps, first = np.unique(1 / np.sqrt(points.size), return_index=True)
    apart = (limits[first] - points.target) * np.sqrt(points.size[first])
    found = points.target + np.interp(1 / np.sqrt(sizes), steps, apart) / np.sqrt(sizes)
    return np.clip(found, 0.0, points.ceiling)


def _points(axes: Axes, points: Points) -> dict[str, Artist]:
    """Draw the points, and say what those are that stand out."""
    entries: dict[str, Artist] = {}
    out, exact = points.outside != 0, points.least == points.most
    for chosen, fill, edge, size in (
            (~out & ~points.marked, theme.PAPER, theme.SOFT, 13),
            (out & ~points.marked, theme.GROUP_COLOURS[0], theme.PAPER, 24),
            (points.marked, theme.GROUP_COLOURS[1], theme.INK, 34)):
        drawn = axes.scatter(points.size[chosen & exact], points.least[chosen & exact], s=size,
                             facecolor=fill, edgecolor=edge, linewidth=0.7, zorder=3,
                             clip_on=False)
        line = edge if fill == theme.PAPER else fill
        axes.vlines(points.size[chosen & ~exact], points.least[chosen & ~exact],
                    points.most[chosen & ~exact], color=line, linewidth=2.2, zorder=3,
                    clip_on=False)
        if points.marked.any() and fill == theme.GROUP_COLOURS[1]:
            entries["Opvallend"] = drawn
    if not exact.all():
        entries["Niet precies te tonen"] = axes.vlines([], [], [], color=theme.SOFT, linewidth=2.2)
    return entries
