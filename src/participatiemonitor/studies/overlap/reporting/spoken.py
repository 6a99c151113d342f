"""How counts, shares and names stand in the report."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.overlap.register import HOMES, PERSONS
from participatiemonitor.studies.overlap.results.changes import SURE
from participatiemonitor.studies.overlap.results.patterns import PROVISION, SCHEME, Kind
from participatiemonitor.studies.persons.cells import SPREAD, Share, Told
from participatiemonitor.studies.report import Cell

# What is counted, and of what.
NOUN = {PERSONS: "mensen", HOMES: "huishoudens"}
PLURAL = {PROVISION: "voorzieningen", SCHEME: "regelingen"}
# Of fewer than these no share is called the largest: noise may well have made it so.
SURE_BASE = 100
# Between the provisions of a combination, in a table.
PLUS = " + "


def count_cell(told: Told) -> Cell:
    """A count as it stands in a table."""
    return told.text if told.few else told.count


def share_cell(share: Share | None) -> Cell:
    """A share as it stands in a table, as a part of 1."""
    if share is None:
        return None
    return share.text if share.at_most else share.percent / 100


def part_of(share: Share) -> str:
    """A share in a sentence or a title; noise may have made it all, which it is not told to be."""
    return "vrijwel iedereen" if share.percent == 100 and not share.at_most else share.text


def number_cell(value: float | None) -> Cell:
    """A number in two decimals."""
    return None if value is None else dutch.half_up(value, 2)


def rows_cell(rows: int) -> Cell:
    """How many rows something is wrong with, as roughly as their list is long."""
    return f"hooguit {CLASS}" if rows <= CLASS else whole_rows(rows)


def roughly(rows: int) -> str:
    """The same in a sentence: *ongeveer 1.200*."""
    told = rows_cell(rows)
    return told if isinstance(told, str) else f"ongeveer {dutch.whole(int(told or 0))}"


def whole_rows(rows: int) -> Cell:
    """How long a list is, roughly: who knew would know how many persons are in it."""
    if rows < 100:
        return "minder dan 100"
    digits = len(str(rows)) - 2
    return int(dutch.half_up(rows / 10**digits) * 10**digits)


def listed(names: Iterable[str]) -> str:
    """A combination in a table: *bijstand + participatietraject*."""
    return PLUS.join(names)


def said(names: Sequence[str]) -> str:
    """A combination in a sentence: *bijstand met participatietraject en werkvoorziening*."""
    first, *others = names
    return f"{first} met {dutch.enumeration(others)}" if others else first


def names_of(kinds: Sequence[Kind], places: Iterable[int]) -> list[str]:
    """The names of kinds, by their places."""
    return [kinds[place].name for place in places]


def apart(one: Share, users: Told, other: Share, others: Told) -> bool:
    """Whether two shares differ more than noise and rounding can make them, as changes do."""
    spread = sum((SPREAD * 100 / max(base.count, 1)) ** 2 * (1 + (share.percent / 100) ** 2)
                 for share, base in ((one, users), (other, others)))
    return abs(one.percent - other.percent) > SURE * math.sqrt(spread) + 1
