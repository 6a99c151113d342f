"""A survey round of real answers, as an office would add it: a copy of 2011 under another year."""

from __future__ import annotations

import shutil
from pathlib import Path

from editing import replace
from voicing import voice

from participatiemonitor.estimation.disclosure.key import fingerprint
from participatiemonitor.project import Project

YEAR = 2013
KEY = Path(__file__).parent / "data" / "mini" / "sleutel.txt"


def observe(project: Project, year: int = YEAR) -> None:
    """Add a wave with the answers of 2011 as observed ones, along ``docs/nieuwe-peiling.md``."""
    wave = project.wave(year)
    shutil.copytree(project.wave(2011), wave,
                    ignore=shutil.ignore_patterns("reconstruction", "editorial"))
    voice(wave)
    head = wave / "wave.yml"
    replace(head, "year: 2011\n", f"year: {year}\n")
    replace(head, "status: reconstructie", "status: waarneming")
    text = head.read_text(encoding="utf-8")
    stated = f'  key: "{bring_key(project)}"\n'
    head.write_text(text[: text.index("  # Small counts that the source")] + stated,
                    encoding="utf-8")


def bring_key(project: Project) -> str:
    """Give a project the key of the tests; its fingerprint is for ``wave.yml``."""
    shutil.copyfile(KEY, project.root / KEY.name)
    return fingerprint(bytes.fromhex(KEY.read_text(encoding="ascii")))
