"""What becomes of a page of the web on paper."""

from dataclasses import replace

import pytest
from bs4 import Tag

from participatiemonitor.presentation.palette import COLOURS
from participatiemonitor.publishing.page_list import DEEPENING, NOWHERE, TABLES


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def test_ids_are_unique_in_the_whole_and_the_chapter_goes_by_its_name(printed):
    chapter = printed('<section id="deel"><h2>Deel</h2><p id="a">x</p></section>')
    assert chapter["id"] == "een"
    assert [tag["id"] for tag in chapter.find_all(id=True)] == ["een--titel", "een--deel", "een--a"]


@pytest.mark.parametrize(("href", "anchor"), [
    ("#titel", "#een--titel"),
    ("twee.html", "#twee"),
    ("twee.html#deel", "#twee--deel"),
    ("../chapters/twee.html#deel", "#twee--deel"),
])
def test_link_leads_to_its_place_and_names_its_page(printed, href, anchor):
    link = printed(f'<p>Zie <a href="{href}">daar</a>.</p>').p.a
    assert (link["href"], link["class"]) == (anchor, ["page"])


def test_page_within_brackets_gets_no_brackets_of_its_own(printed):
    chapter = printed('<p>(een), <a href="twee.html">x</a> (zie <a href="twee.html">y</a>).</p>')
    assert [link["class"] for link in chapter.find_all("a")] == [["page"], ["page-within"]]


@pytest.mark.parametrize("body", [
    '<table><tr><td><a href="twee.html">x</a></td></tr></table>',
    '<p><a href="twee.html#deel"><span class="std-term">x</span></a></p>',
])
def test_no_page_in_tables_and_at_terms(printed, body):
    assert "class" not in printed(body).a.attrs


def test_source_has_a_footnote_where_it_is_first_cited(printed):
    cite = '(<a href="twee.html#id5" title="lang">Divosa, 2011</a>)'
    chapter = printed(f"<p>Eerst {cite}.</p><p>Weer {cite}.</p>")
    note, = chapter.select(".footnote")
    assert words(note) == "Divosa. Maximaal vermogen. https://divosa.nl/mv"
    assert note.em is not None
    assert [words(p) for p in chapter.find_all("p")][1] == "Weer (Divosa, 2011)."


def test_address_of_another_site_is_printed_unless_it_is_the_text(printed):
    chapter = printed('<p>Volgens <a href="https://a.nl/b/">de wet</a> op '
                      '<a href="https://a.nl/b/">a.nl/b</a>.</p>')
    note, = chapter.select(".footnote")
    assert words(note) == "https://a.nl/b/"
    assert note.previous_sibling.get_text() == "de wet"


def test_address_in_a_table_stands_in_the_cell(printed):
    chapter = printed('<table><tr><td><a href="https://a.nl">wet</a></td></tr></table>')
    assert words(chapter.td) == "wet (https://a.nl)"
    assert chapter.select(".footnote") == []


def test_file_is_named_and_not_linked(printed):
    chapter = printed('<p><a href="../_downloads/7b/results.csv" download>alle cijfers</a></p>')
    assert chapter.a is None
    assert words(chapter.p) == "alle cijfersBestand results.csv, bij de webversie."


TABS = """
<div class="sd-tab-set">
<input type="radio"><label>Figuur</label><div class="sd-tab-content"><figure id="f">
<img src="data:," alt="staven"><figcaption><p><span class="caption-number">Figuur 1 </span>
<span class="caption-text">Iets. En meer.</span><a class="headerlink" href="#f">#</a></p>
</figcaption></figure></div>
<input type="radio"><label>Tabel</label><div class="sd-tab-content"><p>26%</p></div>
<input type="radio"><label>Methode</label><div class="sd-tab-content"><p>Zie
<a href="twee.html#deel">deel</a> en <a href="twee.html">lijst</a> (<a href="#f">hier</a>).</p>
</div>
<input type="radio"><label>Downloads</label><div class="sd-tab-content">
<p class="downloads">Download als <a href="../downloads/figuur-1.csv">csv</a></p></div>
</div>"""


def test_the_report_holds_the_figure_and_the_tables_what_lies_behind_it(desk):
    report, tables = (volume.chapters for volume in desk.volumes(TABS))
    assert words(report[0]) == "Titel Figuur 1 Iets. En meer."
    behind, = tables
    assert [words(heading) for heading in behind.find_all(["h1", "h2"])] == [
        "Titel", "Figuur 1 Iets"]
    assert [words(line) for line in behind.find_all("p")] == [
        "26%", "Zie deel (in het rapport) en lijst (hier)."]
    assert behind.h2.parent["id"] == report[0].figure["id"] == "een--f"
    assert [link["href"] for link in behind.find_all("a")] == ["#een--f"]


def test_a_figure_of_a_document_goes_by_its_finding(desk):
    _, tables = desk.volumes(TABS.replace('<span class="caption-number">Figuur 1 </span>', ""))
    assert [words(heading) for heading in tables.chapters[0].find_all(["h1", "h2"])] == [
        "Titel", "Iets"]


