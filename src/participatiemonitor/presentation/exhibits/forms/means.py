"""The mean of each item of a percentage."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.in_words import (
    WEIGHTED,
    side_by_side,
    weighted_text,
)
from participatiemonitor.presentation.words.bases import base_phrase
from participatiemonitor.survey.codebook import Question


def refs(questions: Sequence[Question], source: Results) -> list[Ref]:
    """In the order of the codebook."""
    question, = questions
    return [Ref(question.id, option, group)
            for option in question.option_ids for group in question.asked]


def table(exhibit: Exhibit) -> Markup:
    """A row an item, with the number of answers in the header."""
    weighted = not exhibit.reconstructed
    return side_by_side(
        exhibit, {"Gemiddeld deel van de bijstandsgerechtigden met":
                  lambda row: dutch.capital(row.answer)},
        lambda row: [f"Totaal ({base_phrase(row.estimate, row.n_sign)})",
                     f"naar klanten {WEIGHTED}"][: 1 + weighted],
        lambda row: [row.cell, weighted_text(row.estimate.weighted)][: 1 + weighted])
