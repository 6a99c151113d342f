"""The questionnaire: what stands before the questions, and the questions in parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from participatiemonitor.survey.codebook import Codebook, Question
from participatiemonitor.survey.waveinfo import WaveInfo

# Columns of responses.csv that no question of the codebook has.
ORGANISATION, GROUP = "organisation", "group"


class Text(NamedTuple):
    """A text in the two languages of a codebook."""

    nl: str
    en: str


@dataclass(frozen=True)
class Part:
    """Questions that stand together.

    Attributes
    ----------
    title : Text
    questions : tuple of Question
        Derived ones among them, which nobody is asked.
    """

    title: Text
    questions: tuple[Question, ...]


ASK_ORGANISATION = Text("Wat is de code van uw organisatie?",
                        "What is the code of your organisation?")
WHERE_ORGANISATION = Text("De code staat in de uitnodiging.",
                          "You find the code in the invitation.")
ASK_GROUP = Text("Namens wie vult u deze vragenlijst in?",
                 "On whose behalf do you fill in this questionnaire?")
PERCENTAGE = Text("Een percentage van 0 tot en met 100.", "A percentage from 0 to 100.")
BEFORE = Text("Over uw organisatie", "About your organisation")


def title(info: WaveInfo) -> Text:
    """The title of the questionnaire."""
    return Text(f"{info.title}: vragenlijst {info.year}",
                f"{info.title}: questionnaire {info.year}")


def origin(info: WaveInfo) -> Text:
    """What must be known of where a questionnaire comes from; empty where it is what was asked."""
    if not info.reconstructed:
        return Text("", "")
    return Text(
        f"De vragenlijst van {info.year} is nooit openbaar gemaakt. Deze is opgesteld uit het "
        "codeboek, in eigen woorden, en is zo aan niemand voorgelegd.",
        f"The questionnaire of {info.year} was never published. This one was made from the "
        "codebook, in words of our own, and was put to nobody in this form.")


def parts(codebook: Codebook, group: str | None = None) -> tuple[Part, ...]:
    """The questions in their order, in parts by the chapter they belong to.

    Parameters
    ----------
    codebook : Codebook
    group : str, optional
        Only what this group is asked; without it, all.

    Returns
    -------
    tuple of Part
    """
    questions = [one for one in codebook.questions if group is None or group in one.asked]
    runs = groupby(questions, key=lambda one: one.section.partition(".")[0])
    return tuple(Part(Text(f"Deel {number}", f"Part {number}"), tuple(run))
                 for number, (_, run) in enumerate(runs, start=1))


def hint(question: Question) -> Text:
    """How a question is answered; empty where it speaks for itself."""
    if question.kind == "multiple":
        return Text("Meer antwoorden mogelijk.", "More than one answer is possible.")
    if question.total is not None:
        total = f"{question.total:g}"
        sign = "%" if question.kind == "percentage" else ""
        return Text(f"Samen {total}{sign}.", f"Together {total}{sign}.")
    if question.kind == "percentage":
        return PERCENTAGE
    return Text("", "")
