"""The pages: complete or not at all, in Dutch, and without calls to other hosts."""

import re
from pathlib import Path

import pydata_sphinx_theme
import pytest
import sphinx_book_theme
from bs4 import BeautifulSoup

from participatiemonitor.files.replacing import restore_folder, swap_folder

from .conftest import REPOSITORY, YEAR, notebook, text

# English that belongs to the interface of Sphinx and its themes, as whole words.
ENGLISH = re.compile(
    r"\b(search|skip|back|toggle|next|previous|page|contents|color|light|dark|settings|show|hide"
    r"|source|code|link to|click|main|announcement|warning|created|built|theme|by|the|download|"
    r"print|note|et al|and|index)\b",
    re.IGNORECASE,
)


@pytest.fixture
def html(built) -> Path:
    return built.build(YEAR) / "html"


def soups(html: Path) -> dict[str, BeautifulSoup]:
    return {
        str(path.relative_to(html)): BeautifulSoup(path.read_text(), "html.parser")
        for path in html.rglob("*.html")
        if "_static" not in path.parts
    }


def test_nothing_in_the_site_tells_of_the_folder_it_was_built_in(html, built):
    assert not (html / ".buildinfo").exists()
    assert (built.build(YEAR) / ".pages" / ".buildinfo").exists()  # else this tests nothing


def test_every_page_of_the_contents_is_there(html):
    pages = soups(html)
    assert {"index.html", "chapters/feiten.html", "chapters/methode.html"} <= set(pages)
    assert pages["index.html"].find("h1").get_text().startswith("Begin")


def test_glue_figures_and_references_work(html):
    article = soups(html)["index.html"].find("article")
    words = " ".join(article.get_text().split())
    assert "Er zijn 3 regels, zie Figuur 1" in words
    assert article.select_one("span.bound").get_text() == "3"
    assert article.select_one("figure figcaption .caption-number").get_text() == "Figuur 1 "
    assert article.select_one("figure img")["alt"] == "leeg"


def test_laws_have_the_name_they_had_at_the_time(html):
    assert "Over de Wwb." in soups(html)["chapters/methode.html"].find("article").get_text()


def test_references_are_dutch(html):
    article = soups(html)["index.html"].find("article")
    words = " ".join(article.get_text().split())
    assert "(Divosa, 2011; Jansen en De Boer, 2010)" in words
    assert "A. Jansen en B. de Boer. Beleid en Wmo. Bestek, 2010." in words
    assert "Divosa. Maximaal vermogen. Divosa, 2011." in words
    labels = [label.get_text(strip=True) for label in article.select(".citation .label")]
    assert labels == ["[Cochran 1977]", "[Divosa 2011]", "[Jansen en De Boer 2010]"]


def test_title_in_another_language_says_so(html):
    article = soups(html)["index.html"].find("article")
    assert [title.get_text() for title in article.select("span[lang=en]")] == ["Sampling"]


def test_nothing_is_loaded_from_another_host(html):
    foreign = [
        (name, str(tag)[:120])
        for name, soup in soups(html).items()
        for tag in soup.find_all(["script", "link", "img", "iframe", "source", "video", "object"])
        for address in (tag.get("src"), tag.get("href"), tag.get("data"))
        if address and re.match(r"(https?:)?//", address)
    ]
    assert foreign == []
    styles = "".join(path.read_text() for path in html.rglob("*.css"))
    assert not re.search(r"(@import|url\()\s*['\"]?(https?:)?//", styles)


def test_interface_is_dutch(html):
    leftovers = []
    for name, soup in soups(html).items():
        assert soup.html["lang"] == "nl"
        for tag in soup(["script", "style", "kbd", "code", "pre"]):
            tag.decompose()
        texts = [
            *soup.stripped_strings,
            *(
                tag[attribute]
                for tag in soup.find_all(True)
                for attribute in ("title", "aria-label", "placeholder", "alt", "data-bs-title")
                if tag.has_attr(attribute)
            ),
        ]
        leftovers += [(name, found) for found in texts if ENGLISH.search(found)]
    assert leftovers == []


def test_scripts_speak_dutch(html):
    translations = (html / "_static" / "translations.js").read_text()
    assert "Verberg de gevonden woorden" in translations


def test_our_templates_take_the_place_of_one_of_the_themes():
    """A theme that renames a template would leave ours unused."""
    ours = REPOSITORY / "_templates"
    theirs = [Path(theme.__file__).parent / "theme" / theme.__name__ / folder
              for theme in (pydata_sphinx_theme, sphinx_book_theme)
              for folder in ("", "components")]
    names = {path.relative_to(ours) for path in ours.rglob("*.html")} - {Path("404.html")}
    assert [name for name in names if not any((folder / name).is_file() for folder in theirs)] == []


