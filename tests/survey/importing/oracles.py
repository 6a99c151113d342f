"""What R's haven and PSPP read of an SPSS file: two readings that nobody here wrote."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

SCRIPT = Path(__file__).with_name("foreign.R")
FOREIGN = [Path(folder) / "foreign" / "files"
           for folder in ("/usr/lib/R/library", "/usr/lib/R/site-library")]
SITE = Path("/usr/lib/R/site-library")
PSPP = Path("/usr/share/pspp/examples")


@dataclass
class Reading:
    """A variable as another program reads it."""

    label: str
    values: dict[str, str] = field(default_factory=dict)
    missing: list[tuple[str, str]] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)


def foreign_files() -> list[Path]:
    """The SPSS files that come with R and PSPP, as far as they are installed here."""
    wanted = [*(folder / name for folder in FOREIGN for name in ("electric.sav", "testdata.sav")),
              SITE / "haven" / "examples" / "iris.sav", *sorted(PSPP.glob("*.sav"))]
    return [path for path in wanted if path.is_file()]


def needs(*programs: str, package: str) -> None:
    """Skip where a program or an R package is not installed."""
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"{program} is hier niet geïnstalleerd (Debian: {package})")


def needs_package(name: str) -> None:
    """Skip where a package of R is not installed."""
    if not (SITE / name).is_dir():
        pytest.skip(f"het R-pakket {name} is hier niet geïnstalleerd (Debian: r-cran-{name})")


def haven(folder: Path, paths: Iterable[Path], efc: Path | None = None
          ) -> dict[Path, dict[str, Reading]]:
    """What haven reads, by file and variable; `efc` is written first."""
    out = folder / "haven.tsv"
    subprocess.run(["Rscript", SCRIPT, out, efc or "", *paths], check=True, capture_output=True,
                   timeout=120)
    files: dict[Path, dict[str, Reading]] = {}
    for line in out.read_text("utf-8").splitlines():
        kind, *told = line.split("\t")
        if kind == "file":
            variables = files[Path(told[0])] = {}
        elif kind == "variable":
            reading = variables[told[0]] = Reading(told[1])
        elif kind == "value":
            reading.values[told[0]] = told[1]
        elif kind == "missing":
            reading.missing.append((told[0], told[1]))
        else:
            reading.cells = told[:-1]
    return files


def pspp(folder: Path, path: Path) -> dict[str, Reading]:
    """What PSPP reads of a file."""
    syntax, out, data = folder / "lees.sps", folder / "lees.csv", folder / "cellen.csv"
    syntax.write_text(f"SET TVARS=NAMES /TNUMBERS=VALUES.\nGET FILE='{path}'.\n"
                      "DISPLAY DICTIONARY.\n", "utf-8")
    subprocess.run(["pspp", "-o", out, syntax], check=True, capture_output=True, timeout=60)
    subprocess.run(["pspp-convert", path, data], check=True, capture_output=True, timeout=60)
    variables: dict[str, Reading] = {}
    table = name = ""
    for row in csv.reader(out.read_text("utf-8").splitlines()):
        if row and (row[0].startswith("Table: ") or row[0].startswith("Footnote")):
            table = row[0]
        elif table == "Table: Variables" and row[:1] == ["Name"]:
            columns = row  # those in which no variable has anything are left out
        elif table == "Table: Variables" and row:
            told = dict(zip(columns, row, strict=True))
            variables[row[0]] = Reading(told.get("Label", ""), missing=[
                _ends(part) for part in told.get("Missing Values", "").split("; ") if part])
        elif table == "Table: Value Labels" and len(row) == 3 and row[0] != "Variable Value":
            name = row[0] or name
            variables[name].values[row[1].removesuffix("[a]")] = row[2]
    header, *rows = csv.reader(io.StringIO(data.read_text("utf-8"), newline=""))
    for place, column in enumerate(header):
        variables[column].cells = [row[place] for row in rows]
    return variables


def _ends(part: str) -> tuple[str, str]:
    if part.startswith('"'):
        return part.strip('"').rstrip(), part.strip('"').rstrip()
    low, high = re.fullmatch(r"(\S+)(?: THRU (\S+))?", part).groups()
    ends = {"LOWEST": "-inf", "HIGHEST": "inf"}
    return ends.get(low, low), ends.get(high or low, high or low)
