"""What is said of a quantity in an earlier round, and of what changed since: for tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.estimation.estimates import REASONS
from participatiemonitor.estimation.trend.change import Change, Side

NOTHING = "–"
# Of an interval that leaves out what both rounds share.
CAUTIOUS = "*"
_RESTS_ON = ("De verandering is die van het gewogen aandeel, in procentpunten, met haar "
             "95%-interval. Zij is niet het verschil tussen de kolommen ervoor: die zeggen wat "
             "respondenten antwoordden.")
_CAUTIOUS = (f"Een interval met {CAUTIOUS} is ruim genomen: van te weinig organisaties is beide "
             "keren bekend wat zij antwoordden.")


def side_cell(side: Side) -> str:
    """The share in one of two rounds: a percentage, a document's word, or why there is none."""
    if side.quote.count is not None:
        return dutch.numeral(side.quote.count)
    if side.quote.printed:
        return wording.amount(side.quote.printed) or side.quote.printed
    if side.told:
        return dutch.percent(side.value)
    return REASONS.get(side.status, NOTHING)


def base_cell(side: Side) -> str:
    """How many answered in a round, where that is told."""
    return NOTHING if side.n is None else dutch.whole(side.n)


def change_cell(change: Change) -> str:
    """The change of a weighted share, in percentage points, with its interval: *+6 (1 tot 11)*."""
    if not change.tested:
        return NOTHING
    value, low, high = (dutch.whole(100 * number) for number in (
        change.weighted.value, change.weighted.low, change.weighted.high))
    sign = "+" if change.weighted.value > 0 else ""
    return f"{sign}{value} ({low} tot {high}){CAUTIOUS * change.cautious}"


def how_to_read(changes: Iterable[Change]) -> Iterator[str]:
    """What a table must say below it of the cells with a change; nothing without any."""
    tested = [one for one in changes if one.tested]
    if tested:
        yield _RESTS_ON
    if any(one.cautious for one in tested):
        yield _CAUTIOUS
