"""An analyst who fills in a crosswalk, and the folder of a project in which a round is made."""

from __future__ import annotations

import csv
import io
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result

from participatiemonitor import cli
from participatiemonitor.project import Project
from participatiemonitor.survey.importing.crosswalk import COLUMNS

ROUND = Path(__file__).parent / "data" / "round2016"
FILES = ("wave.yml", "codebook.yml", "frame.csv", "responses.csv", "open_answers.csv")
Row = dict[str, str]
# Questions that many left out, and one that a whole group did.
TRUE = ("--accept", "itemnonrespons", "--accept", "vraag-zonder-antwoord")


def wave_new(*arguments: object) -> Result:
    """Run the command in the folder it is in, with what is true of the round accepted."""
    return CliRunner().invoke(cli.main, ["wave", "new", "2016", *TRUE, *map(str, arguments)])


def decide(workbook: Path, choose: Callable[[Row], Mapping[str, str] | None]) -> Path:
    """Fill in a crosswalk, row by row; cells are written as a spreadsheet does."""
    book = openpyxl.load_workbook(workbook)
    sheet = book["Crosswalk"]
    for line in sheet.iter_rows(min_row=2):
        row = {name: str(cell.value or "") for name, cell in zip(COLUMNS, line, strict=True)}
        for name, value in (choose(row) or {}).items():
            line[COLUMNS.index(name)].value = value
    path = workbook.with_name(f"ingevuld-{workbook.name}")
    book.save(path)
    return path


def rows_of(workbook: Path) -> list[Row]:
    """The rows of a crosswalk."""
    sheet = openpyxl.load_workbook(workbook)["Crosswalk"]
    return [{name: str(cell or "") for name, cell in zip(COLUMNS, line, strict=True)}
            for line in sheet.iter_rows(min_row=2, values_only=True)]


def accept(row: Row) -> Mapping[str, str] | None:
    """Every proposal is right."""
    return {"besluit": "ja"} if row["zekerheid"] == "waarschijnlijk" else None


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def uncoded(text: str) -> str:
    """Open answers as they came in, without themes."""
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    made = io.StringIO(newline="")
    writer = csv.DictWriter(made, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows({**row, "themes": "", "themes_second": "", "quotable": "nee"}
                     for row in rows)
    return made.getvalue()


def expected(year: int = 2016) -> dict[str, bytes]:
    """The round of the tests as it is before its open answers are coded."""
    folder = ROUND / "data" / "waves" / str(year)
    files = {name: (folder / name).read_bytes() for name in FILES}
    files["open_answers.csv"] = uncoded(files["open_answers.csv"].decode()).encode()
    return files


def empty_project(root: Path) -> Project:
    """A project with one other round, of which only the register is there."""
    (root / "data" / "waves").mkdir(parents=True)
    (root / "_toc.yml").write_text("format: jb-book\nroot: index\n", encoding="utf-8")
    return Project(root)


def setup_folder(folder: Path) -> Path:
    """What was asked of whom in 2016, as three files."""
    folder.mkdir()
    for name in FILES[:3]:
        shutil.copyfile(ROUND / "data" / "waves" / "2016" / name, folder / name)
    return folder
