"""Which notebooks are pages of the book of a wave."""

import json
import shutil

import pytest
import yaml

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.page_list import DEEPENING, listing
from participatiemonitor.publishing.round_edition import find_edition

from .conftest import REPOSITORY, YEAR, notebook, text


def needs(project, page, content):
    """Have a notebook say in its metadata what it needs."""
    path = project.root / f"{page}.ipynb"
    made = json.loads(notebook(text("# Methode\n\nOver de toets.")))
    made["metadata"]["monitor"] = content
    path.write_text(json.dumps(made), encoding="utf-8")


def pages(project):
    return find_edition(project, str(YEAR)).pages


def names(project):
    return [page.name for page in pages(project)]


@pytest.fixture
def needy(project):
    """The tiny project with a page that needs claims."""
    needs(project, "chapters/methode", {"needs": "claims"})
    return project


def report(project, year):
    folder = project.published / "bron"
    folder.mkdir()
    (folder / "document.yml").write_text(f"name: Bron\nwave: {year}\n", encoding="utf-8")
    shutil.copyfile(REPOSITORY / "data/published/divosa2011/claims.csv", folder / "claims.csv")


def test_a_page_that_needs_claims_is_left_out_of_a_wave_without(needy):
    assert names(needy) == ["index", "feiten"]


def test_it_is_a_page_of_a_wave_that_a_document_reports_on(needy):
    report(needy, YEAR)
    assert names(needy) == ["index", "feiten", "methode"]


def test_a_document_about_another_wave_does_not_help(needy):
    report(needy, YEAR + 1)
    assert names(needy) == ["index", "feiten"]


def test_the_contents_are_listed_without_it(needy):
    found = listing(needy, pages(needy))
    assert found == yaml.safe_load("""
        format: jb-book
        root: index
        parts:
          - caption: De monitor
            chapters:
              - file: chapters/feiten
    """)
    report(needy, YEAR)
    assert listing(needy, pages(needy)) == yaml.safe_load(
        (needy.root / "_toc.yml").read_text(encoding="utf-8"))


def test_a_part_of_which_no_page_is_left_is_not_listed(needy):
    toc = needy.root / "_toc.yml"
    parts = yaml.safe_load(toc.read_text(encoding="utf-8"))
    first, = parts["parts"]
    first["chapters"], second = [{"file": "chapters/feiten"}], [{"file": "chapters/methode"}]
    parts["parts"] = [first, {"caption": "Bijlagen", "chapters": second}]
    toc.write_text(yaml.safe_dump(parts), encoding="utf-8")
    assert [part["caption"] for part in listing(needy, pages(needy))["parts"]] == ["De monitor"]


def test_a_page_can_need_what_an_editor_wrote(project):
    needs(project, "chapters/methode", {"needs": "editorial:voorwoord"})
    assert names(project) == ["index", "feiten"]
    folder = project.wave(YEAR) / "editorial"
    folder.mkdir()
    (folder / "voorwoord.md").write_text("Tekst.")
    assert names(project) == ["index", "feiten", "methode"]


def test_a_page_can_need_a_document_whatever_it_reports_on(project):
    needs(project, "chapters/methode", {"needs": "document:bron", "paper": "deepening"})
    assert names(project) == ["index", "feiten"]
    report(project, YEAR + 1)
    assert names(project) == ["index", "feiten", "methode"]
    assert pages(project)[-1].paper == DEEPENING


def test_a_book_has_a_third_volume_when_a_page_is_printed_there(project):
    needs(project, "chapters/methode", {"needs": "document:bron", "paper": "deepening"})
    beside = [f"monitor-{YEAR}.pdf", f"monitor-{YEAR}-tabellen.pdf"]
    assert [path.name for path in find_edition(project, str(YEAR)).pdfs] == beside
    report(project, YEAR + 1)
    assert [path.name for path in find_edition(project, str(YEAR)).pdfs] == [
        *beside, f"monitor-{YEAR}-verdieping.pdf"]


@pytest.mark.parametrize("content", [{"needs": "claim"}, {"need": "claims"}, "claims", [],
                                     {"needs": "editorial:"}, {"needs": "editorial:Een"},
                                     {"needs": "document:"}, {"needs": "document:../bron"},
                                     {"paper": "verdieping"}])
def test_what_is_not_known_cannot_be_needed(project, content):
    needs(project, "chapters/methode", content)
    with pytest.raises(InputError, match=r"methode\.ipynb.*needs.*claims.*document:naam.*deepe"):
        pages(project)


def test_a_book_is_built_without_the_page_and_with_it_again(needy, monitor):
    done = monitor(needy, "build")
    assert done.exit_code == 0, done.output
    html = needy.build(YEAR) / "html"
    assert "methode" not in (html / "index.html").read_text(encoding="utf-8")
    assert not (html / "chapters" / "methode.html").exists()
    report(needy, YEAR)
    assert monitor(needy, "build").exit_code == 0
    assert (html / "chapters" / "methode.html").is_file()
