"""What the book is made of: the steps, what each needs and what it makes."""

from __future__ import annotations

import platform
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from participatiemonitor import estimation, survey
from participatiemonitor.publishing import downloads, pdf, site
from participatiemonitor.publishing import pages as web
from participatiemonitor.publishing.contents import Page
from participatiemonitor.publishing.csv_files import csv_text
from participatiemonitor.publishing.execution import execute
from participatiemonitor.publishing.files import replace_text
from participatiemonitor.publishing.nodes import Folder, Inputs, digest_files
from participatiemonitor.publishing.tasks import Step
from participatiemonitor.survey.project import Project

# Libraries whose version shows in an executed notebook or a page.
_LIBRARIES = (
    *("ipykernel", "papermill", "numpy", "pandas", "scipy", "statsmodels"),
    *("matplotlib", "seaborn", "gptables", "xlsxwriter", "weasyprint"),
    *("jupyter-book", "sphinx", "myst-nb", "sphinx-book-theme"),
)

# The code that notebooks call; a change in it may change any of them.
PACKAGE = Path(__file__).parents[1]

RESULTS, PAGES, SITE = downloads.RESULTS, "pagina's", "website"


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
    build = project.build(year)
    results, workbook = build / RESULTS, build / downloads.workbook_name(year)
    offered = Folder(downloads.FOLDER, build / downloads.FOLDER)
    steps = [
        Step(
            page.name,
            partial(execute, page, values[page.name], project.root),
            (
                _inputs(page.document, project.root, page.notebook),
                Inputs(f"parameters {page.document}", repr(sorted(values[page.name].items()))),
                *(data, code, libraries),
            ),
            (page.executed,),
        )
        for page in chosen
    ]
    everything = (data, code, libraries)
    steps += [
        Step(RESULTS, partial(write_results, project, year), everything, (results,)),
        Step(
            workbook.name,
            partial(downloads.write_workbook, project, year),
            everything,
            (workbook,),
        ),
        Step(
            downloads.FOLDER,
            partial(downloads.write_downloads, project, year),
            (*everything, results, workbook),
            (offered,),
        ),
    ]
    if not missing_pages([page for page in pages if page not in chosen]):
        steps += _page_steps(project, year, pages, everything, offered)
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


def write_results(project: Project, year: int) -> None:
    """Write all estimates of a wave to ``results.csv``.

    Parameters
    ----------
    project : Project
    year : int
    """
    table = estimation.results(survey.load_wave(year, project))
    replace_text(project.build(year) / RESULTS, csv_text(table))


def _page_steps(
    project: Project,
    year: int,
    pages: list[Page],
    everything: tuple[Inputs, ...],
    offered: Folder,
) -> list[Step]:
    build = project.build(year)
    sources = _inputs("boek", project.root, *(project.root / name for name in web.SOURCES))
    printed = build / pdf.pdf_name(year)
    copy = build / "html" / downloads.FOLDER / printed.name
    raw = Folder(PAGES, build / web.RAW)
    html = Folder("html", build / "html", later=(copy,))
    missing = frozenset(() if pdf.is_possible() else (printed.name,))
    executed = (page.executed for page in pages)
    return [
        Step(
            PAGES,
            partial(web.build_pages, project, year, pages),
            (sources, *everything, offered, *executed),
            (raw,),
        ),
        Step(
            SITE,
            partial(site.build_site, project, year, pages, missing),
            (sources, *everything, offered, raw, Inputs("ontbreekt", str(sorted(missing)))),
            (html,),
        ),
        Step(
            printed.name,
            partial(pdf.build_pdf, project, year, pages),
            (sources, *everything, raw),
            (printed,),
        ),
        Step(
            f"{downloads.FOLDER}/{printed.name}",
            partial(site.offer, project, year, printed.name),
            (html, printed),
            (copy,),
        ),
    ]


def _inputs(name: str, root: Path, *paths: Path) -> Inputs:
    return Inputs(name, digest_files(root, paths))


def _versions() -> str:
    def of(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return "ontbreekt"

    return ", ".join([f"python {platform.python_version()}", *(f"{n} {of(n)}" for n in _LIBRARIES)])
