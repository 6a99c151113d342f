"""The benchmarks are run by hand: that they still find what they time is seen here."""

import importlib
import re
import runpy
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_a_benchmark_finds_what_it_times(path, monkeypatch):
    # As `python benchmarks/x.py` has it.
    monkeypatch.syspath_prepend(path.parent)
    assert callable(runpy.run_path(str(path))["main"])


@pytest.mark.usefixtures("main_module")
def test_that_of_overlap_holds_what_it_times_beside_others(tmp_path, monkeypatch, capsys):
    monkeypatch.syspath_prepend(BENCHMARKS[0].parent)
    overlap = importlib.import_module("overlap")
    pytest.importorskip("pysail")
    path = overlap.write_folder(tmp_path / "land", 3_000)
    entered = overlap.enter(path, tmp_path)
    assert overlap.of_bare(3_000, entered, tmp_path, 1) > 0
    overlap.of_pandas(entered, tmp_path)
    overlap.of_sail(entered, tmp_path)
    overlap.of_csv(path, tmp_path / "csv")
    given = overlap.read_inputs(tmp_path / "land", pseudonyms=overlap.PSEUDONYMS)
    assert overlap.whole(entered, tmp_path, given) > 10
    said = capsys.readouterr().out.splitlines()
    assert len(said) == 5
    assert all(re.search(r"3000 rijen|csv met", line) for line in said)
    # Persons of the list who are missing in one of both would be seen.
    monkeypatch.setattr(overlap, "bare", lambda *_, **__: [])
    with pytest.raises(AssertionError):
        overlap.of_bare(3_000, entered, tmp_path, 1)
