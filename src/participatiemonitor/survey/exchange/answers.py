"""The answers themselves, as they were given: for whoever may see them, and nobody else."""

from __future__ import annotations

from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.exchange import datapackage, spss, ways_back


def answer_files(year: int, project: Project) -> dict[str, bytes]:
    """The answers as an SPSS file, its crosswalk, and the csv files of the data package.

    Parameters
    ----------
    year : int
    project : Project

    Returns
    -------
    dict of str to bytes
        By name of the file. Nothing in them is protected.

    Raises
    ------
    InvalidWave
        When the files of the round hold faults, or it has no answers.
    """
    answered = load_answered(year, project)
    made = {spss.FILE: spss.spss(answered), ways_back.SPSS: ways_back.from_spss(answered)}
    for name in (datapackage.FRAME, datapackage.RESPONSES, datapackage.OPEN_ANSWERS):
        file = f"{name}.csv"
        made[file] = (project.wave(year) / file).read_bytes()
    return made
