"""The numbered figures and tables of 2011, as its codebook has them, for tests of each of them."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor.files.entries import read_entries
from participatiemonitor.survey.codebook import Codebook

_PATH = Path(__file__).parents[1] / "data" / "waves" / "2011" / "codebook.yml"
_CODEBOOK = read_entries(_PATH, Codebook)

FIGURES, TABLES = sorted(_CODEBOOK.figures), sorted(_CODEBOOK.tables)
LABELS = [*(f"Figuur {number}" for number in FIGURES), *(f"Tabel {number}" for number in TABLES)]


def figures_of(form: str) -> list[int]:
    """The figures of one form."""
    return [number for number in FIGURES if _CODEBOOK.figures[number].form == form]
