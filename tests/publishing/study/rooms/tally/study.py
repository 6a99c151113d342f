"""Votes, counted."""

from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.studies.forms.form import Column as Asked
from participatiemonitor.studies.forms.form import Form, Table
from participatiemonitor.studies.forms.quantities import Whole
from participatiemonitor.studies.forms.reading import read_folder
from participatiemonitor.studies.forms.setup import OFFICE, Setup, setup_of, setup_table
from participatiemonitor.studies.report import (
    COUNT,
    PERCENT,
    Column,
    Report,
    ReportFigure,
    ReportTable,
    report_of,
)
from participatiemonitor.studies.study import Study

FORM = Form("tally", "Wat de meesten kiezen", "Stemmen geteld.", (
    setup_table(OFFICE),
    Table("stemmen", "Een rij per keuze.", (
        Asked("keuze", "Wat iemand kon kiezen.", "ja"),
        Asked("aantal", "Hoeveel stemmen.", "12", Whole()))),
))
COLUMNS = (Column("keuze", "Keuze"), Column("aantal", "Aantal", COUNT),
           Column("aandeel", "Aandeel", PERCENT), Column("laag", "Ondergrens", PERCENT),
           Column("hoog", "Bovengrens", PERCENT))


@dataclass(frozen=True)
class Inputs:
    setup: Setup
    votes: dict[str, int]


def read(folder: Path) -> Inputs:
    return read_folder(FORM, folder, lambda tables: (), _inputs)


def _inputs(tables) -> Inputs:
    frame = tables["stemmen"].frame
    return Inputs(setup_of(tables), dict(zip(frame["keuze"], frame["aantal"], strict=True)))


def report(given: Inputs, key: bytes) -> Report:
    assert len(key) == 32
    total = sum(given.votes.values())
    rows = [(name, count, count / total, max(0, count / total - 0.1), min(1, count / total + 0.1))
            for name, count in given.votes.items()]
    most = max(given.votes, key=given.votes.get)
    table = ReportTable("keuzes", "Stemmen per keuze", COLUMNS,
                        (*rows, ("niemand", "hooguit twee", None, None, None)),
                        f"Van {total} stemmen")
    figure = ReportFigure("aandelen", f"De meesten kiezen {most}", "bars", "keuzes",
                          {"value": "aandeel", "low": "laag", "high": "hoog"})
    return report_of("tally", [table], [figure], meest=f"De meesten kiezen {most}.")


STUDY = Study(FORM, read, report)
