"""The folder of downloads, really made, of the wave of five respondents."""

import csv
import io
import struct
import xml.etree.ElementTree as ET

import matplotlib.image
import openpyxl
import pytest

from participatiemonitor.publishing.files import downloads
from participatiemonitor.publishing.files.downloads import write_downloads
from participatiemonitor.publishing.round_edition import find_edition

YEAR = 2009
EACH = [f"figuur-{number}.{kind}" for number in (1, 2) for kind in ("csv", "png", "svg", "xlsx")]
# The themes of an open question are drawn, and have no number.
EACH += ["figuur-toelichting.png", "figuur-toelichting.svg"]
EACH += [f"tabel-{number}.{kind}" for number in (1, 2) for kind in ("csv", "xlsx")]


@pytest.fixture
def made(mini):
    """The project with its downloads."""
    mini.build(YEAR).mkdir(parents=True)
    write_downloads(find_edition(mini, str(YEAR)))
    return mini


@pytest.fixture
def folder(made):
    return made.build(YEAR) / "downloads"


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def rows(path):
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"))))


def test_each_figure_and_table_has_its_files(folder):
    assert sorted(content(folder)) == sorted([
        *EACH, "results.csv", f"monitor-{YEAR}.xlsx", f"deel-{YEAR}.png", f"deel-{YEAR}.txt"])


def test_the_results_and_the_workbook_are_those_of_the_build(made, folder):
    for name in ("results.csv", f"monitor-{YEAR}.xlsx"):
        assert (folder / name).read_bytes() == (made.build(YEAR) / name).read_bytes()


def test_the_csv_of_a_figure_has_the_values_of_the_results(folder):
    results = {(row["option"], row["group"]): row for row in rows(folder / "results.csv")
               if row["question"] == "taken" and row["domain"] == "totaal"}
    found = rows(folder / "figuur-1.csv")
    names = {"zorg": "zorg", "werk": "werk", "geen taken": "geen",
             "sociale diensten": "sociale_dienst", "afdelingen welzijn": "afdeling_welzijn"}
    assert len(found) == 6
    for row in found:
        expected = results[names[row["answer"]], names[row["group"]]]
        for column in ("n", "count", "count_low", "count_high", "count_noise", "value", "printed",
                       "weighted", "weighted_low", "weighted_high", "status"):
            assert row[column] == expected[column]
        assert (expected["value_standing"], row["value_standing"]) == ("observed", "uit de enquête")
        assert row["question"] == "Welke taken zijn er?"


def test_the_csv_and_the_spreadsheet_say_the_same(folder):
    made = openpyxl.load_workbook(folder / "tabel-1.xlsx")["Tabel 1"]
    cells = {row[0].value: row[1].value for row in made.iter_rows()}
    for row in rows(folder / "tabel-1.csv"):
        assert cells[row["answer"].capitalize()] == pytest.approx(float(row["value"]))


def test_a_figure_for_slides_is_large_white_and_nameless(folder):
    png = (folder / "figuur-1.png").read_bytes()
    width, height = struct.unpack(">II", png[16:24])
    assert width > 1200
    picture = matplotlib.image.imread(io.BytesIO(png))
    assert (picture[[0, 0, -1, -1], [0, -1, 0, -1]] == 1).all()
    assert b"tEXt" not in png  # no program, no date
    assert height > 400


def test_the_svg_is_drawn(folder):
    root = ET.parse(folder / "figuur-2.svg").getroot()
    assert root.tag.endswith("svg")
    assert len(list(root.iter("{http://www.w3.org/2000/svg}path"))) > 10


def test_made_again_the_bytes_are_the_same(made, folder):
    before = content(folder)
    write_downloads(find_edition(made, str(YEAR)))
    assert content(folder) == before


