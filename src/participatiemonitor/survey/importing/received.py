"""What was received: variables and their cells as a survey tool exported them, in one form.

A cell is text, whatever file it comes from: empty when it is missing, a number in its shortest
form with a decimal point, a date as ISO writes it. What a cell means, nobody says here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

Kind = Literal["SPSS", "Excel", "csv", "LimeSurvey"]


@dataclass(frozen=True)
class Missing:
    """Values that stand for no answer, from the lowest to the highest; equal for one value."""

    low: str
    high: str


@dataclass(frozen=True)
class Variable:
    """One column of what was received.

    Attributes
    ----------
    name : str
        As in the file.
    label : str
        Text of the question; empty where the file has none.
    cells : tuple of str
        One a respondent.
    values : mapping of str to str
        Labels by value, as values stand in `cells`.
    missing : tuple of Missing
        Values and ranges that the file says are no answers; they stand in `cells` all the same.
    """

    name: str
    label: str
    cells: tuple[str, ...]
    values: Mapping[str, str]
    missing: tuple[Missing, ...]


@dataclass(frozen=True)
class Received:
    """A file with answers, as it was received.

    Attributes
    ----------
    path : pathlib.Path
    kind : Kind
    variables : tuple of Variable
    rows : int
        Respondents.
    first_row : int
        Number of the row in the file that holds the first respondent.
    details : tuple of str
        How the file was read, for whoever must recognise it: encoding, delimiter, sheet.
    """

    path: Path
    kind: Kind
    variables: tuple[Variable, ...]
    rows: int
    first_row: int
    details: tuple[str, ...] = ()
