"""The menu in the head of each page that leads to the same page in the other survey rounds.

Its links are plain and relative: from a disk, from `monitor serve` and from the web. A round that
has no such page is entered at its landing page. _static/rounds.js lets a link lead on to the
section that is read, along the ids that stand with it. Each link has the year of its round
(``data-year``): elsewhere on a page only what compares rounds speaks of another.
"""

from __future__ import annotations

import json
import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml.builder import E
from lxml.html import HtmlElement

from participatiemonitor.publishing.edition import HTML
from participatiemonitor.publishing.round_edition import RoundEdition
from participatiemonitor.publishing.rounds import other_rounds
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.section_ids import section_ids

LANDING, SEARCH = "index.html", "search.html"
SCRIPT = "_static/rounds.js"


@dataclass(frozen=True)
class OtherRound:
    """A round that the pages of this one lead to.

    Attributes
    ----------
    id : str
        Its year.
    pages : frozenset of str
        The files of its pages, from the folder of its book.
    sections : mapping of str to mapping
        By file of a page that both have: the id of each section there by its id here.
    """

    id: str
    pages: frozenset[str]
    sections: Mapping[str, Mapping[str, str]]


def lead_on(edition: RoundEdition) -> tuple[OtherRound, ...]:
    """Find out where the pages of an edition lead.

    Parameters
    ----------
    edition : RoundEdition

    Returns
    -------
    tuple of OtherRound
        None in a project of one round.
    """
    rounds = other_rounds(edition)
    here = {page.document: section_ids(page, edition) for page in edition.pages} if rounds else {}
    found = []
    for other in rounds:
        sections = {}
        for page in other.pages:
            ours = here.get(page.document, {})
            theirs = section_ids(page, other) if ours else {}
            sections[_file(page.document)] = {
                ours[place]: theirs[place] for place in ours if place in theirs}
        pages = frozenset((*sections, SEARCH))
        found.append(OtherRound(other.id, pages, sections))
    return tuple(found)


def add_switcher(page: BuiltPage, name: str, year: str, others: Sequence[OtherRound]) -> None:
    """Put the menu in the head of a page.

    Parameters
    ----------
    page : BuiltPage
        Changed in place.
    name : str
        Of its file, from the folder of the book: ``chapters/feiten.html``.
    year : str
        Of its round.
    others : sequence of OtherRound
        The other rounds; where there are none, nothing is put there.
    """
    if not others:
        return
    items = (E.li(_link(name, year, other)) for other in others)
    menu = E.nav(
        E.details(E.summary(E.span("Enquête"), " ", E.strong(year)), E.ul(*items)),
        {"class": "rounds", "aria-label": "Enquête van een ander jaar"})
    for head in page.of_class("header-article-items__start"):
        head.classes.add("beside-rounds")
        head.append(E.div(menu, {"class": "header-article-item"}))
    # The digest is filled in by `pruning`.
    script = f"{posixpath.relpath(SCRIPT, posixpath.dirname(name) or '.')}?v=0"
    page.root.find("head").append(E.script({"src": script}))


def _link(name: str, year: str, other: OtherRound) -> HtmlElement:
    there = name if name in other.pages else LANDING
    here = posixpath.dirname(f"{year}/{HTML}/{name}")
    link = E.a(other.id, {"href": posixpath.relpath(f"{other.id}/{HTML}/{there}", here),
                          "data-year": other.id})
    if sections := other.sections.get(name):
        link.set("data-sections", json.dumps(sections, separators=(",", ":")))
    if there != name:
        link.text += " "
        link.append(E.span("voorpagina"))
    return link


def _file(document: str) -> str:
    return f"{document}.html"
