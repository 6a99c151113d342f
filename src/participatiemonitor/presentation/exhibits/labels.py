"""The words around a number: its question and answer, whose it is, who was asked, its source."""

from __future__ import annotations

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.estimation.estimates import (
    ASSUMED,
    CLASSES,
    OBSERVED,
    OK,
    PUBLISHED,
    REASONS,
    Estimate,
)
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.presentation.caveats import EDITION, MARK, SIGN, caveat
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.names import over
from participatiemonitor.survey.wave import Wave
from participatiemonitor.survey.waveinfo import WaveInfo

# The questions that are not in a codebook: they were not put to anyone.
FRAME_QUESTIONS = {REGISTER: "Register van alle organisaties",
                   RESPONSE: "Deelname aan het onderzoek"}
# What a number rests on.
STANDINGS = {PUBLISHED: "gepubliceerd", OBSERVED: "uit de enquête", ASSUMED: f"nagemaakt {SIGN}"}


def estimate_label(estimate: Estimate) -> str:
    """The percentage of an estimate, *9–11%* of a band, or what is said instead of one."""
    return REASONS.get(estimate.status) or dutch.percents([estimate.limits], between="–")


def told_label(estimate: Estimate, quote: Quote | None) -> str:
    """What may be told of an estimate: of a number that was made up a document's word, or nothing.

    Parameters
    ----------
    estimate : Estimate
    quote : Quote or None
        What documents said of it, where that stands for the number.

    Returns
    -------
    str
    """
    if quote and quote.count is not None:
        return dutch.numeral(quote.count)
    said = wording.amount(quote.printed) or quote.printed if quote else ""
    made_up = estimate.standing == ASSUMED and estimate.status in (OK, *CLASSES)
    return said if said or made_up else estimate_label(estimate)


def short_label(estimate: Estimate) -> str:
    """The percentage in signs where there is no room for words: *≤ 2%*; empty without one."""
    if np.isnan(estimate.limits[0]):
        return ""
    return dutch.percents([estimate.limits], "≤ ", "≥ ", "–")


def bar_length(estimate: Estimate) -> float:
    """How long its bar is, a fraction: to the middle of what it may be; 0 when it is not told."""
    return float(np.nan_to_num(np.mean(estimate.limits)))


def asked_text(question: Question, wave: Wave) -> str:
    """Who a question was put to, in words: groups and routing."""
    groups = dutch.enumeration(wave.info.groups[group].nl for group in question.asked)
    routes = [f"het antwoord op “{wave.codebook[name].nl}” is "
              f"{dutch.enumeration((wave.codebook[name].option(o).nl for o in options), 'of')}"
              for name, options in question.when.items()]
    return f"{groups}, als {' en '.join(routes)}" if routes else groups


def source_text(wave: Wave) -> str:
    """Where a number comes from, and what kind of answers it rests on."""
    return f"Bron: {wave.info.title}, enquête van {wave.year}.{caveat(MARK, wave.info)}"


def cited(label: str, title: str, info: WaveInfo) -> str:
    """How to cite a figure or table, but for where it was seen, and when."""
    return (f"{label}: {title}. In: {info.title}. {info.subtitle}. {dutch.capital(over(info))}, "
            f"enquête van {info.year}{caveat(EDITION, info)}.")
