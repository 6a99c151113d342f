"""The words around a number: its question and answer, whose it is, who was asked, its source."""

from __future__ import annotations

import re

import numpy as np

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import (
    ASSUMED,
    CLASSES,
    OBSERVED,
    PUBLISHED,
    REASONS,
    Estimate,
)
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.presentation.caveats import MARK, SIGN, caveat
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.wave import Wave

# The questions that are not in a codebook: they were not put to anyone.
FRAME_QUESTIONS = {REGISTER: "Register van alle organisaties",
                   RESPONSE: "Deelname aan het onderzoek"}
# What a number rests on.
STANDINGS = {PUBLISHED: "gepubliceerd", OBSERVED: "uit de enquête", ASSUMED: f"nagemaakt {SIGN}"}
# Words that say how large a part is; a document has others, as *vaak* and *vooral*.
_SIZES = re.compile(rf"\d|procent|kwart|helft|derde|vijfde|tiende|meerderheid|minderheid|de meeste|"
                    rf"\b(?:bijna|vrijwel) (?:alle|elke|geen)|sommige|weinig tot geen|"
                    rf"^(?:{'|'.join(dutch.NUMERALS)})$")


def estimate_label(estimate: Estimate) -> str:
    """The percentage of an estimate, *9–11%* of a band, or what is said instead of one."""
    return REASONS.get(estimate.status) or dutch.percents([estimate.limits], between="–")


def printed_size(estimate: Estimate) -> str:
    """How large a document says it is: *44%*, *een kleine 30%*; empty where it does not say."""
    return estimate.printed if _SIZES.search(estimate.printed) else ""


def told_label(estimate: Estimate) -> str:
    """What may be told of an estimate: as `estimate_label`, but only what was not made up."""
    numbered = estimate.status not in REASONS or estimate.status in CLASSES
    if estimate.standing != OBSERVED and numbered:
        return printed_size(estimate)
    return estimate_label(estimate)


def cell_label(estimate: Estimate) -> str:
    """What may be told of it in a table, else what was made up with the sign that it was."""
    return told_label(estimate) or f"{estimate_label(estimate)}{SIGN}"


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
    return f"Bron: {wave.info.title}, enquête {wave.year}.{caveat(MARK, wave.info)}"
