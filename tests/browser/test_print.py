"""A page that is printed from the browser."""

import pymupdf
import pytest

PAGE = "chapters/01-beleid-en-organisatie"


def on_paper(reader) -> pymupdf.Document:
    return pymupdf.open("pdf", reader.pdf(format="A4", prefer_css_page_size=True))


def words(paper: pymupdf.Document) -> str:
    return " ".join(" ".join(sheet.get_text() for sheet in paper).split())


def test_of_a_figure_only_the_figure_is_printed_whichever_tab_is_open(reader, site):
    reader.goto(site.url(PAGE))
    reader.get_by_text("Methode", exact=True).first.click()
    printed = words(on_paper(reader))
    assert "Figuur 1 Taakvelden" in printed
    for left_out in ("Gevraagd aan", "Downloads", "Download als", "open_chapter("):
        assert left_out not in printed


def test_menus_and_buttons_stay_on_the_screen(reader, site):
    reader.goto(site.url(PAGE))
    printed = words(on_paper(reader))
    for left_out in ("Begrippenlijst", "Zoek", "Op deze pagina", "Vorige", "Volgende", "#"):
        assert left_out not in printed
    assert printed.count("Reconstructie. Getallen met °") == 1


@pytest.mark.parametrize("page", [PAGE, "chapters/reproductie"])
def test_nothing_is_cut_off_at_the_side(reader, site, page):
    reader.goto(site.url(page))
    for sheet in on_paper(reader):
        for left, _, right, *_ in sheet.get_text("words"):
            assert left >= 40
            assert right <= sheet.rect.width - 40


def test_paper_is_light_for_who_reads_in_the_dark(reader, site):
    reader.evaluate("localStorage.setItem('mode', 'dark')")
    reader.goto(site.url(PAGE))
    assert reader.locator("html").get_attribute("data-theme") == "dark"
    spans = [span for block in on_paper(reader)[0].get_text("dict")["blocks"]
             for line in block.get("lines", ()) for span in line["spans"]]
    assert len(spans) > 20
    for span in spans:
        red, green, blue = pymupdf.sRGB_to_rgb(span["color"])
        assert (red + green + blue) / 3 < 130, span["text"]
    assert reader.locator("html").get_attribute("data-theme") == "dark"
