"""What the method chapter shows: correlations, differences, the link model, agreement of coders."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.estimation.analyses.agreement import coder_agreement
from participatiemonitor.estimation.analyses.associations import BANDS, associations
from participatiemonitor.estimation.analyses.differences import differences, population
from participatiemonitor.estimation.analyses.link_model import TERMS, link_model
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.markdown import Block, pipe_table
from participatiemonitor.survey.wave import Wave


def associations_table(source: Results, group: str, feature: str) -> Block:
    """The rank correlations with a feature that meet the monitor's rule after correction."""
    found = source.once(associations)
    found = found[found["survives"] & found["group"].eq(group) & found["feature"].eq(feature)]
    strongest = sorted(found.itertuples(), key=lambda one: -BANDS.index(one.band.split()[0]))
    rows = [[*_answer(one.question, one.option, source.wave), one.band, str(one.n)]
            for one in strongest]
    return Block(pipe_table(["Vraag", "Antwoord", "Verband", "n"], rows, [3])
                 if rows else "Geen enkel verband blijft over.")


def differences_table(source: Results, left: str, right: str) -> Block:
    """The differences between two populations that can be demonstrated, in percentage points."""
    found = source.once(differences, left, right)
    rows = [[*_answer(one.question, one.option, source.wave),
             f"{'+' if one.difference > 0 else ''}{dutch.whole(one.difference)}"]
            for one in found[found["demonstrable"]].itertuples()]
    first, second = (_population(population(source, text), source.wave)
                     for text in (left, right))
    return Block(pipe_table(["Vraag", "Antwoord",
                             f"{dutch.capital(first)} min {second}, procentpunt"], rows, [2])
                 if rows else "Geen enkel verschil is aantoonbaar.")


def link_table(source: Results) -> Block:
    """The model of who makes a link: average marginal effects, one row a term and group."""
    rows = [[dutch.capital(entry.nl), str(one.n), dutch.capital(TERMS[one.term]),
             dutch.whole(one.effect), f"{dutch.whole(one.low)} tot {dutch.whole(one.high)}",
             "ja" if one.demonstrable else "nee"]
            for group, entry in source.wave.info.groups.items()
            for one in source.once(link_model, group).dropna().itertuples()]
    return Block(pipe_table(["Groep", "n", "Kenmerk", "Effect in procentpunt", "95%-interval",
                             "Aantoonbaar"], rows, [1, 3, 4]))


def agreement_table(source: Results) -> Block:
    """How far the two coders of the open answers agree, on each question."""
    rows = [[dutch.capital(source.wave.codebook[one.question].short), str(one.answers),
             dutch.percent(one.agreement), dutch.decimal(one.kappa, 2)]
            for one in source.once(coder_agreement).itertuples()]
    return Block(pipe_table(["Open vraag", "Antwoorden", "Gelijk geoordeeld", "Cohens κ"], rows,
                            [1, 2, 3]))


def _population(ref: Ref, wave: Wave) -> str:
    """A group, and the strata of it that are meant."""
    who = wave.info.groups[ref.group].nl
    strata = [wave.info.strata[one].nl for one in ref.domains if one != ALL]
    return f"{who} ({dutch.enumeration(strata)})" if strata else who


def _answer(name: str, option: str, wave: Wave) -> list[str]:
    """A question by its short name, and one of its answers; empty where it has none."""
    question = wave.codebook[name]
    return [dutch.capital(question.short), question.option(option).nl if option else "–"]