def test_regions_and_tools_have_a_name(html):
    page = soups(html)["chapters/feiten.html"]
    tools = page.select("nav, aside, dialog, button")
    assert len(tools) > 10
    assert [tag for tag in tools if not (tag.get("aria-label") or tag.get("aria-labelledby")
                                         or tag.get_text(strip=True))] == []
    assert page.html["data-theme"] == "light"
    assert page.select_one("header .navbar-brand")
    assert page.select_one("[role=search] .search-button-field")
    assert page.select_one("form.bd-search")["role"] == "search"
    assert page.select_one("nav .prev-next-area")
    assert not page.select(".bd-footer, #jb-print-docs-body, header:empty")


def test_captions_in_the_contents_name_their_list(html):
    contents = soups(html)["chapters/feiten.html"].select_one(".bd-docs-nav")
    captions = contents.select(".caption")
    assert captions
    for caption in captions:
        assert caption.find_next_sibling("ul")["aria-labelledby"] == caption["id"]
        assert "role" not in caption.attrs
    current, = contents.select("[aria-current=page]")
    assert current.get_text() == "Feiten"


def test_sources_are_items_of_a_list(html):
    sources = soups(html)["index.html"].select("[role=list] > .citation")
    assert len(sources) == 3
    assert {source["role"] for source in sources} == {"listitem"}


@pytest.mark.parametrize(
    ("page", "link"),
    [("index.html", "chapters/methode.html"), ("chapters/feiten.html", "methode.html")],
)
def test_reconstruction_is_announced_on_every_page(html, page, link):
    banner = soups(html)[page].select_one(".bd-header-announcement")
    assert "Reconstructie" in banner.get_text()
    assert "2011" in banner.get_text()
    assert banner.a["href"] == link


def test_real_answers_have_no_banner(built, monitor):
    head = built.wave(YEAR) / "wave.yml"
    head.write_text(head.read_text().replace("status: reconstructie", "status: waarneming"))
    assert monitor(built, "build").exit_code == 0
    page = soups(built.build(YEAR) / "html")["index.html"]
    assert page.select_one(".bd-header-announcement") is None


def test_warning_is_an_error_and_the_old_book_stays(built, monitor):
    before = (built.build(YEAR) / "html" / "index.html").read_text()
    (built.root / "chapters" / "methode.ipynb").write_text(
        notebook(text("# Methode\n\nZie {ref}`bestaat-niet` en {numref}`onbekend`."))
    )
    result = monitor(built, "build")
    assert result.exit_code == 1
    assert "chapters/methode.ipynb, cel 2: WARNING" in result.stderr
    assert "bestaat-niet" in result.stderr
    assert "onbekend" in result.stderr  # all warnings, not only the first
    assert (built.build(YEAR) / "html" / "index.html").read_text() == before
    assert not (built.build(YEAR) / ".staging").exists()

    # Mended, it is built after all.
    (built.root / "chapters" / "methode.ipynb").write_text(notebook(text("# Methode\n\nNieuw.")))
    assert monitor(built, "build").exit_code == 0
    assert "Nieuw." in (built.build(YEAR) / "html" / "chapters" / "methode.html").read_text()


def test_the_title_of_the_round_names_the_book_and_is_no_markup(built, monitor):
    head = built.wave(YEAR) / "wave.yml"
    head.write_text(head.read_text().replace("Maximaal vermogen", "Meer & <b>mee</b>"))
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    for name in ("index", "search", "404"):
        page = (built.build(YEAR) / "html" / f"{name}.html").read_text()
        soup = BeautifulSoup(page, "lxml")
        assert soup.title.get_text().endswith(" – Meer & <b>mee</b>")
        assert soup.select_one(".logo__title").get_text() == "Meer & <b>mee</b>"
        assert {logo["alt"] for logo in soup.select("img.logo__image")} == {
            "Meer & <b>mee</b>, naar de voorpagina"}


def test_broken_configuration_is_reported_without_traceback(built, monitor):
    config = built.root / "_config.yml"
    config.write_text(config.read_text().replace("- sphinx_design", "- bestaat_niet"))
    result = monitor(built, "build")
    assert result.exit_code == 1
    assert "bestaat_niet" in result.stderr
    assert "Traceback" not in result.stderr


def test_page_deleted_by_hand_comes_back(built, monitor):
    page = built.build(YEAR) / "html" / "chapters" / "methode.html"
    page.unlink()
    assert monitor(built, "build").exit_code == 0
    assert page.is_file()


def test_swap_replaces_the_whole_folder(tmp_path):
    for name, file in (("nieuw", "a"), ("doel", "b")):
        (tmp_path / name).mkdir()
        (tmp_path / name / file).touch()
    swap_folder(tmp_path / "nieuw", tmp_path / "doel")
    assert [path.name for path in (tmp_path / "doel").iterdir()] == ["a"]
    assert [path.name for path in tmp_path.iterdir()] == ["doel"]


def test_swap_that_was_cut_off_is_undone(tmp_path):
    (tmp_path / "html.old").mkdir()
    (tmp_path / "html.old" / "index.html").touch()
    restore_folder(tmp_path / "html")
    assert (tmp_path / "html" / "index.html").is_file()
