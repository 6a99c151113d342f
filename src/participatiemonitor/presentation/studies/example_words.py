"""Words of the examples of studies, for the prose of a book beside which they stand."""

from __future__ import annotations

from dataclasses import replace

from participatiemonitor.presentation.studies import words
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.studies.examples import Example, Examples


def study_value(examples: Examples, study: str, table: str, row: str, column: str) -> Bound:
    """A cell as it stands in its table, like ``value`` in the study's own report."""
    example = examples[study]
    return _said(example, words.value(example.report, table, row, column))


def study_text(examples: Examples, study: str, name: str) -> Bound:
    """A text that the data of the example chose: ``study_text("ladder", "stijgen")``."""
    example = examples[study]
    return _said(example, words.text(example.report, name))


def study_remark(examples: Examples, study: str) -> Bound:
    """Of whom the example is, and what readers must know of it: that it was made up."""
    about = examples[study].about
    return Bound(about.remark or about.which, "study_remark", (), _source(examples[study]),
                 {"study": study})


def _said(example: Example, word: Bound) -> Bound:
    """A word of a report as one of a book, which says whose it is."""
    return replace(word, kind=f"study_{word.kind}", source=f"{_source(example)}: {word.source}",
                   args={"study": example.report.study, **word.args})


def _source(example: Example) -> str:
    return f"Voorbeeld bij “{example.about.title}”"
