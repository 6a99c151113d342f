"""The response of each group, by stratum and in total."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.register import RESPONSE
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.in_words import side_by_side
from participatiemonitor.presentation.exhibits.rows import Row
from participatiemonitor.presentation.words.bases import base_cell
from participatiemonitor.survey.codebook import Question


def refs(_questions: Sequence[Question], source: Results) -> list[Ref]:
    """By stratum, the total last."""
    info = source.wave.info
    return [Ref(RESPONSE, "organisaties", group, domain)
            for domain in (*info.strata, ALL) for group in info.groups]


def table(exhibit: Exhibit) -> Markup:
    """A row a stratum: of each group how many there are, how many took part, and which part."""
    return side_by_side(
        exhibit, {"Grootteklasse": _stratum},
        lambda row: [f"{dutch.capital(row.group)}: register", "n", "respons"],
        lambda row: [base_cell(row.estimate, row.n_sign),
                     f"{dutch.whole(row.estimate.count)}{row.count_sign}", row.cell])


def _stratum(row: Row) -> str:
    return Markup("**Totaal**") if row.domain == ALL else dutch.capital(row.domain)
