"""What was asked of whom in a survey round: head, questions and register, all public."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from participatiemonitor.files.faults import refuse
from participatiemonitor.project import Project
from participatiemonitor.survey.codebook import Codebook, read_codebook
from participatiemonitor.survey.frame import read_frame, register_codes
from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.wave_checks import public_faults
from participatiemonitor.survey.waveinfo import WaveInfo


@dataclass(frozen=True)
class Wave:
    """The public part of a checked survey round.

    Attributes
    ----------
    info : WaveInfo
        The head of the wave, from ``wave.yml``.
    codebook : Codebook
    frame : pandas.DataFrame
        One row an organisation that was asked.
    """

    info: WaveInfo
    codebook: Codebook
    frame: pd.DataFrame

    @property
    def year(self) -> int:
        """The year that names the wave."""
        return self.info.year


def load_wave(year: int, project: Project) -> Wave:
    """Read the public part of a wave and check it.

    Parameters
    ----------
    year : int
        The wave; a folder of that name stands in ``data/waves``.
    project : Project

    Returns
    -------
    Wave

    Raises
    ------
    InputError
        When there is no such wave; the message lists those there are.
    InvalidWave
        When its files hold faults; all faults of a file are in it.
    """
    folder = project.known_wave(year)
    info = read_wave_info(folder)
    codebook = read_codebook(folder / "codebook.yml", info.groups)
    refuse(public_faults(info, codebook))
    frame = read_frame(folder / "frame.csv", info.strata, former_codes(info, project))
    return Wave(info, codebook, frame)


def former_codes(info: WaveInfo, project: Project) -> set[str] | None:
    """The codes that the register may name as predecessors.

    Parameters
    ----------
    info : WaveInfo
    project : Project

    Returns
    -------
    set of str or None
        None when the former round is not in this project; no codes when the wave names none.
    """
    if info.previous is None:
        return set()
    path = project.wave(info.previous) / "frame.csv"
    return register_codes(path) if path.is_file() else None
