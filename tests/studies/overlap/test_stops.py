"""A run that is killed, or finds no space, leaves the last report as it was, and says why."""

import hashlib
import os
import random
import resource
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from participatiemonitor.studies.overlap.example_key import PSEUDONYMS
from participatiemonitor.studies.overlap.place import place_for_lists

from ..projects import create

COMMAND = ("study", "overlap", "--from", "studies/overlap/voorbeeld")
KEPT = ("html", "overlap.pdf", "overlap.xlsx")
MANY, SEED = 20, 2012


def start(root, *more, **settings):
    return subprocess.Popen(
        [Path(sys.executable).with_name("monitor"), *COMMAND, *more], cwd=root, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, start_new_session=True,
        env={**os.environ, "MONITOR_PSEUDONYMS": PSEUDONYMS}, **settings)


def finished(root, *more, **settings):
    process = start(root, *more, **settings)
    told, _ = process.communicate()
    return process.returncode, told


def published(root):
    """Of what a reader gets, a digest of each piece: pages, PDF and workbook."""
    return {name: digest(root / "_build/studies/overlap" / name) for name in KEPT}


def digest(place):
    found = hashlib.sha256()
    for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if path.is_file():
            found.update(str(path.relative_to(place)).encode() + path.read_bytes())
    return found.hexdigest()


def another_day(root):
    """Another town: every page is another one."""
    setup = root / "studies/overlap/voorbeeld/opzet.csv"
    text = setup.read_text(encoding="utf-8")
    name = text.splitlines()[1].split(",")[0]
    setup.write_text(text.replace(name, name + "-Oost", 1), encoding="utf-8")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A project with a report."""
    root = tmp_path_factory.mktemp("project")
    create(root, "overlap", "data/published/divosa2012")
    begun = time.monotonic()
    code, told = finished(root)
    assert code == 0, told
    return root, time.monotonic() - begun


def killed(root, took, moments):
    """Kill a run at each moment, a part of what it takes; return what readers then get."""
    left = []
    for moment in moments:
        process = start(root)
        time.sleep(moment * took)
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        left.append(published(root))
    return left


@pytest.mark.audit
def test_a_killed_run_leaves_the_last_report_or_the_new_one(made, tmp_path):
    before, took = made
    root = tmp_path / "project"
    shutil.copytree(before, root, symlinks=True)
    old = published(root)
    another_day(root)
    draw = random.Random(SEED)
    left = killed(root, took, [draw.random() for _ in range(MANY)])
    code, told = finished(root)
    assert code == 0, told
    new = published(root)
    for name in KEPT:
        assert new[name] != old[name]
        # Each piece takes the place of the last one as a whole.
        assert {found[name] for found in left} <= {old[name], new[name]}, name
    assert not [*(root / "_build/studies").glob(".versleuteld-*")]


def test_what_a_killed_reading_left_is_gone_after_the_next(tmp_path):
    code = ("import sys, time; from pathlib import Path\n"
            "from participatiemonitor.studies.overlap.place import place_for_lists\n"
            "with place_for_lists(Path(sys.argv[1])) as place:\n"
            "    (place / '00.parquet').write_text('x'); print('er', flush=True); time.sleep(60)\n")
    process = subprocess.Popen([sys.executable, "-c", code, tmp_path], stdout=subprocess.PIPE,
                               text=True)
    assert process.stdout.readline() == "er\n"
    left = [*tmp_path.iterdir()]
    with place_for_lists(tmp_path):
        assert set(left) < set(tmp_path.iterdir()), "another run that goes on is left alone"
    process.kill()
    process.communicate()
    assert [*tmp_path.iterdir()] == left
    with place_for_lists(tmp_path) as place:
        assert [*tmp_path.iterdir()] == [place]
        assert place.stat().st_mode & 0o777 == 0o700
    assert not [*tmp_path.iterdir()]


def no_large_files():
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


@pytest.mark.audit
def test_without_space_the_run_says_so_and_the_last_report_stays(made, tmp_path):
    before, _ = made
    root = tmp_path / "project"
    shutil.copytree(before, root, symlinks=True)
    old = published(root)
    another_day(root)
    code, told = finished(root, preexec_fn=no_large_files)
    assert code == 1, told
    assert "te groot. Maak ruimte" in told
    assert "Traceback" not in told
    assert published(root) == old
    assert not [*(root / "_build/studies").glob(".versleuteld-*")]


@pytest.mark.audit
def test_on_a_full_disk_the_lists_are_not_half_there(made, tmp_path):
    before, _ = made
    root, disk = tmp_path / "project", tmp_path / "schijf"
    shutil.copytree(before, root, symlinks=True)
    disk.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk],
                             capture_output=True)
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here, which takes rights")
    try:
        old = published(root)
        another_day(root)
        code, told = finished(root, "--store", str(disk))
        assert code == 1, told
        assert "er is geen ruimte meer" in told
        assert "Traceback" not in told
        assert published(root) == old
        assert [path for path in disk.iterdir() if path.name != ".lock"] == []
    finally:
        subprocess.run(["umount", disk], check=True)
