"""What can be printed, what cannot, and what the PDF says of itself."""

import datetime as dt
import re
from dataclasses import replace

import page
import pytest
from pdf_tags import cells, elements, heads, scope
from pypdf import PdfReader

from participatiemonitor.errors import RunError
from participatiemonitor.presentation.exhibits.drawing import draw
from participatiemonitor.presentation.exhibits.drawing import render as renditions
from participatiemonitor.presentation.exhibits.exhibit import exhibit
from participatiemonitor.publishing.page_list import DEEPENING
from participatiemonitor.publishing.paper import elements as listed
from participatiemonitor.publishing.paper.volumes import read_volumes

from .conftest import DRAWING, broken

TABLE = """
<table class="table" id="{id}">{caption}<thead><tr class="row-odd"><th class="head" scope="col">Naam
</th><th class="head text-right" scope="col">n</th></tr></thead>
<tbody>{rows}</tbody></table>"""
ROW = '<tr><th scope="row">Rij {}</th><td class="text-right">{}</td></tr>'
FIGURE = """
<figure class="align-default" id="fig"><img src="../_images/f.svg" alt="Staven met cijfers.">
<figcaption><p><span class="caption-number">Figuur 1 </span><span class="caption-text">Iets. En
meer.</span></p></figcaption></figure>"""
CARD = """
<div class="sd-row docutils"><div class="sd-col docutils"><div class="sd-card docutils">
<div class="sd-card-body docutils"><div class="sd-card-title sd-font-weight-bold docutils">75%</div>
<p class="sd-card-text"><svg class="small-bars" viewBox="0 0 240 40" aria-label="isd 26%">
<text x="0" y="10">isd</text><rect class="bar-1" x="112" y="5" width="68" height="10"/></svg></p>
</div><a class="sd-stretched-link reference internal" href="twee.html">Literatuur</a></div></div>
</div>"""
# Every element of the list, where it may stand.
EVERYTHING = f"""
<p class="lead">Voorop: <a href="twee.html#deel">deel</a> (zie <a href="twee.html">lijst</a>).
</p><section id="een"><h2>Een</h2><div><p>Alinea met <em>nadruk</em>, <i>schuin</i>,
<strong>sterk</strong>, <b>vet</b>, <code class="docutils literal">code</code>, <kbd>toets</kbd>,
x<sub>1</sub> en y<sup>2</sup>,<br>en <span lang="en">an English phrase</span>, <span
id="plek">plek</span>,
<a href="#plek">terug</a>, <a href="https://a.nl/b">adres</a> en
(<a href="twee.html#id5">Divosa, 2011</a>).</p></div>
<section id="twee"><h3>Twee</h3><section id="drie"><h4>Drie</h4><h5>Vier</h5><h6>Vijf</h6>
<ul class="simple"><li><p>punt</p></li><li>punt<ul><li>eronder</li></ul></li></ul>
<ol class="arabic" start="3"><li><p>stap</p><p>en meer</p></li></ol>
<dl class="glossary"><dt id="term-x">Begrip</dt><dt>Ook</dt><dd><p>Uitleg.</p></dd></dl>
<p><a href="#term-x">begrip</a></p><hr>
<blockquote><div><p>Citaat.</p><p class="attribution">—iemand</p></div></blockquote>
<div class="admonition note"><p class="admonition-title">Let op</p><p>Kader.</p></div>
<pre>print( 1 )
regel</pre><div class="highlight-none"><div class="highlight"><pre>uitvoer</pre></div></div>
</section></section></section>
<div class="sd-tab-set"><label>Figuur</label><div>{FIGURE}</div><label>Tabel</label>
<div>{TABLE.format(id="t", caption="", rows=ROW.format(1, 2))}</div></div>
{TABLE.format(id="tabel", caption='<caption><span class="caption-number">Tabel 1 </span>'
              '<span class="caption-text">Rijen.</span></caption>', rows=ROW.format("a", 3))}
<table><colgroup><col><col></colgroup><thead><tr><th colspan="2">Breed</th></tr></thead>
<tbody><tr><td rowspan="2">hoog</td>
<td><a href="https://a.nl">wet</a></td></tr><tr><td>b</td></tr></tbody></table>
<div class="sd-tab-set"><label>Een</label><div><p>Dit.</p></div></div>
<p>Los beeld <img src="../_images/f.svg" alt="Nog een tekening."></p>{CARD}"""


