"""The figures and tables of the built books, against the codebook and the answers."""

import csv
import re

import pytest
from numbered import FIGURES, LABELS, TABLES
from oracle import half_up

from .reading import RECONSTRUCTION, exhibits, words
from .spoken import reviewer


@pytest.fixture(scope="module")
def shown(either):
    """Every numbered figure and table by its label: the element and its caption."""
    return exhibits(either)


def questions_of(book, number: int) -> list[dict]:
    """The questions of a figure."""
    asked = {question["id"]: question for question in book.codebook["questions"]}
    return [asked[name] for name in book.codebook["figures"][number]["questions"]]


def test_every_figure_and_table_of_the_codebook_is_there_once(shown):
    assert {label: len(places) for label, places in shown.items()} == dict.fromkeys(LABELS, 1)


def test_every_figure_and_table_can_be_downloaded(either):
    folder = either.html / "downloads"
    names = [f"figuur-{number}.{kind}" for number in FIGURES
             for kind in ("csv", "xlsx", "svg", "png")]
    names += [f"tabel-{number}.{kind}" for number in TABLES for kind in ("csv", "xlsx")]
    book = f"monitor-{either.year}.xlsx"
    assert [name for name in [*names, book] if not (folder / name).stat().st_size > 500] == []
    assert (folder / book).read_bytes() == (either.build / book).read_bytes()


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_stands_in_the_section_the_codebook_gives(either, shown, number):
    (figure, _), = shown[f"Figuur {number}"]
    assert figure["id"] == f"figuur-{number}"
    headings = [section.find(["h2"]) for section in figure.find_parents("section")]
    headings = [words(heading).split()[0] for heading in headings if heading]
    assert either.codebook["figures"][number]["section"] in headings


@pytest.mark.parametrize("number", FIGURES)
def test_a_figure_has_n_for_each_group(either, shown, number):
    """In its caption; of a reconstruction, where n was made up too, with how it was made."""
    (figure, caption), = shown[f"Figuur {number}"]
    text = words(caption).lower()
    assert ("n = " in text) != either.is_drawn
    if either.is_drawn:
        text = words(figure.find_parent(class_="sd-tab-set")).lower()
    for group, entry in either.head["groups"].items():
        bases = {either.oracle[f"{question['id']}.{question['options'][0]['id']}@{group}"].n
                 for question in questions_of(either, number) if group in question["asked"]}
        if bases:
            low, high = min(bases), max(bases)
            n = str(low) if low == high else f"{low}–{high}"
            assert f"{entry['nl']} n = {n}" in text


def test_every_page_says_that_it_is_a_reconstruction_where_it_is(either):
    """And explains the sign and the hatching."""
    for page in either.pages:
        banner = either.soup(page).select_one(".bd-header-announcement")
        assert (banner is not None) == either.is_drawn, page
        if banner:
            assert RECONSTRUCTION.search(words(banner))
            assert "°" in words(banner)
            assert "gearceerd" in words(banner)


@pytest.mark.parametrize("number", FIGURES)
def test_the_table_of_a_figure_has_the_sign_in_a_reconstruction_only(either, shown, number):
    (figure, _), = shown[f"Figuur {number}"]
    table = figure.find_parent(class_="sd-tab-set").table
    assert ("°" in words(table)) == either.is_drawn
    assert ("interval" in words(table)) != either.is_drawn


@pytest.mark.parametrize("number", TABLES)
def test_the_tables_have_their_n(either, shown, number):
    """One base beneath the title, or a column of its own for each group."""
    (table, _), = shown[f"Tabel {number}"]
    name, = either.codebook["tables"][number]["questions"]
    if name == "respons":
        head = [words(cell) for cell in table.select("thead th")]
        assert head.count("n") == len(either.head["groups"])
        return
    question, = (one for one in either.codebook["questions"] if one["id"] == name)
    group, = question["asked"]
    n = either.oracle[f"{name}.{question['options'][0]['id']}@{group}"].n
    assert f"n = {n}" in words(table)


@pytest.mark.parametrize("number", FIGURES)
def test_the_alt_text_of_a_figure_gives_every_percentage_that_is_shown(either, shown, number):
    (figure, _), = shown[f"Figuur {number}"]
    text = figure.img["alt"]
    if either.is_drawn:
        # No other than a document printed.
        assert set(re.findall(r"\d+%", text)) <= printed(either)
        assert "Nagemaakt, dus niet uit het rapport, zijn lengte en volgorde van: " in text
        return
    expected, hidden = [], []
    for question in questions_of(either, number):
        for group in question["asked"]:
            for option in question["options"]:
                ref = f"{question['id']}.{option['id']}@{group}"
                if reviewer(either).must_be_silent([ref], told=False):
                    hidden.append(option["nl"])
                else:
                    share = half_up(either.oracle[ref].percent)
                    expected.append(f"{option['nl']} {share}%")
    assert [one for one in expected if one not in text] == []
    assert text.count("%") == len(expected)
    assert text.count("te weinig antwoorden") == len(hidden)


def printed(book) -> set[str]:
    """The percentages in the claims of documents."""
    found = set()
    for path in (book.root / "data" / "published").glob("*/claims.csv"):
        with path.open(encoding="utf-8", newline="") as stream:
            found |= {number for row in csv.DictReader(stream)
                      for number in re.findall(r"\d+%", row["published"])}
    return found


def test_every_image_has_an_alt_text(either):
    for page in either.pages:
        for image in either.soup(page).article.find_all("img"):
            assert len(image.get("alt", "")) > 20, page
