"""What the book is made of: the steps, what each needs and what it makes.

The heavy libraries are imported by the step that needs them: when nothing has changed, none does.
"""

from __future__ import annotations

import platform
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from participatiemonitor.publishing.asked import Asked, asked
from participatiemonitor.publishing.edition import (
    FIGURES,
    FINISHED,
    FOLDER,
    RAW,
    SOURCES,
    TABLE,
    Edition,
)
from participatiemonitor.publishing.graph.nodes import Folder, Inputs, digest_files
from participatiemonitor.publishing.graph.tasks import Step
from participatiemonitor.publishing.page_list import Page

# Libraries whose version shows in an executed notebook or a page.
_LIBRARIES = (
    *("ipykernel", "papermill", "numpy", "pandas", "scipy", "statsmodels"),
    *("matplotlib", "seaborn", "gptables", "xlsxwriter", "typst", "pikepdf"),
    *("jupyter-book", "sphinx", "myst-nb", "sphinx-book-theme"),
)

# The code that notebooks call; a change in it may change any of them.
PACKAGE = Path(__file__).parents[1]

CHECK, RESULTS, PAGES = "controle", "resultaten", "pagina's"
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
    public = _inputs("gegevens", project.root, project.published,
                     *(path for path in wave.iterdir() if path.name not in _ANSWERS))
    code = _inputs("pakket", PACKAGE.parent, PACKAGE)
    libraries = Inputs("bibliotheken", _versions())
    sources = _inputs("boek", project.root, *(project.root / name for name in SOURCES))
    notebooks = _inputs("notebooks", project.root, *(page.notebook for page in edition.pages))
    # It stays empty: whoever waits for the check does not start again after every one.
    checked = build / ".checked"
    known = (public, code, libraries, checked)
    everything = (*known, edition.results)
    wanted = asked(page.notebook for page in edition.pages if page.notebook.is_file())
    offered = Folder(FOLDER, build / FOLDER)
    printed = Folder(FIGURES, build / FIGURES)
    steps = [
        Step(CHECK, partial(_check, edition, checked),
             (sources, notebooks, answers, public, code, libraries), (checked,)),
        Step(
            RESULTS,
            partial(_write_results, edition, wanted),
            (answers, *known, Inputs("gevraagd", repr(wanted))),
            (edition.results,),
        ),
        # First: each figure is drawn in it, while the chapters are executed beside it.
        Step(
            FOLDER,
            partial(_write_downloads, edition),
            everything,
            (offered, printed, build / TABLE, edition.workbook),
        ),
        *(
            Step(
                page.name,
                partial(_execute, page, values, project.root),
                (
                    _inputs(page.document, project.root, page.notebook),
                    Inputs(f"parameters {page.document}", repr(sorted(values.items()))),
                    *everything,
                ),
                (page.executed,),
            )
            for page in edition.chosen
            for values in [edition.parameters[page.name]]
        ),
    ]
    if set(edition.missing) <= set(edition.chosen):
        steps += _page_steps(edition, (sources, *everything), offered, printed)
    return steps


def _page_steps(
    edition: Edition, everything: tuple[Inputs | Path, ...], offered: Folder, drawn: Folder
) -> list[Step]:
    build = edition.folder
    raw = Folder(PAGES, build / RAW)
    finished = Folder(FINISH, build / FINISHED)
    html = Folder("html", build / "html")
    executed = (page.executed for page in edition.pages)
    return [
        Step(
            PAGES,
            partial(_build_pages, edition),
            (*everything, offered, *executed),
            (raw,),
        ),
        Step(
            edition.pdf.name,
            partial(_build_pdf, edition),
            (*everything, raw, drawn),
            (edition.pdf,),
        ),
        Step(
            FINISH,
            partial(_finish_site, edition),
            (*everything, offered, raw),
            (finished,),
        ),
        # The site offers the PDF: it waits for it, so that the two always belong together.
        Step(
            SITE,
            partial(_build_site, edition),
            (finished, edition.pdf),
            (html,),
        ),
    ]


def _check(edition: Edition, checked: Path) -> None:
    from participatiemonitor.publishing import checks
    from participatiemonitor.publishing.execute import forked_kernels

    forked_kernels.warm_up()
    checks.check(edition)
    checked.touch()


def _execute(page: Page, values: dict[str, Any], root: Path) -> None:
    from participatiemonitor.publishing.execute import execution

    execution.execute(page, values, root)


def _write_results(edition: Edition, wanted: Asked) -> None:
    from participatiemonitor.publishing import results

    results.write_results(edition, wanted)


def _write_downloads(edition: Edition) -> None:
    from participatiemonitor.publishing.files import downloads

    downloads.write_downloads(edition)


def _build_pages(edition: Edition) -> None:
    from participatiemonitor.publishing.web import pages as web

    web.build_pages(edition)


def _build_pdf(edition: Edition) -> None:
    from participatiemonitor.publishing.paper import book

    book.build_pdf(edition)


def _finish_site(edition: Edition) -> None:
    from participatiemonitor.publishing.web import site

    site.finish_site(edition)


def _build_site(edition: Edition) -> None:
    from participatiemonitor.publishing.web import site

    site.build_site(edition)


def _inputs(name: str, root: Path, *paths: Path) -> Inputs:
    return Inputs(name, digest_files(root, paths))


def _versions() -> str:
    def of(name: str) -> str:
        try:
            return version(name)
        except PackageNotFoundError:
            return "ontbreekt"

    return ", ".join([f"python {platform.python_version()}", *(f"{n} {of(n)}" for n in _LIBRARIES)])
