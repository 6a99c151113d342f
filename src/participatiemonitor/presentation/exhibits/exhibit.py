"""An exhibit: a figure or table of the monitor, as one thing that does not change.

Its drawing, alternative text, Markdown table, worksheet and csv are functions of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from participatiemonitor import dutch
from participatiemonitor.estimation import estimates
from participatiemonitor.estimation.analyses.uncoded import uncoded_questions
from participatiemonitor.estimation.estimates import NOT_ASKED
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.presentation.exhibits.headlines import headline
from participatiemonitor.presentation.exhibits.labels import (
    FRAME_QUESTIONS,
    STANDINGS,
    asked_text,
)
from participatiemonitor.presentation.exhibits.rows import Row, labelled
from participatiemonitor.presentation.words.bases import bases_phrase
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.survey.codebook import Codebook, Figure, Question
from participatiemonitor.survey.wave import Wave

FIGURE, TABLE = "figuur", "tabel"
# Of results.csv from the number of answers on.
NUMBERS = estimates.COLUMNS[estimates.COLUMNS.index("n"):]
COLUMNS = ("figure", "question", "answer", "group", "domain", *NUMBERS)


@dataclass(frozen=True)
class Asked:
    """What was asked of whom.

    Attributes
    ----------
    id : str
        In the codebook.
    question : str
        As it was put; empty where nothing was.
    manner : str
        Whether more answers were possible, and who was asked.
    """

    id: str
    question: str
    manner: str


@dataclass(frozen=True)
class Exhibit:
    """A figure or table.

    Attributes
    ----------
    kind : str
        `FIGURE` or `TABLE`.
    number : int or None
        As in the codebook; None for one that stands in the text without.
    title : str
        What it is about.
    headline : Bound or None
        What it shows, with the quantities that decided; None where nothing may be said.
    form : str
        The module of `participatiemonitor.presentation.exhibits.forms` it is made by.
    about : tuple of Asked
    rows : tuple of Row
        In the order they are shown. A group that was not asked one of the questions is there too.
    reconstructed : bool
        Whether its answers are a reconstruction.
    """

    kind: str
    number: int | None
    title: str
    headline: Bound | None
    form: str
    about: tuple[Asked, ...]
    rows: tuple[Row, ...]
    reconstructed: bool = False

    @property
    def name(self) -> str:
        """Of its files, and to refer to: ``figuur-3``, or ``figuur-voordelen`` without a number."""
        return f"{self.kind}-{self.number or self.about[0].id}"

    @property
    def finding(self) -> str:
        """Its headline, else its title."""
        return str(self.headline or self.title)

    @property
    def label(self) -> str:
        """As readers know it: *Figuur 3*."""
        return f"{dutch.capital(self.kind)} {self.number}"

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of its rows, in order."""
        return tuple(dict.fromkeys(row.group for row in self.rows))

    @property
    def asked(self) -> Iterator[Row]:
        """The rows of groups that were asked."""
        return (row for row in self.rows if row.estimate.status != NOT_ASKED)

    @property
    def bases(self) -> str:
        """The number of answers it rests on: *Sociale diensten n = 132, …*."""
        bases: dict[str, list[int | None]] = {}
        for row in self.asked:
            bases.setdefault(row.group, []).append(row.estimate.n)
        parts = (f"{group} {bases_phrase(numbers)}" for group, numbers in bases.items())
        return f"{dutch.capital(', '.join(parts))}."


def exhibit(source: Results, kind: str, number: int) -> Exhibit:
    """Make a numbered figure or table: ``exhibit(source, FIGURE, 2)``.

    Parameters
    ----------
    source : Results
    kind : str
        `FIGURE` or `TABLE`.
    number : int
        One that the codebook has.

    Returns
    -------
    Exhibit
    """
    return compose(source, numbered(source.wave.codebook)[kind][number], kind, number)


def exhibits(source: Results) -> tuple[Exhibit, ...]:
    """All figures and tables that the codebook numbers and that were asked, the figures first."""
    return tuple(compose(source, spec, kind, number)
                 for kind, specs in numbered(source.wave.codebook).items()
                 for number, spec in sorted(specs.items()) if spec.questions)


def themed(source: Results, question: str) -> Exhibit:
    """Make the figure of an open question, which has no number: how often each theme was raised."""
    entry = source.wave.codebook[question]
    return compose(source, Figure(section=entry.section, questions=(question,), nl=entry.nl,
                                  form="themes"), FIGURE)


def all_themed(source: Results) -> tuple[Exhibit, ...]:
    """The figures of all coded open questions; a reconstruction has none, it lists its themes."""
    return () if source.wave.info.reconstructed else tuple(
        themed(source, question.id) for question in source.wave.codebook.questions
        if question.kind == "open" and not uncoded(source, question.id))


def uncoded(source: Results, question: str) -> bool:
    """Whether nobody has put the answers to an open question into themes; of observed answers."""
    return (not source.wave.info.reconstructed
            and question in source.once(uncoded_questions)["question"].array)


def numbered(codebook: Codebook) -> dict[str, dict[int, Figure]]:
    """The entries of figures and tables by number, by kind, each with what was asked of it."""
    return {kind: {number: codebook.as_asked(entry) for number, entry in entries.items()}
            for kind, entries in ((FIGURE, codebook.figures), (TABLE, codebook.tables))}


def compose(source: Results, spec: Figure, kind: str = TABLE, number: int | None = None
            ) -> Exhibit:
    """Make what an entry of the codebook, or one like it, says.

    Parameters
    ----------
    source : Results
    spec : participatiemonitor.survey.codebook.Figure
    kind : str
    number : int, optional

    Returns
    -------
    Exhibit
    """
    wave = source.wave
    questions = [wave.codebook[name] for name in spec.questions if name not in FRAME_QUESTIONS]
    refs = form(spec.form).refs(questions, source)
    return Exhibit(kind, number, spec.nl, headline(spec, source), spec.form,
                   tuple(_asked(question, wave) for question in questions) or _INVITED,
                   tuple(labelled(source, ref) for ref in refs), wave.info.reconstructed)


def tidy(shown: Exhibit) -> pd.DataFrame:
    """One row an estimate, with the columns `COLUMNS`, in the reader's words.

    Parameters
    ----------
    shown : Exhibit

    Returns
    -------
    pandas.DataFrame
        Shares are fractions; ``n`` is missing where it is hidden, and ``status`` says why a value
        is missing.
    """
    table = pd.DataFrame(
        [(shown.name, row.question, row.answer, row.group, row.domain,
          *row.estimate.row("")[-len(NUMBERS):]) for row in shown.rows], columns=list(COLUMNS))
    return table.astype({"n": "Int64"}).replace(
        {"value_standing": STANDINGS, "weighted_standing": STANDINGS})


_INVITED = (Asked("respons", "", "Alle organisaties in het register zijn gevraagd mee te doen. De "
                                 "respons is het deel dat antwoordde."),)


def _asked(question: Question, wave: Wave) -> Asked:
    more = "Meer dan één antwoord mogelijk. " if question.kind == "multiple" else ""
    return Asked(question.id, question.nl,
                 f"{more}Gevraagd aan: {asked_text(question, wave)}.")
