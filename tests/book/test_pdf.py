"""The PDFs of the books: the files, their pages, and how a reader finds the way in them."""

import re
from itertools import pairwise

import outloud
import page as standards
import pytest
from bs4 import BeautifulSoup
from numbered import FIGURES, LABELS

from .paper import BESIDE, DEEPER, EMPTY, letters, name_of, printed_in, subject, title, titles

# --- the files ----------------------------------------------------------------------------------

def test_file_says_what_it_is_and_in_which_language(either, volume):
    root, metadata = volume.pdf.trailer["/Root"], volume.pdf.metadata
    whole = f"Maximaal vermogen – de levende monitor over Wwb en Wmo, {subject(either)}"
    assert metadata.title == (f"{name} bij {whole}" if (name := name_of(volume)) else whole)
    assert metadata.author == "De makers van de participatiemonitor"
    assert root["/Lang"] == "nl"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"] == True  # noqa: E712
    # The day the wave is about: the same bytes on any day.
    day = either.head["reference_date"]
    assert metadata.creation_date.date() == metadata.modification_date.date() == day


def test_file_declares_pdf_ua_and_pdf_a(volume):
    root = volume.pdf.trailer["/Root"]
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert re.search(r'pdfuaid:part(="|>)1', metadata)
    assert re.search(r'pdfaid:part(="|>)2', metadata)
    assert re.search(r'pdfaid:conformance(="|>)A', metadata)
    assert root["/MarkInfo"]["/Marked"] == True  # noqa: E712


@pytest.mark.parametrize(("profile", "rules"), [
    (standards.ValidationProfile.PDF_UA_1, 104), (standards.ValidationProfile.PDF_A_2A, 154)])
def test_no_rule_of_the_standards_is_broken(volume, profile, rules):
    found = standards.validate_pdf(str(volume.path), profile=profile)
    assert found.rules.total == rules
    # A stream that happens to end in a carriage return looks too short to the checker.
    false = "STREAM-LENGTH-001" if b"\r\nendstream" in volume.path.read_bytes() else "-"
    assert [one for one in map(str, found.failures) if false not in one] == []


def test_what_another_checker_finds_is_explained(volume):
    found = {one.rule for one in outloud.check(str(volume.path)).findings}
    assert found <= {
        "TBL-010",  # more heads than figures: tables of one figure a row, under two names
        "ORD-001",  # notes are read where they are called for, and stand at the foot of the page
        "TAG-002",  # the name of a chapter above its second page, when that is its last
        "FIG-012",  # a figure with two numbers a bar: there are more digits in it than words
        "LNK-010",  # websites that a document of 2005 printed, which are not links
        "PAG-001",  # the same note, or the title of a table, on several pages is no running foot
    }


def test_every_page_is_a4_and_the_file_is_small_enough_to_mail(volume):
    for page in volume.pdf.pages:
        assert sorted((round(page.mediabox.width), round(page.mediabox.height))) == [595, 842]
    assert volume.path.stat().st_size < 3_000_000


def test_it_is_offered_for_download(either, volume):
    name = volume.path.name
    assert (either.html / "downloads" / name).read_bytes() == volume.path.read_bytes()
    links = [link["href"] for link in either.article("index").select(".book-files a")]
    assert f"downloads/{name}" in links
    assert links[0].endswith(f"monitor-{either.year}.pdf")


