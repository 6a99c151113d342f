"""What the cells of a column hold, and how a cell is read: as text, whatever file it came from.

A workbook gives a number with a decimal comma, a date as ISO writes it, a truth as *ja* or *nee*
and a cell that is shown as a percentage with its sign; so both kinds of files are read alike.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from participatiemonitor.errors import InputError
from participatiemonitor.files.signs import CODE, is_code
from participatiemonitor.studies.demand.amounts import COUNT, EURO, EXPECTED, SHARE, read_amount

TEXT_FORMAT = "@"
# What stands between words of one cell, and what says that there are none of them.
BETWEEN, NONE = ";", "geen"
_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_MIDNIGHT = r"(?:[ T]0?0:00(?::00(?:\.0{1,9})?)?)?"
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}}){_MIDNIGHT}")
_DUTCH = re.compile(rf"([0-9]{{1,2}})-([0-9]{{1,2}})-([0-9]{{4}}){_MIDNIGHT}")


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
class Whole(Kind):
    """A whole number within bounds."""

    least: int = 0
    most: int = 1_000_000_000
    dtype = "Int64"
    shown = "0"

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return f"een geheel getal van {self.least} tot en met {self.most}, zonder punten"

    def read(self, text: str) -> Any:
        """Read a whole number."""
        if not _WHOLE.fullmatch(text) or not self.least <= int(text) <= self.most:
            raise ValueError
        return int(text)


@dataclass(frozen=True)
class Number(Kind):
    """A number within bounds, with a decimal comma or point; none between thousands.

    Attributes
    ----------
    least, most : float
    above : bool
        Whether it is more than `least`, and not as much.
    """

    least: float = -math.inf
    most: float = math.inf
    above: bool = False
    dtype = "float64"
    shown = "General"

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        low = f" {'boven' if self.above else 'vanaf'} {self.least:g}" * (self.least > -math.inf)
        return f"een getal{low}{f' tot en met {self.most:g}' * (self.most < math.inf)}"

    def read(self, text: str) -> Any:
        """Read a number."""
        if not _NUMBER.fullmatch(text):
            raise ValueError
        number = float(text.replace(",", "."))
        if not self.least <= number <= self.most or (self.above and number == self.least):
            raise ValueError
        return number

    def read_all(self, texts: Sequence[str]) -> tuple[list[Any], dict[int, str]]:
        """Read numbers; a point before three digits is refused where no other point is decimal."""
        values, faults = super().read_all(texts)
        if all(_THOUSANDS.fullmatch(text) for text in texts if "." in text):
            for place, text in enumerate(texts):
                if "." in text:
                    values[place] = None
                    faults[place] = (f"{self.expected}, zonder punt tussen duizendtallen; drie "
                                     "decimalen achter een komma")
        return values, faults


@dataclass(frozen=True)
class Date(Kind):
    """A day."""

    dtype = "datetime64[s]"
    shown = "yyyy-mm-dd"

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return "een datum als 2012-03-31 of 31-03-2012"

    def read(self, text: str) -> Any:
        """Read a date; a time of day only where it is midnight."""
        if found := _ISO.fullmatch(text):
            year, month, day = map(int, found.groups())
        elif found := _DUTCH.fullmatch(text):
            day, month, year = map(int, found.groups())
        else:
            raise ValueError
        if not 1900 <= year <= 2100:
            raise ValueError
        return dt.datetime(year, month, day)


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


@dataclass(frozen=True)
class Amount(Kind):
    """An amount as people write it, `participatiemonitor.studies.demand.amounts`; as `Limits`."""

    unit: str = COUNT

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return EXPECTED + (", van 0 tot en met 100" if self.unit == SHARE else "")

    def read(self, text: str) -> Any:
        """Read an amount."""
        try:
            return read_amount(text, self.unit)
        except InputError:
            raise ValueError from None


@dataclass(frozen=True)
class Trait(Kind):
    """What a user tells more of something: a column of numbers, or else of text."""

    @property
    def expected(self) -> str:
        """What a cell should hold, in Dutch."""
        return "een getal, of tekst"

    def read_all(self, texts: Sequence[str]) -> tuple[list[Any], dict[int, str]]:
        """Read numbers where all cells hold one."""
        values, faults = NUMBER.read_all(texts)
        return (list(texts), {}) if faults else (values, {})


TEXT, CODE_OF, DATE, WORDS, TRAIT, NUMBER = Kind(), Code(), Date(), Words(), Trait(), Number()
SHARE_OF, COUNT_OF, EURO_OF = Amount(SHARE), Amount(COUNT), Amount(EURO)
YES = Choice({"ja": True, "nee": False})
