"""Applying a crosswalk: what was received becomes rows of a wave, each knowing where it was."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from participatiemonitor.files.signs import joined
from participatiemonitor.survey.importing.amounts import amount, written
from participatiemonitor.survey.importing.crosswalk import MISSING, TIMES, Row, plain
from participatiemonitor.survey.importing.received import Received, Variable
from participatiemonitor.survey.importing.targets import (
    GROUP,
    NAME,
    ORGANISATION,
    Target,
)

# What is not decided yet; no round is made while there is any.
PENDING = "?"


@dataclass(frozen=True)
class Respondent:
    """What one respondent answered.

    Attributes
    ----------
    file : str
    row : int
        As the file counts it.
    cells : dict of str to str
        By target, as ``responses.csv`` writes it; empty is missing.
    names : mapping of str to str
        The column of the file, by target; more where questions of groups had columns of their own.
    clashes : mapping of str to str
        Answers of columns with one target that contradict each other.
    """

    file: str
    row: int
    cells: dict[str, str]
    names: Mapping[str, str] = field(repr=False)
    clashes: Mapping[str, str] = field(default_factory=dict)

    @property
    def organisation(self) -> str:
        """The code of the organisation, by that code or else by its name."""
        return self.cells.get(ORGANISATION) or self.cells.get(NAME, "")

    @property
    def answers(self) -> dict[str, str]:
        """What is filled in and no key."""
        return {name: cell for name, cell in self.cells.items() if cell
                and name not in (ORGANISATION, NAME, GROUP, "respondent")}


def respondents(received: Received, rows: list[Row], targets: Mapping[str, Target]
                ) -> Iterator[Respondent]:
    """The respondents of one file, in its order.

    Parameters
    ----------
    received : Received
    rows : list of Row
        Its crosswalk. What is not decided yet is `PENDING`.
    targets : mapping of str to Target

    Yields
    ------
    Respondent
        Rows that hold nothing that is taken over are passed by, and so are respondents of an
        organisation that the analyst dropped.
    """
    variables = {plain(variable.name): variable for variable in received.variables}
    columns = [row for row in rows if row.variable and row.value is None and row.decided
               and row.target and not row.dropped]
    values: dict[str, dict[str, Row]] = defaultdict(dict)
    for row in rows:
        if row.value is not None:
            values[row.variable][row.value] = row
    whole = {row.target: row.value_target if row.decided else PENDING
             for row in rows if not row.variable}
    whole |= {row.target: PENDING for row in rows if not row.decided and row.value is None
              and row.target in (ORGANISATION, NAME, GROUP)}
    taken: dict[str, list[_Column]] = defaultdict(list)
    for column in columns:
        taken[column.target].append(_Column(variables[column.variable], column,
                                            values[column.variable], targets[column.target]))
    names = {name: " / ".join(column.variable.name for column in columns)
             for name, columns in taken.items()}
    for index in range(received.rows):
        found = {name: {column.cell(index): None for column in columns}
                 for name, columns in taken.items()}
        if any(None in cells for cells in found.values()):
            continue
        given = {name: [cell for cell in cells if cell] for name, cells in found.items()}
        if not any(given.values()):
            continue
        clashes = {name: " / ".join(cells) for name, cells in given.items()
                   if len(cells) > 1 and PENDING not in cells}
        filled = {name: cells[0] if cells else "" for name, cells in given.items()} | whole
        _fill_unchosen(filled, taken)
        yield Respondent(received.path.name, received.first_row + index, filled, names, clashes)


@dataclass(frozen=True)
class _Column:
    """A column that is taken over, and what its values mean."""

    variable: Variable
    row: Row
    values: Mapping[str, Row]
    target: Target

    def cell(self, index: int) -> str | None:
        """What responses.csv has for a respondent; None when the analyst left him out."""
        return self.meant[self.variable.cells[index]]

    @cached_property
    def meant(self) -> Mapping[str, str | None]:
        """What responses.csv has for each cell."""
        return {text: self._meant(text) if text else "" for text in set(self.variable.cells)}

    def _meant(self, text: str) -> str | None:
        found = self.values.get(plain(text))
        if found is None:
            return self._itself(text)
        if not found.decided:
            return PENDING
        if found.dropped:
            return None if self.target.kind in ("organisation", "name") else ""
        return "" if found.value_target == MISSING else found.value_target

    def _itself(self, text: str) -> str:
        if self.target.kind not in ("percentage", "number"):
            return joined(text).strip()
        number = amount(text)
        assert number is not None  # else the value has a row
        return written(number * 100 if self.row.decision == TIMES else number)

    @property
    def unchosen(self) -> bool:
        """Whether an empty cell is what was not chosen."""
        found = self.values.get("")
        return found is not None and found.decided and found.value_target == "0"


def _fill_unchosen(cells: dict[str, str], taken: Mapping[str, list[_Column]]) -> None:
    """Empty cells of a question become 0 where another of its options is chosen."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for name, columns in taken.items():
        for column in columns:
            if column.unchosen and column.target.question:
                blocks[column.target.question.id].append(name)
    for names in blocks.values():
        if any(cells[name] for name in names):
            cells.update({name: cells[name] or "0" for name in names})


