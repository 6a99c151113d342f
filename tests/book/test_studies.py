"""The studies in the book: their examples, said to be made up, and how to begin oneself."""

from __future__ import annotations

import csv
import io
import re
import zipfile

import pytest
from bookmaking import REPOSITORY
from bs4 import Tag
from openpyxl import load_workbook

from participatiemonitor.studies.catalogue import STUDIES

from .paper import letters
from .reading import words
from .review.studies import computed
from .spoken import spoken

EXAMPLES = REPOSITORY / "studies"
# The files that are offered for a study, beside those of its figures and tables.
BESIDE = ("voorbeeld.zip", "invoer.xlsx")

every_study = pytest.mark.parametrize("study", STUDIES)


def remark(study: str) -> str:
    """What readers must know of an example."""
    text = (EXAMPLES / study / "voorbeeld" / "opzet.csv").read_text(encoding="utf-8")
    row, = csv.DictReader(io.StringIO(text))
    return row["opmerking"]


def shown(book, study: str) -> list[Tag]:
    """The figures and tables of the example of a study, on all pages."""
    return [tag for page in book.pages for tag in book.soup(page).article.select(
        f"figure[id^=figuur-studie-{study}-], table[id^=tabel-studie-{study}-]")]


def offered(book, study: str) -> dict[str, bytes]:
    """The files of a study, by name without what is before all of them."""
    before = f"studie-{study}-"
    return {path.name.removeprefix(before): path.read_bytes()
            for path in (book.html / "downloads").glob(f"{before}*")}


@every_study
def test_a_chapter_shows_each_study_on_its_example(book, study):
    assert "verzonnen" in remark(study)
    assert [tag.name for tag in shown(book, study)].count("figure") >= 1


@every_study
def test_each_figure_and_table_says_that_it_was_made_up(book, study):
    """So does its table, which on paper is in another volume."""
    for tag in shown(book, study):
        assert remark(study) in words(tag.find(["figcaption", "caption"])), tag["id"]
        tabs = tag.find_parent(class_="sd-tab-set")
        if tabs:
            assert words(tabs).count(remark(study)) == 2, tag["id"]


def test_no_finding_of_an_example_comes_before_it_is_said_to_be_made_up(book):
    """In each section with words of an example, the remark comes first."""
    read = 0
    for page in book.pages:
        told: set[tuple[str, str]] = set()
        for one in spoken(book, page):
            if not one.word.kind.startswith("study_"):
                continue
            section = one.element.find_parent("section")["id"]
            where = (section, one.word.args["study"])
            if one.word.kind == "study_remark":
                told.add(where)
                assert one.element.find_parent("strong"), one
            assert where in told, one
            read += 1
    assert read > len(STUDIES)


@every_study
def test_the_files_are_those_of_the_example_without_its_key(book, study):
    files = offered(book, study)
    folder = EXAMPLES / study / "voorbeeld"
    with zipfile.ZipFile(io.BytesIO(files["voorbeeld.zip"])) as packed:
        held = {name.partition("/")[2]: packed.read(name) for name in packed.namelist()}
    assert held == {path.relative_to(folder).as_posix(): path.read_bytes()
                    for path in folder.rglob("*") if path.is_file() and path.name != "sleutel.txt"}
    assert "opzet" in load_workbook(io.BytesIO(files["invoer.xlsx"])).sheetnames


@every_study
def test_a_table_for_download_has_the_numbers_of_the_study(book, study):
    report = computed(study, book.root)
    files = {name: content for name, content in offered(book, study).items()
             if name.endswith(".csv")}
    assert files
    for name, content in files.items():
        table = report.tables[name.removesuffix(".csv")]
        lines = list(csv.reader(io.StringIO(content.decode())))
        assert lines[0] == [column.name for column in table.columns]
        for line, row in zip(lines[1:], table.rows, strict=True):
            for cell, value in zip(line, row, strict=True):
                if value is None or isinstance(value, str):
                    assert cell.removeprefix("'") == (value or "").removeprefix("'"), name
                else:
                    assert float(cell) == pytest.approx(float(value), rel=1e-6), name


@every_study
def test_what_is_offered_is_there_and_nothing_else(book, study):
    links = {link["href"].rpartition("/")[2] for page in book.pages
             for link in book.soup(page).article.select("a[download]")}
    before = f"studie-{study}-"
    assert {name.removeprefix(before) for name in links if name.startswith(before)} == {
        *offered(book, study)}
    assert {*BESIDE} < offered(book, study).keys()


@every_study
def test_the_command_is_that_of_the_study_and_its_page_is_there(book, study):
    told = [page for page in book.pages
            if f"monitor study {study} --from" in words(book.soup(page).article)]
    page, = told
    article = words(book.soup(page).article)
    assert f"docs/studies/{study}.md" in article
    assert (REPOSITORY / f"docs/studies/{study}.md").is_file()
    needs_key = "monitor study key" in article
    assert needs_key == (EXAMPLES / study / "voorbeeld" / "sleutel.txt").is_file()


def test_the_overview_leads_to_each_study(book):
    links = [link["href"] for link in book.soup("chapters/verdieping").article.select(
        "section#reken-zelf tbody a")]
    found = set()
    for link in links:
        page, _, place = link.partition(".html#")
        section = book.soup(f"chapters/{page}").find(id=place)
        section = section if section.name == "section" else section.find_parent("section")
        found |= {study for study in STUDIES
                  if section.select(f"[id^=figuur-studie-{study}-]")}
    assert found == {*STUDIES}


def test_on_paper_each_figure_of_a_study_says_so_too(book, deepening):
    whole = letters(" ".join(deepening.texts))
    for study in STUDIES:
        for tag in shown(book, study):
            caption = letters(words(tag.find(["figcaption", "caption"])).rstrip("#"))
            assert caption in whole, tag["id"]
    assert not re.search(r"studie-\w+-voorbeeld\.zip", whole)
