"""Cells that hold a quantity: numbers, days, amounts as people write them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.amounts import COUNT, EURO, EXPECTED, SHARE, read_amount
from participatiemonitor.studies.forms.kinds import Kind

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = re.compile(r"-?[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_THOUSANDS = re.compile(r"-?[1-9][0-9]{0,2}\.[0-9]{3}")
_MIDNIGHT = r"(?:[ T]0?0:00(?::00(?:\.0{1,9})?)?)?"
_ISO = re.compile(rf"([0-9]{{4}})-([0-9]{{2}})-([0-9]{{2}}){_MIDNIGHT}")
_DUTCH = re.compile(rf"([0-9]{{1,2}})-([0-9]{{1,2}})-([0-9]{{4}}){_MIDNIGHT}")


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


DATE, TRAIT, NUMBER = Date(), Trait(), Number()
SHARE_OF, COUNT_OF, EURO_OF = Amount(SHARE), Amount(COUNT), Amount(EURO)
