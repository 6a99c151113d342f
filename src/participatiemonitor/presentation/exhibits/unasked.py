"""What stands in place of a figure, a table or themes of which nothing was asked: one sentence."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.plain_text import markdown
from participatiemonitor.presentation.markdown import Block
from participatiemonitor.survey.codebook import Codebook


def unasked(codebook: Codebook, questions: tuple[str, ...]) -> Block | None:
    """Say that questions were not asked.

    Parameters
    ----------
    codebook : Codebook
    questions : tuple of str
        As the codebook names them for one figure or table.

    Returns
    -------
    Block or None
        One sentence; None where one of them was asked.
    """
    if not all(name in codebook.dropped for name in questions):
        return None
    about = list(dict.fromkeys(codebook.dropped[name].nl for name in questions))
    subject, verb = (("De vraag naar", "is") if len(about) == 1 else ("De vragen naar", "zijn"))
    return Block(markdown(
        f"{subject} {dutch.enumeration(about)} {verb} in deze enquête niet gesteld."))
