"""`monitor build`: from a survey round to its book."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import replace

from participatiemonitor.dutch import enumeration, whole
from participatiemonitor.publishing.execute.parameters import bind
from participatiemonitor.publishing.graph.progress import BuildProgress
from participatiemonitor.publishing.graph.tasks import Outcome, Step, require_usable
from participatiemonitor.publishing.making import MEMORY, make
from participatiemonitor.publishing.page_list import select_pages
from participatiemonitor.publishing.round_edition import UNSHOWN, RoundEdition
from participatiemonitor.publishing.site_steps import SITE
from participatiemonitor.publishing.steps import book_steps


def build_book(
    edition: RoundEdition,
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
    edition : RoundEdition
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
    require_usable(edition.folder / MEMORY)
    chosen = select_pages(edition.pages, only)
    edition = replace(edition, parameters=bind(chosen, edition.wave.year, assignments))

    def steps() -> list[Step]:
        if not only:
            _remove_strays(edition)
        return book_steps(edition)

    return make(edition, steps, f"monitor build {edition.id}", jobs, progress)


def summary(edition: RoundEdition, outcome: Outcome) -> str:
    """Say what was made and where it is, and how many results are not shown.

    Parameters
    ----------
    edition : RoundEdition
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


def _unshown(edition: RoundEdition) -> str:
    """Say how many results are not shown, the most frequent reason first, and where they are."""
    path = edition.folder / UNSHOWN
    with path.open(encoding="utf-8", newline="") as stream:
        reasons = Counter(row["reason"] for row in csv.DictReader(stream))
    lines = [f"{whole(count):>7}  {reason}" for reason, count in reasons.most_common()]
    return "\n".join([f"Niet getoonde uitkomsten: {whole(reasons.total())}; zie {path}", *lines])


def _remove_strays(edition: RoundEdition) -> None:
    """Remove executed notebooks of chapters that are no longer in the book, and their volume."""
    executed = {page.executed for page in edition.pages}
    for path in set((edition.folder / "chapters").glob("*.ipynb")) - executed:
        path.unlink()
    if edition.deepening_pdf not in edition.pdfs:
        edition.deepening_pdf.unlink(missing_ok=True)
