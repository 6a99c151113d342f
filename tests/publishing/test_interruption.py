"""Ctrl-C in the middle of a run."""

import signal

from .conftest import YEAR, code, executed, notebook, text
from .processes import SLOW, alive, start, wait_for_kernel


def test_leaves_no_kernels_and_nothing_half_written(built):
    before = executed(built)
    html = (built.build(YEAR) / "html" / "index.html").read_bytes()
    (built.root / "chapters" / "feiten.ipynb").write_text(notebook(text("# Feiten"), code(SLOW)))
    run = start(built.root, "build")
    kernel = wait_for_kernel(built.root / "pid")
    run.send_signal(signal.SIGINT)
    output, _ = run.communicate(timeout=20)

    assert run.returncode == 130, output
    assert "Afgebroken" in output
    assert "Traceback" not in output
    assert "DeadKernelError" not in output
    assert not alive(kernel)
    assert executed(built) == before
    assert (built.build(YEAR) / "html" / "index.html").read_bytes() == html
    assert [path.name for path in built.build(YEAR).rglob("*.tmp")] == []
