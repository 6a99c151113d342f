"""The pages as they are written: structure, policy and size; a browser looks in tests/browser."""

import base64
import hashlib
import re
from itertools import pairwise
from urllib.parse import unquote, urlsplit

import pytest
from numbered import FIGURES

# The page to search on and the one for wrong addresses are not in the contents.
BESIDES = ("search", "404")
# In bytes: of the monitor, and of the pages and files on documents.
LIMIT, DEEPER = 6_000_000, 3_500_000


def every_page(book) -> list[str]:
    return [*book.pages, *BESIDES]


def test_a_page_is_in_dutch_and_has_a_title_of_its_own(either):
    for page in every_page(either):
        assert either.soup(page).html["lang"] == "nl"
        titles = [either.soup(one).title.get_text() for one in every_page(either)]
        assert titles.count(either.soup(page).title.get_text()) == 1


def test_headings_are_in_order_from_one_title(either):
    for page in every_page(either):
        levels = [int(tag.name[1]) for tag in either.soup(page).select("h1, h2, h3, h4, h5, h6")]
        assert levels.count(1) == 1
        assert levels[0] == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))
        assert not either.soup(page).select("[role=heading]")


def test_no_id_is_used_twice(either):
    for page in every_page(either):
        ids = [tag["id"] for tag in either.soup(page).find_all(id=True)]
        assert len(set(ids)) == len(ids)


def test_every_cell_of_a_table_has_its_headers(either):
    for page in every_page(either):
        for table in either.soup(page).select("table"):
            head = table.select("thead th")
            assert head
            assert {cell.get("scope") for cell in head} == {"col"}
            for row in table.select("tbody tr"):
                scope = "rowgroup" if "row-group" in row.get("class", ()) else "row"
                assert all(cell["scope"] == scope for cell in row.find_all("th"))
            assert table.select("tbody th")
            # No number names its row.
            assert not [cell for cell in table.select("tbody th")
                        if "text-right" in cell.get("class", [])]


def test_the_table_of_a_figure_is_named_by_the_figure(either):
    named = 0
    for page in either.pages:
        for table in either.soup(page).select(".sd-tab-set table[aria-labelledby]"):
            caption = either.soup(page).find(id=table["aria-labelledby"])
            # Of a document it has no number of ours.
            assert caption.get_text().strip().startswith("Figuur ") or page in either.deepening
            assert table["aria-labelledby"].startswith("figuur-")
            named += 1
    assert named >= len(FIGURES)


def test_what_can_be_pressed_has_a_name(either):
    for page in every_page(either):
        labels = {label["for"] for label in either.soup(page).select("label[for]")
                  if label.get_text(strip=True)}
        for tag in either.soup(page).select("button, summary, a[href], input"):
            assert (tag.get("aria-label") or tag.get_text(strip=True)
                    or tag.get("id") in labels), tag
        for drawing in either.soup(page).select("svg"):
            assert drawing.get("aria-hidden") == "true" or drawing.get("aria-label")


# --- the policy ---------------------------------------------------------------------------------

def test_the_policy_comes_first_and_allows_only_the_site_itself(either):
    for page in every_page(either):
        soup = either.soup(page)
        meta = soup.select_one("meta[http-equiv=Content-Security-Policy]")
        assert not meta.find_all_previous(["script", "link", "style", "img"])
        rules = dict(rule.split(" ", 1) for rule in meta["content"].split("; "))
        assert rules["default-src"] == "'none'"
        assert "unsafe" not in meta["content"]
        sources = {source for values in rules.values() for source in values.split()
                   if not source.startswith("'sha256-")}
        assert sources == {"'none'", "'self'"}
        inline = {tag.string for tag in soup.select("script:not([src])")}
        digests = {f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
                   for text in inline}
        assert set(rules["script-src"].split()) == {"'self'", *digests}


def test_nothing_in_a_page_needs_a_wider_policy(either):
    for page in every_page(either):
        for tag in either.soup(page).find_all(True):
            assert not [name for name in tag.attrs if name.startswith("on")], tag.name
            assert "style" not in tag.attrs, str(tag)[:200]


# --- no more and no less than is used ------------------------------------------------------------

def targets(book, name: str, addresses: list[str]) -> set:
    found = set()
    for address in addresses:
        parts = urlsplit(address)
        if not parts.scheme and not parts.netloc and parts.path:
            # Of a whole address, from where the books of all rounds are.
            whole = parts.path.startswith("/")
            start = book.build.parent if whole else (book.html / name).parent
            found.add((start / unquote(parts.path).lstrip("/")).resolve())
    return found


@pytest.fixture(scope="module")
def referred(either) -> set:
    """Every file that a page or a style sheet refers to, but for pages of other rounds."""
    found = set()
    for page in every_page(either):
        addresses = [tag.get(name) for tag in either.soup(page).find_all(**{"data-year": None})
                     for name in ("href", "src", "action") if tag.get(name)]
        found |= targets(either, f"{page}.html", addresses)
    for path in either.html.rglob("*.css"):
        text = path.read_text(encoding="utf-8")
        addresses = re.findall(r"""(?:url\(|@import )["']?([^"')]+)""", text)
        found |= targets(either, str(path.relative_to(either.html)), addresses)
    return found


def test_nothing_that_is_referred_to_is_missing(referred):
    assert len(referred) > 30
    assert [str(path) for path in referred if not path.is_file()] == []


def test_nothing_is_shipped_that_no_page_uses(either, referred):
    shipped = {path.resolve() for folder in ("_static", "_sphinx_design_static")
               for path in (either.html / folder).rglob("*") if path.is_file()}
    unused = [path.name for path in shipped - referred]
    assert [name for name in unused if not re.search("LICENSE|OFL", name)] == []


def test_no_script_points_at_a_source_map(either):
    for path in (either.html / "_static").rglob("*"):
        if path.suffix in (".js", ".css"):
            assert "sourceMappingURL" not in path.read_text(encoding="utf-8"), path.name


def test_the_book_is_small(either):
    documents = [path.parent.name for path in (either.root / "data/published").glob("*/tables")]
    deeper = re.compile(rf"{'|'.join(documents)}|figuur-documenten|nagerekend")
    pages = {f"{page}.html" for page in either.deepening}
    sizes = {True: 0, False: 0}
    for path in either.html.rglob("*"):
        if path.is_file() and path.suffix not in (".pdf", ".xlsx"):
            name = path.relative_to(either.html).as_posix()
            sizes[name in pages or bool(deeper.search(path.name))] += path.stat().st_size
    assert sizes[False] < LIMIT
    assert 0 < sizes[True] < DEEPER
