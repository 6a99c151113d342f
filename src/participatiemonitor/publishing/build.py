"""`monitor build`: from a survey round to its book."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor import survey
from participatiemonitor.documents.documents import require_claims
from participatiemonitor.errors import InputError, RunError
from participatiemonitor.files.replacing import restore_folder
from participatiemonitor.project import Project
from participatiemonitor.publishing.execute.environment import own_environment
from participatiemonitor.publishing.execute.forked_kernels import forked_kernels
from participatiemonitor.publishing.execute.parameters import bind, parse_assignments
from participatiemonitor.publishing.graph.lock import exclusive
from participatiemonitor.publishing.graph.progress import BuildProgress
from participatiemonitor.publishing.graph.tasks import Outcome, require_usable, run_steps
from participatiemonitor.publishing.page_list import Page, read_pages, select_pages
from participatiemonitor.publishing.products import FIGURES, FOLDER, RAW
from participatiemonitor.publishing.sphinx.bibliography import check_bibliography
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.steps import SITE, book_steps
from participatiemonitor.publishing.web.pages import check_prose


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
        What was made, and what was still up to date.

    Raises
    ------
    InputError
        When an argument, a parameter, a notebook or the wave is not as it should be.
    RunError
        When chapters fail or the pages cannot be built; names all of them.
    """
    require_wave(project, year)
    memory = project.build(year) / ".taken"
    require_usable(memory)
    pages = read_pages(project, year)
    chosen = select_pages(pages, only)
    values = bind(chosen, year, parse_assignments(assignments))
    check_prose(project, year, pages)
    sources = read_config(project)["bibtex_bibfiles"]
    check_bibliography((project.root / name for name in sources), pages)
    require_claims(project, survey.load_wave(year, project))

    folder = project.build(year)
    with exclusive(folder, f"monitor build {year}"), own_environment(folder / ".settings"):
        for name in ("html", RAW, FOLDER, FIGURES):
            restore_folder(folder / name)
        if len(chosen) == len(pages):
            _remove_strays(folder / "chapters", pages)
        steps = book_steps(project, year, pages, chosen, values)
        with forked_kernels(), progress or BuildProgress() as shown:
            outcome = run_steps(steps, memory, jobs, shown)
    if outcome.errors:
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


def _remove_strays(folder: Path, pages: list[Page]) -> None:
    """Remove executed notebooks of chapters that are no longer in the book."""
    for path in set(folder.glob("*.ipynb")) - {page.executed for page in pages}:
        path.unlink()


def _failures(outcome: Outcome) -> str:
    lines = [str(error) for error in outcome.errors]
    if SITE in outcome.skipped:
        lines.append("De website en de PDF zijn niet vernieuwd.")
    return "\n\n".join(lines)
