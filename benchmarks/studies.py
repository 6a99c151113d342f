"""How long the report of a study takes: on its example, and on the file of a large town.

Run with ``make bench``. All are timed in one run, in a copy of the project, each from nothing. What
a large file takes longer than the example, is what reading and computing take.
"""

from __future__ import annotations

import csv
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import islice
from pathlib import Path

from participatiemonitor.project import find_project
from participatiemonitor.studies.catalogue import STUDIES

NOT_COPIED = (".git", ".venv", "_build", "__pycache__", ".hypothesis", ".*_cache", "*.egg-info")
# By study: the files of persons, the column that names them, and how many rows of the first.
LARGE = {"demand": (("klanten.csv",), "klant", 20_000),
         "ladder": (("registraties.csv", "personen.csv"), "persoon", 200_000)}


def report(root: Path, study: str, folder: Path) -> float:
    """Seconds that the command takes, when nothing is there."""
    shutil.rmtree(root / "_build", ignore_errors=True)
    start = time.perf_counter()
    monitor = Path(sys.executable).with_name("monitor")
    subprocess.run([monitor, "study", study, "--from", folder], cwd=root, check=True,
                   capture_output=True)
    return time.perf_counter() - start


def enlarge(folder: Path, files: tuple[str, ...], column: str, rows: int) -> None:
    """Let everybody in a folder occur as often as it takes to have so many rows."""
    read = {}
    for name in files:
        with (folder / name).open(encoding="utf-8", newline="") as stream:
            read[name] = list(csv.DictReader(stream))
    times = -(-rows // len(read[files[0]]))
    for name, found in read.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as stream:
            writer = csv.DictWriter(stream, found[0])
            writer.writeheader()
            several = ({**row, column: f"{turn}-{row[column]}"}
                       for turn in range(times) for row in found)
            # Of one file only so many; of two, whoever is in one is in the other.
            writer.writerows(islice(several, rows) if len(files) == 1 else several)


def main() -> None:
    """Make all reports in a copy of the project and print what each takes."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "monitor"
        shutil.copytree(find_project().root, root, ignore=shutil.ignore_patterns(*NOT_COPIED))
        for study in STUDIES:
            example = root / "studies" / study / "voorbeeld"
            small = report(root, study, example)
            print(f"{study}: {small:.1f} s op het voorbeeld")
            if study in LARGE:
                files, column, rows = LARGE[study]
                large = Path(shutil.copytree(example, Path(folder) / study))
                enlarge(large, files, column, rows)
                took = report(root, study, large)
                print(f"{study}: {took:.1f} s op {rows} rijen; {took / small:.2f} keer het "
                      "voorbeeld")


if __name__ == "__main__":
    main()
