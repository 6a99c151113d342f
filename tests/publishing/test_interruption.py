"""Ctrl-C in the middle of a run."""

import os
import signal
import subprocess
import sys
import time

from .conftest import YEAR, code, executed, notebook, text

# The command with the same stand-ins as in conftest, in a process that can be interrupted.
COMMAND = """
from participatiemonitor import survey
survey.load_wave = lambda year, project: None
from participatiemonitor.publishing import downloads
downloads.write_downloads = lambda project, year: None
from participatiemonitor.cli import main
main()
"""

# Tells that it runs and in which process, and then takes its time.
SLOW = "import os, pathlib, time; pathlib.Path('pid').write_text(str(os.getpid())); time.sleep(120)"


def test_leaves_no_kernels_and_nothing_half_written(built):
    before = executed(built)
    html = (built.build(YEAR) / "html" / "index.html").read_bytes()
    (built.chapters / "feiten.ipynb").write_text(notebook(text("# Feiten"), code(SLOW)))
    run = subprocess.Popen(
        [sys.executable, "-c", COMMAND, "build"],
        cwd=built.root,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    kernel = _wait_for_kernel(built.root / "pid")
    run.send_signal(signal.SIGINT)
    output, _ = run.communicate(timeout=20)

    assert run.returncode == 130, output
    assert "Afgebroken" in output
    assert "Traceback" not in output
    assert "DeadKernelError" not in output
    assert not _alive(kernel)
    assert executed(built) == before
    assert (built.build(YEAR) / "html" / "index.html").read_bytes() == html
    assert [path.name for path in built.build(YEAR).rglob("*.tmp")] == []


def _wait_for_kernel(path) -> int:
    for _ in range(300):
        if path.is_file() and path.read_text():
            return int(path.read_text())
        time.sleep(0.1)
    raise AssertionError("the kernel did not start")


def _alive(pid: int) -> bool:
    for _ in range(50):
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return False
        time.sleep(0.1)
    return True
