"""The report of the example, made as a reader gets it, and one of names that would be markup."""

import csv

import pytest
from bs4 import BeautifulSoup
from openpyxl import load_workbook
from pypdf import PdfReader

from ..projects import REPOSITORY, create, report_of_folder
from .folders import indicator, write

FOLDER = "studies/indicators/voorbeeld"
HOSTILE = "*<b>ja</b>* `$x$` {{ jaar }} {m}`text(1)`"


def words(tag) -> str:
    return " ".join(tag.get_text(" ").split())


def page_of(build) -> BeautifulSoup:
    return BeautifulSoup((build / "html/index.html").read_text("utf-8"), "html.parser")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """What was made of the example; not to be changed."""
    project = create(tmp_path_factory.mktemp("indicators") / "monitor", "indicators")
    return report_of_folder(project, "indicators", FOLDER)


@pytest.fixture(scope="module")
def page(made):
    return page_of(made)


@pytest.fixture(scope="module")
def indicators():
    """The rows of the example."""
    with (REPOSITORY / FOLDER / "indicatoren.csv").open(encoding="utf-8") as stream:
        return list(csv.DictReader(stream))


def test_the_findings_come_first(page):
    found = [words(item) for item in page.find("section", id="in-het-kort").find_all("li")]
    assert found == [
        "40 gemeenten zijn vergeleken op vijf indicatoren.",
        "Op vier van de vijf indicatoren liggen een of meer gemeenten opvallend hoog of laag, het "
        "vaakst Gemeente AC, Gemeente R en Gemeente D: elk op drie.",
        "Op drie van de vijf indicatoren lopen ook gewone gemeenten verder uiteen dan toeval "
        "verklaart; alleen wie daar nog buiten valt, heet hier opvallend.",
        "Bij “één loket” is het hoger dan bij “twee loketten” op drie van de vijf indicatoren, ook "
        "bij gelijke context.",
        "Gemeente L telt bij “Klanten in werkprojecten in de buurt” niet mee, omdat zij daar iets "
        "anders heeft gemeten."]


def test_each_indicator_is_a_section_in_the_contents(page, indicators):
    names = [row["naam"] for row in indicators]
    sections = page.find("section", id="waar-gemeenten-liggen").find_all("section")
    assert [words(one.h3).removesuffix(" #") for one in sections] == names
    contents = [words(link) for link in page.find(class_="section-nav").find_all("a")]
    assert [name for name in contents if name in names] == names


def test_figures_and_tables_are_on_the_page(page, indicators):
    images = [image["src"].rpartition("/")[2] for image in page.article.find_all("img")]
    assert images == [*(f"{form}-{row['indicator']}.svg" for row in indicators
                        for form in ("trechter", "groepen")), "keuze-1.svg"]
    assert all(100 < len(image["alt"]) < 900 for image in page.article.find_all("img"))
    rows = [[words(cell) for cell in row.find_all(["th", "td"])] for row in page.find_all("tr")]
    # As they stand in tellingen.csv: 59 of 233 is 25 %, and 1 of 24 is not told.
    assert ["Gemeente A", "59", "233", "25%"] in [row[:4] for row in rows]
    assert ["Gemeente AN", "hooguit twee", "24", "hooguit 9%"] in [row[:4] for row in rows]
    assert ["Gemeente L", "Klanten in werkprojecten in de buurt", "noemer",
            "Alle inwoners van 18 tot 65 jaar", "Huishoudens met bijstand op 1 januari"] in rows
    folded = [words(one.summary) for one in page.article.find_all("details")]
    assert folded == [f"{row['naam']}, per gemeente" for row in indicators]


def test_files_hold_what_the_page_shows(made, indicators):
    tables = {"overzicht", "definities", "afwijkingen", "beleid", "verhouding-1", *(
        f"{table}-{row['indicator']}" for row in indicators
        for table in ("grenzen", "bereik", "gemeenten"))}
    assert {path.stem for path in (made / "html/downloads").glob("*.csv")} == tables
    assert tables <= {*load_workbook(made / "indicators.xlsx").sheetnames}
    with (made / "html/downloads/gemeenten-buurt.csv").open(encoding="utf-8", newline="") as stream:
        *_, last = csv.DictReader(stream)
    assert (last["gemeente"], last["teller"], last["noemer"], last["waarde"]) == (
        "Gemeente AN", "hooguit twee", "24", "hooguit 9%")
    pages = [" ".join(one.extract_text().split()) for one in
             PdfReader(made / "indicators.pdf").pages]
    assert any("Gemeente AC opvallend laag" in one for one in pages)
    assert any("De cijfers bij de figuren" in one for one in pages)


@pytest.mark.audit
def test_text_from_files_is_never_markup(tmp_path):
    project = create(tmp_path / "monitor", "indicators")
    names = [f"{HOSTILE} {letter}" for letter in "ABCD"]
    counts = {(name, "werk"): what for name, what in zip(
        names, [(20, 80), (60, 90), (1, 40), (3, 8)], strict=True)}
    deviations = [("gemeente", "indicator", "onderdeel", "tekst"),
                  (f"{HOSTILE} E", "werk", "noemer", HOSTILE)]
    write(project.root / "eigen", counts, indicators=[indicator(name=HOSTILE)],
          afwijkingen=deviations,
          keuzes=[("gemeente", HOSTILE), *zip(names, ["=1+1", HOSTILE, "=1+1", HOSTILE],
                                              strict=True)])
    (project.root / "eigen/sleutel.txt").write_text("0f" * 32)
    shown = page_of(report_of_folder(project, "indicators", "eigen"))
    assert not any(bold.get_text() == "ja" for bold in shown.article.find_all("b"))
    assert [words(one.h3).removesuffix(" #")
            for one in shown.find("section", id="waar-gemeenten-liggen").find_all("section")] == [
        HOSTILE]
    cells = [cell.get_text() for cell in shown.article.find_all(["td", "th"])]
    assert names[0] in cells
    assert HOSTILE in words(shown.find("section", id="in-het-kort"))
