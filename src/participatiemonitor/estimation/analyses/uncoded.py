"""Open questions whose answers nobody has put into themes yet."""

from __future__ import annotations

import pandas as pd

from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.unprotected import unprotected


def uncoded_questions(results: Results) -> pd.DataFrame:
    """The open questions of which no answer has a theme, by either coder.

    Parameters
    ----------
    results : Results

    Returns
    -------
    pandas.DataFrame
        One row a question, with the column ``question``; a question that nobody answered is not
        among them.
    """
    given = unprotected(results, "uncoded").answered.open_answers
    coded = given["themes"].map(bool) | given["themes_second"].map(bool)
    found = [question.id for question in results.wave.codebook.questions
             if question.kind == "open" and given["question"].eq(question.id).any()
             and not coded[given["question"].eq(question.id)].any()]
    return pd.DataFrame({"question": found}, dtype=object)
