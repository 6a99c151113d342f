"""What pages say of themselves to who links to them."""

import pytest
from bs4 import BeautifulSoup
from docutils import nodes
from docutils.core import publish_doctree
from myst_parser.parsers.docutils_ import Parser

from participatiemonitor.publishing.sphinx.metadata import (
    LONGEST,
    first_prose,
    meta_tags,
    page_title,
    shortened,
)

from .conftest import YEAR

EDITION = {"name": "Boek – over iets", "title": "Boek", "summary": "Over het boek.",
           "remark": "Reconstructie.", "picture": "downloads/deel-2011.png",
           "alternative": 'Een "staafje"', "address": ""}
PAGE = """
# 2 Feiten

:::{admonition} Let op
Let op.
:::

| a |
|---|
| cel |

- Punt

> Aangehaald

Van de gemeenten doet BOUND "mee"[^n] & meer.

Daarna.

[^n]: Noot.
"""
BOUND = '<span class="bound" data-kind="share">26%</span>'


def doctree(text: str) -> nodes.document:
    """A page, with a computed word as myst-nb leaves it where the text says BOUND."""
    made = publish_doctree(text, parser=Parser(), settings_overrides={
        "myst_enable_extensions": ["colon_fence"], "doctitle_xform": False})
    for word in list(made.findall(nodes.Text)):
        if "BOUND" in word:
            before, after = word.split("BOUND")
            raw = nodes.raw("", BOUND, format="html")
            word.parent.replace(word, [nodes.Text(before), raw, nodes.Text(after)])
    return made


def described(text: str, page: str, **changes: str) -> dict[str, str]:
    def pathto(address: str, resource: bool) -> str:
        assert resource
        return "../" * page.count("/") + address

    return tags(meta_tags(page, doctree(text), EDITION | changes, pathto))


def tags(text: str) -> dict[str, str]:
    found = {tag.get("property") or tag.get("name"): tag.get("content")
             for tag in BeautifulSoup(text, "html.parser").find_all("meta")}
    return {name: text for name, text in found.items()
            if name and name.startswith(("og:", "twitter:", "description"))}


def test_the_description_is_the_first_prose_with_its_computed_words():
    assert first_prose(doctree(PAGE)) == 'Van de gemeenten doet 26% "mee" & meer.'
    found = described(PAGE, "chapters/feiten")
    said = 'Reconstructie. Van de gemeenten doet 26% "mee" & meer.'
    assert found["og:title"] == "2 Feiten – Boek"
    assert found["description"] == found["og:description"] == said
    assert found["og:image:alt"] == 'Een "staafje"'


def test_the_description_is_what_stands_in_short():
    page = "# Feiten\n\nEerst dit.\n\n## In het kort\n\nDe kern.\n\nDe rest.\n"
    assert first_prose(doctree(page)) == "De kern."


def test_what_does_not_end_like_a_sentence_describes_nothing():
    page = "# Feiten\n\nEen motto\n\nDit is zo:\n\nHij zei: “Het is zo.”\n"
    assert first_prose(doctree(page)) == "Hij zei: “Het is zo.”"


@pytest.mark.parametrize(("heading", "title"), [
    ("2 Feiten", "2 Feiten – Boek"), ("Boek", "Boek – over iets"), ("", "Boek – over iets")])
def test_a_page_is_called_by_its_heading_and_the_book(heading, title):
    assert page_title(heading, EDITION) == title


def test_a_page_without_prose_has_the_summary_of_the_book():
    bare = described("# Codeboek\n\n| a |\n|---|\n| cel |\n", "index")
    assert bare["description"] == "Reconstructie. Over het boek."


def test_what_a_title_says_stays_a_text_in_the_head():
    made = meta_tags("index", doctree('# `<script>` "x"'), EDITION, lambda *_, **__: "")
    assert tags(made)["og:title"] == '<script> "x" – Boek'
    assert not BeautifulSoup(made, "html.parser").find("script")


def test_of_a_long_paragraph_whole_sentences_stay():
    text = "# Feiten\n\n" + " ".join(f"Dit is zin nummer {number}." for number in range(30))
    said = described(text, "index")["description"]
    assert LONGEST - 25 <= len(said) <= LONGEST
    assert said.startswith("Reconstructie. Dit is zin nummer 0. Dit is")
    assert said[-1] == "."


