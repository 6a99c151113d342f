"""A small chart beside a key figure: one bar a quantity, drawn by the page itself.

It is text and plain shapes with class names, so that it takes the typeface and the colours of the
page, light or dark, and needs no style of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import html
from participatiemonitor.presentation.exhibits.labels import bar_length, estimate_label, short_label
from participatiemonitor.presentation.words.quantities import each

WIDTH, NAME, LABEL, ROW, HEIGHT = 240, 112, 46, 20, 10


def bars(source: Results, ref: str) -> SmallBars:
    """Bars of a quantity, one for each group it is about."""
    names = source.wave.info.groups
    return SmallBars([(names[estimate.ref.group].nl, estimate) for estimate in each(source, ref)])


@dataclass(frozen=True)
class SmallBars:
    """Bars for a card, from 0 to 100%.

    Attributes
    ----------
    bars : sequence of (str, Estimate)
        Name and quantity of each bar, in two colours by turns.
    """

    bars: Sequence[tuple[str, Estimate]]

    def __repr__(self) -> str:
        """What the bars show, for who does not see them."""
        return "; ".join(f"{name} {estimate_label(estimate)}" for name, estimate in self.bars)

    def _repr_html_(self) -> str:
        rows = "".join(self._row(place, name, estimate)
                       for place, (name, estimate) in enumerate(self.bars))
        refs = html(" ".join(str(estimate.ref) for _, estimate in self.bars))
        return (f'<svg class="small-bars" viewBox="0 0 {WIDTH} {ROW * len(self.bars)}" '
                f'data-kind="bars" data-refs="{refs}" '
                f'role="img" aria-label="{html(self)}">{rows}</svg>')

    def _row(self, place: int, name: str, estimate: Estimate) -> str:
        top = ROW * place + (ROW - HEIGHT) / 2
        room = WIDTH - NAME - LABEL
        length = round(room * bar_length(estimate), 1)
        middle = ROW * place + ROW / 2
        return (
            f'<text x="0" y="{middle:g}" dy="0.35em">{html(name)}</text>'
            f'<rect class="track" x="{NAME}" y="{top:g}" width="{room}" height="{HEIGHT}"/>'
            f'<rect class="bar-{place % 2 + 1}" x="{NAME}" y="{top:g}" width="{length:g}" '
            f'height="{HEIGHT}"/>'
            f'<text class="value" x="{NAME + room + 5}" y="{middle:g}" dy="0.35em">'
            f'{short_label(estimate) or "–"}</text>')

