"""The PDF as a step of the build: made from the pages, the same each time, or a clear account."""

import re
from pathlib import Path

import pytest
from pypdf import PdfReader

from participatiemonitor.errors import RunError
from participatiemonitor.publishing import pdf
from participatiemonitor.publishing.contents import read_pages

from .conftest import YEAR, code, notebook, text
from .test_run import made

NAME = f"monitor-{YEAR}.pdf"


@pytest.fixture
def places(built) -> tuple[Path, Path]:
    """The PDF, and the copy that is offered for download."""
    build = built.build(YEAR)
    return build / NAME, build / "html" / "downloads" / NAME


def add_to_page(project, html: str) -> None:
    (project.chapters / "feiten.ipynb").write_text(
        notebook(text("# Feiten"), code(f"from IPython.display import HTML\nHTML('''{html}''')"))
    )


def test_pdf_holds_the_pages_and_is_offered_for_download(places):
    original, copy = places
    assert original.read_bytes() == copy.read_bytes()
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(original).pages)
    assert "Er zijn 3 regels" in words
    assert "Over de Wwb." in words


def test_pdf_says_on_its_cover_what_it_is(places):
    reader = PdfReader(places[0])
    cover = " ".join(reader.pages[0].extract_text().split())
    assert "Maximaal vermogen" in cover
    assert f"Reconstructie. De antwoorden van {YEAR} zijn nooit gepubliceerd" in cover
    assert reader.metadata.title.endswith(f"peiling {YEAR}, reconstructie")


def test_real_answers_are_not_called_a_reconstruction(built, monitor, places):
    head = built.wave(YEAR) / "wave.yml"
    head.write_text(head.read_text().replace("status: reconstructie", "status: waarneming"))
    assert monitor(built, "build").exit_code == 0
    reader = PdfReader(places[0])
    assert "econstructie" not in reader.metadata.title
    assert all("econstructie" not in page.extract_text() for page in reader.pages)


def test_same_pages_give_the_same_bytes_at_any_time_and_place(
    built, places, tmp_path, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.chdir(tmp_path)
    before = places[0].read_bytes()
    places[0].unlink()
    pdf.build_pdf(built, YEAR, read_pages(built, YEAR))
    assert places[0].read_bytes() == before


@pytest.mark.parametrize(("which", "again"), [(0, {NAME}), (1, {"website"})])
def test_lost_pdf_is_made_again_and_nothing_else(built, monitor, places, which, again):
    places[which].unlink()
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    assert made(result) == again
    assert places[0].read_bytes() == places[1].read_bytes()


def test_without_a_pdf_the_last_book_stays_with_the_pdf_it_offers(built, monitor, places):
    before = [place.read_bytes() for place in places]
    add_to_page(built, 'Zie <a href="methode.html#nergens">daar</a>.')
    result = monitor(built, "build")
    assert result.exit_code == 1
    assert "methode--nergens" in result.stderr
    assert "Traceback" not in result.stderr
    assert "De website en de PDF zijn niet vernieuwd." in result.stderr
    html = built.build(YEAR) / "html"
    assert "nergens" not in (html / "chapters" / "feiten.html").read_text()
    assert f'href="downloads/{NAME}"' in (html / "index.html").read_text()
    assert [place.read_bytes() for place in places] == before
    assert not list(places[0].parent.glob(".*.tmp"))


@pytest.mark.parametrize(("image", "complaint"), [
    ('src="weg.png" alt="Een foto."', "weg.png"),
    ('src="geen-foto.txt" alt="Een foto."', "geen-foto.txt"),
    ('src="https://example.org/foto.png" alt="Van elders."', "https://example.org"),
    ('src="data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E"', "alt"),
])  # fmt: skip
def test_what_cannot_be_printed_or_read_aloud_is_an_error(places, image, complaint):
    base = places[1].parents[1]
    (base / "geen-foto.txt").write_text("niets")
    with pytest.raises(RunError, match=re.escape(complaint)):
        pdf.render(
            lambda: f'<html lang="nl"><title>x</title><p><img {image}></p></html>', base)