def test_a_long_sentence_is_cut_between_words():
    said = described(f"# Feiten\n\n{'woord ' * 100}einde.", "index")["description"]
    assert LONGEST - 6 <= len(said) <= LONGEST
    assert said.endswith("woord…")


def test_a_long_remark_leaves_room_for_the_page():
    remark = "Verzonnen gegevens. " + "Hoe zij zijn gemaakt, staat ergens anders. " * 9
    said = described("# Feiten\n\nEen op de vier doet mee.", "index", remark=remark.strip())
    assert said["description"] == (
        "Verzonnen gegevens. Hoe zij zijn gemaakt, staat ergens anders. Een op de vier doet mee.")


def test_an_abbreviation_does_not_end_a_sentence():
    assert shortened("Volgens Jansen e.a. was dat zo. Daarna niet.", 35) == (
        "Volgens Jansen e.a. was dat zo.")


def test_the_picture_is_relative_until_an_address_is_known():
    for page, picture in (("index", "downloads/deel-2011.png"),
                          ("chapters/feiten", "../downloads/deel-2011.png")):
        found = described(PAGE, page)
        assert found["og:image"] == picture
        assert "og:url" not in found


def test_with_an_address_page_and_picture_are_absolute():
    found = described(PAGE, "chapters/feiten", address="https://voorbeeld.nl/boek/")
    assert found["og:image"] == "https://voorbeeld.nl/boek/downloads/deel-2011.png"
    assert found["og:url"] == "https://voorbeeld.nl/boek/chapters/feiten.html"


@pytest.fixture
def html(built):
    return built.build(YEAR) / "html"


def test_built_pages_have_their_metadata_once_in_the_head(html):
    text = (html / "index.html").read_text(encoding="utf-8")
    head = text.partition("</head>")[0]
    assert text.count('property="og:title"') == 1
    found = tags(head)
    assert found == {
        "description": "Reconstructie. Er zijn 3 regels, zie Figuur 1 (Divosa, 2011; Jansen en "
                       "De Boer, 2010).",
        "twitter:card": "summary_large_image",
        "og:type": "website", "og:locale": "nl_NL",
        "og:site_name": "Maximaal vermogen – de levende monitor over Wwb en Wmo",
        "og:title": "Begin – Maximaal vermogen", "og:description": found["description"],
        "og:image": "downloads/deel-2011.png", "og:image:type": "image/png",
        "og:image:width": "1200", "og:image:height": "630", "og:image:alt": 'Een "plaatje"'}
    chapter = tags((html / "chapters" / "feiten.html").read_text(encoding="utf-8"))
    picture = html / "chapters" / chapter["og:image"]
    assert picture.resolve().is_file()
    assert chapter["description"].startswith("Reconstructie. Maximaal vermogen, enquête van 2011.")


def test_the_address_comes_from_the_configuration_and_real_answers_have_no_remark(built, monitor):
    config = built.root / "_config.yml"
    text = config.read_text(encoding="utf-8")
    assert text.count('baseurl: ""') == 1
    config.write_text(text.replace('baseurl: ""', 'baseurl: "https://voorbeeld.nl/boek"'),
                      encoding="utf-8")
    head = built.wave(YEAR) / "wave.yml"
    head.write_text(head.read_text().replace("status: reconstructie", "status: waarneming"))
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    page = built.build(YEAR) / "html" / "chapters" / "methode.html"
    found = tags(page.read_text(encoding="utf-8"))
    # Below it, beside those of other rounds.
    address = f"https://voorbeeld.nl/boek/{YEAR}/html/chapters/methode.html"
    assert found["og:url"] == address
    assert f'<link rel="canonical" href="{address}">' in page.read_text(encoding="utf-8")
    picture = f"https://voorbeeld.nl/boek/{YEAR}/html/downloads/deel-{YEAR}.png"
    assert found["og:image"] == picture
    assert found["description"] == "Over de Wwb."
    # A wrong address has no right one.
    missing = (built.build(YEAR) / "html" / "404.html").read_text(encoding="utf-8")
    assert "canonical" not in missing
    assert f'href="/boek/{YEAR}/html/chapters/methode.html">Methode</a>' in missing
