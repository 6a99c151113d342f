"""Quotes from the open answers."""

from __future__ import annotations

from participatiemonitor.estimation.analyses.quotable import quotable
from participatiemonitor.estimation.refs import ALIASES
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.caveats import QUOTED, caveat
from participatiemonitor.presentation.markdown import joined, quoted

LONGEST = 260


def quotes(results: Results, question: str, theme: str, count: int = 1, first: str = "") -> Markup:
    """Quote respondents who voice a theme.

    Parameters
    ----------
    results : Results
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
        is marked as invented. Empty when nobody voiced the
        theme, or hidden is how many did.
    """
    given = results.once(quotable, question, theme)
    given = given[given["text"].str.len() <= LONGEST]
    given = given.assign(other=given["group"].ne(ALIASES[first]) if first else False)
    given = given.sort_values(["other", "themes"], kind="stable")
    info = results.wave.info
    return joined(quoted(text, info.groups[group].singular + caveat(QUOTED, info)) for text, group
                  in given.drop_duplicates("text").head(count)[["text", "group"]].itertuples(False))
