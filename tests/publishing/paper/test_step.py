"""The PDF as a step of the build: made from the pages, the same each time, or a clear account."""

import os
import re
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from participatiemonitor.errors import RunError
from participatiemonitor.publishing import pdf
from participatiemonitor.publishing.contents import read_pages

from .conftest import YEAR, code, notebook, text
from .test_run import made

NAME = f"monitor-{YEAR}.pdf"
COPY = f"downloads/{NAME}"
LINK = f'href="{COPY}"'


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


@pytest.mark.parametrize(("which", "again"), [(0, {NAME}), (1, {COPY})])
def test_lost_pdf_is_made_again_and_nothing_else(built, monitor, places, which, again):
    places[which].unlink()
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    assert made(result) == again
    assert places[0].read_bytes() == places[1].read_bytes()


def test_link_that_leads_nowhere_is_an_error_and_the_pages_are_there(built, monitor, places):
    before = places[0].read_bytes()
    add_to_page(built, 'Zie <a href="methode.html#nergens">daar</a>.')
    result = monitor(built, "build")
    assert result.exit_code == 1
    assert "methode--nergens" in result.stderr
    assert "Traceback" not in result.stderr
    assert "nergens" in (built.build(YEAR) / "html/chapters/feiten.html").read_text()
    assert places[0].read_bytes() == before  # the last good one
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


@pytest.mark.skipif(sys.platform != "linux", reason="hides the library as Linux looks for it")
def test_without_pango_the_run_says_what_to_install_and_delivers_the_pages(
    built, monitor, places, tmp_path
):
    (tmp_path / "libpango-1.0.so.0").write_text("no library")
    add_to_page(built, "Nieuw.")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LD_LIBRARY_PATH", str(tmp_path), prepend=os.pathsep)
        result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    assert "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in result.stderr
    assert "brew install pango" in result.stderr
    assert "Traceback" not in result.output
    html = built.build(YEAR) / "html"
    assert f"Het boek staat in {html / 'index.html'}" in result.output
    assert "De PDF staat in" not in result.output
    assert "Nieuw." in (html / "chapters" / "feiten.html").read_text()
    assert not places[1].exists()
    assert LINK not in (html / "index.html").read_text()

    # Installed, it is made after all and offered, and nothing else is.
    again = monitor(built, "build")
    assert again.exit_code == 0
    assert made(again) == {NAME, COPY, "website"}
    assert f"De PDF staat in {places[0]}" in again.output
    assert LINK in (html / "index.html").read_text()
