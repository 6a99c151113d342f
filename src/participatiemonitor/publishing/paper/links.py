"""Links on paper: a page to turn to, a source below the page, an address to read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from copy import copy
from itertools import takewhile
from urllib.parse import unquote, urlsplit

from bs4 import NavigableString, Tag

from participatiemonitor.publishing.page_list import DEEPENING, NOWHERE, REPORT, TABLES, Page
from participatiemonitor.publishing.paper.tree import classed, made

# The volumes beside the report, and where a reader finds a page that is in another place.
BESIDE, DEEPER = "Tabellen en verantwoording", "Verdieping"
_ELSEWHERE = {REPORT: "in het rapport", TABLES: f"in {BESIDE}", DEEPENING: f"in {DEEPER}",
              NOWHERE: "op de website"}
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# Inside these a note stands in the text itself; below the page it would be lost or far away.
_NO_FOOTNOTES = ("table", "figure", "dt", *HEADINGS)


def rewrite_links(
    chapter: Tag, document: str, pages: dict[str, Page], entries: dict[str, Tag], held: set[str]
) -> None:
    """Make the links of a chapter lead to places in the whole, and tell where they lead.

    Parameters
    ----------
    chapter : bs4.Tag
        Changed in place.
    document : str
        Which page it is, as in `_toc.yml`.
    pages : dict of str to Page
        All pages, by document.
    entries : dict of str to bs4.Tag
        The sources of the bibliography, by id.
    held : set of str
        The ids in the same volume.
    """
    cited: set[str] = set()
    for link in chapter.find_all("a", href=True):
        parts = urlsplit(link["href"])
        if parts.scheme or parts.netloc:
            _show_address(link)
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(document), unquote(parts.path)))
        target = pages.get(path.removesuffix(".html")) if parts.path else pages[document]
        if target is None:
            _name_file(link, path)
            continue
        anchor = f"{target.name}--{unquote(parts.fragment)}" if parts.fragment else target.name
        link["href"] = f"#{anchor}"
        elsewhere = not {target.name, anchor} & held
        # Said once a chapter; not at every term, nor in tables, full of numbers already: the
        # contents list the pages of terms and of numbered figures and tables.
        told = anchor in entries or link.find_parent("table") or classed(link, "std-term")
        if anchor in entries and anchor not in cited and not _is_tight(link):
            link.insert_after(_note(map(copy, entries[anchor].contents), link))
        elif elsewhere and not told and target.name not in cited:
            link.insert_after(_place(_ELSEWHERE[target.paper], link))
        elif not elsewhere and not told:
            link["class"] = ["page-within" if _in_brackets(link) else "page"]
        if elsewhere:
            link.name, link.attrs = "span", {}
        cited |= {anchor, target.name} if not told else {anchor}


def _show_address(link: Tag) -> None:
    """Print where a link leads, unless its text is the address."""
    address = link["href"]
    if _bare(link.get_text(strip=True)) != _bare(address):
        printed = Tag(name="a", attrs={"href": address})
        printed.string = address.removeprefix("mailto:")
        link.insert_after(_note([printed], link))


def _note(content: Iterable[Tag | NavigableString | str], place: Tag) -> Tag:
    """Make a footnote, or a remark between brackets where footnotes do not work."""
    inline = _is_tight(place)
    note = made("span", "remark" if inline else "footnote")
    note.extend(content)
    if inline:
        note.insert(0, " (")
        note.append(")")
    return note


def _place(words: str, link: Tag) -> Tag:
    """A remark on where a reader finds what is not in this volume."""
    remark = made("span", "remark")
    remark.append(f", {words}" if _in_brackets(link) else f" ({words})")
    return remark


def _name_file(link: Tag, path: str) -> None:
    """Name a file that comes with the pages; paper cannot open it."""
    name = posixpath.basename(path)
    if name not in link.get_text():
        link.insert_after(_note([f"Bestand {name}, bij de webversie."], link))
    link.name, link.attrs = "span", {}


def _bare(address: str) -> str:
    return address.split("://", 1)[-1].rstrip("/")


def _in_brackets(link: Tag) -> bool:
    """Whether a bracket is open before the link, so that another pair would be one too many."""
    texts = link.find_parent(["p", "li", "dd", "figcaption", "div"]).find_all(string=True)
    before = "".join(takewhile(lambda text: link not in text.parents, texts))
    return before.count("(") > before.count(")")


def _is_tight(place: Tag) -> bool:
    return bool(place.find_parent(_NO_FOOTNOTES) or place.find_parent(class_="citation"))
