"""Faults of the computer, and computers that are not as others."""

import errno
import os
import shutil
import subprocess
import sys

import pytest

from participatiemonitor.machine import refusal

from .conftest import YEAR, _create, code, executed, notebook, text
from .processes import COMMAND, start

SIGNS = "100% {year} %(a)s %20 'een' \"twee\" #3 ?x=1&y=2 ;$HOME *é€😀 [a] regel\neinde"

# In a file system of its own: build a chapter, change it, spoil the disk, and build it again.
ON_A_DISK = """
import json, os, shutil, subprocess, sys
from pathlib import Path
sys.argv[1:], options, fault, source, disk = [], *sys.argv[1:]
mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", options, "none", disk])
if mounted.returncode:
    sys.exit(99)
root = Path(shutil.copytree(source, Path(disk, "monitor")))
os.chdir(root)

def build():
    try:
        main(["build", "--only", "feiten"])
    except SystemExit as end:
        return end.code

def files():
    return {str(p): p.read_bytes() for p in Path("_build").rglob("*.ipynb")}

assert build() == 0
before = files()
assert len(before) == 1
chapter = root / "chapters" / "feiten.ipynb"
chapter.write_text(chapter.read_text().replace("Feiten", "Feitjes"))
if fault == "full":
    with open("filler", "wb", buffering=0) as filler:
        try:
            while filler.write(bytes(4096)):
                pass
        except OSError:
            pass
elif fault == "inodes":
    try:
        for n in range(100_000):
            Path(f"filler-{n}").touch()
    except OSError:
        pass
else:
    # Seen from another side: what is still open for writing forbids to change a mount.
    view = disk + "-view"
    os.mkdir(view)
    subprocess.run(["mount", "--bind", disk, view], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", view], check=True)
    os.chdir(Path(view, "monitor"))
code = build()
assert files() == before
assert not [p for p in Path("_build").rglob("*") if ".tmp" in p.name]
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        ("full", "geen ruimte meer"),
        pytest.param("inodes", "geen ruimte meer", marks=pytest.mark.audit),
        pytest.param("read-only", "alleen worden gelezen", marks=pytest.mark.audit),
    ],
)
def test_disk_that_takes_nothing(project, tmp_path, fault, expected):
    if shutil.which("unshare") is None:
        pytest.skip("no file system may be mounted here: unshare, of util-linux, is not there")
    disk = tmp_path / "disk"
    disk.mkdir()
    script = COMMAND.replace("main()", "") + ON_A_DISK
    done = subprocess.run(
        ["unshare", "--mount", "--map-root-user", sys.executable, "-c", script,
         "size=20m,nr_inodes=600", fault, project.root, disk],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode == 99 or "unshare:" in done.stderr:
        pytest.skip(f"no file system may be mounted here: {done.stderr.strip()}")
    assert done.returncode == 1, done.stderr
    assert expected in done.stderr
    assert str(disk) in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.EACCES, "niet toegestaan"),
        (errno.ENOSPC, "geen ruimte meer"),
        (errno.ENAMETOOLONG, "te lang"),
    ],
)
def test_refusal_names_path_and_reason(tmp_path, number, words):
    message = str(refusal(OSError(number, os.strerror(number), str(tmp_path / "x"))))
    assert message.startswith(f"{tmp_path / 'x'}: ")
    assert words in message


def test_refusal_of_one_file_of_many(tmp_path):
    (tmp_path / "from" / "sub").mkdir(parents=True)
    (tmp_path / "from" / "sub" / "a").touch()
    (tmp_path / "to").mkdir()
    (tmp_path / "to" / "sub").touch()
    with pytest.raises(shutil.Error) as error:
        shutil.copytree(tmp_path / "from", tmp_path / "to", dirs_exist_ok=True)
    assert str(refusal(error.value)).startswith(f"{tmp_path / 'to' / 'sub'}: ")


def test_fault_of_the_program_is_no_refusal():
    assert refusal(OSError("eigen fout")) is None


@pytest.mark.parametrize("place", ["_build", f"_build/{YEAR}"])
@pytest.mark.parametrize("kind", ["file", "dangling"])
def test_something_else_where_the_build_goes(project, monitor, place, kind):
    path = project.root / place
    path.parent.mkdir(exist_ok=True)
    if kind == "file":
        path.write_text("van iemand")
    else:
        path.symlink_to("/bestaat/niet")
    result = monitor(project, "build", "--only", "methode")
    assert result.exit_code == 1
    assert result.stderr.startswith(f"{path}: ")
    assert path.is_symlink() or path.read_text() == "van iemand"


@pytest.mark.audit
def test_memory_that_cannot_be_read_is_made_anew(project, monitor):
    monitor(project, "build", "--only", "methode")
    before = executed(project)
    (project.build(YEAR) / ".taken" / "pytask.lock").write_text("geen toml" * 100)
    result = monitor(project, "build", "--only", "methode")
    assert result.exit_code == 0, result.output
    assert executed(project) == before


def settings(**changes):
    """The environment of this process, with changes; None takes a variable away."""
    every = os.environ | changes
    return {name: value for name, value in every.items() if value is not None}


def test_output_that_takes_ascii_only(project):
    run = start(project.root, "build", "--only", "methode",
                env=settings(PYTHONIOENCODING="ascii", LANG="C", COLUMNS="0", TERM=None))
    said, _ = run.communicate()
    assert run.returncode == 0, said
    assert "  + methode (" in said


@pytest.mark.parametrize(
    "way", ["closed", pytest.param("nobody reads", marks=pytest.mark.audit)]
)
def test_output_that_nobody_reads(project, way):
    command = [sys.executable, "-c", COMMAND, "build", "--only", "methode"]
    if way == "closed":
        command = ["sh", "-c", 'exec "$@" >&- 2>&-', "sh", *command]
    run = subprocess.Popen(command, cwd=project.root, text=True, stdout=subprocess.PIPE,
                           stderr=subprocess.PIPE)
    run.stdout.close()
    said = run.stderr.read()
    run.stderr.close()
    assert run.wait() in (0, 1)
    assert said == ""
    assert list(executed(project)) == ["methode"]


def test_without_home_and_temporary_folder(project):
    run = start(project.root, "build", "--only", "methode",
                env=settings(HOME=None, TMPDIR="/bestaat/niet"))
    said, _ = run.communicate()
    assert run.returncode == 0, said
    assert "atplotlib" not in said


def test_settings_of_the_user_reach_no_kernel(project, tmp_path):
    home, mark = tmp_path / "home", tmp_path / "mark"
    writes = f"open({str(mark)!r}, 'w').write('x')\n"
    for name in (".ipython/profile_default/startup/00.py", ".jupyter/jupyter_config.py",
                 ".ipython/profile_default/ipython_kernel_config.py", "start.py"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(writes)
    kernel = home / ".local/share/jupyter/kernels/python3"
    kernel.mkdir(parents=True)
    (kernel / "kernel.json").write_text('{"argv": ["false"], "display_name": "x"}')
    (home / ".config/matplotlib").mkdir(parents=True)
    (home / ".config/matplotlib/matplotlibrc").write_text("font.size: 99\n")
    (project.root / "chapters" / "feiten.ipynb").write_text(
        notebook(text("# F"), code("import matplotlib; matplotlib.rcParams['font.size']")))
    run = start(project.root, "build", "--only", "feiten",
                env=settings(HOME=str(home), PYTHONSTARTUP=str(home / "start.py"),
                             PYTHONWARNINGS="always", MPLBACKEND="TkAgg"))
    said, _ = run.communicate()
    assert run.returncode == 0, said
    assert not mark.exists()
    assert b'"10.0"' in executed(project)["feiten"]


def test_path_of_any_signs(_stand_ins, tmp_path, monitor):
    project = _create(tmp_path / SIGNS / "monitor")
    result = monitor(project, "build", "--only", "feiten", "--only", "methode")
    assert result.exit_code == 0, result.output
    assert list(executed(project)) == ["feiten", "methode"]
    again = monitor(project, "build", "--only", "feiten", "--only", "methode")
    assert "Ongewijzigd: 5 van 5" in again.output
    assert [path.name for path in tmp_path.iterdir()] == [SIGNS]


@pytest.mark.audit
def test_book_in_a_path_of_any_signs(_stand_ins, tmp_path, monitor):
    project = _create(tmp_path / SIGNS / "monitor")
    result = monitor(project, "build")
    assert result.exit_code == 0, result.output


def test_path_that_is_no_text(_stand_ins, tmp_path, monitor):
    project = _create(tmp_path / os.fsdecode(b"geen \xff utf-8") / "monitor")
    result = monitor(project, "build")
    assert result.exit_code == 2
    assert "probeer het opnieuw" in result.stderr
    assert not project.build(YEAR).exists()


def test_path_as_long_as_they_come(_stand_ins, tmp_path, monitor):
    project = _create(tmp_path.joinpath(*["lang " * 30] * 4) / "monitor")
    result = monitor(project, "build", "--only", "feiten", "--only", "methode")
    assert result.exit_code == 0, result.output