@pytest.fixture(scope="session")
def everything(tmp_path_factory):
    from .conftest import Desk

    return Desk(tmp_path_factory.mktemp("alles")).pdf(EVERYTHING)


@pytest.mark.parametrize("name", ["rapport.pdf", "tabellen.pdf"])
def test_page_with_every_element_holds_to_the_standards(everything, name):
    path = everything.with_name(name)
    assert broken(path, page.ValidationProfile.PDF_UA_1) == []
    assert broken(path, page.ValidationProfile.PDF_A_2A) == []


def test_a_third_volume_holds_to_them_and_the_report_names_it(desk):
    one, two = desk.pages
    desk.pages = [replace(one, paper=DEEPENING), two]
    report, _, deeper = desk.pdfs(EVERYTHING)
    assert broken(deeper, page.ValidationProfile.PDF_UA_1) == []
    assert broken(deeper, page.ValidationProfile.PDF_A_2A) == []
    assert PdfReader(deeper).metadata.title.startswith("Verdieping bij Maximaal vermogen")
    behind, own = (" ".join(PdfReader(path).pages[1].extract_text().split())
                   for path in (report, deeper))
    assert "Een derde deel, Verdieping, gaat over wat andere documenten publiceerden" in behind
    assert "rust niet op de antwoorden van de enquête" in own


def test_that_page_really_holds_every_element(desk):
    found = set()
    for tag in desk.chapters(EVERYTHING)[0].find_all(True):
        if tag.find_parent("svg") is None:
            found.add(listed.kind_of(tag, "een"))
    for tag in desk.chapters(EVERYTHING)[1].find_all(True):
        found.add(listed.kind_of(tag, "twee"))
    assert listed.LISTED - found == set()


def test_a_table_of_a_document_is_printed_with_its_title_and_its_signs(desk):
    text = desk.words(
        '<table class="document-table filtered table" id="tabel-gids-t1"><caption>'
        '<span class="caption-text"><strong>Wie het is.</strong> Gids, tabel 1.</span></caption>'
        "<thead><tr><th><p>Onderwerp</p></th><th><p>Mate</p></th></tr></thead><tbody><tr>"
        '<th><p>Taal</p></th><td><p><span role="img" aria-label="dubbel min">−−</span> '
        '<span class="nr"><strong>≠ 41%</strong></span></p></td></tr></tbody></table>')
    for piece in ("Wie het is. Gids, tabel 1.", "−−", "≠ 41%"):
        assert piece in text


def test_file_says_what_it_is(everything, desk):
    reader = PdfReader(everything)
    metadata = reader.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert re.search(r'pdfuaid:part(="|>)1', metadata)
    assert re.search(r'pdfaid:part(="|>)2', metadata)
    assert re.search(r'pdfaid:conformance(="|>)A', metadata)
    assert reader.trailer["/Root"]["/Lang"] == "nl"
    assert reader.metadata.title.startswith("Maximaal vermogen – de levende monitor")
    assert reader.metadata.author == "De makers"
    # The day the wave is about, and not today's.
    assert reader.metadata.creation_date.date() == desk.info.reference_date == dt.date(2011, 1, 1)


def test_a_page_in_another_language_is_read_aloud_in_it(desk):
    desk.language = "en"
    paragraph, = (one for one in elements(desk.pdf("<p>An English phrase.</p>"))
                  if one["/S"] == "/P" and one.get("/Lang") == "en")
    assert paragraph


