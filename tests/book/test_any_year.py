"""The chapters over another round, the only one of its project: they hold nothing of the first."""

import re
from collections.abc import Iterator

import openpyxl
import pytest
from bs4 import BeautifulSoup, Tag

from .reading import broken_links, leaks, words

NAMES = r"2011|Wwb|G32"
FOREIGN = re.compile(rf"{NAMES}|(?i:reconstructie)")
INTERMUNICIPAL = re.compile(r"intergemeentelijk|\bisd", re.IGNORECASE)
# Addresses and names of files and elements; a page in the bibliography is named by its key.
NO_TEXT = ("href", "src", "srcset", "id", "class", "for", "aria-labelledby", "aria-describedby",
           "aria-controls", "data-bs-target", "data-docname", "content")
# The bibliography, and places where the text refers to it.
REFERENCES = ".citation, .bibtex-citation"
NAMELESS = re.compile(r"\{\w+\}")
NOTHING = {"", "–", "-"}


@pytest.fixture(scope="module", autouse=True)
def _is_another_round(later, book):
    assert later.head["title"] != book.head["title"]
    assert not later.is_drawn
    assert not {*later.head["strata"]} & {*book.head["strata"]}


def own(soup: BeautifulSoup) -> BeautifulSoup:
    """A page without its scripts and without what names a document: the bibliography, citations."""
    page = BeautifulSoup(str(soup), "html.parser")
    for tag in page.select(f"script, style, code, {REFERENCES}"):
        tag.decompose()
    return page


def said(page: BeautifulSoup) -> Iterator[str]:
    """Everything of a page that someone may read or hear: its text, and what attributes tell."""
    yield " ".join(page.get_text(" ").split())
    for tag in page.find_all(True):
        names = [name for name in tag.attrs if name not in NO_TEXT]
        if tag.name == "meta" and not re.search("url|image$", str(tag.get("property"))):
            names.append("content")
        yield from (str(tag[name]) for name in names if name in tag.attrs)


def places(pattern: re.Pattern[str], text: str) -> list[str]:
    """Where a pattern stands in a text, with some words around it."""
    return [f"…{text[max(0, match.start() - 60):match.end() + 30]}…"
            for match in pattern.finditer(text)]


def holds_nothing(tag: Tag) -> bool:
    """Whether there is neither a word nor a picture in an element."""
    for link in tag.select(".headerlink"):
        link.decompose()
    return not words(tag) and tag.find(["img", "svg", "input"]) is None


def is_empty(table: Tag) -> bool:
    """Whether a table tells nothing: it has no rows, or a dash in every cell."""
    cells = table.select("tbody td")
    return not cells or {words(cell) for cell in cells} <= NOTHING


def test_no_page_names_what_is_of_the_first_round_alone(later):
    found = {page: many for page in later.pages
             if (many := [place for text in said(own(later.soup(page)))
                            for place in places(FOREIGN, text)])}
    assert not found, "\n".join(f"{page}: {place}" for page, many in found.items()
                                for place in many)


def test_no_table_is_empty(later):
    empty = [f"{page}: {words(table)[:80]}" for page in later.pages
             for table in later.soup(page).article.select("table") if is_empty(table)]
    assert not empty, "\n".join(empty)


def test_no_heading_and_no_paragraph_is_empty(later):
    empty = [f"{page}: {tag.name} na …{_before(tag)}" for page in later.pages
             for tag in later.article(page).select("h1, h2, h3, h4, h5, h6, p, li, figcaption")
             if holds_nothing(tag)]
    assert not empty, "\n".join(empty)


def _before(tag: Tag) -> str:
    heading = tag.find_previous(["h1", "h2", "h3"])
    return words(heading) if heading else ""


def test_no_heading_stands_over_nothing(later):
    """What a heading announces is gone where the cells below it are of other rounds."""
    bare = []
    for page in later.pages:
        for section in later.article(page).select("section"):
            heading = section.find(["h1", "h2", "h3", "h4"], recursive=False)
            if heading and len(words(section)) <= len(words(heading)) \
                    and not section.select("img, svg, table"):
                bare.append(f"{page}: {words(heading)}")
    assert not bare, "\n".join(bare)


def test_every_name_in_a_text_is_filled_in(later):
    unfilled = []
    for page in later.pages:
        article = own(later.article(page))
        for tag in article.select(".math"):
            tag.decompose()
        unfilled += [f"{page}: {place}" for place in places(NAMELESS, words(article))]
    assert not unfilled, "\n".join(unfilled)


def test_no_missing_value_shows_and_every_link_leads_somewhere(later):
    assert {page: signs for page in later.pages if (signs := leaks(later, page))} == {}
    assert {page: links for page in later.pages if (links := broken_links(later, page))} == {}


def test_what_is_of_intermunicipal_services_alone_is_gone(later, book):
    """None of these size classes is of services for more municipalities together."""
    def named(one) -> list[str]:
        return [page for page in one.findings if INTERMUNICIPAL.search(words(one.article(page)))]

    assert named(book)
    assert not named(later)


@pytest.mark.parametrize("volume", ["", "-tabellen"])
def test_the_book_on_paper_names_none_of_it_either(later, printed, volume):
    """There a reference may break off at the end of a line, or get the number of its note."""
    paper = printed(later.build / f"monitor-{later.year}{volume}.pdf")
    text = " ".join(" ".join(paper.texts).split())
    referred = letters("".join(tag.get_text() for page in later.pages
                               for tag in later.soup(page).select(REFERENCES)))
    found = [text[max(0, match.start() - 60):match.end() + 30]
             for match in re.finditer(NAMES, text)
             if letters(text[:match.start()])[-6:] + match[0] not in referred]
    assert not found, "\n".join(found)
    assert not places(re.compile(NAMES), str(paper.pdf.metadata))


def letters(text: str) -> str:
    """Letters and digits only."""
    return "".join(filter(str.isalnum, text))


def test_the_workbook_names_none_of_it_either(later):
    path = later.build / f"monitor-{later.year}.xlsx"
    found = [f"{sheet.title} {cell.coordinate}: {cell.value}"
             for sheet in openpyxl.load_workbook(path) for row in sheet.iter_rows() for cell in row
             if re.search(NAMES, f"{sheet.title} {cell.value}")]
    assert not found, "\n".join(found)


# --- the measures themselves --------------------------------------------------------------------

def test_these_tests_find_what_they_look_for(book):
    """The book of the first round has all of it."""
    texts = [text for page in book.pages for text in said(own(book.soup(page)))]
    found = {match for text in texts for match in FOREIGN.findall(text)}
    assert {"2011", "Wwb", "G32"} < found


@pytest.mark.parametrize(("table", "empty"), [
    ("<table><thead><tr><th>a</th></tr></thead><tbody></tbody></table>", True),
    ("<table><tbody><tr><th>a</th><td>–</td><td>–</td></tr></tbody></table>", True),
    ("<table><tbody><tr><th>a</th><td>–</td><td>3%</td></tr></tbody></table>", False),
])
def test_a_table_that_tells_nothing_is_seen(table, empty):
    assert is_empty(BeautifulSoup(table, "html.parser")) == empty


def test_a_paragraph_that_tells_nothing_is_seen():
    soup = BeautifulSoup('<h2><a class="headerlink">#</a></h2><p><img alt="x"/></p>', "html.parser")
    assert holds_nothing(soup.h2)
    assert not holds_nothing(soup.p)
