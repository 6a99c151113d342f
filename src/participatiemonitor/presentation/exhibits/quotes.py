"""Quotes from the open answers."""

from __future__ import annotations

from participatiemonitor.estimation.refs import ALIASES
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.caveats import QUOTED, caveat
from participatiemonitor.presentation.markdown import joined, quoted
from participatiemonitor.survey import Wave

LONGEST = 260


def quotes(wave: Wave, question: str, theme: str, count: int = 1, first: str = "") -> Markup:
    """Quote respondents who voice a theme.

    Parameters
    ----------
    wave : Wave
    question, theme : str
        An open question and one of its themes.
    count : int
        How many quotes at most.
    first : str
        The group whose answers come before those of the other, ``sd`` or ``aw``.

    Returns
    -------
    Markup
        Markdown block quotes, in file order: answers that voice this theme alone come first, then
        the others; answers longer than `LONGEST` signs are not quoted. In a reconstruction each
        is marked as invented. Empty when nobody voiced the theme.
    """
    given = wave.open_answers[wave.open_answers["question"] == question]
    given = given.loc[[theme in themes for themes in given["themes"]]]
    given = given[given["text"].str.len() <= LONGEST]
    groups = given["respondent"].map(wave.responses["group"])
    given = given.assign(other=groups.ne(ALIASES[first]) if first else False,
                         many=given["themes"].map(len))
    given = given.sort_values(["other", "many"], kind="stable")
    blocks = []
    for row in given.drop_duplicates("text").head(count).itertuples():
        response = wave.responses.loc[row.respondent]
        who = f"{wave.info.groups[response['group']].singular}{caveat(QUOTED, wave.info)}"
        blocks.append(quoted(row.text, who))
    return joined(blocks)