@pytest.mark.parametrize(("body", "named"), [
    ("<video>film</video>", "<video> (“film”)"),
    ('<div class="sd-badge-row">a</div>', '<div class="sd-badge-row"> (“a”)'),
    ('<p>a <span class="math">x</span> <math><mi>x</mi></math></p>', "<math> (“x”)"),
    ("<p><iframe></iframe></p>", "<iframe>"),
    ('<table class="schaakbord"><tr><td>a</td></tr></table>', '<table class="schaakbord"> (“a”)'),
    ("<table><tbody><tr><td class='rood'>a</td></tr></tbody></table>", '<td class="rood"> (“a”)'),
    ("<table></table>", "<table>"),
    ("<table><tfoot><tr><td>a</td></tr></tfoot></table>", "<tfoot> (“a”)"),
    ("<li>los</li>", "<li> (“los”)"),
    ("<ul><p>geen punt</p></ul>", "<p> (“geen punt”)"),
    ("<p>a <svg><rect/></svg></p>", "<svg>"),
    ("<section id='s'><h2>\u202e</h2><p>x</p></section>", "<h2> (“\u202e”)"),
])  # fmt: skip
def test_unknown_element_is_an_error_that_names_page_and_element(desk, body, named):
    with pytest.raises(RunError, match=re.escape(f"Pagina een: het element {named} kan niet")):
        desk.pdf(body)


def test_page_without_title_is_an_error(desk):
    (desk.site / "chapters" / "een.html").write_text("<article><p>Tekst.</p></article>")
    (desk.site / "chapters" / "twee.html").write_text("<article><p>Tekst.</p></article>")
    with pytest.raises(RunError, match="Pagina een: er is geen titel"):
        read_volumes(desk.site, desk.pages)


@pytest.mark.parametrize("span", ["0", "abc", "-3", "1000000000"])
def test_strange_span_is_none(desk, span):
    body = f"<table><tr><td colspan='{span}'>een</td><td>twee</td></tr></table>"
    assert "een twee" in desk.words(body)


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd",
                                  f"https://a.nl/{'x' * 9000}"])
def test_link_to_anything_but_a_site_or_a_mailbox_is_an_error(desk, href):
    with pytest.raises(RunError, match="Pagina een: de link naar"):
        desk.pdf(f'<p><a href="{href}">x</a></p>')


def test_link_that_leads_nowhere_is_an_error(desk):
    with pytest.raises(RunError, match=r"Pagina een: de link “daar” leidt .*twee--nergens"):
        desk.pdf('<p><a href="twee.html#nergens">daar</a></p>')


# --- images -------------------------------------------------------------------------------------

@pytest.mark.parametrize("src", [
    "https://example.org/foto.png", "//example.org/foto.png", "file:///etc/hostname",
    "/etc/hostname", "../../../geheim.svg", "../_images/../../geheim.svg", "../_images/buiten.svg",
    "%2e%2e/%2e%2e/geheim.svg", "../_images/weg.svg", "../_images", "", "../_images/nul%00.svg",
    "data:image/png;base64,AA==",
])  # fmt: skip
def test_only_files_of_the_build_are_embedded(desk, src):
    secret = desk.site.parent / "geheim.svg"
    secret.write_text(DRAWING.format("Geheim"))
    (desk.site / "_images" / "buiten.svg").symlink_to(secret)
    with pytest.raises(RunError, match="Pagina een: de afbeelding"):
        desk.pdf(f'<p><img src="{src}" alt="Van elders."></p>')
    assert not any("Geheim" in path.read_text() for path in desk.job.glob("*.svg"))


