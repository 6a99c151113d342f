"""What is read of a built page: how long that takes, and what the search finds in it."""

import json

import pytest

from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.reading_time import WORDS_A_MINUTE, tell_reading_time
from participatiemonitor.publishing.web.search_index import passages, write_index

PAGE = """
<section id="feiten"><h1>2 Feiten<a class="headerlink" href="#feiten">#</a></h1>
<p>Eerst <span class="bound">4%</span>, dan <a href="#x">meer</a>.</p>
<section id="kort"><h2>In het <em>kort</em></h2>
<div class="sd-tab-set"><label class="sd-tab-label">Figuur</label><div>
<figure><figcaption><p>Onderschrift.</p></figcaption></figure></div></div>
<table><tr><th><p>Antwoord</p></th><td><p>Deel</p></td></tr></table>
<pre>code()</pre><p class="downloads">Download als csv</p>
<ul><li><p>Punt</p></li></ul>
<section id="diep"><span id="naam"></span><h3>Dieper</h3><p>Diep.</p></section>
</section>
<dl class="simple glossary"><dt id="term-Wwb">Wwb<a class="headerlink">#</a></dt>
<dd><p>Een &lt;wet&gt;.</p></dd></dl>
</section>"""


def page(article: str) -> BuiltPage:
    return BuiltPage(f'<html><body><article class="bd-article">{article}</article>'
                     "<p>Erbuiten.</p></body></html>".encode())


SHORT = '<section id="in-het-kort"><h2>In het kort</h2></section>'


def told(article: str) -> list[str]:
    made = page(article)
    tell_reading_time(made)
    return [line.text for line in made.root.iter("p") if line.get("class") == "reading-time"]


# --- how long it takes --------------------------------------------------------------------------

@pytest.mark.parametrize(("minutes", "expected"), [
    (1, []), (2, ["Leestijd 2 minuten"]), (6, ["Leestijd 6 minuten"])])
def test_the_minutes_follow_from_the_words(minutes, expected):
    words = "woord " * (minutes * WORDS_A_MINUTE)
    assert told(f"<section><h1>Titel</h1><p>{words}</p>{SHORT}</section>") == expected


def test_it_stands_under_the_title():
    words = "woord " * 1000
    made = page(f"<section><h1>Titel</h1><p>{words}</p>{SHORT}</section>")
    tell_reading_time(made)
    assert made.root.find(".//h1").getnext().get("class") == "reading-time"


@pytest.mark.parametrize("held", [
    "<table><tr><td>{}</td></tr></table>", "<figure><figcaption>{}</figcaption></figure>",
    "<pre>{}</pre>", '<div class="sd-tab-set"><p>{}</p></div>', "<dl><dt>a</dt><dd>{}</dd></dl>",
    '<div class="citation-list"><p>{}</p></div>'])
def test_tables_figures_and_lists_to_look_things_up_in_do_not_count(held):
    assert told(f"<section><h1>Titel</h1>{held.format('woord ' * 3000)}{SHORT}</section>") == []


def test_only_a_chapter_that_begins_in_short_has_it():
    assert told(f"<section><h1>Titel</h1><p>{'woord ' * 3000}</p></section>") == []


# --- what the search finds ----------------------------------------------------------------------

def test_every_section_and_term_is_a_passage_with_its_own_text():
    assert list(passages(page(PAGE), "chapters/feiten.html")) == [
        ("chapters/feiten.html#feiten", "2 Feiten", "2 Feiten", "Eerst 4%, dan meer."),
        ("chapters/feiten.html#kort", "In het kort", "2 Feiten",
         "Onderschrift. Antwoord Deel Punt"),
        ("chapters/feiten.html#diep", "Dieper", "2 Feiten", "Diep."),
        ("chapters/feiten.html#term-Wwb", "Wwb", "2 Feiten", "Een <wet>."),
    ]


def test_a_page_for_wrong_addresses_has_none():
    assert list(passages(page("<section><h1>Niet gevonden</h1></section>"), "404.html")) == []


def test_a_page_without_an_article_has_none():
    assert list(passages(BuiltPage(b"<html><body><h1>Zoeken</h1></body></html>"), "x.html")) == []


def test_the_index_is_a_call_with_nothing_but_data(tmp_path):
    found = [("a.html#b", 'Kop </script> "x"', "Bladzijde", "tekst\u2028 `${1}`")]
    write_index(tmp_path, found)
    text = (tmp_path / "searchindex.js").read_text(encoding="utf-8")
    start, end = "Search.setIndex(", ")\n"
    assert text.startswith(start)
    assert text.endswith(end)
    assert json.loads(text[len(start):-len(end)]) == [list(one) for one in found]
