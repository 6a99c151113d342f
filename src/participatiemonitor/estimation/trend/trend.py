"""What a round shares with each of the rounds before it, as one thing to show and to keep."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.trend.change import Change, Side
from participatiemonitor.estimation.trend.difference import Difference
from participatiemonitor.files.replacing import replace_text


@dataclass(frozen=True)
class Trend:
    """A round beside one before it.

    Attributes
    ----------
    earlier : int
        The year of the round before.
    drawn : bool
        Whether the answers of one of the two were drawn, so that only what documents printed can
        be compared.
    changes : tuple of Change
        All quantities of the later round, in codebook order.
    gone : tuple of str
        What the earlier round asked and the later one did not, in Dutch.
    """

    earlier: int
    drawn: bool
    changes: tuple[Change, ...]
    gone: tuple[str, ...] = ()

    @property
    def later(self) -> str:
        """The round itself."""
        return self.changes[0].ref.source

    @cached_property
    def _by_ref(self) -> dict[tuple[str, str, str], Change]:
        return {_key(one.ref): one for one in self.changes}

    def __getitem__(self, ref: Ref) -> Change | None:
        """The change of a quantity, by its name in the later round; None of what has none."""
        return self._by_ref.get(_key(ref))

    def __bool__(self) -> bool:
        """Whether anything of it can be compared."""
        return any(one.earlier.told and one.later.told for one in self.changes)


def write_trends(trends: Sequence[Trend], path: Path) -> None:
    """Write trends, the same bytes each time and every number exact."""
    replace_text(path, json.dumps([astuple(one) for one in trends], ensure_ascii=False) + "\n")


def read_trends(path: Path) -> tuple[Trend, ...]:
    """Read what `write_trends` wrote."""
    return tuple(Trend(earlier, drawn, tuple(map(_change, changes)), tuple(gone))
                 for earlier, drawn, changes, gone in json.loads(path.read_text("utf-8")))


def _key(ref: Ref) -> tuple[str, str, str]:
    return ref.question, ref.option, ref.group


def _change(record: Sequence[Any]) -> Change:
    earlier, later, weighted, *rest = record
    return Change(_side(earlier), _side(later), Difference(*weighted), *rest)


def _side(record: Sequence[Any]) -> Side:
    ref, n, value, weighted, status, quote = record
    return Side(Ref(*ref), n, value, weighted, status, Quote(*quote))
