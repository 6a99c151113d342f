"""The report of the example, made as a reader gets it, without a key: it counts no persons."""

import csv

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook
from pypdf import PdfReader

from participatiemonitor.publishing.edition import FOLDER
from participatiemonitor.publishing.graph.nodes import Node
from participatiemonitor.publishing.study.downloads import write_downloads
from participatiemonitor.publishing.study.edition import study_edition
from participatiemonitor.publishing.study.steps import RESULTS, study_steps
from participatiemonitor.studies.catalogue import find_study
from participatiemonitor.studies.stored import write_report

from ..breaking import example
from ..projects import create, report_of_folder
from .folders import write_folder

DOCUMENT = "data/published/divosa2012"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What was made of the example; not to be changed."""
    project = create(tmp_path_factory.mktemp("elements") / "monitor", "elements", DOCUMENT)
    return report_of_folder(project, "elements", "studies/elements/voorbeeld")


@pytest.fixture(scope="module")
def page(made):
    return BeautifulSoup((made / "html/index.html").read_text("utf-8"), "html.parser")


def test_the_findings_come_first(page):
    first = page.find("section", id="in-het-kort")
    found = [" ".join(item.get_text().split()) for item in first.find_all("li")]
    assert found == [
        "Het element pragmatische aansturing ontbreekt in alle interventies.",
        "Eén van de 15 interventies is bewezen effectief: “Proefplaatsing”.",
        "Vijf tot zeven van de 15 interventies zijn ten minste in theorie effectief. Bij de 28 "
        "interventies van Divosa is dat meestal zo.",
        "Over de elementen zijn de codeurs het in 91% van de gevallen eens."]


def test_figures_and_tables_are_on_the_page(page):
    assert [image["src"].rpartition("/")[2] for image in page.article.find_all("img")] == [
        "overzicht.svg", "dekking.svg", "bewijs.svg"]
    assert all(len(image["alt"]) > 100 for image in page.article.find_all("img"))
    captions = [caption.get_text() for caption in page.article.find_all("caption")]
    assert [caption.partition(" ")[0] for caption in captions] == ["Tabel"] * 3
    cells = [[cell.get_text(strip=True) for cell in row.find_all(["th", "td"])]
             for row in page.article.find_all("tr")]
    # As one counts in coderingen.csv: 16 of 180 differ.
    assert ["Alle elementen", "180", "91%", "0,77"] in cells
    assert ["Pragmatische aansturing", "15", "100%", "–"] in cells
    assert ["Weer op de been", "Trede van de effectladder", "2", "1"] in cells
    assert "Voorbeeld: deze gegevens zijn verzonnen." in page.get_text()


def test_files_hold_what_the_page_shows(made):
    names = {path.name for path in (made / "html/downloads").iterdir()}
    tables = {"codering", "elementen", "interventies", "treden", "overeenstemming", "verschillen"}
    assert {f"{name}.csv" for name in tables} <= names
    with (made / "html/downloads/elementen.csv").open(encoding="utf-8", newline="") as stream:
        first = next(csv.DictReader(stream))
    assert first == {"element": "Methodisch werken", "zeker": "6", "mogelijk": "7",
                     "hoogste": "2", "bewijs": "Theorie of praktijkervaring"}
    assert tables <= {*load_workbook(made / "elements.xlsx").sheetnames}
    text = " ".join(page.extract_text() for page in PdfReader(made / "elements.pdf").pages)
    assert "“Proefplaatsing”" in text


def test_no_key_is_asked_or_read(tmp_path):
    study = find_study("elements")
    assert not (example("elements") / "sleutel.txt").exists()
    assert study.key(example("elements")) == b""
    (tmp_path / "sleutel.txt").write_text("geen sleutel")
    assert study.key(tmp_path) == b""


def test_tables_without_rows_have_no_file_and_no_sheet(tmp_path):
    source = write_folder(tmp_path / "map", {("A", "coach"): ({"gedrag"}, 2)})
    study = find_study("elements")
    given = study.read(source)
    project = create(tmp_path / "monitor", "elements", DOCUMENT)
    edition = study_edition(project, study, source, study.about(given))
    write_report(study.report(given, b""), edition.results)
    write_downloads(edition)
    names = {path.name for path in (edition.folder / FOLDER).glob("*.csv")}
    assert names == {"codering.csv", "elementen.csv", "interventies.csv", "treden.csv"}
    sheets = {*load_workbook(edition.workbook).sheetnames}
    assert {"codering", "treden"} <= sheets
    assert not sheets & {"overeenstemming", "verschillen"}


def test_another_document_makes_another_report(tmp_path, monkeypatch):
    project = create(tmp_path / "monitor", "elements", DOCUMENT)
    monkeypatch.chdir(project.root)
    study, source = find_study("elements"), project.root / "studies/elements/voorbeeld"
    edition = study_edition(project, study, source, study.about(study.read(source)))

    def needed():
        (step,) = (one for one in study_steps(edition, lambda: None) if one.name == RESULTS)
        return [need.state() for need in step.needs if isinstance(need, Node)]

    before = needed()
    assert needed() == before
    path = project.published / "divosa2012/tables/interventies.csv"
    path.write_text(path.read_text().replace("2,4", "3,4"))
    assert needed() != before