@pytest.mark.parametrize(("name", "content", "complaint"), [
    ("a.txt", b"niets", "a.txt is geen afbeelding"),
    ("a.png", b"geen png", "a.png is geen afbeelding"),
    ("a.svg", b"<svg", "is niet te lezen"),
    ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><image href="/etc/passwd"/></svg>',
     "verwijst naar iets buiten zichzelf"),
    ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><foreignObject/></svg>',
     "verwijst naar iets buiten zichzelf"),
    ("a.svg", b'<svg xmlns="http://www.w3.org/2000/svg"><use href="b.svg#x"/></svg>',
     "verwijst naar iets buiten zichzelf"),
    ("a.svg", b'<!DOCTYPE svg [<!ENTITY e SYSTEM "/etc/passwd">]>'
              b'<svg xmlns="http://www.w3.org/2000/svg"><text>&e;</text></svg>', "buiten zichzelf"),
])  # fmt: skip
def test_file_that_is_no_picture_is_an_error(desk, name, content, complaint):
    (desk.site / "_images" / name).write_bytes(content)
    with pytest.raises(RunError, match=f"Pagina een: .*{complaint}"):
        desk.pdf(f'<p><img src="../_images/{name}" alt="Iets."></p>')


def test_picture_without_description_is_an_error(desk):
    with pytest.raises(RunError, match="heeft geen beschrijving"):
        desk.pdf('<p><img src="../_images/f.svg"></p>')


def test_figure_is_printed_with_its_words_as_text_where_that_version_is_made(desk, estimates):
    made = renditions(draw(exhibit(estimates, "figuur", 2)), ())
    (desk.site / "_images" / "figuur-2.svg").write_bytes(made.outlined)
    body = FIGURE.replace("f.svg", "figuur-2.svg")
    assert "afdelingen welzijn" not in desk.words(body)
    (desk.drawn / "figuur-2.svg").write_bytes(made.typeset)
    for path in (desk.job, desk.job / "fonts"):
        for file in path.glob("*.*"):
            file.unlink()
    (desk.job / "fonts").rmdir()
    reader = PdfReader(desk.pdf(body))
    assert "afdelingen welzijn" in " ".join(one.extract_text() for one in reader.pages)
    fonts = {font.get_object()["/BaseFont"].partition("+")[2] for one in reader.pages
             for font in _fonts(one["/Resources"])}
    assert fonts <= {f"{name}-Regular" for name in ("SourceSans3ExtraLight",)} | {
        "SourceSans3ExtraLight-SemiBold", "SourceSans3ExtraLight-Italic", "SourceSerif4-SemiBold"}


def _fonts(resources):
    yield from resources.get("/Font", {}).values()
    for one in resources.get("/XObject", {}).values():
        yield from _fonts(one.get_object().get("/Resources", {}))


# --- pages and structure ------------------------------------------------------------------------

def test_table_with_much_to_read_is_on_a_page_turned_sideways_with_its_heading(desk):
    row = "".join(f"<td>{'woorden die om ruimte vragen ' * 4}</td>" for _ in range(6))
    head = "".join(f"<th>Kop {n}</th>" for n in range(6))
    body = (f"<p>{'Eerst gewone tekst. ' * 400}</p><section id='s'><h2>Breed</h2><table><thead>"
            f"<tr>{head}</tr></thead><tbody>{f'<tr>{row}</tr>' * 40}</tbody></table></section>"
            "<p>Weer.</p>")
    pages = PdfReader(desk.pdf(body)).pages
    turned = [one for one in pages if one.mediabox.width > one.mediabox.height]
    assert len(turned) > 1
    assert "Breed" in turned[0].extract_text()
    assert all("Kop 5" in one.extract_text() for one in turned)  # the head is repeated
    assert all("Weer." not in one.extract_text() for one in turned)


