"""The PDFs of the books: the files, and how a reader finds their way in them."""

import re
from itertools import pairwise

import outloud
import page as standards
import pytest
from bs4 import BeautifulSoup
from numbered import FIGURES, LABELS

from .paper import PLACES, letters, path_of, subject, titles

# --- the file -----------------------------------------------------------------------------------

def test_file_says_what_it_is_and_in_which_language(either, pdf):
    root = pdf.trailer["/Root"]
    assert pdf.metadata.title == (
        f"Maximaal vermogen – de levende monitor over Wwb en Wmo, {subject(either)}")
    assert pdf.metadata.author == "De makers van de participatiemonitor"
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    # The day the wave is about: the same bytes on any day.
    day = either.head["reference_date"]
    assert pdf.metadata.creation_date.date() == pdf.metadata.modification_date.date() == day


def test_file_declares_pdf_ua_and_pdf_a(pdf):
    metadata = pdf.trailer["/Root"]["/Metadata"].get_object().get_data().decode()
    assert re.search(r'pdfuaid:part(="|>)1', metadata)
    assert re.search(r'pdfaid:part(="|>)2', metadata)
    assert re.search(r'pdfaid:conformance(="|>)A', metadata)
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"] == True  # noqa: E712


@pytest.mark.parametrize(("profile", "rules"), [
    (standards.ValidationProfile.PDF_UA_1, 104), (standards.ValidationProfile.PDF_A_2A, 154)])
def test_no_rule_of_the_standards_is_broken(either, profile, rules):
    path = path_of(either)
    report = standards.validate_pdf(str(path), profile=profile)
    assert report.rules.total == rules
    # A stream that happens to end in a carriage return looks too short to the checker.
    false = "STREAM-LENGTH-001" if b"\r\nendstream" in path.read_bytes() else "-"
    assert [one for one in map(str, report.failures) if false not in one] == []


def test_what_another_checker_finds_is_explained(either):
    found = {one.rule for one in outloud.check(str(path_of(either))).findings}
    assert found <= {
        "TBL-010",  # more heads than figures: tables of one figure a row, under two names
        "ORD-001",  # notes are read where they are called for, and stand at the foot of the page
        "PAG-001",  # the same note, or the title of a table, on several pages is no running foot
    }


def test_every_page_is_a4_and_the_file_is_small_enough_to_mail(either, pdf):
    for page in pdf.pages:
        assert sorted((round(page.mediabox.width), round(page.mediabox.height))) == [595, 842]
    assert (path_of(either)).stat().st_size < 3_000_000


def test_pdf_is_offered_for_download(either):
    name = path_of(either).name
    assert (either.html / "downloads" / name).read_bytes() == (either.build / name).read_bytes()


def test_wide_tables_are_on_pages_turned_sideways(either, bookmarks, pdf):
    turned = {number for number, page in enumerate(pdf.pages, start=1)
              if page.mediabox.width > page.mediabox.height}
    begins = {title: page for level, title, page in bookmarks if level == 1}
    assert begins["Codeboek"] in turned
    # Every chapter that tells what came out begins upright.
    assert turned.isdisjoint(begins[title] for title in titles(either)[: len(either.findings)])


