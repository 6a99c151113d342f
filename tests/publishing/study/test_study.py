"""The edition of a study: from the files of a user to pages, PDF, workbook and csv files."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook
from pypdf import PdfReader

from participatiemonitor.book.study import open_study
from participatiemonitor.estimation.opening import STORED
from participatiemonitor.studies.stored import read_report

from ..conftest import code, text
from .conftest import HOSTILE, KEY, NAME, create, report_notebook, run

STUDY = ("study", NAME, "--from", "eigen")


def place(project):
    return project.root / "_build" / "studies" / NAME


def contents(folder) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}


def page(project) -> BeautifulSoup:
    return BeautifulSoup((place(project) / "html/index.html").read_text("utf-8"), "html.parser")


def test_everything_a_reader_gets_is_there(made):
    build = place(made)
    offered = {"tally.pdf", "tally.xlsx", "keuzes.csv", "aandelen.svg", "aandelen.png"}
    assert {path.name for path in (build / "html/downloads").iterdir()} == offered
    for name in ("tally.pdf", "tally.xlsx"):
        assert (build / name).read_bytes() == (build / "html/downloads" / name).read_bytes()


def test_the_page_says_what_was_computed(made):
    shown = page(made)
    assert shown.h1.get_text().startswith("Wat de meesten kiezen")
    words = " ".join(shown.article.get_text(" ").split())
    assert "De meesten kiezen ja." in words
    assert "Dat is 49% (Gemeente A, 31 maart 2012)" in words
    assert "Figuur 1" in words
    assert "Tabel 1" in words
    assert "hooguit twee" in words
    assert "Voorbeeld: deze stemmen zijn verzonnen." in shown.get_text()
    alternative = shown.article.find("img")["alt"]
    assert "ja: 49% (tussen 39% en 59%)" in alternative
    assert "niemand: niet bekend" in alternative


def test_the_page_stands_alone(made):
    shown = page(made)
    assert shown.find("meta", property="og:image") is None
    assert shown.find("nav", class_="rounds") is None
    assert {path.stem for path in (place(made) / "html").glob("*.html")} == {
        "index", "search", "404"}
    local = [link["href"] for link in shown.find_all("a", href=True)
             if "//" not in link["href"] and not link["href"].startswith("#")]
    assert all((place(made) / "html" / link.partition("#")[0]).exists() for link in local)


def test_the_pdf_is_one_volume_with_the_numbers_at_its_end(made):
    reader = PdfReader(place(made) / "tally.pdf")
    pages = [" ".join(one.extract_text().split()) for one in reader.pages]
    assert reader.metadata.title == ("Wat de meesten kiezen – werkstudie, "
                                     "Gemeente A, 31 maart 2012")
    assert "Werkstudie: Gemeente A, 31 maart 2012" in pages[0]
    assert "Voorbeeld: deze stemmen zijn verzonnen." in pages[0]
    assert "Waarom" in " ".join(pages[2:4])  # a section in the contents
    assert any("De cijfers bij de figuren" in one for one in pages[3:])
    assert "hooguit twee" in " ".join(pages)


def test_files_hold_numbers_as_numbers_and_text_as_text(made):
    with (place(made) / "html/downloads/keuzes.csv").open(encoding="utf-8", newline="") as stream:
        rows = {row["keuze"]: row for row in csv.DictReader(stream)}
    assert rows["ja"]["aantal"] == "60"
    assert rows["niemand"] == {"keuze": "niemand", "aantal": "hooguit twee", "aandeel": "",
                               "laag": "", "hoog": ""}
    assert "'=1+1" in rows
    book = load_workbook(place(made) / "tally.xlsx")
    cells = {cell.value for row in book["keuzes"].iter_rows() for cell in row}
    assert {60, "=1+1", "hooguit twee", "[x]", HOSTILE.replace("](", "] (")} <= cells
    assert all(cell.data_type != "f" for row in book["keuzes"].iter_rows() for cell in row)


def test_text_from_files_is_never_markup(made):
    shown = page(made)
    assert not any(bold.get_text() == "ja" for bold in shown.article.find_all("b"))
    cells = [cell.get_text() for cell in shown.article.find_all(["td", "th"])]
    assert HOSTILE in cells


def test_neither_key_nor_path_is_in_anything_that_is_made(made):
    for name, content in contents(place(made)).items():
        assert KEY.encode() not in content, name
        if name.startswith("html/") or "/" not in name:
            assert str(made.root).encode() not in content or name == "html.log", name


def test_the_same_folder_makes_the_same_files_elsewhere(made, there, tmp_path, package):
    other = create(tmp_path / "ergens" / "anders")
    (other.root / "eigen").rename(other.root / "mijn map")
    assert run(other, "study", NAME, "--from", "mijn map").exit_code == 0
    one, two = (contents(place(project) / "html") for project in (made, other))
    assert one.keys() == two.keys()
    assert [name for name in one if one[name] != two[name]] == []


def test_what_did_not_change_is_not_made_again(copied):
    before = {path: path.stat().st_mtime_ns for path in place(copied).glob("html/*")}
    result = run(copied, *STUDY)
    assert result.exit_code == 0, result.output
    assert {path: path.stat().st_mtime_ns for path in place(copied).glob("html/*")} == before
    assert str(place(copied) / "html/index.html") in result.output


def test_other_files_make_another_report(copied):
    (copied.root / "eigen/stemmen.csv").write_text("keuze,aantal\nja,1\nnee,40\n")
    assert run(copied, *STUDY).exit_code == 0
    assert "De meesten kiezen nee." in page(copied).get_text()


@pytest.mark.parametrize(("spoil", "message"), [
    (lambda root: (root / "eigen/stemmen.csv").write_text("keuze,aantal\nja,x\nnee,y\n"),
     "stemmen.csv, rij 3, kolom aantal: 'y'"),
    (lambda root: (root / "eigen/sleutel.txt").unlink(), "monitor study key eigen"),
    (lambda root: (root / "eigen/sleutel.txt").write_text("geheim"), "iets anders dan een sleutel"),
    (lambda root: (root / "eigen").rename(root / "weg"), "eigen"),
    (lambda root: (root / "studies/tally/verslag.ipynb").unlink(), "dit notebook ontbreekt"),
])
def test_what_is_wrong_is_told_and_nothing_is_written(project, monitor, spoil, message):
    spoil(project.root)
    result = monitor(project, *STUDY)
    assert result.exit_code == 2, result.output
    assert message in result.output
    assert "geheim" not in result.output
    assert "Traceback" not in result.output
    assert not (project.root / "_build").exists()


@pytest.mark.parametrize(("cell", "message"), [
    (text("Zie {m}`onbekend(\"x\")`."), "onbekend"),
    (text("Over {{ wijk }}."), "waarvan"),
])
def test_a_mistake_in_the_notebook_is_told_before_it_runs(copied, cell, message):
    before = contents(place(copied) / "html")
    (copied.root / "studies/tally/verslag.ipynb").write_text(report_notebook(cell))
    result = run(copied, *STUDY)
    assert result.exit_code == 2, result.output
    assert message in result.output
    assert contents(place(copied) / "html") == before


def test_a_notebook_without_the_parameter_is_refused(copied):
    path = copied.root / "studies/tally/verslag.ipynb"
    path.write_text(path.read_text().replace("folder: str", "map: str"))
    result = run(copied, *STUDY)
    assert result.exit_code == 2
    assert "'folder: str = ...'" in result.output


def test_a_run_that_fails_ends_with_1_and_leaves_the_last_report(copied):
    before = contents(place(copied) / "html")
    (copied.root / "studies/tally/verslag.ipynb").write_text(
        report_notebook(code('m.table("weg")')))
    result = run(copied, *STUDY)
    assert result.exit_code == 1
    assert "Hoofdstuk verslag, cel" in result.output
    assert "'weg' is geen tabel van deze studie. Verwacht: een van keuzes." in result.output
    assert "Traceback" not in result.output
    assert contents(place(copied) / "html") == before


def test_a_build_reads_what_was_computed_and_a_notebook_alone_computes_it(
        made, there, monkeypatch):
    folder = str(made.root / "eigen")
    monkeypatch.delenv(STORED, raising=False)
    alone = open_study(NAME, folder)
    stored = read_report(place(made) / ".results/tally.json")
    assert alone.report == stored
    monkeypatch.setenv(STORED, str(place(made) / ".results"))
    assert open_study(NAME, "/er/niet").report == stored


def test_the_page_reads_only_its_own_report(made):
    told = json.loads((place(made) / ".results/tally.json").read_text("utf-8"))
    assert told["tables"]["keuzes"]["rows"][0][:2] == ["ja", 60]


def test_no_heavy_library_is_needed_to_ask_for_help():
    command = ("import sys; from participatiemonitor.cli import main\n"
               "try:\n    main(['study', '--help'])\n"
               "except SystemExit:\n    print('pandas' in sys.modules, file=sys.stderr)")
    done = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True,
                          check=True, env=dict(os.environ))
    assert done.stderr.strip() == "False"


def test_the_studies_are_listed_with_what_they_compute(there, project):
    result = run(project, "study", "--help")
    assert "tally" in result.output
    assert "Tel stemmen." in result.output
    assert "key" in result.output


def test_one_of_two_options_is_given(there, project):
    for options in ([], ["--from", "eigen", "--template", "leeg.xlsx"]):
        result = run(project, "study", NAME, *options)
        assert result.exit_code == 2
        assert "--from MAP of --template BESTAND" in result.output


def test_the_template_is_written_and_never_over_something_else(there, project):
    path = project.root / "leeg.xlsx"
    assert run(project, "study", NAME, "--template", "leeg.xlsx").exit_code == 0
    assert {"opzet", "stemmen"} <= set(load_workbook(path).sheetnames)
    path.write_bytes(b"ingevuld")
    for name, message in (("leeg.xlsx", "staat er al"), ("leeg.doc", "op .xlsx"),
                          ("weg/leeg.xlsx", "geen map")):
        result = run(project, "study", NAME, "--template", name)
        assert result.exit_code == 2
        assert message in result.output
    assert path.read_bytes() == b"ingevuld"


def test_a_key_is_made_once_for_its_owner_alone(there, project):
    path = project.root / "eigen/sleutel.txt"
    assert run(project, "study", "key", "eigen").exit_code == 2
    assert path.read_text() == f"{KEY}\n"
    path.unlink()
    result = run(project, "study", "key", "eigen")
    assert result.exit_code == 0
    made = path.read_text().strip()
    assert len(made) == 64
    assert made not in result.output
    assert path.stat().st_mode & 0o077 == 0
    assert run(project, "study", "key", "weg").exit_code == 2