def test_when_it_fails_the_previous_folder_stays(made, folder, monkeypatch):
    before = content(folder)
    monkeypatch.setattr(downloads, "share_picture", lambda _estimates: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        write_downloads(find_edition(made, str(YEAR)))
    assert content(folder) == before
    assert {path.name for path in made.build(YEAR).iterdir()} == {
        "downloads", ".figures", "results.csv", "niet-getoond.csv", f"monitor-{YEAR}.xlsx"}


def test_a_dangerous_answer_is_harmless_in_every_csv(mini):
    path = mini.wave(YEAR) / "codebook.yml"
    text = path.read_text(encoding="utf-8")
    changed = text.replace("nl: zorg,", 'nl: "=1+1",')
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    mini.build(YEAR).mkdir(parents=True)
    write_downloads(find_edition(mini, str(YEAR)))
    answers = {row["answer"] for row in rows(mini.build(YEAR) / "downloads" / "figuur-1.csv")}
    assert answers == {"'=1+1", "werk", "geen taken"}


def test_the_tables_of_documents_are_there_and_their_figures(mini):
    folder = mini.published / "gids2008" / "tables"
    folder.mkdir(parents=True)
    folder.with_name("document.yml").write_text("name: Gids (2008)\n", "utf-8")
    (folder / "t1.yml").write_text(
        "nl: Aandelen\nsection: '1'\ncolumns: {deel: {nl: deel, unit: procent}}\n"
        "rows: {zorg: {nl: '=1+1'}, werk: {nl: werk}}\n"
        "figure: {title: Zorg is groot, columns: [deel]}\n"
        "derived: [{id: som, holds: 'werk.deel == 100 - zorg.deel', nl: samen alles}]\n", "utf-8")
    (folder / "t1.csv").write_text(
        "row,column,value,low,high,flag,published,read,section,quantity,note\n"
        "zorg,deel,60,,,,60%,,,,\nwerk,deel,30,,,,30%,,2,,\n", "utf-8")
    mini.build(YEAR).mkdir(parents=True)
    write_downloads(find_edition(mini, str(YEAR)))
    offered = mini.build(YEAR) / "downloads"
    zorg, werk = rows(offered / "gids2008-t1.csv")
    assert (zorg["row_label"], zorg["published"], zorg["value"]) == ("'=1+1", "60%", "60")
    assert (werk["follows"], werk["section"]) == ("40%", "2")
    for path in (offered / "figuur-gids2008-t1.png", offered / "figuur-gids2008-t1.svg",
                 mini.build(YEAR) / ".figures" / "figuur-gids2008-t1.svg"):
        assert path.stat().st_size > 1000


def test_overviews_over_documents_are_there_as_figures_and_lines(mini):
    (mini.published / "gids2008").mkdir(parents=True)
    (mini.published / "gids2008" / "document.yml").write_text("name: Gids (2008)\n", "utf-8")
    (mini.published / "plannen.yml").write_text(
        "form: timeline\nnl: Plannen\ntitle: Het kwam later\nrows: {hulp: {nl: '=1+1'}}\n", "utf-8")
    (mini.published / "plannen.csv").write_text(
        "row,kind,cell,document,section,published,note\nhulp,gepland,,gids2008,2,2010,\n"
        "hulp,ingevoerd,,,,2012,\n", "utf-8")
    mini.build(YEAR).mkdir(parents=True)
    write_downloads(find_edition(mini, str(YEAR)))
    offered = mini.build(YEAR) / "downloads"
    plan, came = rows(offered / "figuur-documenten-plannen.csv")
    assert (plan["row_label"], plan["published"], plan["where"]) == (
        "'=1+1", "2010", "Gids (2008), 2")
    assert (came["kind"], came["where"]) == ("ingevoerd", "algemeen bekend")
    name = "figuur-documenten-plannen"
    for path in (offered / f"{name}.png", offered / f"{name}.svg",
                 mini.build(YEAR) / ".figures" / f"{name}.svg"):
        assert path.stat().st_size > 1000
