"""A round in which all but two organisations of a group link the acts: most totals near an end."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.project import Project
from participatiemonitor.survey.routing import derive, was_asked
from participatiemonitor.survey.wave import Wave, load_wave

# Standing policy in a way of either act makes a link; who says no to all ways does not.
WAYS = ("koppeling_wmo_leefbaarheid", "koppeling_wwb_werkervaring")


def all_but_two_link(project: Project, year: int) -> None:
    """Change the answers of a wave so, and answer what is then asked as some other organisation.

    Parameters
    ----------
    project : Project
    year : int
    """
    folder, wave = project.wave(year), load_wave(year, project)
    answers = pd.read_csv(folder / "responses.csv", dtype=str).set_index("respondent")
    derived = [question for question in wave.codebook.questions if question.derived]
    ways = [name for question in derived for name in question.derived.highest]
    random = np.random.default_rng(year)
    for _, group in answers.groupby("group"):
        told = group[group[ways].notna().all(axis=1)].index
        answers.loc[told[2:], list(WAYS)] = "staand_beleid"
        answers.loc[told[:2], ways] = "nee"
    for question in wave.codebook.questions:
        if question.when and question.columns:
            asked = was_asked(_with_derived(answers, wave), question)
            columns = list(question.columns)
            for _, part in answers.groupby("group"):
                given = part[columns].dropna()
                put = asked[part.index]
                answers.loc[part.index[~put], columns] = np.nan
                new = part.index[put & part[columns].isna().all(axis=1)]
                answers.loc[new, columns] = given.iloc[
                    random.integers(len(given), size=len(new))].to_numpy()
    texts = pd.read_csv(folder / "open_answers.csv", dtype=str)
    full = _with_derived(answers, wave)
    keep = [was_asked(full, wave.codebook[row.question])[row.respondent]
            for row in texts.itertuples()]
    texts[keep].to_csv(folder / "open_answers.csv", index=False)
    answers.reset_index().to_csv(folder / "responses.csv", index=False)


def _with_derived(answers: pd.DataFrame, wave: Wave) -> pd.DataFrame:
    """The answers as the program reads them: choices as numbers, and what follows from others."""
    read = answers.copy()
    for question in wave.codebook.questions:
        if question.kind != "single":
            columns = list(question.columns)
            read[columns] = read[columns].astype(float)
        if question.derived:
            read[question.id] = derive(read, question, wave.codebook)
    return read.where(read.notna(), None)
