"""Kernels that are forked: the same results as from ordinary ones, and nothing stays behind."""

import signal
import socket
import sys
import time
from contextlib import nullcontext, suppress
from dataclasses import replace

import nbformat
import psutil
import pytest
from jupyter_client.provisioning.local_provisioner import LocalPortCache

from participatiemonitor.project import Project
from participatiemonitor.publishing.execute import kernel_server
from participatiemonitor.publishing.execute.environment import own_environment
from participatiemonitor.publishing.execute.execution import ChapterError, execute
from participatiemonitor.publishing.execute.forked_kernels import forked_kernels, warm_up
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.round_edition import find_edition

from .conftest import code, notebook
from .processes import start, wait_for_kernel

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kernels are forked on Linux only")

CELLS = """
import numpy as np, pandas as pd, seaborn as sns, matplotlib.pyplot as plt, sys, os, random
print(sorted({"a", "b", "c"}, key=hash), {"een", "twee", "drie"}, os.environ["MPLBACKEND"])
frame = pd.DataFrame({"x": np.random.default_rng(1).normal(size=5)}); display(frame)
frame.plot()
sns.set_theme(); sns.barplot(x=[1, 2], y=[1, 2]); plt.show()
print(*sys.path, os.getcwd(), sys.flags, sys.stdin.closed, plt.get_backend())
os.system("echo van een ander proces")
print(sorted(name for name in globals() if not name.startswith("_")))
import signal; print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGCHLD))
import scipy.stats, statsmodels.api as sm; print(sm.OLS([1, 2, 3.5], [1, 1, 1]).fit().params)
help(len); 1 / 3
""".strip().splitlines()
# It tells which process runs it and has one of its own, which would go on for long.
PARENT = """
import os, pathlib, subprocess, time
child = subprocess.Popen(["sleep", "300"])
pathlib.Path("pid.new").write_text(str(os.getpid()))
pathlib.Path("pid.new").rename("pid")
"""
FAILS = "while not pathlib.Path('go').exists(): time.sleep(0.05)\n1 / 0"
SUCCEEDS = FAILS.replace("1 / 0", "")
SLEEPS = "time.sleep(300)"


@pytest.fixture
def run(repository, tmp_path):
    """Execute cells and read what became of them."""
    page = Page("hoofdstuk", tmp_path / "hoofdstuk.ipynb", tmp_path / "made" / "hoofdstuk.ipynb")
    edition = replace(find_edition(repository, "2011"), project=Project(tmp_path))

    def execute_cells(*sources, kernels=nullcontext):
        page.notebook.write_text(notebook(*map(code, sources)))
        with own_environment(tmp_path / "settings"), kernels():
            execute(edition, page, {"year": 2011})
        return page.executed.read_text()

    return execute_cells


def shown(text):
    return nbformat.reads(text, 4).cells[-1].outputs[0]["text"]


def test_results_are_the_same_to_the_byte(run):
    forked = run(*CELLS, kernels=forked_kernels)
    assert forked == run(*CELLS)
    assert forked.count("image/png") == 2


@pytest.mark.parametrize("kernels", [forked_kernels, nullcontext])
def test_a_kernel_whose_port_was_taken_is_started_again(run, monkeypatch, kernels):
    """Another program listens to the first port that is chosen, as can happen on a busy machine."""
    find, found = LocalPortCache.find_available_port, []
    with socket.create_server(("127.0.0.1", 0)) as other:
        def first_is_taken(cache, ip):
            found.append(find(cache, ip) if found else other.getsockname()[1])
            return found[-1]

        monkeypatch.setattr(LocalPortCache, "find_available_port", first_is_taken)
        assert shown(run("print(1)", kernels=kernels)) == "1\n"
    assert len(found) == 10  # five ports a kernel


def test_libraries_are_there_and_what_draws_and_this_project_are_not(run):
    names = "'pandas', 'matplotlib', 'participatiemonitor'"
    loaded = f"import sys; print(*(name in sys.modules for name in [{names}]))"
    assert shown(run(loaded, kernels=forked_kernels)) == "True False False\n"
    assert shown(run(loaded)) == "False False False\n"


def test_random_numbers_are_of_each_kernel(run):
    drawn = "import numpy as np, random; print(np.random.random(), random.random())"

    with forked_kernels():
        assert shown(run(drawn)) != shown(run(drawn))


def test_server_that_does_not_start_is_told_of(tmp_path, run, monkeypatch):
    broken = tmp_path / "broken.py"
    broken.write_text("raise SystemExit")
    monkeypatch.setattr(kernel_server, "__file__", str(broken))
    with pytest.raises(ChapterError, match="rekenprocessen start, is uitgevallen"):
        run("1", kernels=forked_kernels)


def test_request_that_a_killed_server_did_not_take_hides_no_other_fault(run):
    before = psutil.Process().children()
    with pytest.raises(ChapterError, match="rekenprocessen start, is uitgevallen"), \
            forked_kernels():
        warm_up()
        server, = set(psutil.Process().children()) - set(before)
        server.kill()
        while server.status() != psutil.STATUS_ZOMBIE:
            time.sleep(0.01)
        run("1")


ENDINGS = {
    "success": (SUCCEEDS, None, 0),
    "failure": (FAILS, None, 1),
    "Ctrl-C": (SLEEPS, signal.SIGINT, 130),
    "end": (SLEEPS, signal.SIGTERM, -signal.SIGTERM),
}


@pytest.mark.parametrize(("cell", "ending", "exit_code"), [
    *(pytest.param(*case, id=name, marks=pytest.mark.audit) for name, case in ENDINGS.items()),
    pytest.param(SLEEPS, signal.SIGKILL, -signal.SIGKILL, id="kill"),
])
def test_no_process_stays_behind(project, cell, ending, exit_code):
    (project.root / "chapters" / "feiten.ipynb").write_text(notebook(code(PARENT + cell)))
    build = start(project.root, "build", "--only", "feiten")
    below = []
    try:
        kernel = wait_for_kernel(project.root / "pid")
        below += psutil.Process(build.pid).children(recursive=True)
        assert kernel in [process.pid for process in below]
        assert len(below) == 3  # the server, the kernel, and what the kernel started
        (project.root / "go").touch()
        if ending:
            build.send_signal(ending)
        output, _ = build.communicate(timeout=60)
        assert build.returncode == exit_code, output
        _, alive = psutil.wait_procs(below, timeout=5)
        assert alive == []
    finally:
        for process in (build, *below):
            with suppress(psutil.NoSuchProcess):
                process.kill()
