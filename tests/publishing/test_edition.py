"""An edition: its sources, its pages, and where its files are."""

from dataclasses import FrozenInstanceError, replace

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.publishing.round_edition import find_edition

from .conftest import REPOSITORY, YEAR


@pytest.fixture
def edition(project):
    return find_edition(project, str(YEAR))


def test_sources_are_a_wave_and_the_documents_that_report_on_it():
    edition = find_edition(Project(REPOSITORY), str(YEAR))
    assert edition.wave.year == YEAR
    assert edition.wave.reconstructed
    assert edition.documents == ("divosa2011",)
    assert edition.pages[0].document == "index"


def test_its_files_are_in_its_own_folder_and_named_after_it(project, edition):
    folder = project.root / "_build" / str(YEAR)
    assert edition.folder == folder
    assert edition.pdf == folder / f"monitor-{YEAR}.pdf"
    assert edition.workbook == folder / f"monitor-{YEAR}.xlsx"
    assert edition.picture == folder / "downloads" / f"deel-{YEAR}.png"
    assert {page.executed.parent for page in edition.pages} == {folder / "chapters"}


def test_only_pages_with_parameters_are_to_be_executed(edition):
    assert edition.chosen == []
    assert edition.missing == list(edition.pages)
    some = replace(edition, parameters={"feiten": {"year": YEAR}})
    assert [page.name for page in some.chosen] == ["feiten"]


def test_it_does_not_change(edition):
    with pytest.raises(FrozenInstanceError):
        edition.id = "2012"
    assert replace(edition, id="anders").folder.name == "anders"


def test_an_unknown_one_is_answered_with_those_there_are(project):
    with pytest.raises(InputError, match=r"geen meting van 1999.*2011"):
        find_edition(project, "1999")
