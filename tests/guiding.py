"""The analyst of the guide: the export she received, and what she fills in along the way."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from crosswalking import ROUND, Row
from editing import cells
from exporting import Exported, exported
from openpyxl import load_workbook

from participatiemonitor.project import Project
from participatiemonitor.survey.setup.contents import contents_of
from participatiemonitor.survey.setup.workbook import setup_workbook
from participatiemonitor.survey.wave import load_wave

# What the survey tool called columns, and how it put the question if not as the codebook does.
RENAMED = {
    "participatievisie": ("V1", ""),
    "deelname_wmo": ("V20", "Welk deel van uw klanten doet mee aan activiteiten vanuit de Wmo?"),
    "deelname_wwb": ("V22", "Percentage klanten in projecten Participatiewet"),
    "start_projecten": ("V24", "Waren er al projecten voordat de Wmo werd ingevoerd in 2015?"),
}
ANSWERS = ROUND / "data" / "waves" / "2016" / "open_answers.csv"
ADDRESS, MOMENT = "email", "tijdstip"


def received() -> list[Exported]:
    """The answers of 2016 as the survey tool exports them, with columns of its own."""
    columns = [_called(column) for column in exported(Project(ROUND), 2016)]
    number = len(columns[0].cells)
    return [*columns, Exported(ADDRESS, "", [f"p{place}@voorbeeld.nl" for place in range(number)]),
            Exported(MOMENT, "", ["2016-02-03 10:11:12"] * number)]


def _called(column: Exported) -> Exported:
    name, label = RENAMED.get(column.name, (column.name, ""))
    return replace(column, name=name, label=label or column.label)


def decided(row: Row) -> Mapping[str, str] | None:
    """What she decides on a row of the crosswalk: she knows what each column asked."""
    if row["zekerheid"] == "zeker":
        return None
    if row["val_numeric_orig"] or row["val_label_orig"]:
        return {"besluit": "ja"}
    asked = {called: target for target, names in RENAMED.items() for called in names}
    return {"besluit": "ja", "var_name_target": asked.get(row["var_name_orig"],
                                                          row["var_name_orig"])}


def fill_setup(template: Path, fingerprint: str) -> None:
    """Fill the template in with what was asked of whom in 2016, cell by cell."""
    wave = load_wave(2016, Project(ROUND))
    filled = template.with_name("voorbeeld.xlsx")
    filled.write_bytes(setup_workbook(contents_of(wave)))
    example, book = load_workbook(filled), load_workbook(template)
    filled.unlink()
    for sheet in book.worksheets[1:]:
        there = example[sheet.title]
        for row in range(1, max(sheet.max_row, there.max_row) + 1):
            for column in range(1, there.max_column + 1):
                value = there.cell(row, column).value
                if value == wave.info.publication.key:
                    value = fingerprint
                sheet.cell(row, column).value = value
    book.save(template)


def fill_codes(workbook: Path, coder: int) -> None:
    """Give each answer the themes that this coder saw in it, and say what may be quoted."""
    _, rows = cells(ANSWERS)
    codebook = load_wave(2016, Project(ROUND)).codebook
    rows.sort(key=lambda row: row["respondent"])  # as answers of the same words are numbered
    asked = [question for question in codebook.questions if question.kind == "open"]
    book = load_workbook(workbook)
    for sheet, question in zip(book.worksheets[1:], asked, strict=True):
        themes = [option.id for option in question.options]
        for line in sheet.iter_rows(min_row=2):
            row = next(row for row in rows
                       if (row["question"], row["text"]) == (question.id, line[1].value))
            rows.remove(row)
            chosen = row["themes" if coder == 1 else "themes_second"].split()
            line[2].value = row["quotable"]
            for theme, cell in zip(themes, line[3:], strict=True):
                cell.value = "x" if theme in chosen else None
    book.save(workbook)
