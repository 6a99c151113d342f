"""How long it takes to look over a round of five thousand respondents.

Run with ``make bench``. It is timed in one process beside reading the same files with pandas and
writing their cells in a workbook, which no check can do without; the ratio is what counts.
"""

from __future__ import annotations

import io
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd
from xlsxwriter import Workbook

from participatiemonitor.project import Project, find_project
from participatiemonitor.survey.checking.inspection import inspect_round
from participatiemonitor.survey.checking.marked_workbook import marked_workbook
from participatiemonitor.survey.checking.report import csv_table, terminal_text

ROOT = find_project().root
YEAR, TIMES = 2016, 22
ROUND = ROOT / "tests/data/round2016/data/waves" / str(YEAR)
sys.path.insert(0, str(ROOT / "tests"))

from scaling import scale  # noqa: E402


def check(folder: Path) -> None:
    """All that the command does."""
    found = inspect_round(YEAR, Project(folder.parents[2]))
    terminal_text(YEAR, found)
    csv_table(found)
    marked_workbook(found)


def copy(folder: Path) -> None:
    """Read the csv files and write their cells, without a look at them."""
    with Workbook(io.BytesIO(), {"in_memory": True, "constant_memory": True}) as book:
        for path in sorted(folder.glob("*.csv")):
            table = pd.read_csv(path, dtype=str, keep_default_na=False)
            sheet = book.add_worksheet(path.stem)
            for number, row in enumerate(table.itertuples(index=False)):
                for place, cell in enumerate(row):
                    if cell:
                        sheet.write_string(number, place, cell)


def seconds(task: Callable[[Path], object], folder: Path) -> float:
    """What a task takes."""
    start = time.perf_counter()
    task(folder)
    return time.perf_counter() - start


def main() -> None:
    """Time both and print the ratio."""
    with tempfile.TemporaryDirectory() as folder:
        large = Project(Path(folder)).wave(YEAR)
        large.parent.mkdir(parents=True)
        scale(ROUND, large, TIMES)
        respondents = len(pd.read_csv(large / "responses.csv"))
        bare, full = seconds(copy, large), seconds(check, large)
    print(f"{respondents} respondenten nakijken, met werkmap: {full:.1f} s")
    print(f"dezelfde bestanden overschrijven in een werkmap: {bare:.1f} s; "
          f"verhouding {full / bare:.1f}")


if __name__ == "__main__":
    main()
