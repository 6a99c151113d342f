"""Names of which no number is known, linked by parts that are likely of one person."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor.studies.overlap.engines.engine import Engine

LIKELY_NAMES = "waarschijnlijke_namen"


def link_likely(engine: Engine, lists: Sequence[str], left: str) -> None:
    raise NotImplementedError
