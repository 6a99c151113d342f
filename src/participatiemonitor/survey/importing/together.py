"""Columns with several answers in one cell, as Microsoft Forms writes them, taken apart.

What is told apart is a column of its own, one an option, and stands so in the crosswalk.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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
        A column of 1 and 0 for each option, also for those that nobody chose, and one with words
        of respondents themselves.
    """
    questions = {target.question.id: tuple(option.nl for option in target.question.options)
                 for target in targets.values() if target.question and target.kind == "multiple"}
    return replace(received, variables=tuple(
        made for variable in received.variables
        for made in _columns(variable, tuple(questions.values()))))


def _columns(variable: Variable, questions: Sequence[Sequence[str]]) -> Iterator[Variable]:
    if variable.values or not any(_BETWEEN in cell for cell in variable.cells):
        yield variable
        return
    given = [_parts(cell) for cell in variable.cells]
    times = Counter(part for parts in given for part in dict.fromkeys(parts))
    asked = _asked(times, questions)
    options = {compact(text) for text in asked}
    own = [part for part in times if times[part] > 1 or compact(part) in options]
    together = any(len(parts) > 1 for parts in given)
    if not together or len(own) > _MOST or (
            sum(times[part] for part in own) < _REPEATED * times.total()):
        yield variable
        return
    label = variable.label or variable.name
    there = {compact(part) for part in own}
    for part in (*own, *(text for text in asked if compact(text) not in there)):
        yield Variable(f"{variable.name}[{part}]", f"{label} [{part}]", tuple(
            str(int(part in parts)) if parts else "" for parts in given), {}, ())
    if len(own) < len(times):
        yield Variable(f"{variable.name}[{OTHER}]", f"{label} [{OTHER}]", tuple(
            f"{_BETWEEN} ".join(part for part in parts if part not in own) for parts in given),
            {}, ())


def _asked(parts: Iterable[str], questions: Sequence[Sequence[str]]) -> Sequence[str]:
    """The options of the question that has most of the answers, two or more."""
    given = {compact(part) for part in parts}
    matches = [(len(given & {compact(text) for text in texts}), texts) for texts in questions]
    most, texts = max(matches, key=lambda match: match[0], default=(0, ()))
    return texts if most > 1 else ()


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in cell.split(_BETWEEN))))
