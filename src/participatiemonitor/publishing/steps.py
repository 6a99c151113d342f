"""What the book is made of: the steps, what each needs and what it makes.

The heavy libraries are imported by the step that needs them: when nothing has changed, none does.
"""

from __future__ import annotations

import platform
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from participatiemonitor.project import Project
from participatiemonitor.publishing.graph.nodes import Folder, Inputs, digest_files
from participatiemonitor.publishing.graph.tasks import Step
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.publishing.products import (
    FIGURES,
    FOLDER,
    RAW,
    RESULTS,
    SOURCES,
    pdf_name,
    workbook_name,
)

# Libraries whose version shows in an executed notebook or a page.
_LIBRARIES = (
    *("ipykernel", "papermill", "numpy", "pandas", "scipy", "statsmodels"),
    *("matplotlib", "seaborn", "gptables", "xlsxwriter", "typst", "pikepdf"),
    *("jupyter-book", "sphinx", "myst-nb", "sphinx-book-theme"),
)

# The code that notebooks call; a change in it may change any of them.
PACKAGE = Path(__file__).parents[1]

PAGES, SITE = "pagina's", "website"


def book_steps(
    project: Project,
    year: int,
    pages: list[Page],
    chosen: list[Page],
    values: dict[str, dict[str, Any]],
) -> list[Step]:
    """List the steps from a survey round to its book.

    Parameters
    ----------
    project : Project
    year : int
    pages : list of Page
        All pages of the book.
    chosen : list of Page
        The pages to execute. As long as another one has never been executed, there is no book
        to build and its steps are left out.
    values : dict of str to dict
        Parameter values of each chosen page, by its short name.

    Returns
    -------
    list of Step
    """
    data = _inputs("gegevens", project.root, project.wave(year), project.published)
    code = _inputs("pakket", PACKAGE.parent, PACKAGE)
    libraries = Inputs("bibliotheken", _versions())
    everything = (data, code, libraries)
    build = project.build(year)
    offered = Folder(FOLDER, build / FOLDER)
    printed = Folder(FIGURES, build / FIGURES)
    files = (build / RESULTS, build / workbook_name(year))
    steps = [
        # First: each figure is drawn in it, while the chapters are executed beside it.
        Step(
            FOLDER,
            partial(_write_downloads, project, year),
            everything,
            (offered, printed, *files),
        ),
        *(
            Step(
                page.name,
                partial(_execute, page, values[page.name], project.root),
                (
                    _inputs(page.document, project.root, page.notebook),
                    Inputs(f"parameters {page.document}", repr(sorted(values[page.name].items()))),
                    *everything,
                ),
                (page.executed,),
            )
            for page in chosen
        ),
    ]
    if not missing_pages([page for page in pages if page not in chosen]):
        steps += _page_steps(project, year, pages, everything, offered, printed)
    return steps


def missing_pages(pages: list[Page]) -> list[Page]:
    """List the pages that have not been executed yet.

    Parameters
    ----------
    pages : list of Page

    Returns
    -------
    list of Page
    """
    return [page for page in pages if not page.executed.is_file()]


def _page_steps(
    project: Project,
    year: int,
    pages: list[Page],
    everything: tuple[Inputs, ...],
    offered: Folder,
    drawn: Folder,
) -> list[Step]:
    build = project.build(year)
    sources = _inputs("boek", project.root, *(project.root / name for name in SOURCES))
    printed = build / pdf_name(year)
    raw = Folder(PAGES, build / RAW)
    html = Folder("html", build / "html")
    executed = (page.executed for page in pages)
    return [
        Step(
            PAGES,
            partial(_build_pages, project, year, pages),
            (sources, *everything, offered, *executed),
            (raw,),
        ),
        Step(
            printed.name,
            partial(_build_pdf, project, year, pages),
            (sources, *everything, raw, drawn),
            (printed,),
        ),
        # The site offers the PDF: it waits for it, so that the two always belong together.
        Step(
            SITE,
            partial(_build_site, project, year, pages),
            (sources, *everything, offered, raw, printed),
            (html,),
        ),
    ]


def _execute(page: Page, values: dict[str, Any], root: Path) -> None:
    from participatiemonitor.publishing.execute import execution

    execution.execute(page, values, root)


def _write_downloads(project: Project, year: int) -> None:
    from participatiemonitor.publishing.files import downloads

    downloads.write_downloads(project, year)


def _build_pages(project: Project, year: int, pages: list[Page]) -> None:
    from participatiemonitor.publishing.web import pages as web

    web.build_pages(project, year, pages)


def _build_pdf(project: Project, year: int, pages: list[Page]) -> None:
    from participatiemonitor.publishing.paper import book

    book.build_pdf(project, year, pages)


def _build_site(project: Project, year: int, pages: list[Page]) -> None:
    from participatiemonitor.publishing.web import site

    site.build_site(project, year, pages)


def _inputs(name: str, root: Path, *paths: Path) -> Inputs:
    return Inputs(name, digest_files(root, paths))


def _versions() -> str:
    def of(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return "ontbreekt"

    return ", ".join([f"python {platform.python_version()}", *(f"{n} {of(n)}" for n in _LIBRARIES)])