@pytest.mark.parametrize("around", [
    "<p>{}</p>", "<blockquote><p>{}</p></blockquote>", "<div class='admonition'><p>{}</p></div>",
    "<table><tr><td>kort</td><td>{}</td></tr></table>", "<ul><li>{}</li></ul>",
    "<details><summary>x</summary><table><tr><td>a</td><td>{}</td></tr></table></details>",
    "<div class='admonition'><table><tr><td>kort</td><td>{}</td></tr></table></div>",
    "<section id='s'><h2>{}</h2><p>x</p></section>",
])  # fmt: skip
def test_nothing_runs_off_the_page_however_long(desk, around):
    words = " ".join(f"woord{number}" for number in range(900 if "h2" not in around else 90))
    reader = PdfReader(desk.pdf(around.replace("{}", words)))
    found = ""
    for sheet in reader.pages[3:]:
        places: list[float] = []
        found += sheet.extract_text(
            visitor_text=lambda _text, page, line, *_font, to=places: to.append(
                line[4] * page[1] + line[5] * page[3] + page[5]))
        assert min(places) >= 0
    assert found.count("woord") >= (900 if "h2" not in around else 90)


def test_picture_larger_than_a_page_is_made_smaller(desk):
    (desk.site / "_images" / "f.svg").write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" width="900" height="4000">'
        '<text x="5" y="3990" font-family="Source Sans 3">onderaan</text></svg>')
    reader = PdfReader(desk.pdf(FIGURE))
    assert "onderaan" in " ".join(one.extract_text() for one in reader.pages)
    assert len(reader.pages) == 5


def test_nothing_empty_stops_the_book_and_nothing_said_is_lost(desk):
    words = desk.words("<p></p><ul><li></li><li>een</li></ul><dl><dt>twee</dt></dl>"
                       "<dl><dd>drie</dd></dl><table><tr><td></td><td>vier</td></tr></table>"
                       "<blockquote></blockquote><div class='admonition'>vijf</div><pre> </pre>"
                       "<figure id='f'><img src='../_images/f.svg' alt='x'></figure><dl></dl>"
                       "<div class='sd-row'><div class='sd-card'><div class='sd-card-body'>zes"
                       "</div></div></div><ol></ol><ul></ul><p> <em> </em> </p>")
    for word in ("een", "twee", "drie", "vier", "vijf", "zes"):
        assert f" {word} " in words


def test_headers_of_columns_and_rows_say_so(desk):
    rows = "".join(ROW.format(number, number) for number in range(90))
    found = elements(desk.pdf(TABLE.format(id="t", caption="", rows=rows)))
    table = next(one for one in found if one["/S"] == "/Table")
    scopes = [(cell["/S"], scope(cell)) for _, cell in cells(table)]
    assert scopes == [("/TH", "/Column")] * 2 + [("/TH", "/Row"), ("/TD", None)] * 90


def test_a_table_without_rows_below_its_head_leaves_the_next_one_its_own(desk):
    empty = TABLE.format(id="leeg", caption="", rows="")
    full = TABLE.format(id="vol", caption="", rows=ROW.format("een", 1))
    _, table = (one for one in elements(desk.pdf(empty + full)) if one["/S"] == "/Table")
    assert [scope(cell) for part, cell in cells(table) if part == "/TBody"] == ["/Row", None]


def test_cells_know_the_heads_of_their_column_and_row(desk):
    rows = ROW.format("een", 1) + ROW.format("twee", 2)
    path = desk.pdf(TABLE.format(id="t", caption="", rows=rows))
    named = {one["/ID"]: one for one in elements(path) if one["/S"] == "/TH"}
    assert len(named) == 4
    for cell in (one for one in elements(path) if one["/S"] == "/TD"):
        column, row = heads(cell)
        assert (scope(named[column]), scope(named[row])) == ("/Column", "/Row")


def test_english_is_marked_as_english_and_the_rest_as_dutch(everything):
    streams = [one.get_contents().get_data() for one in PdfReader(everything).pages]
    assert {language for stream in streams
            for language in re.findall(rb"/Lang\((\w+)\)", stream)} == {b"nl", b"en"}


def test_blanks_that_hold_words_together_stay(desk):
    body = '<p>Zie <a href="#titel"><span class="std std-numref">Figuur 1</span></a>.</p>'
    desk.pdf(body)
    assert '"Figuur\N{NO-BREAK SPACE}1"' in (desk.job / "rapport.typ").read_text()