def test_only_our_typefaces_are_used_and_they_are_embedded(volume):
    fonts = [font.get_object() for page in volume.pdf.pages
             for font in page["/Resources"].get("/Font", {}).values()]
    descriptors = [font["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert all("/FontFile2" in one or "/FontFile3" in one for one in descriptors)
    assert {font["/BaseFont"].partition("+")[2] for font in fonts} <= {
        "SourceSans3ExtraLight-Regular", "SourceSans3ExtraLight-Italic",
        "SourceSans3ExtraLight-SemiBold", "SourceSerif4-SemiBold", "MonitorSans-Extended",
        "MonitorSans-Greek", "DejaVuSans"}


def test_figures_are_drawn_not_photographed(report):
    seen, kinds = set(), []

    def walk(resources):
        for drawn in resources.get("/XObject", {}).values():
            if drawn.idnum not in seen:
                seen.add(drawn.idnum)
                kinds.append(drawn.get_object()["/Subtype"])
                walk(drawn.get_object().get("/Resources", {}))

    for page in report.pdf.pages:
        walk(page["/Resources"])
    assert "/Image" not in kinds


@pytest.mark.parametrize("number", FIGURES)
def test_words_in_figures_can_be_searched(either, report, number):
    """Every word of the drawing is on the page that has its caption."""
    drawing = either.build / ".figures" / f"figuur-{number}.svg"
    drawn = {letters(text.get_text())
             for text in BeautifulSoup(drawing.read_bytes(), "xml").find_all("text")}
    pages = [letters(text) for text in report.texts if re.search(rf"Figuur {number}\b", text)]
    assert len(drawn) > 5
    assert any(all(word in page for word in drawn) for page in pages)


# --- the pages ----------------------------------------------------------------------------------

def test_the_report_is_no_longer_than_a_report(report):
    assert 35 <= len(report.pdf.pages) <= 45


def test_no_page_is_for_a_third_empty_but_where_a_chapter_ends(volume):
    assert len(volume.emptiness) >= 5
    assert {page: part for page, part in volume.emptiness.items() if part > EMPTY} == {}


def test_wide_tables_are_on_pages_turned_sideways(report, tables):
    assert tables.begins["Codeboek"] in tables.turned
    assert report.turned == set()


# --- finding one's way --------------------------------------------------------------------------

def test_chapters_are_bookmarked_in_order(either, report, tables):
    assert list(report.begins) == ["Inhoud", *titles(either)]
    figures = [page for page in either.pages if either.article(page).select("figure")]
    behind = [title(either, page) for page in (*figures, *printed_in(either, "tables"))]
    assert list(tables.begins) == ["Inhoud", *behind]


def test_chapters_on_other_documents_are_in_a_volume_of_their_own(either, deepening, report):
    assert list(deepening.begins) == [
        "Inhoud", *(title(either, page) for page in printed_in(either, "deepening"))]
    assert letters(f"Een derde deel, {DEEPER}, gaat over") in letters(report.texts[1])
    assert letters(f"(in {DEEPER})") in letters(" ".join(report.texts))


def test_bookmarks_follow_the_pages(volume):
    pages = [page for _, _, page in volume.bookmarks]
    assert pages == sorted(pages)


def test_contents_list_every_chapter_with_the_page_it_begins_on(volume):
    for name, page in list(volume.begins.items())[1:]:
        assert volume.listed[name] == page


def test_contents_list_the_sections_of_numbered_chapters(volume):
    sections = [(name, page) for level, name, page in volume.bookmarks if level == 2]
    found = [(name, page) for name, page in sections if volume.listed.get(name) == page]
    assert len(found) >= (0 if name_of(volume) == DEEPER else 10)
    for name, page in found:
        assert letters(name) in letters(volume.texts[page - 1])
    assert "In het kort" not in volume.listed


@pytest.mark.parametrize("label", LABELS)
def test_caption_stands_once_and_where_the_contents_say(report, label):
    entry, = (name for name in report.listed if name.startswith(f"{label} "))
    places = [page for page, text in enumerate(report.texts, start=1)
              if page - 1 not in report.contents and f"{entry}. " in text]
    assert places == [report.listed[entry]]


def test_page_references_are_right(report):
    pages = {" ".join(name.split()[:2]).casefold(): page for name, page in report.listed.items()}
    found = [match for text in report.texts
             for match in re.findall(r"([Ff]iguur \d+|[Tt]abel \d+)(?: \(|, )p\. (\d+)", text)]
    assert len(found) >= 10
    assert [(label, int(page)) for label, page in found if pages[label.casefold()] != int(page)] \
        == []


def test_what_is_in_the_other_volume_is_said_to_be_there(either, report, tables):
    whole = letters(" ".join(report.texts))
    for page in printed_in(either, "tables"):
        assert letters(f"{title(either, page)} (in {BESIDE})") in whole
    assert letters(BESIDE) in letters(report.texts[1])  # the back of the cover
    assert "weging en onzekerheid (in het rapport)" in " ".join(tables.texts)


def test_every_link_within_the_document_leads_to_a_place_in_it(volume):
    places = set(volume.pdf.named_destinations)
    inner = [link["/A"]["/D"] if "/A" in link else link["/Dest"]
             for page in volume.pdf.pages for link in map(lambda one: one.get_object(),
                                                          page.get("/Annots", []))
             if "/URI" not in link.get("/A", {})]
    assert len(inner) > (10 if name_of(volume) == DEEPER else 30)
    pages = {page.indirect_reference.idnum for page in volume.pdf.pages}
    # By name, or by page and place.
    assert all(one in places if isinstance(one, str) else one[0].idnum in pages for one in inner)


def test_numbers_of_pages_and_what_kind_of_answers_these_are_stand_on_every_page(either, volume):
    name = " · ".join(filter(None, ("Maximaal vermogen", name_of(volume))))
    mark = " · ° of gearceerd: nagemaakt" if either.is_drawn else ""
    foot = f"{name} · {subject(either)}{mark}"
    for number, text in enumerate(volume.texts, start=1):
        if number > 2:
            assert text.endswith((f"{foot} {number}", f"{number} {foot}"))


def test_running_head_names_the_chapter_except_where_it_begins(volume):
    for (name, first), (_, following) in pairwise(list(volume.begins.items())[1:]):
        for number in range(first + 1, following):
            assert name in volume.lines[number - 1], number
