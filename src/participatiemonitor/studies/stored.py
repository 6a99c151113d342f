"""What a study publishes as a file: computed once in a build, and read by everything it shows."""

from __future__ import annotations

import json
import math
from dataclasses import asdict
from pathlib import Path
from typing import Any

from participatiemonitor.files.replacing import replace_text
from participatiemonitor.studies.report import Cell, Column, Part, Report, ReportFigure, ReportTable


def write_report(report: Report, path: Path) -> None:
    """Write what a study publishes, the same bytes each time and every number exact.

    Parameters
    ----------
    report : Report
    path : pathlib.Path
        Its folder is made when it is not there.
    """
    write_content(content_of(report), path)


def write_content(content: dict[str, Any], path: Path) -> None:
    """Write what consists of plain values, the same bytes each time."""
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_text(path, json.dumps(content, ensure_ascii=False, indent=0, allow_nan=False) + "\n")


def read_report(path: Path) -> Report:
    """Read what `write_report` wrote.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Report
    """
    return report_from(json.loads(path.read_text("utf-8")))


def content_of(report: Report) -> dict[str, Any]:
    """What a study publishes as plain values."""
    content = asdict(report)
    for table in content["tables"].values():
        table["rows"] = [list(map(_plain, row)) for row in table["rows"]]
    return content


def report_from(content: dict[str, Any]) -> Report:
    """What a study publishes, of what `content_of` made of it."""
    return Report(content["study"],
                  {name: _table(table) for name, table in content["tables"].items()},
                  {name: ReportFigure(**figure) for name, figure in content["figures"].items()},
                  content["texts"],
                  {name: tuple(map(_part, parts)) for name, parts in content["series"].items()})


def _table(told: dict[str, Any]) -> ReportTable:
    columns = tuple(Column(**column) for column in told["columns"])
    return ReportTable(told["name"], told["title"], columns, tuple(map(tuple, told["rows"])),
                       told["note"])


def _part(told: dict[str, Any]) -> Part:
    return Part(told["title"], *(tuple(told[names]) for names in ("says", "shows", "kept")))


def _plain(cell: Any) -> Cell:
    """A cell as JSON has it: numbers of numpy as those of Python, what is no number as nothing."""
    if cell is None or isinstance(cell, str):
        return cell
    number = cell.item() if hasattr(cell, "item") else cell
    return number if math.isfinite(number) else None
