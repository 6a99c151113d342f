"""Tables of the monitor, as Markdown."""

from __future__ import annotations

import numpy as np
import pandas as pd

from participatiemonitor.estimation import Estimates, Ref
from participatiemonitor.estimation.associations import FEATURES
from participatiemonitor.estimation.estimates import NOT_ASKED, REASONS
from participatiemonitor.estimation.refs import ALL
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.estimation.weighting import FINE, Weighted
from participatiemonitor.presentation import wording
from participatiemonitor.presentation.claims import CONFLICT, Claim, Verdict, published_text
from participatiemonitor.presentation.figures import FigureData, estimate_label
from participatiemonitor.presentation.markdown import pipe_table
from participatiemonitor.survey import Question, Wave


def figure_table(data: FigureData) -> str:
    """The numbers behind a figure: one row an item (and answer), one column a group."""
    groups = list(dict.fromkeys(data.table["group"]))
    stacked = data.form == "stacked"
    several = stacked and data.table["item"].nunique() > 1
    keys = ["item", "option"] if several else ["option"]
    cells = data.table.set_index([*keys, "group"])
    columns = [*(["Vraag"] if several else []), "Antwoord"]
    for group in groups:
        columns += [wording.capital(group), "n", "gewogen (95%-interval)"]
    rows = []
    for key in dict.fromkeys(cells.index.droplevel("group")):
        names = list(key) if several else [key]
        row = [wording.capital(name) for name in names]
        for group in groups:
            place = (*names, group)
            row += ([cells.loc[place, "label"], str(cells.loc[place, "n"] or "–"),
                     weighted_text(cells.loc[place, "weighted"])]
                    if place in cells.index else [REASONS[NOT_ASKED], "–", "–"])
        rows.append(row)
    return pipe_table(columns, rows, range(len(columns) - 3 * len(groups), len(columns)))


def weighted_text(weighted: Weighted) -> str:
    """A weighted share with its interval: *24% (17–33%)*; coarse ones as *ongeveer*."""
    if np.isnan(weighted.value):
        return "–"
    text = wording.percent(weighted.value)
    if weighted.step > FINE:
        text = f"ongeveer {text}"
    if np.isnan(weighted.low):
        return text
    return f"{text} ({wording.whole(100 * weighted.low)}–{wording.percent(weighted.high)})"


def means_table(question: str, group: str, estimates: Estimates) -> str:
    """The mean of each item of a percentage, with the number of answers in the header."""
    entry = estimates.wave.codebook[question]
    n = estimates[Ref(question, entry.option_ids[0], group)].n
    rows = []
    for option in entry.options:
        one = estimates[Ref(question, option.id, group)]
        rows.append([wording.capital(option.nl), estimate_label(one),
                     weighted_text(one.weighted)])
    return pipe_table(["Gemiddeld deel van de bijstandsgerechtigden met", f"Totaal (n = {n})",
                       "naar klanten gewogen (95%-interval)"], rows, [1, 2])


def response_table(estimates: Estimates) -> str:
    """The response of both groups, by stratum and in total."""
    info = estimates.wave.info
    columns, rows = ["Grootteklasse"], []
    for entry in info.groups.values():
        columns += [f"{wording.capital(entry.nl)}: register", "n", "respons"]
    for domain in (*info.strata, ALL):
        row = [wording.capital(info.strata[domain].nl) if domain != ALL else "**Totaal**"]
        for group in info.groups:
            one = estimates[Ref("respons", "organisaties", group, domain)]
            row += [wording.whole(one.n), wording.whole(one.count), wording.percent(one.value)]
        rows.append(row)
    return pipe_table(columns, rows, range(1, len(columns)))


def claims_table(verdicts: list[Verdict], wave: Wave) -> str:
    """Published claims beside their computed values, with a link to the figure or table."""
    rows = []
    for verdict in verdicts:
        claim = verdict.claim
        notes = [f"Tegenover {', '.join(claim.conflicts)}."] if claim.conflicts else []
        notes += [f"{wording.capital(claim.note)}."] if claim.note else []
        rows.append([claim.id, wording.capital(claim.statement), published_text(claim),
                     verdict.computed, f"**{verdict.status}**" if verdict.status == CONFLICT
                     else verdict.status, _place(claim, wave), " ".join(notes)])
    return pipe_table(["Nr.", "Uitspraak", "Gepubliceerd", "Berekend", "Oordeel", "Zie",
                       "Toelichting"], rows)


def codebook_table(questions: list[Question], wave: Wave) -> str:
    """Questions with their kind, answers, base and figure; assumed answers are marked."""
    kinds = {"single": "één antwoord", "multiple": "meer antwoorden", "percentage": "percentages",
             "number": "getallen", "open": "open, naar thema ingedeeld"}
    rows = []
    for question in questions:
        options = "; ".join(option.nl + ("\\*" if option.assumed else "")
                            for option in question.options)
        kind = "afgeleid" if question.derived else kinds[question.kind]
        rows.append([f"`{question.id}`", question.nl, kind, options or "–",
                     wording.capital(base_text(question, wave)), _drawn(question)])
    return pipe_table(["Naam", "Vraag", "Soort", "Antwoorden", "Gevraagd aan", "Zie"], rows)


def associations_table(found: pd.DataFrame, wave: Wave) -> str:
    """Rank correlations: the answer, of whom, the feature, rho, n and both p-values."""
    rows = []
    for one in found.itertuples():
        question = wave.codebook[one.question]
        label = question.option(one.option).nl if one.option else ""
        rows.append([question.short or question.nl, label, wave.info.groups[one.group].nl,
                     FEATURES[one.feature], wording.decimal(one.rho, 2), str(one.n),
                     _p_value(one.p), _p_value(one.p_holm)])
    return pipe_table(["Vraag", "Antwoord", "Groep", "Kenmerk", "ρ", "n", "p", "p (Holm)"], rows,
                      [4, 5, 6, 7])


def _p_value(p: float) -> str:
    return "< 0,001" if p < 0.001 else wording.decimal(p, 3)


def _drawn(question: Question) -> str:
    if question.figure is not None:
        return f"{{numref}}`figuur-{question.figure}`"
    if question.table is not None:
        return f"{{numref}}`tabel-{question.table}`"
    return f"§ {question.section}" if question.section[0].isdigit() else ""


def _place(claim: Claim, wave: Wave) -> str:
    if claim.ref is None:
        return "–"
    if claim.ref.question in (REGISTER, RESPONSE):
        return "{numref}`tabel-2`"
    return _drawn(wave.codebook[claim.ref.question])


def base_text(question: Question, wave: Wave) -> str:
    """Who a question was put to, in words: groups and routing."""
    groups = wording.enumeration(wave.info.groups[group].nl for group in question.asked)
    routes = [f"het antwoord op “{wave.codebook[name].nl}” is "
              f"{wording.enumeration((wave.codebook[name].option(o).nl for o in options), 'of')}"
              for name, options in question.when.items()]
    return f"{groups}, als {' en '.join(routes)}" if routes else groups
