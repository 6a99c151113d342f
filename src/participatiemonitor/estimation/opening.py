"""Open the results of a wave: those of the build that runs, or computed here and now."""

from __future__ import annotations

import os
from pathlib import Path

from participatiemonitor.estimation.disclosure.key import key_for
from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.results import Results, results_of
from participatiemonitor.estimation.stored import read_known
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.wave import load_wave

# Names the folder in which a build keeps its results, a file a wave.
STORED = "MONITOR_RESULTS"


def open_results(year: int, project: Project) -> Results:
    """The results of a wave, as everything that is published sees them.

    Within a build they were computed before; what they lack, and everything where there is no
    build, is computed from the answers.

    Parameters
    ----------
    year : int
    project : Project

    Returns
    -------
    Results

    Raises
    ------
    InputError
        When there is no such wave, its files hold faults, or its key is not there.
    """
    path = Path(os.environ.get(STORED, ""), f"{year}.json")
    if not path.is_file():
        return compute_results(year, project)

    def open_door() -> Door:
        answered = load_answered(year, project)
        return Door(answered, key_for(answered.info, project))

    return Results(load_wave(year, project), open_door, read_known(path))


def compute_results(year: int, project: Project, *, protect: bool = True) -> Results:
    """The results of a wave from its answers, all of whose files are checked.

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
        When there is no such wave, its files hold faults, or its key is not there.
    """
    answered = load_answered(year, project)
    return results_of(answered, key_for(answered.info, project), protect=protect)
