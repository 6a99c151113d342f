"""Columns with several answers in one cell, as Microsoft Forms writes them, taken apart.

What is told apart is a column of its own, one an option, and stands so in the crosswalk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from participatiemonitor.survey.importing.likeness import compact
from participatiemonitor.survey.importing.received import Received, Variable
from participatiemonitor.survey.importing.targets import Target

_BETWEEN = ";"
# Columns that are made of one, and the share of answers that more than one respondent gave:
# words of respondents themselves are hardly ever the same.
_MOST, _REPEATED = 60, 0.6
OTHER = "anders, namelijk"


def told_apart(received: Received, targets: Mapping[str, Target]) -> Received:
    """Give each answer that stands with others in a cell a column of its own.

    Parameters
    ----------
    received : Received
    targets : mapping of str to Target

    Returns
    -------
    Received
        A column of 1 and 0 for each option, and one with words of respondents themselves.
    """
    options = {compact(text) for target in targets.values() if target.option
               for text in (target.option.nl, target.option.en)}
    return replace(received, variables=tuple(
        made for variable in received.variables for made in _columns(variable, options)))


def _columns(variable: Variable, options: set[str]) -> Iterator[Variable]:
    if variable.values or not any(_BETWEEN in cell for cell in variable.cells):
        yield variable
        return
    given = [_parts(cell) for cell in variable.cells]
    times = Counter(part for parts in given for part in dict.fromkeys(parts))
    own = [part for part in times if times[part] > 1 or compact(part) in options]
    together = any(len(parts) > 1 for parts in given)
    if not together or len(own) > _MOST or (
            sum(times[part] for part in own) < _REPEATED * times.total()):
        yield variable
        return
    label = variable.label or variable.name
    for part in own:
        yield Variable(f"{variable.name}[{part}]", f"{label} [{part}]", tuple(
            str(int(part in parts)) if parts else "" for parts in given), {}, ())
    if len(own) < len(times):
        yield Variable(f"{variable.name}[{OTHER}]", f"{label} [{OTHER}]", tuple(
            f"{_BETWEEN} ".join(part for part in parts if part not in own) for parts in given),
            {}, ())


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(_BETWEEN))))
