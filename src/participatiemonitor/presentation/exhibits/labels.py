"""The words around a number: its question and answer, whose it is, who was asked, its source."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import ASSUMED, OBSERVED, PUBLISHED, REASONS, Estimate
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.presentation.caveats import MARK, caveat
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.wave import Wave

# The questions that are not in a codebook: they were not put to anyone.
FRAME_QUESTIONS = {REGISTER: "Register van alle organisaties",
                   RESPONSE: "Deelname aan het onderzoek"}
# What a number rests on.
STANDINGS = {PUBLISHED: "gepubliceerd", OBSERVED: "waargenomen", ASSUMED: "aangenomen"}


def estimate_label(estimate: Estimate) -> str:
    """The percentage of an estimate, or why there is none."""
    return REASONS.get(estimate.status) or dutch.percent(estimate.value)


def asked_text(question: Question, wave: Wave) -> str:
    """Who a question was put to, in words: groups and routing."""
    groups = dutch.enumeration(wave.info.groups[group].nl for group in question.asked)
    routes = [f"het antwoord op “{wave.codebook[name].nl}” is "
              f"{dutch.enumeration((wave.codebook[name].option(o).nl for o in options), 'of')}"
              for name, options in question.when.items()]
    return f"{groups}, als {' en '.join(routes)}" if routes else groups


def source_text(wave: Wave) -> str:
    """Where a number comes from, and what kind of answers it rests on."""
    return f"Bron: {wave.info.title}, peiling {wave.year}.{caveat(MARK, wave.info)}"
