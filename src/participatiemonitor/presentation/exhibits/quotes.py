"""Quotes from the open answers."""

from __future__ import annotations

from participatiemonitor.estimation.analyses.quotable import quotable
from participatiemonitor.estimation.known import not_asked
from participatiemonitor.estimation.refs import ALIASES, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.markdown import Block, joined, quoted

LONGEST = 260


def quotes(source: Results, question: str, theme: str, count: int = 1, first: str = "") -> Block:
    """Quote respondents who voice a theme.

    Parameters
    ----------
    source : Results
    question, theme : str
        An open question and one of its themes.
    count : int
        How many quotes at most.
    first : str
        The group whose answers come before those of the other, ``sd`` or ``aw``.

    Returns
    -------
    Block
        Markdown block quotes, in file order: answers that voice this theme alone come first, then
        the others; answers longer than `LONGEST` signs are not quoted. Empty when
        nobody voiced the theme in words that may be quoted, as in a reconstruction, and when the
        wave did not ask for it.
    """
    if not_asked(Ref(question, theme), source.wave):
        return Block("")
    given = source.once(quotable, question, theme)
    given = given[given["text"].str.len() <= LONGEST]
    given = given.assign(other=given["group"].ne(ALIASES[first]) if first else False)
    given = given.sort_values(["other", "themes"], kind="stable")
    info = source.wave.info
    chosen = given.drop_duplicates("text").head(count)[["text", "group"]]
    return Block(joined(quoted(text, info.groups[group].singular)
                        for text, group in chosen.itertuples(index=False)))
