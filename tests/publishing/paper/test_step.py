"""The PDF as a step of the build: made from the pages, the same each time, or a clear account."""

import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from participatiemonitor.publishing.paper.book import build_pdfs
from participatiemonitor.publishing.round_edition import find_edition

from ..conftest import YEAR, notebook, text
from ..test_run import made

NAME, BESIDE = f"monitor-{YEAR}.pdf", f"monitor-{YEAR}-tabellen.pdf"
DEEPER = f"monitor-{YEAR}-verdieping.pdf"


@pytest.fixture
def places(built) -> tuple[Path, Path]:
    """The PDF, and the copy that is offered for download."""
    build = built.build(YEAR)
    return build / NAME, build / "html" / "downloads" / NAME


@pytest.fixture
def both(built) -> list[Path]:
    """The report and the tables."""
    return [built.build(YEAR) / name for name in (NAME, BESIDE)]


def add_to_page(project, html: str) -> None:
    (project.root / "chapters" / "feiten.ipynb").write_text(
        notebook(text(f"# Feiten\n\n{html}"))
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
    assert f"Reconstructie. De antwoorden van {YEAR} zijn nooit openbaar gemaakt" in cover
    assert reader.metadata.title.endswith(f"enquête van {YEAR}, reconstructie")


def test_real_answers_are_not_called_a_reconstruction(built, monitor, places):
    head = built.wave(YEAR) / "wave.yml"
    head.write_text(head.read_text().replace("status: reconstructie", "status: waarneming"))
    assert monitor(built, "build").exit_code == 0
    reader = PdfReader(places[0])
    assert "econstructie" not in reader.metadata.title
    assert all("econstructie" not in page.extract_text() for page in reader.pages)


def test_same_pages_give_the_same_bytes_at_any_time_and_place(
    built, both, tmp_path, monkeypatch
):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1")
    monkeypatch.setenv("TZ", "Pacific/Auckland")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    monkeypatch.chdir(tmp_path)
    before = [path.read_bytes() for path in both]
    for path in both:
        path.unlink()
    build_pdfs(find_edition(built, str(YEAR)))
    assert [path.read_bytes() for path in both] == before


@pytest.mark.parametrize("name", [NAME, BESIDE])
def test_lost_pdf_is_made_again_and_offered_again(built, monitor, name):
    path = built.build(YEAR) / name
    path.unlink()
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    assert NAME in made(result)
    assert path.read_bytes() == (path.parent / "html" / "downloads" / name).read_bytes()


def test_failed_pdf_leaves_the_last_good_one_and_the_book_as_they_were(built, monitor, places):
    site = built.build(YEAR) / "html"
    before = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    add_to_page(built, 'Zie <a href="methode.html#nergens">daar</a>.')
    result = monitor(built, "build")
    assert result.exit_code == 1
    assert "feiten" in result.stderr
    assert "methode--nergens" in result.stderr
    assert "Traceback" not in result.stderr
    after = {path: path.read_bytes() for path in site.rglob("*") if path.is_file()}
    assert after == before
    assert places[0].read_bytes() == places[1].read_bytes()
    assert not list(places[0].parent.glob(".*.tmp"))
    assert not (places[0].parent / ".paper").exists()


def test_the_third_volume_is_there_as_long_as_a_page_is_printed_in_it(built, monitor, places):
    """Whoever takes the page out, does not leave its PDF behind."""
    path = built.root / "chapters" / "methode.ipynb"
    before = path.read_text(encoding="utf-8")
    content = json.loads(before)
    content["metadata"]["monitor"] = {"paper": "deepening"}
    path.write_text(json.dumps(content), encoding="utf-8")
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    assert f"{places[0]}, {BESIDE} en {DEEPER}" in result.output
    volume, offered = built.build(YEAR) / DEEPER, places[1].with_name(DEEPER)
    assert volume.read_bytes() == offered.read_bytes()
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(volume).pages)
    assert "Over de Wwb." in words
    volume.unlink()
    result = monitor(built, "build")
    assert NAME in made(result)
    assert volume.read_bytes() == offered.read_bytes()
    path.write_text(before, encoding="utf-8")
    result = monitor(built, "build")
    assert result.exit_code == 0, result.output
    assert DEEPER not in result.output
    assert not volume.exists()
    assert not offered.exists()
    # It is printed in the report again.
    words = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(places[0]).pages)
    assert "Over de Wwb." in words
