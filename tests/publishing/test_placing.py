"""Figures that the codebook adds and no chapter shows get a place after their section."""

from dataclasses import replace

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from participatiemonitor.errors import InputError
from participatiemonitor.publishing.execute.asking import check_asked
from participatiemonitor.publishing.execute.manuscript import manuscript
from participatiemonitor.publishing.execute.placing import place
from participatiemonitor.publishing.notebooks import authored_cell
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.survey.changes import Dropped

from .test_rehearsal import OPEN

CHAPTER = "02-uitvoering"


@pytest.fixture(scope="module")
def edition(repository):
    return find_edition(repository, "2011")


@pytest.fixture
def added(edition):
    """The round with another figure, and a table, in a section."""
    def apply(section, dropped=()):
        codebook = edition.survey.codebook
        entry = codebook.figures[9].model_copy(update={"section": section})
        table = codebook.tables[1].model_copy(update={"section": section})
        made = replace(edition)
        made.__dict__["survey"] = replace(edition.survey, codebook=codebook.model_copy(update={
            "figures": {14: entry, 13: entry, **codebook.figures},
            "tables": {**codebook.tables, 7: table},
            "dropped": {name: Dropped(since=2011, nl="dit") for name in dropped}}))
        return made
    return apply


def page(edition, name):
    (found,) = [one for one in edition.pages if one.name == name]
    return found


def placed(edition, name):
    """What stands on a page that its author did not write, and what stands after it."""
    cells = manuscript(page(edition, name), edition).cells
    here = [index for index, cell in enumerate(cells)
            if "placed-exhibit" in cell.metadata.get("tags", ())]
    after = cells[here[-1] + 1].source.split("\n")[0] if here and here[-1] + 1 < len(cells) else ""
    return [cells[index].source for index in here], after


def test_they_stand_in_order_after_the_last_cell_of_their_section(added):
    listed = ["### Ook gevraagd", "m.figure(13)", "m.figure(14)", "m.table(7)"]
    assert placed(added("2.4"), CHAPTER) == (listed, "## 2.5 Nog geen koppeling")
    assert placed(added("2.2"), CHAPTER) == (listed, "(paragraaf-2-3)=")


def test_a_section_without_subsections_needs_no_heading(edition):
    cells = [new_code_cell(OPEN), *map(new_markdown_cell, (
        "# 5 Nog een", "## 5.1 Kort", "Tekst.", "## 5.2 Lang", "### Onder", "# Einde"))]
    notebook = new_notebook(cells=cells)
    place(notebook, page(edition, CHAPTER), {"5.1": ["figure(13)"], "5.2": ["table(7)"]})
    assert [cell.source for cell in notebook.cells[3:]] == [
        "Tekst.", "m.figure(13)", "## 5.2 Lang", "### Onder", "### Ook gevraagd", "m.table(7)",
        "# Einde"]


def test_a_page_is_a_section_and_a_chapter_too(added):
    listed = ["## Ook gevraagd", "m.figure(13)", "m.figure(14)", "m.table(7)"]
    assert placed(added("methode"), "methode") == (listed, "")
    assert placed(added("2"), CHAPTER) == (listed, "")


def test_no_other_page_has_them(added):
    edition = added("2.4")
    assert [one.name for one in edition.pages if placed(edition, one.name)[0]] == [CHAPTER]


def test_cells_keep_the_numbers_that_their_author_counts(added, edition):
    def numbers(round):
        cells = manuscript(page(round, CHAPTER), round).cells
        return {cell.source: authored_cell(index, cells) for index, cell in enumerate(cells)
                if cell.source and "placed-exhibit" not in cell.metadata.get("tags", ())}
    assert numbers(added("2.2")) == numbers(edition)


def test_what_was_not_asked_needs_no_place(added):
    assert placed(added("2.4", ["partners"]), CHAPTER)[0] == ["### Ook gevraagd", "m.table(7)"]


def test_an_unknown_section_is_a_fault_that_names_the_sections(added):
    edition = added("2.9")
    made = {one: manuscript(one, edition) for one in edition.pages}
    with pytest.raises(InputError, match=r"figure\(13\), figure\(14\), table\(7\): de paragraaf "
                                         r"'2\.9' is er niet.*2\.4, 2\.5, 02-uitvoering"):
        check_asked(edition, made)
    known = added("2.5")
    check_asked(known, {one: manuscript(one, known) for one in known.pages})
