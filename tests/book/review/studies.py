"""Words of the examples of studies, from their files."""

from __future__ import annotations

import csv
import hashlib
from fractions import Fraction
from functools import cache
from pathlib import Path

from phrases import percent, whole

from participatiemonitor.project import Project
from participatiemonitor.studies.examples import compute_example
from participatiemonitor.studies.report import COUNT, NUMBER, PERCENT, Report

from .printing import Printing, decimal
from .quantities import Expected
from .word import Word, Wrong

_COMPUTED: dict[tuple[str, str], Report] = {}


def computed(study: str, root: Path) -> Report:
    """What a study publishes of its example, not as the build kept it.

    Computed once for projects that have the same example and the same documents.
    """
    known = study, _content(root / "studies" / study, root / "data" / "published")
    if known not in _COMPUTED:
        _COMPUTED[known] = compute_example(study, Project(root)).report
    return _COMPUTED[known]


@cache
def _content(*folders: Path) -> str:
    read = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                read.update(f"{folder.name}/{path.relative_to(folder)}\n".encode())
                read.update(hashlib.sha256(path.read_bytes()).digest())
    return read.hexdigest()


class Studies(Printing):
    """As there, with what studies publish of their examples.

    What they must publish is held by the tests of each; here, that a book says just that.
    """

    def _report(self, word: Word) -> Report:
        return computed(word.args["study"], self._published.parents[1])

    def study_value(self, word: Word) -> Expected:
        table = self._report(word).tables[word.args["table"]]
        names = [column.name for column in table.columns]
        place = names.index(word.args["column"])
        cell, = (row[place] for row in table.rows if str(row[0]) == word.args["row"])
        kind = table.columns[place].kind
        if isinstance(cell, str):
            return cell
        if cell is None:
            raise Wrong(word, "in deze cel staat niets")
        written = {PERCENT: percent, COUNT: whole, NUMBER: lambda value: decimal(value, 1)}
        return written.get(kind, str)(Fraction(cell))

    def study_text(self, word: Word) -> Expected:
        return self._report(word).texts[word.args["name"]]

    def study_remark(self, word: Word) -> Expected:
        root = self._published.parents[1]
        path = root / "studies" / word.args["study"] / "voorbeeld" / "opzet.csv"
        with path.open(encoding="utf-8", newline="") as stream:
            row, = csv.DictReader(stream)
        return row["opmerking"]
