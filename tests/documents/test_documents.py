"""Documents as sources: what they published is theirs, whichever wave a book is about."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from editing import append, cells, edit, replace
from observing import observe

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.documents.documents import claims_about, read_documents
from participatiemonitor.documents.heads import reporting
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.presentation.words.publications import published
from participatiemonitor.project import Project

MONITOR = Path(sys.executable).with_name("monitor")


@pytest.fixture
def observed(data_copy) -> Chapter:
    observe(data_copy)
    return Chapter(open_results(2013, data_copy), read_documents(data_copy))


def second(project: Project, wave: str = "wave: 2013\n", claim: str = "X-01") -> Path:
    """Another document, with one claim that it took from elsewhere."""
    folder = project.published / "ander2013"
    folder.mkdir()
    (folder / "document.yml").write_text(f"name: Ander (2013)\n{wave}", encoding="utf-8")
    path = folder / "claims.csv"
    header, _ = cells(project.published / "divosa2011" / "claims.csv")
    path.write_text(",".join(header) + "\n", encoding="utf-8")
    append(path, id=claim, section="1", type="count", value="7", basis="external",
           published="zeven", statement="er zijn zeven")
    return folder


def test_the_claims_of_2011_are_all_there_and_of_one_document(repository):
    document, = (one for one in read_documents(repository) if one.claims)
    assert (document.id, document.head.name, document.head.wave) == (
        "divosa2011", "Divosa (2011)", 2011)
    assert len(document.claims) == 301
    assert sorted({(basis, sum(one.basis == basis for one in document.claims))
                   for basis in ("survey", "external", "untested")}) == [
        ("external", 34), ("survey", 246), ("untested", 21)]


@pytest.mark.parametrize(("claim", "text"), [
    ("A-13", "gehalveerd"), ("1.1-01", "200 miljoen"), ("2.1-02", "40%"), ("3.2-12", "vier")])
def test_a_published_number_is_cited_from_its_document_in_any_year(observed, claim, text):
    bound = observed.published(claim)
    assert (str(bound), bound.source) == (
        text, f"Divosa (2011): “{text}” (uitspraak {claim})")
    assert bound.args == {"claim": claim}


def test_a_claim_that_no_document_has_cannot_be_cited(observed):
    with pytest.raises(InputError, match="A-99"):
        observed.published("A-99")


def test_claims_are_about_the_wave_that_their_document_reports_on(observed, data_copy):
    assert observed.review.claims == []
    assert observed.claims_table().text.count("\n") == 1
    assert [reporting(data_copy, year) for year in (2011, 2013)] == [("divosa2011",), ()]
    second(data_copy)
    assert [one.id for one in claims_about(2013, read_documents(data_copy))] == ["X-01"]
    assert reporting(data_copy, 2013)


def test_a_document_may_be_about_no_wave(data_copy):
    second(data_copy, wave="")
    assert claims_about(2013, read_documents(data_copy)) == []
    assert str(published(read_documents(data_copy), "X-01")) == "zeven"


def test_without_documents_nothing_was_published(data_copy):
    shutil.rmtree(data_copy.published)
    assert (read_documents(data_copy), reporting(data_copy, 2011)) == ([], ())


def test_a_name_belongs_to_one_claim_of_one_document(data_copy):
    second(data_copy, claim="A-13")
    with pytest.raises(InvalidWave, match=r"divosa2011/claims\.csv.*'A-13'.*ander2013"):
        read_documents(data_copy)


@pytest.mark.parametrize(("file", "old", "new"), [
    ("document.yml", "wave: 2011", "wave: elf"), ("document.yml", "wave:", "jaar:"),
    ("claims.csv", "id,section", "id,sectie")])
def test_a_fault_names_the_document_it_stands_in(data_copy, file, old, new):
    replace(data_copy.published / "divosa2011" / file, old, new)
    with pytest.raises(InvalidWave, match=rf"divosa2011/{file}"):
        read_documents(data_copy)


def test_the_check_of_a_wave_that_nobody_reported_on_says_so(data_copy):
    observe(data_copy)
    done = subprocess.run([MONITOR, "check", "2013"], cwd=data_copy.root, capture_output=True,
                          text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("Over 2013 valt niets na te gaan")


def test_the_check_of_such_a_wave_still_names_its_faults(data_copy):
    observe(data_copy)
    edit(data_copy.wave(2013) / "responses.csv", "SD-001", participatievisie="misschien")
    done = subprocess.run([MONITOR, "check", "2013"], cwd=data_copy.root, capture_output=True,
                          text=True, check=False)
    assert done.returncode == 2
    assert "'misschien'" in done.stderr
