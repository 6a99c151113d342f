"""What the book is made of: the steps, what each needs and what it makes.

The heavy libraries are imported by the step that needs them: when nothing has changed, none does.
"""

from __future__ import annotations

import platform
from collections.abc import Iterator
from functools import partial
from importlib.metadata import version
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

from participatiemonitor.publishing.asked import asked, called
from participatiemonitor.publishing.edition import (
    FIGURES,
    FINISHED,
    FOLDER,
    HTML,
    RAW,
    SOURCES,
    TABLE,
    UNSHOWN,
    Edition,
)
from participatiemonitor.publishing.editorial import editorial_files
from participatiemonitor.publishing.graph.nodes import Node, digest_files, folder, inputs
from participatiemonitor.publishing.graph.tasks import Step
from participatiemonitor.publishing.rounds import other_rounds

# Libraries whose version shows in an executed notebook or a page.
_LIBRARIES = (
    "ipykernel", "papermill", "numpy", "pandas", "scipy", "statsmodels", "matplotlib", "seaborn",
    "gptables", "xlsxwriter", "typst", "pikepdf", "jupyter-book", "sphinx", "myst-nb",
    "sphinx-book-theme",
)

# The code that notebooks call; a change in it may change any of them.
PACKAGE = Path(__file__).parents[1]

CHECK, RESULTS, EARLIER, PAGES = "controle", "resultaten", "eerdere rondes", "pagina's"
FINISH, SITE = "afwerking", "website"
# What only the results are made from; all else of a wave is for everybody.
_ANSWERS = ("responses.csv", "open_answers.csv", "reconstruction")


def book_steps(edition: Edition) -> list[Step]:
    """List the steps from the sources of an edition to its book.

    Parameters
    ----------
    edition : Edition
        With the parameters of the pages to execute. As long as another page has never been
        executed, there is no book to build and its steps are left out.

    Returns
    -------
    list of Step
    """
    project, build = edition.project, edition.folder
    wave = project.wave(edition.wave.year)
    answers = _inputs("antwoorden", project.root, wave)
    public = _inputs("gegevens", project.root, project.published, *_public(wave))
    code = _inputs("pakket", PACKAGE.parent, PACKAGE)
    libraries = inputs("bibliotheken", _versions())
    sources = _inputs("boek", project.root, *(project.root / name for name in SOURCES))
    notebooks = _inputs("notebooks", project.root, *(page.notebook for page in edition.pages))
    # It stays empty: whoever waits for the check does not start again after every one.
    checked = build / ".checked"
    known = (public, code, libraries, checked)
    before = [_inputs(f"peiling van {year}", project.root, project.wave(year))
              for year in edition.earlier]
    everything = (*known, edition.results, *([edition.trends] if before else []))
    notebook_files = [page.notebook for page in edition.pages]
    wanted = asked((*notebook_files, *editorial_files(wave)))
    # What no page shows, gets a place on one.
    shown = inputs("getoonde figuren", repr(sorted(called(notebook_files))))
    offered = folder(FOLDER, build / FOLDER)
    printed = folder(FIGURES, build / FIGURES)
    steps = [
        Step(CHECK, partial(_call, "checks:check", edition, checked),
             (sources, notebooks, answers, *before, public, code, libraries), (checked,)),
        Step(
            RESULTS,
            partial(_call, "results:write_results", edition, wanted),
            (answers, *known, inputs("gevraagd", repr(wanted))),
            (edition.results,),
        ),
        *([Step(
            EARLIER,
            partial(_call, "results:write_earlier", edition),
            (answers, *before, *known, edition.results),
            (edition.trends,),
        )] if before else []),
        # First: each figure is drawn in it, while the chapters are executed beside it.
        Step(
            FOLDER,
            partial(_call, "files.downloads:write_downloads", edition),
            everything,
            (offered, printed, build / TABLE, build / UNSHOWN, edition.workbook),
        ),
        *(
            Step(
                page.name,
                partial(_call, "execute.execution:execute", edition, page, values),
                (
                    _inputs(page.document, project.root, page.notebook),
                    inputs(f"parameters {page.document}", repr(sorted(values.items()))),
                    shown,
                    *everything,
                ),
                (page.executed,),
            )
            for page in edition.chosen
            for values in [edition.parameters[page.name]]
        ),
    ]
    if set(edition.missing) <= set(edition.chosen):
        # Which pages and sections they have.
        rounds = _inputs("andere peilingen", project.root, *(
            path for other in other_rounds(edition)
            for path in (*_public(project.wave(other.wave.year)),
                         *(page.notebook for page in other.pages))))
        steps += _page_steps(edition, (sources, *everything), rounds, offered, printed)
    return steps


def _page_steps(
    edition: Edition, everything: tuple[Node | Path, ...], rounds: Node, offered: Node, drawn: Node
) -> list[Step]:
    build = edition.folder
    raw = folder(PAGES, build / RAW)
    finished = folder(FINISH, build / FINISHED)
    # The pages as they are built do not tell.
    volumes = inputs("delen", repr([(page.document, page.paper) for page in edition.pages]))
    return [
        Step(
            PAGES,
            partial(_call, "web.pages:build_pages", edition),
            (*everything, offered, *(page.executed for page in edition.pages)),
            (raw,),
        ),
        Step(
            edition.pdf.name,
            partial(_call, "paper.book:build_pdfs", edition),
            (*everything, volumes, raw, drawn),
            edition.pdfs,
        ),
        Step(
            FINISH,
            partial(_call, "web.site:finish_site", edition),
            (*everything, volumes, rounds, offered, raw),
            (finished,),
        ),
        # The site offers the PDFs: it waits for them, so that all always belong together.
        Step(
            SITE,
            partial(_call, "web.site:build_site", edition),
            (finished, *edition.pdfs),
            (folder(HTML, build / HTML),),
        ),
    ]


def _call(function: str, *arguments: Any) -> None:
    """Call a function of this room, ``module:name``; what it needs is imported only now."""
    resolve_name(f"{__package__}.{function}")(*arguments)


def _public(wave: Path) -> Iterator[Path]:
    return (path for path in wave.iterdir() if path.name not in _ANSWERS)


def _inputs(name: str, root: Path, *paths: Path) -> Node:
    return inputs(name, digest_files(root, paths))


def _versions() -> str:
    libraries = (f"{name} {version(name)}" for name in _LIBRARIES)
    return ", ".join((f"python {platform.python_version()}", *libraries))
