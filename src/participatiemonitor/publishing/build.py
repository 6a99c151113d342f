"""`monitor build`: from a survey round to its book."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace

from participatiemonitor.dutch import enumeration, whole
from participatiemonitor.errors import RunError
from participatiemonitor.files.replacing import restore_folder
from participatiemonitor.publishing.edition import (
    FIGURES,
    FINISHED,
    FOLDER,
    HTML,
    RAW,
    UNSHOWN,
    Edition,
)
from participatiemonitor.publishing.execute.environment import own_environment
from participatiemonitor.publishing.execute.forked_kernels import forked_kernels
from participatiemonitor.publishing.execute.parameters import bind
from participatiemonitor.publishing.graph.lock import exclusive
from participatiemonitor.publishing.graph.progress import BuildProgress
from participatiemonitor.publishing.graph.tasks import Outcome, require_usable, run_steps
from participatiemonitor.publishing.page_list import select_pages
from participatiemonitor.publishing.steps import CHECK, SITE, book_steps


def build_book(
    edition: Edition,
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
    edition : Edition
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
        When an argument, a parameter, a notebook, a source or the wave is not as it should be.
    RunError
        When chapters fail or the pages cannot be built; names all of them.
    """
    folder = edition.folder
    memory = folder / ".taken"
    require_usable(memory)
    chosen = select_pages(edition.pages, only)
    edition = replace(edition, parameters=bind(chosen, edition.wave.year, assignments))
    with exclusive(folder, f"monitor build {edition.id}"), own_environment(folder / ".settings"):
        for name in (HTML, RAW, FINISHED, FOLDER, FIGURES):
            restore_folder(folder / name)
        if not only:
            _remove_strays(edition)
        with forked_kernels(), progress or BuildProgress() as shown:
            outcome = run_steps(book_steps(edition), memory, jobs, shown)
    if CHECK in outcome.failed:
        raise outcome.errors[0]
    if outcome.errors:
        rest = ["De website en de PDF’s zijn niet vernieuwd."] if SITE in outcome.skipped else []
        raise RunError("\n\n".join([*map(str, outcome.errors), *rest]))
    return outcome


def summary(edition: Edition, outcome: Outcome) -> str:
    """Say what was made and where it is, and how many results are not shown.

    Parameters
    ----------
    edition : Edition
    outcome : Outcome
        Of its build.

    Returns
    -------
    str
        In Dutch.
    """
    done = outcome.made + outcome.unchanged
    total = len(done + outcome.failed + outcome.skipped)
    lines = ([f"Ongewijzigd: {len(outcome.unchanged)} van {total} onderdelen."]
             if outcome.unchanged else [])
    if SITE in done:
        report, *beside = edition.pdfs
        lines += [f"Het boek staat in {edition.landing_page}",
                  f"Op papier: {enumeration([str(report), *(path.name for path in beside)])}"]
    else:
        missing = ", ".join(page.name for page in edition.missing)
        lines += [f"De webpagina's zijn niet gemaakt: nog niet uitgevoerd zijn {missing}. "
                  f"Voer alles uit met: monitor build {edition.id}"]
    return "\n".join([*lines, _unshown(edition)])


def _unshown(edition: Edition) -> str:
    """Say how many results are not shown, the most frequent reason first, and where they are."""
    path = edition.folder / UNSHOWN
    with path.open(encoding="utf-8", newline="") as stream:
        reasons = Counter(row["reason"] for row in csv.DictReader(stream))
    lines = [f"{whole(count):>7}  {reason}" for reason, count in reasons.most_common()]
    return "\n".join([f"Niet getoonde uitkomsten: {whole(reasons.total())}; zie {path}", *lines])


def _remove_strays(edition: Edition) -> None:
    """Remove executed notebooks of chapters that are no longer in the book, and their volume."""
    executed = {page.executed for page in edition.pages}
    for path in set((edition.folder / "chapters").glob("*.ipynb")) - executed:
        path.unlink()
    if edition.deepening_pdf not in edition.pdfs:
        edition.deepening_pdf.unlink(missing_ok=True)
