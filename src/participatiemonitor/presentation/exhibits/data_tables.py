"""The estimates behind each figure and table, with their words: what a file for download holds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation import Estimate, Ref, Results
from participatiemonitor.estimation.refs import ALL
from participatiemonitor.estimation.register import REGISTER, RESPONSE
from participatiemonitor.presentation.exhibits.figures import FigureData, figure_data
from participatiemonitor.presentation.exhibits.review_tables import base_text
from participatiemonitor.presentation.words.bases import bases_phrase
from participatiemonitor.survey import Question, Wave

COLUMNS = ("figure", "question", "answer", "group", "domain", "n", "count", "value", "weighted",
           "low", "high", "step", "status", "data")
TOTAL = "totaal"
# The questions that are not in a codebook: they were not put to anyone.
FRAME_QUESTIONS = {REGISTER: "Register van alle organisaties",
                   RESPONSE: "Deelname aan het onderzoek"}


@dataclass(frozen=True)
class DataTable:
    """What one figure or table shows.

    Attributes
    ----------
    name : str
        Of its files: ``figuur-3``.
    label : str
        As readers know it: *Figuur 3*.
    title : str
    about : tuple of str
        Each question, with who was asked.
    estimates : tuple of Estimate
        In the order of the figure; protected, as all that is published.
    figure : int or None
        Its number when it is a figure.
    """

    name: str
    label: str
    title: str
    about: tuple[str, ...]
    estimates: tuple[Estimate, ...]
    figure: int | None = None


def data_tables(estimates: Results) -> list[DataTable]:
    """All figures and tables of a wave, by number, the figures first."""
    codebook = estimates.wave.codebook
    return [*(figure_numbers(number, estimates) for number in sorted(codebook.figures)),
            *(table_numbers(number, estimates) for number in sorted(codebook.tables))]


def figure_numbers(number: int, estimates: Results) -> DataTable:
    """The estimates of a figure; a group that was not asked one of its questions is in it too."""
    codebook = estimates.wave.codebook
    spec = codebook.figures[number]
    order = list(dict.fromkeys(figure_data(number, estimates).table["option"]))
    questions = [codebook[name] for name in spec.questions]
    groups = [group for group in estimates.wave.info.groups
              if any(group in question.asked for question in questions)]
    found = tuple(estimates[Ref(question.id, option.id, group)]
                  for question in questions
                  for option in sorted(question.options, key=lambda one: order.index(one.nl))
                  for group in groups)
    return DataTable(f"figuur-{number}", f"Figuur {number}", spec.nl,
                     _about(questions, estimates.wave), found, number)


def table_numbers(number: int, estimates: Results) -> DataTable:
    """The estimates of a numbered table: of the response, or of the items of one question."""
    wave = estimates.wave
    spec = wave.codebook.tables[number]
    name, = spec.questions
    if name == RESPONSE:
        about = ("Alle organisaties in het register zijn gevraagd mee te doen. De respons is het "
                 "deel dat antwoordde.",)
        refs = [Ref(RESPONSE, "organisaties", group, domain)
                for domain in (*wave.info.strata, ALL) for group in wave.info.groups]
    else:
        question = wave.codebook[name]
        about = _about([question], wave)
        refs = [Ref(name, option.id, group)
                for option in question.options for group in question.asked]
    return DataTable(f"tabel-{number}", f"Tabel {number}", spec.nl, about,
                     tuple(estimates[ref] for ref in refs))


def tidy(data: DataTable, wave: Wave) -> pd.DataFrame:
    """One row an estimate, with the columns `COLUMNS`, in the reader's words.

    Returns
    -------
    pandas.DataFrame
        Shares are fractions; ``n`` is missing where it is hidden, ``status`` says why a value is
        missing, and ``data`` whether the answers are a reconstruction.
    """
    return pd.DataFrame(
        [(data.name, question_text(one.ref, wave), answer_text(one.ref, wave),
          wave.info.groups[one.ref.group].nl, domain_text(one.ref, wave), one.n, one.count,
          one.value, one.weighted.value, one.weighted.low, one.weighted.high, one.weighted.step,
          one.status, wave.info.status) for one in data.estimates],
        columns=list(COLUMNS)).astype({"n": "Int64"})


def question_text(ref: Ref, wave: Wave) -> str:
    """The question of a quantity, as it was put."""
    return FRAME_QUESTIONS.get(ref.question) or wave.codebook[ref.question].nl


def answer_text(ref: Ref, wave: Wave) -> str:
    """The answer of a quantity; empty where the question has no options."""
    if ref.question in FRAME_QUESTIONS or not ref.option:
        return ref.option
    return wave.codebook[ref.question].option(ref.option).nl


def domain_text(ref: Ref, wave: Wave) -> str:
    """Whose answers a quantity is about, besides their group."""
    if ref.domain == ALL:
        return TOTAL
    return dutch.enumeration(wave.info.strata[domain].nl for domain in ref.domains)


def bases_text(data: FigureData) -> str:
    """The number of answers a figure rests on: *Sociale diensten n = 132, …*."""
    parts = (f"{group} {bases_phrase(bases)}"
             for group, bases in data.table.groupby("group", sort=False)["n"])
    return f"{dutch.capital(', '.join(parts))}."


def source_text(wave: Wave) -> str:
    """Where a number comes from, and what kind of answers it rests on."""
    text = f"Bron: {wave.info.title}, peiling {wave.year}."
    if wave.info.status == "reconstructie":
        text += " Reconstructie: getrokken antwoorden, geen waarneming."
    return text


def _about(questions: Iterable[Question], wave: Wave) -> tuple[str, ...]:
    return tuple(
        f"Vraag: {question.nl}"
        + (" Meer dan één antwoord mogelijk." if question.kind == "multiple" else "")
        + f" Gevraagd aan: {base_text(question, wave)}."
        for question in questions)
