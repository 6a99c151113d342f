"""What the cells of a column hold, and how a cell is read: as text, whatever file it came from.

A workbook gives a number with a decimal comma, a date as ISO writes it, a truth as *ja* or *nee*
and a cell that is shown as a percentage with its sign; so both kinds of files are read alike.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from participatiemonitor.files.signs import CODE, is_code

TEXT_FORMAT = "@"
# What stands between words of one cell, and what says that there are none of them.
BETWEEN, NONE = ";", "geen"


@dataclass(frozen=True)
class Kind:
    """Text on one line, and what other kinds have in common.

    Attributes
    ----------
    dtype : str
        Of the column in a frame; what is not filled in is missing.
    shown : str
        How a spreadsheet shows the cells: as text, so that no ``1-2`` becomes a date.
    """

    dtype = "object"
    shown = TEXT_FORMAT

    @property
    def words(self) -> tuple[str, ...]:
        """What a cell may hold, where these are few."""
        return ()

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return "tekst"

    def read(self, text: str) -> Any:
        """Read a filled cell; ValueError when it holds something else."""
        return text

    def read_all(self, texts: Sequence[str]) -> tuple[list[Any], dict[int, str]]:
        """Read the different cells of a column.

        Parameters
        ----------
        texts : sequence of str
            None of them empty.

        Returns
        -------
        values : list
            None of what is wrong.
        faults : dict of int to str
            What a cell should have held, by its place.
        """
        values: list[Any] = []
        faults: dict[int, str] = {}
        for place, text in enumerate(texts):
            try:
                values.append(self.read(text))
            except ValueError:
                values.append(None)
                faults[place] = self.expected
        return values, faults


@dataclass(frozen=True)
class Code(Kind):
    """The name by which other tables call something."""

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return CODE

    def read(self, text: str) -> Any:
        """Read a code."""
        if not is_code(text):
            raise ValueError
        return text


@dataclass(frozen=True)
class Choice(Kind):
    """One of some words, each for a value.

    Attributes
    ----------
    values : mapping of str to object
        By what stands in the cell, in small letters.
    """

    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def words(self) -> tuple[str, ...]:
        """What a cell may hold."""
        return tuple(self.values)

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return f"een van {', '.join(self.values)}"

    def read(self, text: str) -> Any:
        """Read a word, whatever its capitals."""
        if text.casefold() not in self.values:
            raise ValueError
        return self.values[text.casefold()]


@dataclass(frozen=True)
class Words(Kind):
    """Words with semicolons between them, or that there are none; a tuple."""

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return f"woorden met een puntkomma ertussen, of {NONE}"

    def read(self, text: str) -> Any:
        """Read words, each once."""
        if text.casefold() == NONE:
            return ()
        found = tuple(dict.fromkeys(word.strip() for word in text.split(BETWEEN) if word.strip()))
        if not found or NONE in map(str.casefold, found):
            raise ValueError
        return found


TEXT, CODE_OF, WORDS = Kind(), Code(), Words()
YES = Choice({"ja": True, "nee": False})
