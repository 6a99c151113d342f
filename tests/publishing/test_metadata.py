"""What pages say of themselves to who links to them."""


import pytest
from bs4 import BeautifulSoup

from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.metadata import (
    LONGEST,
    Site,
    describe,
    first_prose,
    metadata,
    page_title,
)

from .conftest import YEAR

SITE = Site("Boek", "Over het boek.", "Reconstructie.", "downloads/deel-2011.png", 'Een "staafje"')
PAGE = """
<html><head><title>x</title></head><body><p>Banner.</p><article><section>
<h1><span class="section-number">2 </span>Feiten<a class="headerlink" href="#">#</a></h1>
<div class="cell"><details><summary><p>Meer</p></summary></details></div>
<div class="admonition"><p>Let op.</p></div><figure><figcaption><p>Figuur</p></figcaption></figure>
<ul><li><p>Punt</p></li></ul><p> </p>
<p>Van de gemeenten doet <span class="bound" data-kind="share">26%</span>
  "mee"<a class="footnote-reference" href="#n">1</a> &amp; meer.</p>
<p>Daarna.</p></section></article></body></html>
"""


def page(text: str) -> BuiltPage:
    return BuiltPage(text.encode())


def described(text: str, document: str, site: Site = SITE) -> dict[str, str]:
    names, properties = metadata(page(text), document, site)
    return {**names, **properties}


def tags(text: str) -> dict[str, str]:
    found = {tag.get("property") or tag.get("name"): tag.get("content")
             for tag in BeautifulSoup(text, "html.parser").find_all("meta")}
    return {name: text for name, text in found.items()
            if name and name.startswith(("og:", "twitter:", "description"))}


def test_the_description_is_the_first_prose_with_its_computed_words():
    assert first_prose(page(PAGE)) == 'Van de gemeenten doet 26% "mee" & meer.'
    assert page_title(page(PAGE)) == "2 Feiten"
    found = described(PAGE, "chapters/feiten")
    said = 'Reconstructie. Van de gemeenten doet 26% "mee" & meer.'
    assert found["description"] == found["og:description"] == said
    assert found["og:image:alt"] == 'Een "staafje"'


def test_a_page_without_prose_has_the_summary_of_the_book():
    bare = "<article><h1>Codeboek</h1><table><td><p>cel</p></td></table></article>"
    assert described(bare, "index")["description"] == "Reconstructie. Over het boek."


def test_what_a_title_says_stays_a_text_in_the_head(tmp_path):
    made = page("<html><head></head><body><article><h1>&lt;script&gt; \"x\"</h1></article></body>")
    describe(made, "index", SITE)
    made.write(tmp_path / "index.html")
    text = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert tags(text)["og:title"] == '<script> "x"'
    assert not BeautifulSoup(text, "html.parser").find("script")


def test_a_long_paragraph_is_cut_between_words():
    said = described(f"<article><p>{'woord ' * 100}</p></article>", "index")["description"]
    assert LONGEST - 6 <= len(said) <= LONGEST
    assert said.endswith("woord…")


def test_the_picture_is_relative_until_an_address_is_known():
    for document, picture in (("index", "downloads/deel-2011.png"),
                              ("chapters/feiten", "../downloads/deel-2011.png")):
        found = described(PAGE, document)
        assert found["og:image"] == picture
        assert "og:url" not in found


def test_with_an_address_page_and_picture_are_absolute():
    site = Site(**{**vars(SITE), "address": "https://voorbeeld.nl/boek/"})
    found = described(PAGE, "chapters/feiten", site)
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
        "og:site_name": "Maximaal vermogen — de levende monitor over Wwb en Wmo",
        "og:title": "Begin", "og:description": found["description"],
        "og:image": "downloads/deel-2011.png", "og:image:type": "image/png",
        "og:image:width": "1200", "og:image:height": "630", "og:image:alt": 'Een "plaatje"'}
    chapter = tags((html / "chapters" / "feiten.html").read_text(encoding="utf-8"))
    picture = html / "chapters" / chapter["og:image"]
    assert picture.resolve().is_file()
    assert chapter["description"].startswith("Reconstructie. Maximaal vermogen, peiling 2011.")


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
    assert found["og:url"] == "https://voorbeeld.nl/boek/chapters/methode.html"
    assert found["og:image"] == "https://voorbeeld.nl/boek/downloads/deel-2011.png"
    assert found["description"] == "Over de Wwb."
