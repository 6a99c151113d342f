"""`monitor build`: from a survey round to its book."""

from __future__ import annotations

import platform
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from participatiemonitor import survey
from participatiemonitor.errors import InputError, NotInstalled, RunError
from participatiemonitor.publishing import downloads, pdf, site
from participatiemonitor.publishing import pages as web
from participatiemonitor.publishing.contents import Page, read_pages, select_pages
from participatiemonitor.publishing.execution import execute, kernel_environment
from participatiemonitor.publishing.files import restore_folder
from participatiemonitor.publishing.nodes import Folder, Inputs, digest_files
from participatiemonitor.publishing.parameters import bind, parse_assignments
from participatiemonitor.publishing.progress import BuildProgress
from participatiemonitor.publishing.tasks import Outcome, Step, run_steps
from participatiemonitor.survey.project import Project

# Libraries whose version shows in an executed notebook or a page.
_LIBRARIES = (
    *("ipykernel", "papermill", "numpy", "pandas", "scipy", "statsmodels"),
    *("matplotlib", "seaborn", "gptables", "xlsxwriter", "weasyprint"),
    *("jupyter-book", "sphinx", "myst-nb", "sphinx-book-theme"),
)

# The code that notebooks call; a change in it may change any of them.
PACKAGE = Path(__file__).parents[1]

PAGES, SITE = "pagina's", "website"


def build_book(
    project: Project,
    year: int,
    *,
    only: tuple[str, ...] = (),
    assignments: tuple[str, ...] = (),
    jobs: int = 1,
    progress: BuildProgress | None = None,
) -> Outcome:
    """Execute the chapters, write the results and build the pages.

    Everything the user can get wrong is checked before the first cell is executed.

    Parameters
    ----------
    project : Project
    year : int
        Survey round.
    only : tuple of str
        Chapters to execute; empty for all.
    assignments : tuple of str
        Parameters as ``NAME=VALUE``.
    jobs : int
        How many notebooks may run side by side.
    progress : BuildProgress, optional
        Where to tell of the progress.

    Returns
    -------
    Outcome
        What was made, what was still up to date, and what could not be made because
        something is not installed.

    Raises
    ------
    InputError
        When an argument, a parameter, a notebook or the wave is not as it should be.
    RunError
        When chapters fail or the pages cannot be built; names all of them.
    """
    require_wave(project, year)
    pages = read_pages(project, year)
    chosen = select_pages(pages, only)
    values = bind(chosen, year, parse_assignments(assignments))
    web.check_prose(project, year, pages)
    survey.load_wave(year, project)

    for name in ("html", web.RAW, downloads.FOLDER, downloads.FIGURES):
        restore_folder(project.build(year) / name)
    if len(chosen) == len(pages):
        _remove_strays(project.build(year) / "chapters", pages)
    steps = _steps(project, year, pages, chosen, values)
    with kernel_environment(), progress or BuildProgress() as shown:
        outcome = run_steps(steps, project.build(year) / ".taken", jobs, shown)
    if not all(isinstance(error, NotInstalled) for error in outcome.errors):
        raise RunError(_failures(outcome))
    return outcome


def require_wave(project: Project, year: int) -> None:
    """See that there is data for a year.

    Parameters
    ----------
    project : Project
    year : int

    Raises
    ------
    InputError
        When there is not; names the years there are.
    """
    years = project.years()
    if year not in years:
        raise InputError(
            f"Er is geen meting van {year}: {project.wave(year)} ontbreekt. Metingen die er zijn: "
            f"{', '.join(map(str, years)) or 'geen'}."
        )


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


def _steps(
    project: Project,
    year: int,
    pages: list[Page],
    chosen: list[Page],
    values: dict[str, dict[str, Any]],
) -> list[Step]:
    data = _inputs("gegevens", project.root, project.wave(year), project.published)
    code = _inputs("pakket", PACKAGE.parent, PACKAGE)
    libraries = Inputs("bibliotheken", _versions())
    build = project.build(year)
    offered = Folder(downloads.FOLDER, build / downloads.FOLDER)
    printed = Folder(downloads.FIGURES, build / downloads.FIGURES)
    files = (build / downloads.RESULTS, build / downloads.workbook_name(year))
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
    # First: each figure is drawn in it, while the chapters are executed beside it.
    steps.insert(0, Step(
        downloads.FOLDER,
        partial(downloads.write_downloads, project, year),
        everything,
        (offered, printed, *files),
    ))  # fmt: skip
    # With --only the other pages may never have been executed; then there is no book to build.
    if not missing_pages([page for page in pages if page not in chosen]):
        steps += _book_steps(project, year, pages, everything, offered, printed)
    return steps


def _book_steps(
    project: Project,
    year: int,
    pages: list[Page],
    everything: tuple[Inputs, ...],
    offered: Folder,
    drawn: Folder,
) -> list[Step]:
    build = project.build(year)
    sources = _inputs("boek", project.root, *(project.root / name for name in web.SOURCES))
    printed = build / pdf.pdf_name(year)
    raw = Folder(PAGES, build / web.RAW)
    html = Folder("html", build / "html")
    executed = (page.executed for page in pages)
    return [
        Step(
            PAGES,
            partial(web.build_pages, project, year, pages),
            (sources, *everything, offered, *executed),
            (raw,),
        ),
        Step(
            printed.name,
            partial(pdf.build_pdf, project, year, pages),
            (sources, *everything, raw, drawn),
            (printed,),
        ),
        # The site offers the PDF: it waits for it, so that the two always belong together.
        Step(
            SITE,
            partial(site.build_site, project, year, pages),
            (sources, *everything, offered, raw, printed),
            (html,),
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


def _remove_strays(folder: Path, pages: list[Page]) -> None:
    """Remove executed notebooks of chapters that are no longer in the book."""
    for path in set(folder.glob("*.ipynb")) - {page.executed for page in pages}:
        path.unlink()


def _failures(outcome: Outcome) -> str:
    lines = [str(error) for error in outcome.errors]
    if SITE in outcome.skipped:
        lines.append("De website en de PDF zijn niet vernieuwd.")
    return "\n\n".join(lines)
