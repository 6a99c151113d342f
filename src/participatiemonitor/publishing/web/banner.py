"""The banner over every page of a reconstruction; `layout` adds the link to the explanation."""

from __future__ import annotations

from participatiemonitor.project import Project
from participatiemonitor.survey.wave import read_wave_info

_TEXT = (
    "<strong>Reconstructie.</strong> De antwoorden van {year} zijn nooit gepubliceerd; de "
    "antwoorden in dit boek zijn getrokken, en wel zo dat de gepubliceerde cijfers kloppen."
)


def announcement(project: Project, year: int) -> str | None:
    """Text of the banner, None for a wave of real answers.

    Parameters
    ----------
    project : Project
    year : int

    Returns
    -------
    str or None
        HTML.
    """
    status = read_wave_info(project.wave(year)).status
    return _TEXT.format(year=year) if status == "reconstructie" else None