def test_only_our_typefaces_are_used_and_they_are_embedded(pdf):
    fonts = [font.get_object() for page in pdf.pages
             for font in page["/Resources"]["/Font"].values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
    assert {font["/BaseFont"].partition("+")[2] for font in fonts} <= {
        "SourceSans3ExtraLight-Regular", "SourceSans3ExtraLight-Italic",
        "SourceSans3ExtraLight-SemiBold", "SourceSerif4-SemiBold", "MonitorSans-Extended",
        "MonitorSans-Greek", "DejaVuSans"}


def test_figures_are_drawn_not_photographed(pdf):
    seen, kinds = set(), []

    def walk(resources):
        for drawn in resources.get("/XObject", {}).values():
            if drawn.idnum not in seen:
                seen.add(drawn.idnum)
                kinds.append(drawn.get_object()["/Subtype"])
                walk(drawn.get_object().get("/Resources", {}))

    for page in pdf.pages:
        walk(page["/Resources"])
    assert "/Image" not in kinds


@pytest.mark.parametrize("number", FIGURES)
def test_words_in_figures_can_be_searched(either, texts, number):
    """Every word of the drawing is on the page that has its caption."""
    drawing = either.build / ".figures" / f"figuur-{number}.svg"
    drawn = {letters(text.get_text())
             for text in BeautifulSoup(drawing.read_bytes(), "xml").find_all("text")}
    pages = [letters(text) for text in texts if re.search(rf"Figuur {number}\b", text)]
    assert len(drawn) > 5
    assert any(all(word in page for word in drawn) for page in pages)


# --- finding one's way --------------------------------------------------------------------------

def test_chapters_are_bookmarked_in_order(either, bookmarks):
    chapters = [title for level, title, _ in bookmarks if level == 1]
    assert chapters == ["Inhoud", *titles(either)]
    pages = [page for _, _, page in bookmarks]
    assert pages == sorted(pages)


def test_contents_list_every_chapter_with_the_page_it_begins_on(either, bookmarks, listed):
    begins = {title: page for level, title, page in bookmarks if level == 1}
    for title in titles(either):
        assert listed[title] == begins[title]


def test_contents_list_the_sections_with_the_page_they_begin_on(bookmarks, listed, texts):
    sections = [(title, page) for level, title, page in bookmarks if level == 2]
    found = [(title, page) for title, page in sections if listed.get(title) == page]
    assert len(found) >= 20
    for title, page in found:
        assert letters(title) in letters(texts[page - 1])


@pytest.mark.parametrize("label", LABELS)
def test_caption_stands_once_and_where_the_contents_say(texts, listed, label):
    entry, = (title for title in listed if title.startswith(f"{label} "))
    places = [page for page, text in enumerate(texts, start=1)
              if page - 1 not in PLACES and f"{entry}. " in text]
    assert places == [listed[entry]]


def test_page_references_are_right(texts, listed):
    pages = {" ".join(title.split()[:2]).casefold(): page for title, page in listed.items()}
    found = [match for text in texts
             for match in re.findall(r"([Ff]iguur \d+|[Tt]abel \d+)(?: \(|, )p\. (\d+)", text)]
    assert len(found) >= 10
    assert [(label, int(page)) for label, page in found if pages[label.casefold()] != int(page)] \
        == []


def test_every_link_within_the_document_leads_to_a_place_in_it(pdf):
    places = set(pdf.named_destinations)
    inner = [link["/A"]["/D"] if "/A" in link else link["/Dest"]
             for page in pdf.pages for link in map(lambda one: one.get_object(),
                                                   page.get("/Annots", []))
             if "/URI" not in link.get("/A", {})]
    assert len(inner) > 200
    pages = {page.indirect_reference.idnum for page in pdf.pages}
    # By name, or by page and place.
    assert all(one in places if isinstance(one, str) else one[0].idnum in pages for one in inner)


def test_numbers_of_pages_and_what_kind_of_answers_these_are_stand_on_every_page(either, texts):
    sign = " · ° of gearceerd: nagemaakt" if either.is_drawn else ""
    foot = f"Maximaal vermogen · {subject(either)}{sign}"
    for number, text in enumerate(texts, start=1):
        if number > 2:
            assert text.endswith((f"{foot} {number}", f"{number} {foot}"))


def test_running_head_names_the_chapter_except_where_it_begins(bookmarks, lines):
    chapters = [(title, page) for level, title, page in bookmarks if level == 1][2:]
    for (title, first), (_, following) in pairwise(chapters):
        for number in range(first + 1, following):
            assert title in lines[number - 1], number
