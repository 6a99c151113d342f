"""A round as survey tools export it: what respondents answered, in other files and other words."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import pyreadstat
from editing import cells

from participatiemonitor.project import Project
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.wave import Wave, load_wave

KEYS = ("respondent", "organisation", "group")


@dataclass(frozen=True)
class Exported:
    """One column: its name, the text of the question, cells as responses.csv has them, labels."""

    name: str
    label: str
    cells: list[str]
    question: Question | None = None
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def kind(self) -> str:
        return self.question.kind if self.question else "key"


def exported(project: Project, year: int, group: str | None = None) -> list[Exported]:
    """The columns of a round, those of open answers with them."""
    wave, folder = load_wave(year, project), project.wave(year)
    _, rows = cells(folder / "responses.csv")
    rows = [row for row in rows if group in (None, row["group"])]
    _, given = cells(folder / "open_answers.csv")
    texts = {(row["respondent"], row["question"]): row["text"] for row in given}
    columns = [Exported(key, "", [row[key] for row in rows]) for key in KEYS]
    for question in wave.codebook.questions:
        if question.derived:
            continue
        if question.kind == "open":
            columns.append(Exported(question.id, question.nl, [
                texts.get((row["respondent"], question.id), "") for row in rows], question))
            continue
        for place, name in enumerate(question.columns):
            label = question.nl if len(question.columns) == 1 else \
                f"{question.nl} [{question.options[place].nl}]"
            labels = {option.id: option.nl for option in question.options} \
                if question.kind == "single" else {}
            columns.append(Exported(name, label, [row[name] for row in rows], question, labels))
    return columns


def to_sav(path: Path, columns: Iterable[Exported], missing: str = "99") -> Path:
    """SPSS: numbers with labels, 99 for whoever gave no answer to a choice, user-missing."""
    frame, labels, values, ranges = {}, {}, {}, {}
    for column in columns:
        name = column.name
        labels[name] = column.label
        if column.kind == "single":
            codes = {value: float(number) for number, value in enumerate(column.labels, start=1)}
            frame[name] = [codes.get(cell, float(missing)) for cell in column.cells]
            values[name] = {code: column.labels[value] for value, code in codes.items()}
            values[name][float(missing)] = "geen antwoord"
            ranges[name] = [{"lo": float(missing), "hi": float(missing)}]
        elif column.kind in ("multiple", "percentage", "number"):
            frame[name] = [float(cell) if cell else None for cell in column.cells]
            if column.kind == "multiple":
                values[name] = {1.0: "geselecteerd", 0.0: "niet geselecteerd"}
        else:
            frame[name] = column.cells
    pyreadstat.write_sav(pd.DataFrame(frame), str(path), column_labels=labels,
                         variable_value_labels=values, missing_ranges=ranges)
    return path


def in_words(column: Exported, missing: str = "") -> list[str]:
    """Labels for codes, *Ja* and *Nee* for ticks."""
    if column.kind == "multiple":
        return [{"1": "Ja", "0": "Nee"}.get(cell, missing) for cell in column.cells]
    return [column.labels.get(cell, cell) or missing for cell in column.cells]


def to_xlsx(path: Path, columns: Iterable[Exported], head: Callable[[Exported], str] =
            lambda column: column.label or column.name) -> Path:
    """Excel: texts above the columns, labels in the cells, numbers as numbers."""
    frame = {head(column): [float(cell) if cell and column.kind in ("percentage", "number")
                            else cell or None for cell in in_words(column)] for column in columns}
    pd.DataFrame(frame).to_excel(path, index=False)
    return path


def to_csv(path: Path, columns: Iterable[Exported], encoding: str = "cp1252") -> Path:
    """What pandas and a Dutch Excel make of it: semicolons, decimal commas, 1.0 and 0.0."""
    columns = list(columns)
    ticked = {"1": "1.0", "0": "0.0"}
    table = [[ticked.get(cell, cell) if column.kind == "multiple" else
              cell.replace(".", ",") if column.kind in ("percentage", "number") else cell
              for cell in column.cells] for column in columns]
    return _write(path, [column.name for column in columns], table, ";", encoding)


def to_limesurvey(path: Path, columns: Iterable[Exported]) -> Path:
    """LimeSurvey: codes of questions, Y or nothing for ticks, and columns of its own."""
    columns = list(columns)
    number = len(columns[0].cells)
    own = {"id": [str(place) for place in range(1, number + 1)],
           "submitdate": ["2016-02-03 10:11:12"] * number, "lastpage": ["9"] * number,
           "startlanguage": ["nl"] * number, "token": [f"aZ{place:04}x" for place in range(number)],
           "ipaddr": [f"10.0.0.{place % 250}" for place in range(number)],
           "refurl": [""] * number}
    table = [*own.values(), *([{"1": "Y", "0": ""}.get(cell, "") for cell in column.cells]
                              if column.kind == "multiple" else column.cells for column in columns)]
    return _write(path, [*own, *(limesurvey_name(column) for column in columns)], table, ",",
                  "utf-8-sig")


def limesurvey_name(column: Exported) -> str:
    """``knelpunten[schotten]``: codes have no underscores."""
    if column.question is None:
        return column.name
    code = column.question.id.replace("_", "")
    option = column.name.partition("__")[2]
    return f"{code}[{option.replace('_', '')}]" if option else code


def _write(path: Path, head: list[str], table: list[list[str]], delimiter: str, encoding: str
           ) -> Path:
    with path.open("w", encoding=encoding, newline="", errors="strict") as stream:
        writer = csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL)
        writer.writerow(head)
        writer.writerows(zip(*table, strict=True))
    return path


__all__ = ["Exported", "Wave", "exported", "in_words", "limesurvey_name", "to_csv",
           "to_limesurvey", "to_sav", "to_xlsx"]
