"""One survey round, read and checked as a whole."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.files.entries import read_entries
from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.project import Project
from participatiemonitor.survey.codebook import Codebook, read_codebook
from participatiemonitor.survey.frame import read_frame
from participatiemonitor.survey.responses import read_open_answers, read_responses, was_asked
from participatiemonitor.survey.wave_checks import HEAD, empty_classes, info_faults, public_faults
from participatiemonitor.survey.waveinfo import WaveInfo


@dataclass(frozen=True)
class Wave:
    """A checked survey round.

    Attributes
    ----------
    info : WaveInfo
        The head of the wave, from ``wave.yml``.
    codebook : Codebook
    frame : pandas.DataFrame
        One row an organisation that was asked.
    responses : pandas.DataFrame
        One row a respondent; see `participatiemonitor.survey.responses.read_responses`.
    open_answers : pandas.DataFrame
        One row an open answer, with its themes.
    """

    info: WaveInfo
    codebook: Codebook
    frame: pd.DataFrame
    responses: pd.DataFrame
    open_answers: pd.DataFrame

    @property
    def year(self) -> int:
        """The year that names the wave."""
        return self.info.year

    def members(self, group: str) -> pd.DataFrame:
        """The responses of one group."""
        return self.responses[self.responses["group"] == group]

    def asked(self, question: str) -> pd.Series:
        """Who was asked a question, by group and routing, as a boolean series."""
        return was_asked(self.responses, self.codebook[question])

    def indicators(self, question: str) -> pd.DataFrame:
        """Answers as one column an option: 1 or 0 for choices, numbers for amounts.

        Parameters
        ----------
        question : str

        Returns
        -------
        pandas.DataFrame
            Indexed by respondent; NaN where the question was not asked or not answered. Open
            questions give one column a theme, for the respondents who wrote something. A
            percentage or number without options has one column, named ``""``.
        """
        entry = self.codebook[question]
        if entry.kind == "single":
            answers = self.responses[question]
            columns = {option: answers.eq(option).astype(float).where(answers.notna())
                       for option in entry.option_ids}
            return pd.DataFrame(columns, index=self.responses.index)
        if entry.kind == "open":
            given = self.open_answers[self.open_answers["question"] == question]
            themes = given.set_index("respondent")["themes"]
            columns = {option: themes.map(lambda coded, option=option: float(option in coded))
                       for option in entry.option_ids}
            return pd.DataFrame(columns).reindex(self.responses.index)
        renamed = {column: column.partition("__")[2] for column in entry.columns}
        return self.responses[list(entry.columns)].rename(columns=renamed)


def load_wave(year: int, project: Project) -> Wave:
    """Read a wave and check all of it.

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
    folder = project.wave(year)
    if not folder.is_dir():
        known = ", ".join(map(str, project.years())) or "geen"
        raise InputError(
            f"Er is geen peiling {year}: {folder.relative_to(project.root)} ontbreekt. "
            f"Peilingen die er zijn: {known}."
        )
    info = read_wave_info(folder)
    codebook = read_codebook(folder / "codebook.yml", info.groups)
    if faults := list(public_faults(info, codebook)):
        raise InvalidWave(faults)
    frame = read_frame(folder / "frame.csv", info.strata)
    responses = read_responses(folder / "responses.csv", codebook, frame, info.groups)
    if faults := list(empty_classes(info, frame, responses)):
        raise InvalidWave(faults)
    open_answers = read_open_answers(folder / "open_answers.csv", codebook, responses)
    return Wave(info, codebook, frame, responses, open_answers)


def read_wave_info(folder: Path) -> WaveInfo:
    """Read ``wave.yml``; its year must be the folder's name.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    WaveInfo

    Raises
    ------
    InvalidWave
        With every fault of the file.
    """
    info = read_entries(folder / HEAD, WaveInfo)
    faults = list(info_faults(info))
    if str(info.year) != folder.name:
        faults.append(Fault(HEAD, None, "year", info.year, f"{folder.name}, de map"))
    if faults:
        raise InvalidWave(faults)
    return info
