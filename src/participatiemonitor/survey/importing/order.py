"""What an analyst asks for who makes a new round, and what became of it."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.survey.importing.crosswalk import Row
from participatiemonitor.survey.importing.received import Received


@dataclass(frozen=True)
class Order:
    """What was asked for.

    Attributes
    ----------
    year : int
    sources : tuple of pathlib.Path
        Files with answers, perhaps one a group.
    setup : pathlib.Path
        The workbook of the round, or a folder with ``wave.yml``, ``codebook.yml``, ``frame.csv``.
    crosswalk : pathlib.Path or None
    accepted : container of str
        Names of warnings.
    """

    year: int
    sources: tuple[Path, ...]
    setup: Path
    crosswalk: Path | None
    accepted: Container[str]


@dataclass(frozen=True)
class Made:
    """What became of it.

    Attributes
    ----------
    folder : pathlib.Path
        The wave.
    received : tuple of Received
    rows : tuple of Row
        The crosswalk as it was applied.
    respondents, open_answers : int
    accepted : mapping of str to int
        How often each warning was accepted, by its name.
    crosswalk : pathlib.Path or None
        Where it was written, when none was given.
    """

    folder: Path
    received: tuple[Received, ...]
    rows: tuple[Row, ...]
    respondents: int
    open_answers: int
    accepted: Mapping[str, int]
    crosswalk: Path | None

    @property
    def left_out(self) -> tuple[str, ...]:
        """Columns that were not taken over."""
        return tuple(dict.fromkeys(row.variable for row in self.rows
                                   if row.variable and row.value is None and row.dropped))
