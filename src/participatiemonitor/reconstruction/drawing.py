"""The answers of a reconstruction, drawn question by question."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from participatiemonitor.reconstruction.assumptions import Pull
from participatiemonitor.reconstruction.choices import draw_multiple, draw_single
from participatiemonitor.reconstruction.coded_answers import coded
from participatiemonitor.reconstruction.colleagues import exchanged
from participatiemonitor.reconstruction.percentages import draw_percentages
from participatiemonitor.reconstruction.sources import Sources
from participatiemonitor.reconstruction.ways import draw_ways
from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.routing import derive, was_asked


def draw_answers(
    codebook: Codebook,
    responses: pd.DataFrame,
    sources: Sources,
    rng: np.random.Generator,
) -> list[tuple[str, ...]]:
    """Draw all answers in codebook order: routing and consistency follow it.

    Parameters
    ----------
    codebook : Codebook
    responses : pandas.DataFrame
        As `synthetic_frame.draw_respondents` gives it; answer columns are added in place.
    sources : Sources
    rng : numpy.random.Generator

    Returns
    -------
    list of tuple
        The open answers, as `coded_answers.coded` gives them.

    Raises
    ------
    InputError
        When a target cannot be met.
    """
    targets = dict(list(sources.targets.groupby(["question", "group"], sort=False)))
    bases = sources.bases.set_index(["question", "group"])
    noise = {block: pd.Series(rng.random(len(responses)), responses.index)
             for block in bases["block"].unique()}
    # Of its own, so that rewording a sentence does not change who answered what.
    texts_rng = rng.spawn(1)[0]
    open_answers = []

    def members(question: Question, group: str) -> pd.DataFrame:
        """Who of a group answers a question, with what their earlier answers make likely."""
        base = bases.loc[(question.id, group)]
        eligible = responses.index[was_asked(responses, question) & responses["group"].eq(group)]
        # Another seed may route fewer respondents to a question than the base asks for.
        n = min(base["n"], len(eligible))
        answering = noise[base["block"]][eligible].nsmallest(n).index.sort_values()
        return _pulled(responses.loc[answering], question, sources.assumptions.consistency)

    for question in codebook.questions:
        if question.derived:
            responses[question.id] = derive(responses, question, codebook)
            continue
        if question.id in responses:
            continue  # drawn with another way of the same outcome
        outcome = next((known for known in codebook.questions
                        if known.derived and question.id in known.derived.highest), None)
        if outcome:
            drawn = pd.concat([draw_ways(outcome, members(question, group), {
                name: targets[name, group] for name in (outcome.id, *outcome.derived.highest)},
                rng) for group in question.asked])
            responses[list(drawn)] = pd.DataFrame(None, responses.index, list(drawn), object)
            responses.loc[drawn.index, list(drawn)] = drawn
            said = derive(responses, outcome, codebook)[drawn.index]
            drawn = _agreeing(drawn, said, responses, outcome, sources, rng)
            responses.loc[drawn.index, list(drawn)] = drawn
            continue
        drawn = pd.concat([_drawn(question, members(question, group), targets[question.id, group],
                                  sources, rng) for group in question.asked])
        if question.id in sources.assumptions.facts:
            said = drawn.astype(int).astype(str).agg("".join, axis=1)
            drawn = _agreeing(drawn, said, responses, question, sources, rng)
        columns = drawn.reindex(responses.index)
        if question.kind == "open":
            open_answers += coded(question, columns.dropna(), texts_rng)
        elif question.kind == "single":
            responses[question.id] = columns.dropna().idxmax(axis=1)
        else:
            responses[list(question.columns)] = columns[
                list(question.option_ids) or [""]].to_numpy()
    return open_answers


def _drawn(question: Question, members: pd.DataFrame, wanted: pd.DataFrame, sources: Sources,
           rng: np.random.Generator) -> pd.DataFrame:
    if question.kind == "single":
        return draw_single(question, members, wanted, rng)
    if question.kind in ("multiple", "open"):
        return draw_multiple(question, members, wanted, rng)
    assumed = sources.assumptions
    return draw_percentages(question, members, wanted, assumed.rounding[question.id],
                            assumed.exact, rng)


def _pulled(members: pd.DataFrame, question: Question, pulls: Sequence[Pull]) -> pd.DataFrame:
    """Add what earlier answers of the members make more or less likely, by option."""
    added: dict[str, pd.Series] = {}
    for pull in pulls:
        name, _, option = pull.answer.partition(".")
        given, _, choice = pull.given.partition(".")
        if name == question.id:
            gave = (members[given].eq(choice) if given in members
                    else members[f"{given}__{choice}"].eq(1))
            column = f"pull:{option}"
            added[column] = added.get(column, 0.0) + pull.effect * gave
    return members.assign(**added)


def _agreeing(drawn: pd.DataFrame, said: pd.Series, responses: pd.DataFrame,
              question: Question, sources: Sources, rng: np.random.Generator) -> pd.DataFrame:
    """The answers to a question about a fact, with those of the first group exchanged.

    Respondents exchange only with those whose earlier answers say the same about this one.
    """
    own, other = (said[responses.loc[said.index, "group"].eq(group)] for group in question.asked)
    colleagues = other.set_axis(responses.loc[other.index, "organisation"])
    about = sorted({pull.given.partition(".")[0] for pull in sources.assumptions.consistency
                    if pull.answer.partition(".")[0] == question.id})
    members = responses.loc[own.index]
    places = exchanged(
        own.to_numpy(str), colleagues.reindex(members["organisation"]).fillna("").to_numpy(str),
        members.groupby(["group", *about], dropna=False).ngroup().to_numpy(),
        sources.assumptions.facts[question.id], rng)
    agreed = drawn.copy()
    agreed.loc[own.index] = drawn.loc[own.index[places]].to_numpy()
    return agreed
