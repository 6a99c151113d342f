"""The benchmarks are run by hand: that they still find what they time is seen here."""

import runpy
from pathlib import Path

import pytest

BENCHMARKS = sorted((Path(__file__).parents[1] / "benchmarks").glob("*.py"))


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda path: path.stem)
def test_a_benchmark_finds_what_it_times(path):
    assert callable(runpy.run_path(str(path))["main"])
