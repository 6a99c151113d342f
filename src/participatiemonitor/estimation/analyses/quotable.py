"""Open answers that may be quoted."""

from __future__ import annotations

import pandas as pd

from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected

COLUMNS = ("text", "group", "themes")


def quotable(results: Results, question: str, theme: str) -> pd.DataFrame:
    """The answers that voice a theme, of the groups of which it may be shown how many did.

    Parameters
    ----------
    results : Results
    question, theme : str
        An open question and one of its themes.

    Returns
    -------
    pandas.DataFrame
        In file order: the text, the group that gave it, and how many themes it voices.
    """
    answered = unprotected(results, "quotes").answered
    given = answered.open_answers[answered.open_answers["question"] == question]
    given = given.loc[[theme in themes for themes in given["themes"]]]
    groups = given["respondent"].map(answered.responses["group"]).astype(str)
    shown = [group for group in results.wave.codebook[question].asked
             if results[Ref(question, theme, group)].status == OK]
    found = given.assign(group=groups, themes=given["themes"].map(len))
    return found.loc[groups.isin(shown), list(COLUMNS)].reset_index(drop=True)
