"""What was received, told to whoever must recognise it; no answer of a respondent is shown."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.plain_text import one_line
from participatiemonitor.survey.importing.received import Missing, Received, Variable


def inspection(received: Received) -> str:
    """A received file in words: how it was read, and each variable with its labels.

    Parameters
    ----------
    received : Received

    Returns
    -------
    str
        Values are shown where the file gives them a label; of other cells only how many there
        are, because they may be what somebody wrote.
    """
    first = [f"Bestand: {received.path.name}", f"Soort: {received.kind}", *received.details,
             f"{_counted(received.rows, 'rij', 'rijen')} (vanaf rij {received.first_row}), "
             f"{_counted(len(received.variables), 'variabele', 'variabelen')}"]
    rest = (line for variable in received.variables for line in ("", *_lines(variable)))
    return "\n".join((*map(_capital, first), *rest))


def _lines(variable: Variable) -> Iterator[str]:
    yield f"{variable.name}: {variable.label}" if variable.label else variable.name
    filled = [cell for cell in variable.cells if cell]
    empty = len(variable.cells) - len(filled)
    meant = sum(any(_within(cell, ends) for ends in variable.missing) for cell in filled)
    yield (f"  {len(filled)} ingevuld, {empty} leeg, "
           f"{_counted(len(set(filled)), 'verschillende waarde', 'verschillende waarden')}")
    for value, label in variable.values.items():
        yield f"  {one_line(value)} = {one_line(label)} ({filled.count(value)}×)"
    if variable.values and (others := [cell for cell in filled if cell not in variable.values]):
        yield f"  zonder label: {_counted(len(set(others)), 'waarde', 'waarden')} ({len(others)}×)"
    if variable.missing:
        ranges = ", ".join(_range(ends) for ends in variable.missing)
        yield f"  geldt als ontbrekend: {ranges} ({meant}×)"


def _range(ends: Missing) -> str:
    low, high = one_line(ends.low), one_line(ends.high)
    if low == high:
        return low
    if low == "-inf":
        return f"alles tot en met {high}"
    return f"{low} en hoger" if high == "inf" else f"{low} tot en met {high}"


def _within(cell: str, ends: Missing) -> bool:
    """Whether a cell is one of the values that stand for no answer."""
    if ends.low == ends.high:
        return cell == ends.low
    try:
        return float(ends.low) <= float(cell) <= float(ends.high)
    except ValueError:
        return False  # ranges are of numbers


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}"


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]
