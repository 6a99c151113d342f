"""The other survey rounds of a project, to which the pages of one lead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from participatiemonitor.dutch import enumeration
from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.publishing.edition import Edition, find_edition
from participatiemonitor.publishing.editorial import editorial_files
from participatiemonitor.survey.head import HEAD


def other_rounds(edition: Edition) -> tuple[Edition, ...]:
    """The rounds of its project beside this one, the newest first.

    Parameters
    ----------
    edition : Edition

    Returns
    -------
    tuple of Edition
        Built or not; without those that cannot be, because of their head or an editorial file.
    """
    years = map(str, reversed(edition.project.years()))
    found = (_sound(edition.project, year) for year in years if year != edition.id)
    return tuple(filter(None, found))


def deciding_files(rounds: Iterable[Edition]) -> Iterator[Path]:
    """What decides which pages and sections rounds have, beside the notebooks of all rounds."""
    for edition in rounds:
        wave = edition.project.wave(edition.wave.year)
        yield from (wave / HEAD, *editorial_files(wave), *(page.notebook for page in edition.pages))


def not_built(rounds: Iterable[Edition]) -> str:
    """Which of these rounds are not there yet for who follows a link to them, and what to do.

    Parameters
    ----------
    rounds : iterable of Edition

    Returns
    -------
    str
        In Dutch; empty when all are there.
    """
    missing = sorted(edition.id for edition in rounds if not edition.landing_page.is_file())
    if not missing:
        return ""
    one = f", of dat ene met: monitor build {missing[0]}" if len(missing) == 1 else ""
    return (f"Het boek verwijst naar dat van {enumeration(missing)}, dat nog niet is gemaakt. "
            f"Maak alle boeken met: make book{one}")


def _sound(project: Project, year: str) -> Edition | None:
    try:
        return find_edition(project, year)
    except InputError:
        return None
