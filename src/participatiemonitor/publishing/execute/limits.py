"""How long a cell may run and how much it may show: the one place where that is set."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Limits:
    """Limits of one notebook.

    Attributes
    ----------
    seconds : int
        How long one cell may run.
    cell_size : int
        Characters that one cell may show, in texts, figures and tables together.
    notebook_size : int
        The same, for all cells of a notebook together.
    """

    seconds: int = 300
    cell_size: int = 5_000_000
    notebook_size: int = 50_000_000


LIMITS = Limits()
