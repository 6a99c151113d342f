"""Survey rounds more for the tiny project."""

from __future__ import annotations

import shutil
from pathlib import Path

from editing import replace

from participatiemonitor.project import Project

from .conftest import YEAR


def add_round(project: Project, year: int, *changes: tuple[str, str]) -> Path:
    """Add a round like that of 2011; return its folder."""
    wave = project.wave(year)
    shutil.copytree(project.wave(YEAR), wave)
    for before, after in ((f"year: {YEAR}\n", f"year: {year}\n"), *changes):
        replace(wave / "wave.yml", before, after)
    return wave
