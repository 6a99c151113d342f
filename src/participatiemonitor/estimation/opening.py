"""Open the results of a wave."""

from __future__ import annotations

from participatiemonitor.estimation.results import Results, results_of
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered


def open_results(year: int, project: Project, *, protect: bool = True) -> Results:
    """The results of a wave, all of whose files are checked.

    Parameters
    ----------
    year : int
    project : Project
    protect : bool
        False shows everything, unrounded: for the owner of the answers, never for a publication.

    Returns
    -------
    Results

    Raises
    ------
    InputError
        When there is no such wave, or its files hold faults.
    """
    return results_of(load_answered(year, project), protect=protect)
