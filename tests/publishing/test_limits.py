"""Cells that run too long or show too much are stopped."""

import time
from contextlib import nullcontext
from dataclasses import replace

import psutil
import pytest

from participatiemonitor.project import Project
from participatiemonitor.publishing.execute import limits
from participatiemonitor.publishing.execute.environment import own_environment
from participatiemonitor.publishing.execute.execution import ChapterError, execute
from participatiemonitor.publishing.execute.forked_kernels import forked_kernels
from participatiemonitor.publishing.execute.limits import Limits
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.round_edition import find_edition

from .conftest import code, notebook

LONG = "langer dan 2 seconden"
MUCH = "toont meer dan 0,1 miljoen tekens"
CASES = {
    "an endless loop": ("while True: pass", LONG),
    "a sleeper": ("import time; time.sleep(60)", LONG),
    "one that does not listen": (
        "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
        "while True:\n    try:\n        while True: pass\n    except BaseException: pass", LONG,
    ),
    "one that waits for its child": ("import subprocess; subprocess.run(['sleep', '60'])", LONG),
    "prints without end": ("while True: print('x' * 1000)", MUCH),
    "one huge output": ("'x' * 200_000", MUCH),
    "many small outputs": ("for n in range(10_000): display('x' * 1000)", MUCH),
    "one output that keeps changing": (
        "shown = display('', display_id=True)\nwhile True: shown.update('x' * 1000)", MUCH,
    ),
}

HARDEST = ("one that does not listen", "one that waits for its child", "prints without end",
           "many small outputs")


@pytest.fixture(params=[forked_kernels, pytest.param(nullcontext, marks=pytest.mark.audit)],
                ids=["forked", "ordinary"])
def run(request, repository, tmp_path, monkeypatch):
    """Execute cells, as a chapter, within small limits."""
    monkeypatch.setattr(limits, "LIMITS", Limits(2, 100_000, 150_000))
    page = Page("hoofdstuk", tmp_path / "hoofdstuk.ipynb", tmp_path / "made" / "hoofdstuk.ipynb")
    edition = replace(find_edition(repository, "2011"), project=Project(tmp_path))

    def execute_cells(*sources):
        page.notebook.write_text(notebook(*map(code, sources)))
        with own_environment(tmp_path / "settings"), request.param():
            execute(edition, page, {"year": 2011})
        return page.executed

    return execute_cells


@pytest.mark.parametrize(("source", "reason"), [
    pytest.param(*case, id=name, marks=[] if name in HARDEST else pytest.mark.audit)
    for name, case in CASES.items()])
def test_cell_is_stopped_and_named(run, tmp_path, source, reason):
    begin = time.monotonic()
    with pytest.raises(ChapterError) as failure:
        run("1", source)
    message = str(failure.value)
    assert message.startswith("Hoofdstuk hoofdstuk, cel 3:\n")
    assert reason in message
    assert "participatiemonitor.publishing.execute.limits" in message
    assert str(tmp_path / "hoofdstuk.ipynb") in message
    assert time.monotonic() - begin < 60  # it would take longer, or forever, without limits
    assert psutil.Process().children(recursive=True) == []
    assert not (tmp_path / "made" / "hoofdstuk.ipynb").exists()


def test_notebook_as_a_whole_has_a_limit(run):
    with pytest.raises(ChapterError, match=r"cel 3:\n.*Tot en met deze cel .* 0,15 miljoen"):
        run("'x' * 80_000", "'x' * 80_000")


def test_cells_within_the_limits_are_kept(run):
    assert run("'x' * 60_000", "'x' * 60_000").is_file()


def test_dead_kernel_is_named_with_its_cell(run):
    with pytest.raises(ChapterError, match=r"cel 2:\n.*DeadKernelError: het rekenproces"):
        run("import os; os._exit(1)")
