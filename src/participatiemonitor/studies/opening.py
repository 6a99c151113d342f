"""Open what a study publishes: that of the build that runs, or computed here and now."""

from __future__ import annotations

import os
from pathlib import Path

from participatiemonitor.estimation.opening import STORED
from participatiemonitor.studies.catalogue import find_study
from participatiemonitor.studies.report import Report
from participatiemonitor.studies.stored import read_report


def open_report(name: str, folder: Path) -> Report:
    """What a study publishes of a folder.

    Parameters
    ----------
    name : str
    folder : pathlib.Path
        Within a build, the one that the build was given; what was computed of it is read.

    Returns
    -------
    Report

    Raises
    ------
    InputError
        When the files in the folder hold faults, or a key that it needs is not there.
    """
    path = Path(os.environ.get(STORED, ""), f"{name}.json")
    if path.is_file():
        return read_report(path)
    study = find_study(name)
    return study.report(study.read(folder), study.key(folder))
