"""What chapters show of the examples of studies is there, without a book being built."""

from __future__ import annotations

import pytest
from bookmaking import CONTENTS, REPOSITORY

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.project import Project
from participatiemonitor.publishing.asked import examples_shown
from participatiemonitor.publishing.execute.rehearsal import rehearse, spoken
from participatiemonitor.publishing.notebooks import read_notebook
from participatiemonitor.studies.catalogue import STUDIES
from participatiemonitor.studies.examples import Examples

PATHS = {page: REPOSITORY / f"{page}.ipynb" for page in CONTENTS}
SHOWING = [page for page, path in PATHS.items() if examples_shown([path])]


@pytest.fixture(scope="module")
def examples() -> Examples:
    return Examples(Project(REPOSITORY))


@pytest.mark.parametrize("page", SHOWING)
def test_a_chapter_names_what_its_studies_have(page, examples):
    notebook = read_notebook(PATHS[page])
    calls = [*rehearse(notebook).calls]
    for index, cell in enumerate(notebook.cells):
        calls += [call for _, call in spoken(cell, index)]
    ours = [call for call in calls if call.name.startswith("study_")]
    assert ours
    for call in ours:
        made = getattr(Chapter, call.name)(examples, *call.values, **call.named)
        assert str(made), call


@pytest.mark.parametrize("page", SHOWING)
def test_a_cell_with_an_example_goes_where_its_study_is_not(page):
    notebook = read_notebook(PATHS[page])
    calls = rehearse(notebook)
    for index, cell in enumerate(notebook.cells):
        named = {call.values[0] for call in (
            *(call for _, call in spoken(cell, index)),
            *(call for call in calls.calls if call.cell == index)) if "study_" in call.name}
        assert named <= {tag.removeprefix("only-study-")
                         for tag in cell.metadata.get("tags", ())}, cell.source


def test_each_study_is_shown_in_some_chapter():
    shown = {one.study for one in examples_shown(PATHS.values()) if one.figures}
    assert shown >= {*STUDIES}
