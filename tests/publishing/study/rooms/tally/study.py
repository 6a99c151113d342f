"""Votes, counted."""

import csv
import datetime as dt
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Column,
    Report,
    ReportFigure,
    ReportTable,
    report_of,
)
from participatiemonitor.studies.study import About, Study

COLUMNS = (Column("keuze", "Keuze"), Column("aantal", "Aantal", COUNT),
           Column("aandeel", "Aandeel", PERCENT), Column("laag", "Ondergrens", PERCENT),
           Column("hoog", "Bovengrens", PERCENT))


def read(folder: Path) -> dict[str, int]:
    with (folder / "stemmen.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    faults = [f"stemmen.csv, rij {place}, kolom aantal: {row['aantal']!r}; verwacht: een getal"
              for place, row in enumerate(rows, start=2) if not row["aantal"].isdigit()]
    if faults:
        raise InputError("\n".join(faults))
    return {row["keuze"]: int(row["aantal"]) for row in rows}


def about(votes: dict[str, int]) -> About:
    return About("Wat de meesten kiezen", "Stemmen geteld", f"{len(votes)} keuzes in Gemeente A",
                 dt.date(2012, 3, 31), "Voorbeeld: deze stemmen zijn verzonnen.")


def report(votes: dict[str, int], key: bytes) -> Report:
    assert len(key) == 32
    total = sum(votes.values())
    rows = [(name, count, count / total, max(0, count / total - 0.1), min(1, count / total + 0.1))
            for name, count in votes.items()]
    most = max(votes, key=votes.get)
    table = ReportTable("keuzes", "Stemmen per keuze", COLUMNS,
                        (*rows, ("niemand", "hooguit twee", None, None, None)),
                        f"Van {total} stemmen")
    figure = ReportFigure("aandelen", f"De meesten kiezen {most}", "bars", "keuzes",
                          {"value": "aandeel", "low": "laag", "high": "hoog"})
    return report_of("tally", [table], [figure], meest=f"De meesten kiezen {most}.")


STUDY = Study("tally", read, about, report, lambda: b"leeg")
