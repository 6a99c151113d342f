"""The other survey rounds of a project, to which the pages of one lead."""

from __future__ import annotations

from collections.abc import Iterable

from participatiemonitor.dutch import enumeration
from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.publishing.round_edition import RoundEdition, find_edition


def other_rounds(edition: RoundEdition) -> tuple[RoundEdition, ...]:
    """The rounds of its project beside this one, the newest first.

    Parameters
    ----------
    edition : RoundEdition

    Returns
    -------
    tuple of RoundEdition
        Built or not; without those that cannot be, because of their head or an editorial file.
    """
    years = map(str, reversed(edition.project.years()))
    found = (_sound(edition.project, year) for year in years if year != edition.id)
    return tuple(filter(None, found))


def not_built(rounds: Iterable[RoundEdition]) -> str:
    """Which of these rounds are not there yet for who follows a link to them, and what to do.

    Parameters
    ----------
    rounds : iterable of RoundEdition

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


def _sound(project: Project, year: str) -> RoundEdition | None:
    try:
        return find_edition(project, year)
    except InputError:
        return None
