"""One build at a time in a folder."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.graph.lock import exclusive

from .conftest import YEAR, code, executed, notebook, text
from .processes import SLOW, alive, start, wait_for_kernel


def test_second_build_says_who_is_building_and_a_killed_one_is_forgotten(project, monitor):
    (project.root / "chapters" / "feiten.ipynb").write_text(notebook(text("# Feiten"), code(SLOW)))
    first = start(project.root, "build", "--only", "feiten")
    kernel = wait_for_kernel(project.root / "pid")

    second = monitor(project, "build", "--only", "methode")
    assert second.exit_code == 1
    assert f"proces {first.pid}, sinds " in second.stderr
    assert f"met: monitor build {YEAR}" in second.stderr

    first.kill()
    first.communicate()
    third = monitor(project, "build", "--only", "methode")
    assert third.exit_code == 0, third.output
    assert list(executed(project)) == ["methode"]
    assert not alive(kernel)


def test_folder_is_free_again_after_a_fault(tmp_path):
    with pytest.raises(KeyError), exclusive(tmp_path / "2011", "monitor build 2011"):
        raise KeyError
    with exclusive(tmp_path / "2011", "monitor build 2011"):
        pass


def test_folders_do_not_wait_for_each_other(tmp_path):
    with exclusive(tmp_path / "2009", "een"), exclusive(tmp_path / "2011", "twee"):
        pass


def test_holder_is_shown_without_steering_signs(tmp_path):
    with exclusive(tmp_path, "monitor \x1b[2J build"):
        # A lock of this very process counts for another thread as it does for another process.
        with ThreadPoolExecutor() as pool:
            attempt = pool.submit(lambda: exclusive(tmp_path, "nog een").__enter__())
        with pytest.raises(RunError, match=r"\\x1b"):
            attempt.result()
