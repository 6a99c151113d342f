"""Whether a round has all that its chapters ask for, known before any of them is executed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from nbformat import NotebookNode

from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import terminal
from participatiemonitor.publishing.execute.needs import unknown
from participatiemonitor.publishing.execute.placing import sections
from participatiemonitor.publishing.execute.rehearsal import (
    Call,
    opens_chapter,
    rehearse,
    spoken,
)
from participatiemonitor.publishing.notebooks import whereabouts
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.round_edition import RoundEdition
from participatiemonitor.survey.wave import Wave

# Signs of a value, and calls on one name, that a message shows.
_LONGEST, _MOST = 90, 8


def check_asked(edition: RoundEdition, manuscripts: Mapping[Page, NotebookNode]) -> None:
    """See that a round knows, or once knew, all that its pages name; and has a place for figures.

    Parameters
    ----------
    edition : RoundEdition
    manuscripts : mapping of Page to nbformat.NotebookNode

    Raises
    ------
    InputError
        All faults in one message, grouped by what is not known, each with notebook, cell and call.
    """
    found: dict[str, list[str]] = defaultdict(list)
    for page, notebook in manuscripts.items():
        for call, name in _unknown(notebook, edition.survey):
            where = whereabouts(page.document, call.cell, notebook.cells)
            line = terminal(f"{where}: {_shown(call)}")
            if line not in found[name]:
                found[name].append(line)
    faults = [*_told(found), *_unplaced(edition, manuscripts)]
    if faults:
        raise InputError("\n".join(faults))


def _unknown(notebook: NotebookNode, wave: Wave) -> Iterator[tuple[Call, str]]:
    """The calls of a notebook on what is not known, each with its name."""
    if not opens_chapter(notebook):
        return
    calls = list(rehearse(notebook).calls)
    for index, cell in enumerate(notebook.cells):
        calls += [call for _, call in spoken(cell, index)]
    for call in sorted(calls, key=lambda one: one.cell):
        yield from ((call, name) for name in dict.fromkeys(unknown(call, wave)))


def _shown(call: Call) -> str:
    """A call with its first value."""
    more = ", …" if len(call.values) + len(call.named) > 1 else ""
    return f"m.{call.name}({''.join(map(repr, call.values[:1]))[:_LONGEST]}{more})"


def _told(found: Mapping[str, list[str]]) -> Iterator[str]:
    if not found:
        return
    yield "De hoofdstukken vragen naar wat het codeboek van deze peiling niet kent:"
    for name, lines in found.items():
        yield f"  {terminal(name)}"
        yield from (f"    {line}" for line in lines[:_MOST])
        if len(lines) > _MOST:
            yield f"    … en nog {len(lines) - _MOST}"
    yield ("Verwacht: namen uit codebook.yml. Is een vraag of optie niet meer gevraagd, zet haar "
           "daar dan onder dropped: de zinnen erover vervallen dan vanzelf. Een figuur of tabel "
           "blijft in het codeboek staan. Is het een tikfout, verbeter dan het hoofdstuk.")


def _unplaced(edition: RoundEdition, manuscripts: Mapping[Page, NotebookNode]) -> Iterator[str]:
    """Figures and tables of the codebook for a section that no page has."""
    known = list(dict.fromkeys(name for page, notebook in manuscripts.items()
                               for name in sections(notebook, page)))
    for section, calls in edition.unplaced.items():
        if section not in known:
            entries = ", ".join(calls)
            yield (f"codebook.yml, {entries}: de paragraaf {terminal(section)!r} is er niet. Geen "
                   "hoofdstuk toont dit, dus het komt onder aan de paragraaf die bij section "
                   f"staat; verwacht: een van {', '.join(known)}.")
