"""The report of the example, and one of irregular dates, made as a reader gets them."""

import csv
import shutil

import numpy as np
import pytest
from bs4 import BeautifulSoup
from click.testing import CliRunner
from ladders import irregular_town
from openpyxl import load_workbook
from pypdf import PdfReader

from participatiemonitor import cli

from ..breaking import STUDIES
from .folders import rows_of, write_folder

REPOSITORY = STUDIES.parent
FOLDERS = ("_static", "_templates", "locales", "studies/ladder")
FILES = ("_config.yml", "_toc.yml", "references.bib")
HOSTILE = "*<b>Noord</b>* `$x$` [x](y) {m}`text(1)`"


def make(root, source):
    for name in FOLDERS:
        shutil.copytree(REPOSITORY / name, root / name)
    for name in FILES:
        shutil.copyfile(REPOSITORY / name, root / name)
    (root / "data/waves").mkdir(parents=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        result = CliRunner().invoke(cli.main, ["study", "ladder", "--from", str(source)])
    assert result.exit_code == 0, result.output
    return root / "_build/studies/ladder"


def page_of(made):
    return BeautifulSoup((made / "html/index.html").read_text("utf-8"), "html.parser")


def words(found):
    return " ".join(found.get_text(" ").split())


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Of the example; not to be changed."""
    return make(tmp_path_factory.mktemp("ladder") / "monitor",
                REPOSITORY / "studies/ladder/voorbeeld")


@pytest.fixture(scope="module")
def page(made):
    return page_of(made)


def test_the_findings_come_first(page):
    first = page.find("section", id="in-het-kort")
    assert [words(item) for item in first.find_all("li")] == [
        "Een half jaar later staat 15% hoger op de ladder. Minder mensen dalen: 9%.",
        "Een half jaar later is 6% uitgestroomd, vanaf trede 6 het vaakst: 11%.",
        "Het langst blijft iemand op trede 1: gemiddeld 2,5 jaar.",
        "Of mensen in de tweede periode vaker stegen dan in de eerste, is niet te zeggen.",
        "Mensen met project stijgen vaker dan mensen zonder. Zij verschillen ook in leeftijd, dus "
        "het hoeft niet aan het project te liggen."]
    assert "400 personen met 1.715 registraties" in words(first)


def test_the_document_warns_beside_the_project(page):
    part = words(page.find("section", id="met-en-zonder-project"))
    assert "naast een project spelen altijd andere invloeden mee" in part
    assert "verschillen in leeftijd" in part


def test_figures_and_tables_are_on_the_page(page):
    images = page.article.find_all("img")
    assert [image["src"].rpartition("/")[2] for image in images] == [
        f"{name}.svg" for name in (
            "waar-mensen-staan", "verdeling-per-groep", "van-trede-naar-trede", "wie-stijgt",
            "tijd-op-een-trede", "tijd-tot-uitstroom", "periodes-vergeleken",
            "met-en-zonder-project", "lijken-zij-op-elkaar")]
    assert all(len(image["alt"]) > 100 for image in images)
    cells = [[cell.get_text(strip=True) for cell in row.find_all(["th", "td"])]
             for row in page.article.find_all("tr")]
    # As one counts in registraties.csv: 323 persons did not leave, 83 of them were last on rung 2.
    assert ["trede 2: sociale contacten buitenshuis", "83", "26%"] in cells
    assert any(row[:2] == ["trede 1", "260"] for row in cells)


def test_files_hold_what_the_page_shows(made):
    with (made / "html/downloads/overgangen.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["registraties"] for row in rows] == ["260", "361", "299", "200", "92", "103"]
    assert {"overgangen", "marges", "stijgers", "verblijf", "project", "kenmerken"} <= {
        *load_workbook(made / "ladder.xlsx").sheetnames}
    text = " ".join(page.extract_text() for page in PdfReader(made / "ladder.pdf").pages)
    assert "Mensen met project stijgen vaker" in " ".join(text.split())


@pytest.fixture(scope="module")
def bare(tmp_path_factory):
    """Irregular dates and hostile groups, without periods and project."""
    root = tmp_path_factory.mktemp("irregular")
    town = irregular_town(np.random.default_rng(5), 120, rates=np.array([
        [0, .4, 0, .08], [.25, 0, .35, .08], [0, .25, 0, .15]]))
    persons = {f"P{name}": {"groep": HOSTILE if place % 2 else "Zuid"}
               for place, name in enumerate(town.people)}
    write_folder(root / "map", rows_of(town), persons)
    return make(root / "monitor", root / "map")


def test_irregular_dates_and_a_bare_folder_read_well(bare):
    page = page_of(bare)
    text = words(page.article)
    assert "De datums zijn onregelmatig." in text
    assert "Een jaar later staat" in text
    assert "In het bestand staan geen twee periodes om te vergelijken." in text
    assert "Het bestand zegt niet wie aan een project meedoet." in text
    names = [image["src"].rpartition("/")[2] for image in page.article.find_all("img")]
    assert "van-trede-naar-trede.svg" in names
    assert not {"met-en-zonder-project.svg", "periodes-vergeleken.svg"} & {*names}
    assert not any(paragraph.get_text().strip() in ("", ".")
                   for paragraph in page.article.find_all("p"))
    assert not (bare / "html/downloads/project.csv").exists()


def test_text_of_files_is_never_markup(bare):
    page = page_of(bare)
    assert not any(bold.get_text() == "Noord" for bold in page.article.find_all("b"))
    assert HOSTILE in [cell.get_text() for cell in page.article.find_all(["td", "th"])]
