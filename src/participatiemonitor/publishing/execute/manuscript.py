"""The manuscript of one survey round: a notebook with what belongs to that round, and no more.

A cell with a tag ``only-…`` that does not fit the round is emptied, and ``{editorial}`slot``` makes
place for what an editor wrote for the round. What the round did not ask is left out, and figures
that its codebook adds are put in. Cells keep the numbers that their author counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import terminal
from participatiemonitor.publishing.editorial import GLOSSARY, SLOT, is_box
from participatiemonitor.publishing.execute.asked_only import leave_out
from participatiemonitor.publishing.execute.placing import place
from participatiemonitor.publishing.execute.rehearsal import opens_chapter
from participatiemonitor.publishing.execute.roles import roles
from participatiemonitor.publishing.notebooks import EDITORIAL, read_notebook, whereabouts
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.round_edition import RoundEdition

_PLACE = re.compile(rf"\{{editorial\}}`({SLOT})`|\{{glossary\}}`({GLOSSARY})`")
_ONLY = "only-"
_TAGS = tuple(f"{_ONLY}{kind}" for kind in (
    "observed", "reconstructed", "reported", "intermunicipal", "deepening"))
_ASKED = f"{_ONLY}asked-"
# With the name of what a project may have; see `_fitting`.
_DOCUMENT, _STUDY = f"{_ONLY}document-", f"{_ONLY}study-"
_FENCE = 6  # more than an editor has use for


def manuscript(page: Page, edition: RoundEdition, *, computed: bool = False) -> NotebookNode:
    """Read the notebook of a page as the manuscript of a round.

    Parameters
    ----------
    page : Page
    edition : RoundEdition
        The round, and what was written for it.
    computed : bool
        Whether there are results, which tell of which open questions nothing can be said yet.

    Returns
    -------
    nbformat.NotebookNode

    Raises
    ------
    InputError
        When a tag or a place is not known; names notebook and cell. When the codebook is not as
        it should be.
    """
    notebook = read_notebook(page.notebook)
    tags = [{tag for tag in cell.metadata.get("tags", ()) if tag.startswith(_ONLY)}
            for cell in notebook.cells]
    fitting = _fitting(edition, set().union(*tags), computed)
    for index, (cell, only) in enumerate(zip(notebook.cells, tags, strict=True)):
        if unknown := sorted(only - fitting.keys()):
            raise InputError(
                f"{whereabouts(page.document, index, notebook.cells)}: het label "
                f"{terminal(unknown[0])!r}; verwacht: een van {', '.join(_TAGS)}, {_ASKED} met "
                "een vraag van deze peiling of een die in het codeboek onder dropped staat, "
                f"{_DOCUMENT} met de naam van een document, of {_STUDY} met die van een "
                "werkstudie.")
        slot = _slot(page, index, notebook)
        if not all(fitting[tag] for tag in only) or (slot and slot not in edition.editorial):
            notebook.cells[index] = new_markdown_cell("", id=cell.id)
        elif slot:
            cell.source = _set(slot, edition.editorial[slot])
            cell.metadata[EDITORIAL] = slot
    if opens_chapter(notebook):
        leave_out(notebook, edition.survey, _uncoded(edition, computed))
        place(notebook, page, edition.unplaced)
    return notebook


def slots(page: Page) -> set[str]:
    """The slots that a notebook has, whichever rounds fill them."""
    notebook = read_notebook(page.notebook)
    found = (_slot(page, index, notebook) for index in range(len(notebook.cells)))
    return {slot for slot in found if slot}


def _uncoded(edition: RoundEdition, computed: bool) -> Collection[str]:
    """The open questions of which nothing can be said yet, as far as that is known."""
    return edition.uncoded if computed else ()


def _fitting(edition: RoundEdition, tags: set[str], computed: bool) -> dict[str, bool]:
    """Which tags fit a round: those that there are always, and those there may be of these."""
    info = edition.wave
    fits = (not info.reconstructed, info.reconstructed, bool(edition.documents),
            "isd" in info.size_classes, edition.deepening_pdf in edition.pdfs)
    has = {tag: tag.removeprefix(kind) in known for tag in tags for kind, known in (
        (_DOCUMENT, edition.publications), (_STUDY, edition.studies))
        if re.fullmatch(kind + SLOT, tag)}
    fitting = dict(zip(_TAGS, fits, strict=True)) | has
    if not any(tag.startswith(_ASKED) for tag in tags):
        return fitting
    codebook, uncoded = edition.survey.codebook, _uncoded(edition, computed)
    return {**fitting, **{f"{_ASKED}{question.id}": question.id not in uncoded
                          for question in codebook.questions},
            **{f"{_ASKED}{name}": False for name in codebook.dropped}}


def _slot(page: Page, index: int, notebook: NotebookNode) -> str | None:
    cell = notebook.cells[index]
    if cell.cell_type != "markdown":
        return None
    if place := _PLACE.fullmatch(cell.source.strip()):
        return place[1] or place[2]
    for name in ("editorial", "glossary"):
        for role in roles(cell.source, name):
            raise InputError(
                f"{whereabouts(page.document, index, notebook.cells)}: "
                f"{terminal(cell.source[role.start:role.end])[:80]}; verwacht: {{editorial}}`naam` "
                f"of {{glossary}}`{GLOSSARY}` als enige tekst van een cel, en een naam van kleine "
                "letters, cijfers en streepjes.")
    return None


def _set(slot: str, text: str) -> str:
    """The text of a file as the source of a cell."""
    text = text.replace("\r\n", "\n").strip()
    if slot == GLOSSARY:
        return f"````{{glossary}}\n{re.sub('(?m)^: *', '  ', text)}\n````"
    if not is_box(slot):
        return text
    title, _, body = text.partition("\n")
    fence = ":" * _FENCE
    kind = slot.partition("-")[0]
    return (f"{fence}{{admonition}} {title.removeprefix('#').strip()}\n"
            f":class: {kind}\n:name: {slot}\n\n{body.strip()}\n{fence}")
