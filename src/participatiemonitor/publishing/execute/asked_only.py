"""A notebook with what a round asked, and no more: what says or shows something else goes."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from functools import partial

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell

from participatiemonitor.publishing.execute.leaving_out import left_out, without_bare_headings
from participatiemonitor.publishing.execute.needs import numbered, unasked
from participatiemonitor.publishing.execute.rehearsal import Call, Rehearsal, rehearse, spoken
from participatiemonitor.publishing.execute.roles import roles
from participatiemonitor.survey.wave import Wave

# What shows nothing where it was not asked; a figure says so in a sentence.
_VANISHING = ("quotes", "codebook_table", "link_table")
# What cannot stand by itself under a heading.
_BESIDE = ("quotes",)
_NUMBERED = re.compile(r"(?P<kind>figuur|tabel)-(?P<number>\d+)>?$")


def leave_out(notebook: NotebookNode, wave: Wave, uncoded: Collection[str] = ()) -> None:
    """Leave out the prose and the cells about what a round did not ask.

    Parameters
    ----------
    notebook : nbformat.NotebookNode
        Changed in place; its cells keep their places.
    wave : Wave
    uncoded : collection of str
        The open questions whose answers nobody has put into themes yet: what rests on themes goes
        too.
    """
    rehearsal, vanished = rehearse(notebook), partial(unasked, wave=wave, uncoded=uncoded)
    before = [cell.source for cell in notebook.cells]
    shown = []
    for index, cell in enumerate(notebook.cells):
        calls = rehearsal.shown_in(index) if cell.cell_type == "code" else []
        if cell.cell_type == "markdown":
            gone = {line for place in _gone(cell, index, rehearsal, wave, vanished)
                    for line in _lines(cell.source, place)}
            cell.source = left_out(cell.source, gone.__contains__)
        elif calls and all(call.name in _VANISHING and vanished(call) for call in calls):
            _empty(notebook, index)
        shown.append(notebook.cells[index].cell_type == "code"
                     and "remove-cell" not in cell.metadata.get("tags", ())
                     and not (calls and all(call.name in _BESIDE for call in calls)))
    touched = [cell.source != source for cell, source in zip(notebook.cells, before, strict=True)]
    if not any(touched):
        return
    prose = [cell.source if cell.cell_type == "markdown" else "" for cell in notebook.cells]
    texts, bare = without_bare_headings(prose, shown, touched)
    for index, text in enumerate(texts):
        if notebook.cells[index].cell_type == "markdown":
            notebook.cells[index].source = text
        elif index in bare and any(call.name in _BESIDE for call in rehearsal.shown_in(index)):
            _empty(notebook, index)


def _gone(cell: NotebookNode, index: int, rehearsal: Rehearsal, wave: Wave,
          vanished: Callable[[Call], bool]) -> Iterator[range]:
    """Where a cell says what was not asked."""
    calls = spoken(cell, index)
    yield from (place for place, call in calls if vanished(call))
    for role in roles(cell.source, "numref"):
        found = _NUMBERED.search(role.text.strip())
        if found and _is_unasked(found["kind"], int(found["number"]), wave):
            yield range(role.start, role.end)
    # Chosen texts say nothing by themselves where they are about that; with all of them goes what
    # stands between them.
    chosen: dict[str, list[bool]] = {}
    for role in roles(cell.source, "glue:"):
        word = rehearsal.said.get(role.text)
        for line in _lines(cell.source, range(role.start, role.end)):
            chosen.setdefault(line, []).append(word is not None and vanished(word))
    spoken_on = {line for place, _ in calls for line in _lines(cell.source, place)}
    for line, found in chosen.items():
        if all(found) and line not in spoken_on:
            start = cell.source.index(line)
            yield range(start, start + len(line))


def _lines(source: str, place: range) -> list[str]:
    """The lines on which a part of a text stands."""
    first, last = (source.count("\n", 0, end) for end in (place.start, place.stop - 1))
    return source.split("\n")[first:last + 1]


def _is_unasked(kind: str, number: int, wave: Wave) -> bool:
    entry = numbered("figure" if kind == "figuur" else "table", wave).get(number)
    return entry is not None and all(name in wave.codebook.dropped for name in entry.questions)


def _empty(notebook: NotebookNode, index: int) -> None:
    notebook.cells[index] = new_markdown_cell("", id=notebook.cells[index].id)