def test_a_page_is_printed_where_it_says_and_the_other_volume_is_named(desk):
    one, two = desk.pages
    desk.pages = [one, replace(two, paper=TABLES)]
    body = ('<p>Zie <a href="twee.html">twee</a> (of <a href="twee.html#deel">deel</a>).</p>'
            '<table><tr><td><a href="twee.html">twee</a></td></tr></table>')
    report, tables = desk.volumes(body)
    assert [chapter["id"] for volume in (report, tables) for chapter in volume.chapters] == [
        "een", "twee"]
    assert words(report.chapters[0].p) == "Zie twee (in Tabellen en verantwoording) (of deel)."
    assert words(report.chapters[0].td) == "twee"
    desk.pages = [one, replace(two, paper=NOWHERE)]
    report, tables = desk.volumes(body.replace("Zie ", "(zie "))
    assert words(report.chapters[0].p).startswith("(zie twee, op de website (of")
    assert (len(report.chapters), tables.chapters) == (1, [])


def test_what_is_printed_in_the_third_volume_is_said_to_be_there(desk):
    one, two = desk.pages
    desk.pages = [one, replace(two, paper=DEEPENING)]
    report, tables, deeper = desk.volumes('<p>Zie <a href="twee.html">twee</a>.</p>')
    assert (tables.chapters, deeper.name) == ([], "Verdieping")
    assert [chapter["id"] for chapter in deeper.chapters] == ["twee"]
    assert words(report.chapters[0].p) == "Zie twee (in Verdieping)."
    desk.pages = [replace(one, paper=DEEPENING), two]
    _, _, deeper = desk.volumes('<p>Zie <a href="twee.html">twee</a>.</p>')
    assert words(deeper.chapters[0].p) == "Zie twee (in het rapport)."


def test_tabs_without_a_figure_are_opened_under_their_labels(printed):
    chapter = printed('<div class="sd-tab-set"><input type="radio"><label>Een</label><div>'
                      '<p>Dit.</p></div><label>Twee</label><div><p>Dat.</p></div></div>')
    assert [panel.get_text("|", strip=True) for panel in chapter.select(".panel")] == [
        "Een|Dit.", "Twee|Dat."]
    assert chapter.find(["input", "label"]) is None


def test_hidden_content_is_opened_and_code_is_left_out(printed):
    chapter = printed(
        '<div class="cell"><div class="cell_input">m.say()</div></div>'
        '<div class="alleen-web highlight-python"><pre>m.figure(2)</pre></div>'
        '<details class="sd-dropdown"><summary>Meer</summary><p>Verborgen.</p></details>')
    assert chapter.get_text("|", strip=True) == "Titel|Meer|Verborgen."
    assert chapter.find(["details", "summary"]) is None
    assert chapter.select(".cell") == []


def test_computed_words_are_plain(printed):
    chapter = printed('<p>Ja: <span class="output text_html"><span class="bound" title="1 van 4">'
                      "26%</span></span>.</p>")
    assert str(chapter.p) == "<p>Ja: 26%.</p>"


def test_section_of_which_nothing_is_left_disappears_with_its_heading(printed):
    chapter = printed('<section id="m"><h2>Meenemen</h2><p class="downloads"><a href="a.pdf">pdf'
                      '</a></p></section><section id="n"><h2>Niet</h2><p>Wel.</p></section>')
    assert [words(heading) for heading in chapter.find_all("h2")] == ["Niet"]


def test_drawing_gets_its_description_and_its_colours(printed):
    drawing = printed('<p><svg class="small-bars" aria-label="isd 26%"><rect class="bar-1"/>'
                      "</svg></p>").svg
    assert drawing.title.get_text() == "isd 26%"
    assert drawing.rect["fill"] == COLOURS["print"]["deep"]


def test_columns_are_as_wide_as_they_need_and_alike_in_one_kind_of_table(printed):
    head = "".join(f"<th>{name}</th>" for name in ("Nr.", "Uitspraak", "A", "B", "C"))

    def table(text: str) -> str:
        cells = "".join(f"<td>{cell}</td>" for cell in ("1", text, "x", "y", "z"))
        return f"<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>"

    tables = printed(table("kort") + table("een lange uitspraak " * 9)).find_all("table")
    widths = [[float(width) for width in one["data-widths"].split()] for one in tables]
    assert widths[0] == widths[1]
    assert sum(widths[0]) == pytest.approx(100, abs=0.5)
    assert widths[0][1] > 3 * max(widths[0][0], *widths[0][2:])


def test_table_with_much_to_read_lies_sideways_and_one_with_numbers_does_not(printed):
    def table(cells):
        row = "".join(f"<td>{cell}</td>" for cell in cells)
        return f"<table><thead><tr>{row}</tr></thead><tbody><tr>{row}</tr></tbody></table>"

    reading, counting = printed(
        table(["woorden die om ruimte vragen " * 4] * 6) + table(["1234"] * 6)).find_all("table")
    assert reading.has_attr("data-sideways")
    assert not counting.has_attr("data-sideways")


def test_table_with_more_words_beside_each_other_than_fit_lies_sideways(printed):
    def table(columns):
        heads, cells = "<th>Aansturing</th>" * columns, "<td>ja</td>" * columns
        return (f"<table><thead><tr>{heads}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")

    few, many = printed(table(10) + table(11)).find_all("table")
    assert not few.has_attr("data-sideways")
    assert many.has_attr("data-sideways")


def test_short_table_is_kept_whole_and_a_long_one_is_not(printed):
    def table(rows):
        return f"<table><tbody>{'<tr><td>x</td></tr>' * rows}</tbody></table>"

    short, long = printed(table(9) + table(40)).find_all("table")
    assert short.has_attr("data-short")
    assert not long.has_attr("data-short")
