"""Open answers that may be quoted."""

from __future__ import annotations

import pandas as pd

from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected

COLUMNS = ("text", "group", "themes")


def quotable(results: Results, question: str, theme: str) -> pd.DataFrame:
    """The answers that voice a theme and may be quoted.

    An answer may when its text was cleared for it, and of its group it is shown how many voice
    each of its themes: a quote tells of all of them that somebody did.

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
    given = answered.open_answers[
        answered.open_answers["question"].eq(question) & answered.open_answers["quotable"]]
    given = given.assign(group=given["respondent"].map(answered.responses["group"]).astype(str))
    shown = {(one, group) for group in results.wave.codebook[question].asked
             for one in results.wave.codebook[question].option_ids
             if results[Ref(question, one, group)].status == OK}
    told = [theme in themes and shown.issuperset((one, group) for one in themes)
            for themes, group in zip(given["themes"], given["group"], strict=True)]
    return given.assign(themes=given["themes"].map(len)).loc[
        told, list(COLUMNS)].reset_index(drop=True)
