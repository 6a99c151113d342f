"""The rounds of a project in time: those before one, and what it must say of the last of them."""

from __future__ import annotations

from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import refuse
from participatiemonitor.project import Project
from participatiemonitor.survey.comparability import unsaid
from participatiemonitor.survey.wave import Wave, load_wave


def earlier_rounds(year: int, project: Project) -> tuple[Wave, ...]:
    """Read the public part of the rounds before one, oldest first.

    Parameters
    ----------
    year : int
    project : Project

    Returns
    -------
    tuple of Wave

    Raises
    ------
    InputError
        When one of them is not as it should be; names its year.
    """
    found = []
    for earlier in project.years():
        if earlier < year:
            try:
                found.append(load_wave(earlier, project))
            except InputError as error:
                raise InputError(f"De peiling van {earlier}, van voor {year}: {error}") from error
    return tuple(found)


def require_said(wave: Wave, project: Project) -> None:
    """See that a codebook says how its questions relate to those of the round before.

    Parameters
    ----------
    wave : Wave
    project : Project

    Raises
    ------
    InvalidWave
        With every question that differs and of which nothing is said.
    """
    if before := earlier_rounds(wave.year, project):
        refuse(unsaid(before[-1], wave))
