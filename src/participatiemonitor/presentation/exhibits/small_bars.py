"""A small chart beside a key figure: one bar a quantity, drawn by the page itself.

It is text and plain shapes with class names, so that it takes the typeface and the colours of the
page, light or dark, and needs no style of its own.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from participatiemonitor.estimation.estimates import ASSUMED, Estimate
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import html
from participatiemonitor.presentation.exhibits.labels import bar_length, short_label, told_label
from participatiemonitor.presentation.words.quantities import each

WIDTH, NAME, LABEL, ROW, HEIGHT = 240, 112, 46, 20, 10


def bars(source: Results, ref: str) -> SmallBars:
    """Bars of a quantity, one for each group it is about; none of a number that was made up."""
    names = source.wave.info.groups
    rows = [(names[estimate.ref.group].nl, estimate, source.quote(estimate.ref))
            for estimate in each(source, ref)]
    return SmallBars([row for row in rows if told_label(*row[1:])])


@dataclass(frozen=True)
class SmallBars:
    """Bars for a card, from 0 to 100%.

    Attributes
    ----------
    bars : sequence of (str, Estimate, Quote or None)
        Name and quantity of each bar, in two colours by turns, and what documents said of it. Of
        a number that was made up their word stands in place of a bar.
    """

    bars: Sequence[tuple[str, Estimate, Quote | None]]

    def __repr__(self) -> str:
        """What the bars show, for who does not see them."""
        return "; ".join(f"{name} {told_label(estimate, quote)}"
                         for name, estimate, quote in self.bars)

    def _repr_html_(self) -> str:
        rows = "".join(self._row(place, *bar) for place, bar in enumerate(self.bars))
        refs = html(" ".join(str(estimate.ref) for _, estimate, _ in self.bars))
        claims = [quote.claim for _, _, quote in self.bars if quote]
        args = f'data-args="{html(json.dumps({"claims": claims}))}" ' if claims else ""
        return (f'<svg class="small-bars" viewBox="0 0 {WIDTH} {ROW * len(self.bars)}" '
                f'data-kind="bars" data-refs="{refs}" {args}'
                f'role="img" aria-label="{html(self)}">{rows}</svg>') if self.bars else ""

    def _row(self, place: int, name: str, estimate: Estimate, quote: Quote | None) -> str:
        top = ROW * place + (ROW - HEIGHT) / 2
        room = WIDTH - NAME - LABEL
        middle = ROW * place + ROW / 2
        named = f'<text x="0" y="{middle:g}" dy="0.35em">{html(name)}</text>'
        if estimate.standing == ASSUMED:
            return (f'{named}<text class="value" x="{NAME}" y="{middle:g}" dy="0.35em">'
                    f'{html(told_label(estimate, quote))}</text>')
        length = round(room * bar_length(estimate), 1)
        return (
            f'{named}'
            f'<rect class="track" x="{NAME}" y="{top:g}" width="{room}" height="{HEIGHT}"/>'
            f'<rect class="bar-{place % 2 + 1}" x="{NAME}" y="{top:g}" width="{length:g}" '
            f'height="{HEIGHT}"/>'
            f'<text class="value" x="{NAME + room + 5}" y="{middle:g}" dy="0.35em">'
            f'{short_label(estimate) or "–"}</text>')
