"""From pages to a site: with its downloads, no larger than needed, swapped in whole."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from participatiemonitor.files.replacing import fresh_folder
from participatiemonitor.publishing.edition import FINISHED, FOLDER, HTML, RAW, Edition
from participatiemonitor.publishing.page_list import NOT_FOUND
from participatiemonitor.publishing.round_edition import RoundEdition
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.web import accessibility, figure_tables, pruning, stacked_tables
from participatiemonitor.publishing.web.built_page import BuiltPage
from participatiemonitor.publishing.web.folds import fold
from participatiemonitor.publishing.web.icons import Icons
from participatiemonitor.publishing.web.pages import address
from participatiemonitor.publishing.web.passive import require_targets
from participatiemonitor.publishing.web.reading_time import tell_reading_time
from participatiemonitor.publishing.web.search_index import Passage, passages, write_index
from participatiemonitor.publishing.web.switcher import OtherRound, add_switcher, lead_on

_THEME_STYLE = Path("_static", "styles", "pydata-sphinx-theme.css")


def finish_round(edition: RoundEdition) -> None:
    """Finish the site of a round, whose pages lead to those of the other rounds.

    Parameters
    ----------
    edition : RoundEdition
        With its pages built.

    Raises
    ------
    RunError
        When a page refers to a file that is not there; what was made before still is.
    """
    finish_site(edition, lead_on(edition))


def finish_site(edition: Edition, others: Sequence[OtherRound] = ()) -> None:
    """Make everything of the site but the PDFs, which are made at the same time.

    Parameters
    ----------
    edition : Edition
        With its pages built.
    others : sequence of OtherRound, optional
        Where its pages lead besides.

    Raises
    ------
    RunError
        When a page refers to a file that is not there; what was made before still is.
    """
    # Sphinx's own bookkeeping differs with the folder it was built in.
    without = shutil.ignore_patterns(".buildinfo")
    with fresh_folder(edition.folder / FINISHED) as made:
        shutil.copytree(edition.folder / RAW, made, ignore=without, dirs_exist_ok=True)
        shutil.copytree(edition.folder / FOLDER, made / FOLDER)
        for pdf in edition.pdfs:
            (made / FOLDER / pdf.name).touch()
        root = urlsplit(address(read_config(edition.project), edition)).path
        finish_pages(made, edition.id, root or f"/{edition.id}/{HTML}/", others)


def build_site(edition: Edition) -> None:
    """Put the site with the PDFs in the place of the previous one: they belong together.

    Parameters
    ----------
    edition : Edition
        With its site finished and its PDFs made.
    """
    with fresh_folder(edition.folder / HTML) as made:
        shutil.copytree(edition.folder / FINISHED, made, dirs_exist_ok=True)
        for pdf in edition.pdfs:
            shutil.copyfile(pdf, made / FOLDER / pdf.name)


def finish_pages(html: Path, year: str, root: str, others: Sequence[OtherRound]) -> None:
    """Finish all pages in a folder and leave out what none of them uses.

    Parameters
    ----------
    html : pathlib.Path
        Folder with built pages, and with everything they refer to.
    year : str
        Of the survey round.
    root : str
        Path of the book on the web, with a slash at both ends.
    others : sequence of OtherRound
        Where the pages lead besides.

    Raises
    ------
    RunError
        When a page refers to a file that is not there.
    """
    icons = Icons(html)
    found: list[Passage] = []
    for path in pruning.page_files(html):
        page = BuiltPage.read(path)
        add_switcher(page, path.relative_to(html).as_posix(), year, others)
        require_targets(page.root, path, html, {other.id: other.pages for other in others})
        accessibility.repair(page)
        tell_reading_time(page)
        found += passages(page, path.relative_to(html).as_posix())
        fold(page)
        figure_tables.arrange(page)
        stacked_tables.name_cells(page)
        icons.inline(page)
        page.write(path)
    write_index(html, found)
    icons.shrink_fonts((html / _THEME_STYLE).read_text("utf-8"))
    pruning.prune(html)
    if (html / NOT_FOUND).is_file():
        _anchor(html / NOT_FOUND, root)


def _anchor(path: Path, root: str) -> None:
    """Let all addresses in a page count from the root of the site: it is shown at any depth."""
    page = BuiltPage.read(path)
    page.root.set("data-content_root", root)
    for element in page.root.iter("*"):
        for attribute in ("href", "src", "action"):
            address = element.get(attribute)
            if address and not urlsplit(address).scheme and not address.startswith("#"):
                element.set(attribute, urljoin(root, address))
    page.write(path)
