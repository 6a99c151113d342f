"""A round beside the rounds before it: opened from a build, or computed from the answers."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from participatiemonitor.documents.sources import open_source
from participatiemonitor.estimation.opening import STORED
from participatiemonitor.estimation.trend.changes import Changes
from participatiemonitor.estimation.trend.trend import Trend, read_trends
from participatiemonitor.project import Project
from participatiemonitor.survey.comparability import comparability, gone
from participatiemonitor.survey.predecessors import stayed
from participatiemonitor.survey.wave import Wave


def open_trends(year: int, project: Project) -> tuple[Trend, ...]:
    """A round beside each of the rounds before it.

    Parameters
    ----------
    year : int
    project : Project

    Returns
    -------
    tuple of Trend
        Oldest first; empty where there was no round before.

    Raises
    ------
    InputError
        When the files of a round hold faults, or a key is not there.
    """
    path = Path(os.environ.get(STORED, ""), f"{year}-eerder.json")
    return read_trends(path) if path.is_file() else tuple(_computed(year, project))


def _computed(year: int, project: Project) -> Iterator[Trend]:
    rounds = [open_source(one, project) for one in (*project.earlier(year), year)]
    *before, later = rounds
    for place, earlier in enumerate(before):
        waves = [one.wave for one in rounds[place:]]
        *between, now = waves[1:]
        found = Changes(earlier, later, comparability(waves[0], now, *between), _same(waves))
        yield Trend(earlier.wave.year, any(one.wave.info.reconstructed for one in (earlier, later)),
                    tuple(found), tuple(_about(name, waves) for name in
                                        gone(waves[0], now, *between)))


def _same(waves: Sequence[Wave]) -> dict[str, str]:
    """The organisations that stayed the same from the first round to the last, step by step."""
    found = {code: code for code in waves[-1].frame.index}
    for was, now in reversed(list(pairwise(waves))):
        step = stayed(now.frame, was.frame)
        found = {code: step[one] for code, one in found.items() if one in step}
    return found


def _about(question: str, waves: Sequence[Wave]) -> str:
    """What a question was about that is no longer asked."""
    said = [wave.codebook.dropped[question].nl for wave in waves[1:]
            if question in wave.codebook.dropped]
    return said[0] if said else f"“{waves[0].codebook[question].nl}”"
