"""A tornado: how far a result goes with each number, those that it goes farthest with above.

A row is a number that is not precisely known. Its bar goes from the result with the number at its
lowest, which is pale, to that at its highest; the line is the result with all in their middle.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from participatiemonitor import dutch
from participatiemonitor.presentation.exhibits import theme
from participatiemonitor.presentation.studies.cells import cell_text
from participatiemonitor.presentation.studies.naming import named_row
from participatiemonitor.studies.report import Cell, ReportFigure, ReportTable

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as Canvas

# The result with a number at its lowest, at its highest and in its middle, and what was given.
PARTS = {"low": True, "high": True, "middle": True, "given": True}
# The rows that are drawn, the widest; those that are told to who does not see them.
ROWS, TOLD = 8, 3
_NAME, _GIVEN = 48, 20
# In hundredths of the room: kept free at both sides, for the results at the ends.
_SIDE = 13.0


def draw(figure: ReportFigure, table: ReportTable) -> Canvas:
    """Draw the bars, each under what it is and what was given."""
    from matplotlib.patches import Patch

    theme.apply_theme()
    rows = table.rows[:ROWS]
    names = [theme.fitted(str(row[0]), _NAME, theme.NAME_LINES) for row in rows]
    heights = [(name.count("\n") + 1) * theme.LINE + theme.BAR + 0.14 for name in names]
    head = theme.LINE + 0.06
    left = theme.LINE if len(table.rows) > len(rows) else 0.0
    canvas, axes = theme.canvas(head + sum(heights) + left)
    place = _Places(figure, table, rows)
    middle = _text(rows[0], figure, table, "middle")
    centre = place.of(rows[0], "middle")
    axes.plot([centre] * 2, [head - 0.04, head + sum(heights)], color=theme.INK, linewidth=0.9,
              zorder=0.5)
    axes.text(centre, head - 0.05, f"alles in het midden: {middle}", va="bottom",
              color=theme.SOFT, ha="left" if centre < 60 else "right")
    top = head
    for name, height, row in zip(names, heights, rows, strict=True):
        under = top + (name.count("\n") + 1) * theme.LINE
        named_row(axes, top, name, theme.fitted(_text(row, figure, table, "given"), _GIVEN, 1))
        _draw_bar(axes, under + theme.BAR / 2 + 0.02, centre, {
            part: (place.of(row, part), _text(row, figure, table, part))
            for part in ("low", "high")})
        top += height
    if left:
        axes.text(0, top + left, f"en nog {dutch.numeral(len(table.rows) - ROWS)} met minder "
                  "gevolg", ha="left", va="bottom", color=theme.SOFT)
    axes.set(xlim=(0, 100), ylim=(top + left, 0), xticks=[], yticks=[])
    colours = theme.pale(theme.GROUP_COLOURS[0]), theme.GROUP_COLOURS[0]
    theme.key(canvas, {word: Patch(facecolor=colour) for word, colour in zip(
        ("bij het laagste getal", "bij het hoogste getal"), colours, strict=True)})
    return canvas


def _draw_bar(axes: Axes, middle: float, centre: float, ends: dict[str, tuple[float, str]]
              ) -> None:
    """From the middle to both ends, each with its result; both may lie to the same side."""
    colours = {"low": theme.pale(theme.GROUP_COLOURS[0]), "high": theme.GROUP_COLOURS[0]}
    for part, (end, _) in sorted(ends.items(), key=lambda item: -abs(item[1][0] - centre)):
        axes.barh(middle, end - centre, left=centre, height=theme.BAR * 0.9, color=colours[part],
                  linewidth=0)
    (first, label), (last, other) = sorted(ends.values(), key=lambda end: end[0])
    axes.text(min(first, centre) - 1, middle, label, ha="right", va="center")
    axes.text(max(last, centre) + 1, middle, other, ha="left", va="center")


class _Places:
    """Where results stand, between the least and the most of them."""

    def __init__(self, figure: ReportFigure, table: ReportTable, rows: tuple[tuple[Cell, ...], ...]
                 ) -> None:
        self.places = {part: table.column(figure.parts[part]) for part in ("low", "high", "middle")}
        known = [float(cell) for row in rows for place in self.places.values()
                 if isinstance(cell := row[place], int | float)]
        self.least, self.most = min(known), max(known)

    def of(self, row: tuple[Cell, ...], part: str) -> float:
        """The place of a result; that of one without end is the end of the room."""
        cell = row[self.places[part]]
        if not isinstance(cell, int | float):
            return 100.0 - _SIDE
        span = (self.most - self.least) or 1.0
        return _SIDE + (100 - 2 * _SIDE) * (float(cell) - self.least) / span


def describe(figure: ReportFigure, table: ReportTable) -> str:
    """What it shows, from its numbers, for who does not see it."""
    said = [f"{row[0]} ({_text(row, figure, table, 'given')}): van "
            f"{_text(row, figure, table, 'low')} tot {_text(row, figure, table, 'high')}"
            for row in table.rows[:TOLD]]
    left = len(table.rows) - len(said)
    more = f"; {dutch.numeral(left)} andere maken minder uit" if left > 1 else ""
    middle = _text(table.rows[0], figure, table, "middle")
    return (f"Tornadodiagram. {dutch.ended(figure.title)} Met alles in het midden: {middle}. "
            f"{'; '.join(said)}{more}.")


def _text(row: tuple[Cell, ...], figure: ReportFigure, table: ReportTable, part: str) -> str:
    place = table.column(figure.parts[part])
    return cell_text(row[place], table.columns[place])
