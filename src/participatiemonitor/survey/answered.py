"""What the respondents of a survey round answered: for the room of estimation alone.

Nothing that publishes may import this module; import-linter holds that.
"""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from participatiemonitor.files.faults import refuse
from participatiemonitor.project import Project
from participatiemonitor.survey.responses import read_open_answers, read_responses
from participatiemonitor.survey.routing import was_asked
from participatiemonitor.survey.wave import Wave, load_wave
from participatiemonitor.survey.wave_checks import empty_classes


@dataclass(frozen=True)
class Answered(Wave):
    """A survey round with its answers.

    Attributes
    ----------
    responses : pandas.DataFrame
        One row a respondent; see `participatiemonitor.survey.responses.read_responses`.
    open_answers : pandas.DataFrame
        One row an open answer, with its themes.
    """

    responses: pd.DataFrame
    open_answers: pd.DataFrame

    @property
    def public(self) -> Wave:
        """The wave without the answers."""
        return Wave(self.info, self.codebook, self.frame)

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
            questions give one column a theme, for the respondents who wrote something; NaN for all
            as long as no answer to it was coded. A
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
            if not (given["themes"].map(bool) | given["themes_second"].map(bool)).any():
                given = given.iloc[:0]  # nobody looked for themes: that none was found says nothing
            themes = given.set_index("respondent")["themes"]
            columns = {option: themes.map(lambda coded, option=option: float(option in coded))
                       for option in entry.option_ids}
            return pd.DataFrame(columns).reindex(self.responses.index)
        answers = self.responses[list(entry.columns)]
        return answers.rename(columns=lambda column: column.partition("__")[2])


def load_answered(year: int, project: Project) -> Answered:
    """Read a wave with its answers and check all of it.

    Parameters
    ----------
    year : int
    project : Project

    Returns
    -------
    Answered

    Raises
    ------
    InputError
        When there is no such wave; the message lists those there are.
    InvalidWave
        When its files hold faults; all faults of a file are in it.
    """
    wave = load_wave(year, project)
    folder = project.wave(year)
    responses = read_responses(folder / "responses.csv", wave.codebook, wave.frame,
                               wave.info.groups)
    refuse(empty_classes(wave.info, wave.frame, responses))
    open_answers = read_open_answers(folder / "open_answers.csv", wave.codebook, responses)
    return Answered(wave.info, wave.codebook, wave.frame, responses, open_answers)
