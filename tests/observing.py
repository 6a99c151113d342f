"""A survey round of real answers, as an office would add it: a copy of 2011 under another year."""

from __future__ import annotations

import shutil

from editing import replace

from participatiemonitor.project import Project

YEAR = 2013


def observe(project: Project, year: int = YEAR) -> None:
    """Add a wave with the answers of 2011 as observed ones, along ``docs/nieuwe-peiling.md``."""
    wave = project.wave(year)
    shutil.copytree(project.wave(2011), wave, ignore=shutil.ignore_patterns("reconstruction"))
    head = wave / "wave.yml"
    replace(head, "year: 2011\n", f"year: {year}\n")
    replace(head, "status: reconstructie", "status: waarneming")
    text = head.read_text(encoding="utf-8")
    head.write_text(text[: text.index("  # Small counts that the source")], encoding="utf-8")
