"""The pages of the book, in reading order, as `_toc.yml` lists them.

`_toc.yml` is the one list, for every survey round. A notebook that has nothing to say of some
rounds says so in its metadata: with ``"monitor": {"needs": "claims"}`` it is a page of the rounds
that a document reports on, and of no other; with ``"earlier"`` of those that others went before;
with ``"editorial:voorwoord"`` of those for which an editor wrote that file; with
``"document:divosa2005"`` of all, in a project that has that document. ``"paper"`` says where it is
printed when that is not in the report: in ``"tables"`` or ``"deepening"``, the volumes beside it,
or on no paper at all: ``"none"``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from participatiemonitor.errors import InputError
from participatiemonitor.files.yaml_files import read_yaml
from participatiemonitor.project import Project
from participatiemonitor.publishing.editorial import SLOT
from participatiemonitor.publishing.toc import read_toc

# What a notebook may need of a survey round.
CLAIMS, EARLIER, NEEDED, DOCUMENT = "claims", "earlier", "editorial:{}", "document:{}"
# Where a page is printed.
REPORT, TABLES, DEEPENING, NOWHERE = "report", "tables", "deepening", "none"
# What a reader with a wrong address gets; not in `_toc.yml`.
NOT_FOUND = "404.html"


@dataclass(frozen=True)
class Page:
    """One notebook of the book.

    Attributes
    ----------
    document : str
        Path in the book without suffix, as in `_toc.yml`: ``chapters/feiten``.
    notebook : pathlib.Path
        The notebook as the author wrote it.
    executed : pathlib.Path
        Where the executed notebook is kept.
    part : str
        The part of the book it belongs to, empty for the landing page.
    paper : str
        `REPORT`, `TABLES`, `DEEPENING` or `NOWHERE`.
    """

    document: str
    notebook: Path
    executed: Path
    part: str = ""
    paper: str = REPORT

    @property
    def name(self) -> str:
        """Short name, the one that ``--only`` takes."""
        return PurePosixPath(self.document).name


def read_pages(project: Project, folder: Path, had: Collection[str]) -> list[Page]:
    """List the pages of a book.

    Parameters
    ----------
    project : Project
        The project whose `_toc.yml` is read.
    folder : pathlib.Path
        Where everything is made; the executed notebooks are kept there.
    had : collection of str
        What the round has of what notebooks may need; pages that need something else are left
        out.

    Returns
    -------
    list of Page

    Raises
    ------
    InputError
        When `_toc.yml` cannot be read, two pages share a short name, or a notebook needs what is
        not known or goes on paper that there is not.
    """
    toc = project.root / "_toc.yml"
    site = read_toc(toc)
    captions = {
        document: part.caption or "" for part in site.root.subtrees for document in part.items
    }
    # The site map starts with the root and is otherwise sorted by nothing but insertion, so
    # its order is the reading order.
    pages, needs = [], {}
    for document in site:
        notebook = project.root / f"{document}.ipynb"
        told = _told(notebook)
        executed = folder / "chapters" / f"{PurePosixPath(document).name}.ipynb"
        needs[document] = told.get("needs")
        pages.append(Page(document, notebook, executed, captions.get(document, ""),
                          told.get("paper", REPORT)))
    names = [page.name for page in pages]
    if doubles := sorted({name for name in names if names.count(name) > 1}):
        raise InputError(
            f"{toc}: twee pagina's heten hetzelfde ({', '.join(doubles)}). Verwacht: elke "
            "bestandsnaam één keer. Hernoem een van de notebooks."
        )
    return [page for page in pages if needs[page.document] in (None, *had)]


def listing(project: Project, pages: Iterable[Page]) -> dict[str, Any]:
    """The content of `_toc.yml` without what is no page of the book, nor parts of none else.

    Parameters
    ----------
    project : Project
    pages : iterable of Page

    Returns
    -------
    dict
    """
    left_out = set(read_toc(project.root / "_toc.yml")) - {page.document for page in pages}

    def without(entry: Any) -> Any:
        if isinstance(entry, dict):
            return {key: without(value) for key, value in entry.items()}
        if isinstance(entry, list):
            kept = [without(item) for item in entry if item.get("file") not in left_out]
            return [item for item in kept if item.get("chapters") != []]
        return entry

    return without(read_yaml(project.root / "_toc.yml"))


def _told(notebook: Path) -> dict[str, str]:
    """What a notebook says of itself; nothing where it cannot be read, reported elsewhere."""
    try:
        told = json.loads(notebook.read_text("utf-8"))["metadata"].get("monitor", {})
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}
    if not isinstance(told, dict) or not all(map(_known, told, told.values())):
        raise InputError(
            f'{notebook}: in de metadata staat "monitor": {json.dumps(told)}. Verwacht: niets, of '
            f'"needs": "{CLAIMS}", "{EARLIER}", "{NEEDED.format("naam")}" of '
            f'"{DOCUMENT.format("naam")}", en "paper": "{TABLES}", "{DEEPENING}" of "{NOWHERE}" '
            "als de pagina niet in het rapport wordt gedrukt."
        )
    return told


def _known(key: str, value: Any) -> bool:
    if key == "paper":
        return value in (TABLES, DEEPENING, NOWHERE)
    named = "|".join(form.format(SLOT) for form in (NEEDED, DOCUMENT))
    found = isinstance(value, str) and re.fullmatch(named, value)
    return key == "needs" and (value in (CLAIMS, EARLIER) or bool(found))


def select_pages(pages: Sequence[Page], only: tuple[str, ...]) -> list[Page]:
    """Choose the pages to execute, and see that their notebooks exist.

    Parameters
    ----------
    pages : sequence of Page
        All pages of the book.
    only : tuple of str
        Short names or paths (``feiten``, ``chapters/feiten.ipynb``); empty for all pages.

    Returns
    -------
    list of Page
        In reading order, each once.

    Raises
    ------
    InputError
        When a name is not a page, or a notebook is missing.
    """
    wanted = {name.removeprefix("./").removesuffix(".ipynb") for name in only}
    known = {name for page in pages for name in (page.name, page.document)}
    if unknown := sorted(f"{name:.80}" or "(leeg)" for name in wanted - known):
        raise InputError(
            f"Onbekend hoofdstuk: {', '.join(unknown)}. Kies uit: "
            f"{', '.join(page.name for page in pages)}."
        )
    chosen = [page for page in pages if not wanted or {page.name, page.document} & wanted]
    missing = [f"{page.document}.ipynb" for page in chosen if not page.notebook.is_file()]
    if missing:
        raise InputError(
            f"Deze notebooks staan in _toc.yml, maar ontbreken: {', '.join(missing)}. Voeg ze toe "
            "of haal de regel uit _toc.yml."
        )
    return chosen
