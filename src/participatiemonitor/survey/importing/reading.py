"""A file with answers, from whichever survey tool it comes."""

from __future__ import annotations

import re
from pathlib import Path

from participatiemonitor.survey.importing.apart import read_apart
from participatiemonitor.survey.importing.received import Received


def receive(path: Path, structure: Path | None = None) -> Received:
    """Read a file with answers: SPSS, Excel, csv, or an export of LimeSurvey.

    Parameters
    ----------
    path : pathlib.Path
        Its content says what it is, not its name.
    structure : pathlib.Path, optional
        The structure of the survey as LimeSurvey exports it (``.lss``); else the one beside the
        file, if there is one of the same name or number.

    Returns
    -------
    Received

    Raises
    ------
    InvalidWave
        When the file is broken, is something else, or holds what no answers can be.
    """
    return read_apart(path, structure or _beside(path))


def _beside(path: Path) -> Path | None:
    """The structure that stands beside a file with answers.

    LimeSurvey names them by itself ``results-survey123456.csv`` and
    ``limesurvey_survey_123456.lss``.
    """
    numbers = re.findall("[0-9]{4,}", path.stem)
    names = [f"{path.stem}.lss", *(f"limesurvey_survey_{number}.lss" for number in numbers)]
    beside = (path.with_name(name) for name in names)
    return next(filter(_is_file, beside), None)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False  # no name that a file can have
