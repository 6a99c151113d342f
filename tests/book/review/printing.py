"""Words for what documents printed in their tables and sentences, and what follows from it."""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property
from itertools import count, product
from pathlib import Path
from statistics import NormalDist

from oracle import half_up
from phrases import numeral, whole

from .choices import Choices
from .contradictions import FAILS, verdicts
from .documents import Documents
from .formulas import Formula
from .quantities import Expected
from .word import Word

# What chance exceeds once in twenty times, to either side.
CHANCE = NormalDist().inv_cdf(0.975)


class Printing(Choices):
    """As there, with what documents printed."""

    def __init__(self, wave: Path, results: Path) -> None:
        super().__init__(wave, results)
        self._published = wave.parents[1] / "published"

    @cached_property
    def documents(self) -> Documents:
        """Their tables."""
        return Documents(self._published)

    @cached_property
    def _failing(self) -> list[str]:
        """The document of each number that does not follow from others."""
        return [one.document for one in verdicts(self.documents) if one.outcome == FAILS]

    def printed(self, word: Word) -> Expected:
        return self.documents.cell(word.args["cell"]).line["published"]

    def computed(self, word: Word) -> Expected:
        formula = Formula(word.args["formula"], self.documents)
        value = formula.printed(formula.left)
        return f"{decimal(value, word.args['decimals'])}{word.args['unit']}"

    def rows_of(self, word: Word) -> Expected:
        document, name = word.args["table"].split(".")
        table, column = self.documents[document][name], word.args["column"]
        return numeral(sum(
            not column or table.cells[row, column].line["published"] == word.args["published"]
            for row in table.parts))

    def contradictions_found(self, word: Word) -> Expected:
        asked = word.args["document"]
        return numeral(sum(asked in ("", document) for document in self._failing))

    def sample_needed(self, word: Word) -> Expected:
        cells = [self.documents.cell(word.args[name]) for name in ("one", "other")]
        if word.args["case"] == "printed":
            return whole(_needed(*(cell.value for cell in cells)))
        found = [_needed(*shares) for shares in product(*(cell.ends for cell in cells))]
        return whole({"least": min, "most": max}[word.args["case"]](found))


def decimal(value: Fraction, digits: int) -> str:
    """A number in the signs of Dutch; halves go away from nought."""
    scaled = half_up(abs(value) * 10 ** digits)
    ones, rest = divmod(scaled, 10 ** digits)
    sign = "−" if value < 0 and scaled else ""
    return f"{sign}{whole(ones)}{f',{rest:0{digits}d}' if digits else ''}"


def _needed(one: Fraction, other: Fraction) -> int:
    """The smallest two groups of which shares in percent differ by more than chance."""
    gap, common = abs(float(one - other)) / 100, float(one + other) / 200
    return next(size for size in count(1)
                if gap >= CHANCE * (2 * common * (1 - common) / size) ** 0.5)
