"""The command in a process of its own, with the same stand-ins as in conftest."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

COMMAND = """
from types import SimpleNamespace
from participatiemonitor.publishing import checks, results
from participatiemonitor.publishing.files import downloads

def write_downloads(edition):
    build = edition.folder
    for name in ("downloads", ".figures"):
        (build / name).mkdir(exist_ok=True)
    for name in ("results.csv", "niet-getoond.csv", edition.workbook.name, "downloads/results.csv"):
        (build / name).write_text("x")

checks.compute_results = lambda year, project: SimpleNamespace(wave=None)
checks.require_claims = lambda project, wave: None
downloads.write_downloads = write_downloads
results.write_results = lambda edition, asked: (
    edition.results.parent.mkdir(exist_ok=True), edition.results.write_text("x"))
results.write_earlier = lambda edition: edition.trends.write_text("[]")
from participatiemonitor.cli import main
main()
"""

# A cell that tells that it runs and in which process, and then takes its time.
SLOW = "import os, pathlib, time; pathlib.Path('pid').write_text(str(os.getpid())); time.sleep(120)"


def start(root: Path, *arguments: str, **settings) -> subprocess.Popen:
    """Start the command in the folder of a project."""
    return subprocess.Popen([sys.executable, "-c", COMMAND, *arguments], cwd=root, text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, **settings)


def wait_for_kernel(path: Path) -> int:
    """Process in which a slow cell runs."""
    for _ in range(600):
        if path.is_file() and path.read_text():
            return int(path.read_text())
        time.sleep(0.1)
    raise AssertionError("the kernel did not start")


def alive(pid: int) -> bool:
    """Whether a process is still there after five seconds."""
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True
