"""Tables of the method chapter: correlations, differences, the link model, agreement of coders."""

from __future__ import annotations

import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.link_model import TERMS
from participatiemonitor.plain_text import Markup
from participatiemonitor.presentation.markdown import pipe_table
from participatiemonitor.survey.wave import Wave


def associations_table(found: pd.DataFrame, wave: Wave) -> Markup:
    """Rank correlations with one feature: the answer, rho, n and both p-values."""
    rows = [[*_answer(one.question, one.option, wave), dutch.decimal(one.rho, 2), str(one.n),
             _p_value(one.p), _p_value(one.p_holm)] for one in found.itertuples()]
    return pipe_table(["Vraag", "Antwoord", "ρ", "n", "p", "p (Holm)"], rows, [2, 3, 4, 5])


def differences_table(found: pd.DataFrame, wave: Wave, left: str, right: str) -> Markup:
    """Differences that can be demonstrated: the answer and the gap in percentage points."""
    rows = [[*_answer(one.question, one.option, wave),
             f"{'+' if one.difference > 0 else ''}{dutch.whole(one.difference)}"]
            for one in found.itertuples()]
    return pipe_table(["Vraag", "Antwoord", f"{dutch.capital(left)} min {right}, procentpunt"],
                      rows, [2])


def link_table(models: dict[str, pd.DataFrame]) -> Markup:
    """Average marginal effects on the chance of a link, one row a term and group."""
    rows = [[dutch.capital(group), str(one.n), dutch.capital(TERMS[one.term]),
             dutch.whole(one.effect), f"{dutch.whole(one.low)} tot {dutch.whole(one.high)}",
             _p_value(one.p)]
            for group, model in models.items() for one in model.dropna().itertuples()]
    return pipe_table(["Groep", "n", "Kenmerk", "Effect in procentpunt", "95%-interval", "p"],
                      rows, [1, 3, 4, 5])


def agreement_table(found: pd.DataFrame, wave: Wave) -> Markup:
    """Agreement of the two coders on each open question."""
    rows = [[dutch.capital(wave.codebook[one.question].short), str(one.answers),
             dutch.percent(one.agreement),
             "–" if pd.isna(one.kappa) else dutch.decimal(one.kappa, 2)]
            for one in found.itertuples() if one.answers]
    return pipe_table(["Open vraag", "Antwoorden", "Gelijk geoordeeld", "Cohens κ"], rows,
                      [1, 2, 3])


def _answer(name: str, option: str, wave: Wave) -> list[str]:
    """A question by its short name, and one of its answers; empty where it has none."""
    question = wave.codebook[name]
    return [dutch.capital(question.short), question.option(option).nl if option else ""]


def _p_value(p: float) -> str:
    return "< 0,001" if p < 0.001 else dutch.decimal(p, 3)
