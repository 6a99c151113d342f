"""What the cells of a column hold, how they are read and how they are written."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from participatiemonitor.survey.importing.as_text import number
from participatiemonitor.survey.workbooks import Value

TEXT_FORMAT = "@"
_SPLIT = re.compile(r"[\s,;]+")


@dataclass(frozen=True)
class Kind:
    """Text, and what other kinds of cells have in common.

    Attributes
    ----------
    number_format : str
        How a spreadsheet shows the cells; as text, no ``1.2`` becomes a date.
    """

    number_format: str = TEXT_FORMAT

    def read(self, value: Value) -> object:
        """Read a cell.

        Parameters
        ----------
        value : str, int, float, bool or datetime.date
            As a workbook holds it.

        Returns
        -------
        object
            As ``wave.yml`` or ``codebook.yml`` would hold it.

        Raises
        ------
        ValueError
            With what was expected, in Dutch.
        """
        if isinstance(value, bool):
            return "ja" if value else "nee"
        if isinstance(value, dt.date):
            raise ValueError("tekst, geen datum: geef de cel de opmaak Tekst en typ haar opnieuw")
        return value if isinstance(value, str) else number(value)

    def write(self, value: object) -> str | int | float | dt.date:
        """Write what the files hold as a cell."""
        return str(value)


@dataclass(frozen=True)
class Number(Kind):
    """A number; one that is none is left to the checks of the files."""

    number_format: str = "General"

    def read(self, value: Value) -> object:
        """Read a number."""
        if isinstance(value, float) and value.is_integer():
            return int(value)
        if isinstance(value, str) and re.fullmatch(r"-?[0-9]{1,15}", value):
            return int(value)
        if isinstance(value, bool | dt.date):
            raise ValueError("een getal")
        return value

    def write(self, value: object) -> str | int | float | dt.date:
        """Write a number."""
        whole = isinstance(value, float) and value.is_integer()
        return int(value) if whole else value  # type: ignore[return-value, call-overload]


@dataclass(frozen=True)
class Count(Number):
    """A number of organisations, inhabitants or clients in the register, which is text there."""

    number_format: str = "#,##0"

    def read(self, value: Value) -> object:
        """Read a count."""
        return Kind.read(self, super().read(value))  # type: ignore[arg-type]

    def write(self, value: object) -> str | int | float | dt.date:
        """Write a count."""
        return int(str(value))


@dataclass(frozen=True)
class Day(Kind):
    """A date."""

    number_format: str = "yyyy-mm-dd"

    def read(self, value: Value) -> object:
        """Read a date, also where it was typed as text."""
        try:
            return value if isinstance(value, dt.date) else dt.date.fromisoformat(str(value))
        except ValueError:
            raise ValueError("een datum als 2011-01-31") from None

    def write(self, value: object) -> str | int | float | dt.date:
        """Write a date."""
        return value  # type: ignore[return-value]


@dataclass(frozen=True)
class Month(Kind):
    """A month, which a spreadsheet may have made a date of."""

    def read(self, value: Value) -> object:
        """Read a month."""
        return f"{value:%Y-%m}" if isinstance(value, dt.date) else super().read(value)


@dataclass(frozen=True)
class Names(Kind):
    """Names with commas between them."""

    def read(self, value: Value) -> object:
        """Read names; they may also have blanks or semicolons between them."""
        return [name for name in _SPLIT.split(str(super().read(value))) if name]

    def write(self, value: object) -> str | int | float | dt.date:
        """Write names."""
        return ", ".join(map(str, value))  # type: ignore[call-overload]


@dataclass(frozen=True)
class Counts(Names):
    """Whole numbers with commas between them."""

    def read(self, value: Value) -> object:
        """Read numbers; what is none is left to the checks of the files."""
        return [Number().read(name) for name in super().read(value)]  # type: ignore[attr-defined]


@dataclass(frozen=True)
class Choice(Kind):
    """One of some words, each for a value of the files.

    Attributes
    ----------
    words : mapping
        What stands in the cell, by value.
    """

    words: Mapping[Any, str] = field(default_factory=dict)

    def read(self, value: Value) -> object:
        """Read a word as the value it stands for."""
        text = str(super().read(value)).casefold()
        for known, word in self.words.items():
            if text == word.casefold():
                return known
        raise ValueError("een van " + ", ".join(self.words.values()))

    def write(self, value: object) -> str | int | float | dt.date:
        """Write a value as its word."""
        return self.words[value]


@dataclass(frozen=True)
class Comparable(Names):
    """Yes, no, or the options for which it is yes."""

    def read(self, value: Value) -> object:
        """Read yes, no or options."""
        names = super().read(value)
        return {"ja": True, "nee": False}.get(" ".join(names).casefold(), names)  # type: ignore

    def write(self, value: object) -> str | int | float | dt.date:
        """Write yes, no or options."""
        return ("ja" if value else "nee") if isinstance(value, bool) else super().write(value)


TEXT, NUMBER, COUNT, DAY, MONTH, NAMES, COUNTS, COMPARABLE = (
    Kind(), Number(), Count(), Day(), Month(), Names(), Counts(), Comparable())
YES = Choice(words={True: "ja", False: "nee"})
