"""A crosswalk of what was received: proposals, and over them what the analyst decided."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal

from participatiemonitor.survey.importing.amounts import amount
from participatiemonitor.survey.importing.crosswalk import (
    DROP,
    EMPTY,
    TIMES,
    YES,
    Row,
    plain,
)
from participatiemonitor.survey.importing.meanings import meaning
from participatiemonitor.survey.importing.proposal import propose_columns, propose_group
from participatiemonitor.survey.importing.received import Received, Variable
from participatiemonitor.survey.importing.targets import GROUP, Target

Key = tuple[str, str, str | None]
_CHANGED = "het doel is niet dat van het voorstel: zet ja bij besluit als dit klopt"


def settle(received: Received, targets: Mapping[str, Target], given: Mapping[Key, Row]
           ) -> list[Row]:
    """The crosswalk of one file: every column, and every value that needs a row.

    Parameters
    ----------
    received : Received
    targets : mapping of str to Target
    given : mapping of key to Row
        What the analyst filled in; empty at first.

    Returns
    -------
    list of Row
        In the order of the file. A row that is not decided waits for the analyst.
    """
    variables = {plain(variable.name): variable for variable in received.variables}
    proposed = propose_columns(received, targets)
    if any(source == received.path.name for source, _, _ in given):
        proposed = [_unlisted(row) if row.target and row.key not in given else row
                    for row in proposed]
    columns = [_merged(row, given.get(row.key)) for row in proposed]
    columns = _shares(columns, variables, targets)
    if not any(row.target == GROUP and not row.dropped for row in columns):
        whole = propose_group(received, targets[GROUP])
        columns.append(_merged(whole, given.get(whole.key)))
    values = {row.variable: [_merged(value, given.get(value.key))
                             for value in _values(row, variables[row.variable], targets)]
              for row in columns if row.variable and row.target and not row.dropped}
    empty = {value.variable: _merged(value, given.get(value.key))
             for value in _empty_cells(columns, values, variables, targets)}
    return [row for column in columns for row in (
        column, *values.get(column.variable, ()),
        *((empty[column.variable],) if column.variable in empty else ()))]


def _merged(row: Row, given: Row | None) -> Row:
    """A proposal, or what the analyst made of it."""
    if given is None:
        return row
    if row.value is not None and given.target and given.target != row.target:
        return row  # said of another question, before the column got the one it has now
    if given.decision == DROP:
        return row.settled(DROP, "" if row.value is None else row.target, "")
    if given.decision in (YES, TIMES):
        target = given.target or row.target
        return row.settled(given.decision, target, given.value_target)
    said = given.target, given.value_target
    if any(said) and said != (row.target, row.value_target):
        return replace(row, target=given.target or row.target, value_target=given.value_target,
                       sure="open", why=_CHANGED)
    return row


def _unlisted(row: Row) -> Row:
    """A column that the analyst has not seen, or has taken out of the table."""
    return replace(row, sure="open", why=f"staat niet in de crosswalk; {row.why}")


def _shares(columns: list[Row], variables: Mapping[str, Variable], targets: Mapping[str, Target]
            ) -> list[Row]:
    """Percentages that may have been stored as parts of one wait for the analyst."""
    blocks: dict[str, list[Row]] = defaultdict(list)
    for row in columns:
        target = targets.get(row.target)
        if target and target.kind == "percentage" and target.question:
            blocks[target.question.id].append(row)
    doubtful = {row.key for block in blocks.values() for row in block if _parts_of_one(
        cell for one in block for cell in variables[one.variable].cells)}
    return [replace(row, sure="open", why="alle getallen liggen tussen 0 en 1: zijn dit delen van "
                    "1, zet dan ‘maal 100’ bij besluit; zijn het procenten, dan ja")
            if row.key in doubtful and not row.decision else row for row in columns]


def _parts_of_one(cells: Iterable[str]) -> bool:
    numbers = [number for cell in set(cells) if (number := amount(cell)) is not None]
    return (bool(numbers) and all(0 <= number <= 1 for number in numbers)
            and any(number % 1 for number in numbers))


def _values(row: Row, variable: Variable, targets: Mapping[str, Target]) -> Iterator[Row]:
    """The values of a column that do not speak for themselves."""
    target = targets[row.target]
    seen: set[str] = set()
    for cell in sorted(filter(None, dict.fromkeys(variable.cells)), key=_order):
        value = plain(cell)
        if value in seen or (found := meaning(cell, variable, target)) is None:
            continue
        seen.add(value)
        yield Row(row.source, row.variable, row.label, value, variable.values.get(cell, ""),
                  row.target, found.target, found.sure, found.why)


def _order(cell: str) -> tuple[bool, Decimal, str]:
    number = amount(cell)
    return number is None, number or Decimal(0), cell


def _empty_cells(columns: Iterable[Row], values: Mapping[str, list[Row]],
                 variables: Mapping[str, Variable], targets: Mapping[str, Target]
                 ) -> Iterator[Row]:
    """Where a file marks only what was chosen, an empty cell may be what was not."""
    questions: dict[str, list[Row]] = defaultdict(list)
    for row in columns:
        target = targets.get(row.target)
        if target and target.kind == "multiple" and target.question and not row.dropped:
            questions[target.question.id].append(row)
    for name, rows in questions.items():
        meant = {value.value_target for row in rows for value in values[row.variable]}
        if "1" not in meant or "0" in meant:
            continue
        for row in rows:
            if "" in variables[row.variable].cells:
                yield Row(row.source, row.variable, row.label, "", EMPTY, row.target, "0",
                          "waarschijnlijk", "alleen wat gekozen is heeft een teken; leeg is dan "
                          f"niet gekozen, bij wie iets anders koos bij {name}")
