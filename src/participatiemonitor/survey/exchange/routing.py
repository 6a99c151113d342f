"""Who is asked a question, as conditions that each format writes in its own language.

They say what `participatiemonitor.survey.responses` says: an answer that is missing leads to no
question, and a derived answer is known only where no missing one could change it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from participatiemonitor.survey.codebook import Codebook, Derivation, Question

Written = TypeVar("Written")


@dataclass(frozen=True)
class Has:
    """The answer to a question is an option, or this option is among those ticked."""

    question: str
    option: str


@dataclass(frozen=True)
class Given:
    """A question has an answer."""

    question: str


@dataclass(frozen=True)
class Of:
    """The respondent is of a group."""

    group: str


@dataclass(frozen=True)
class Every:
    """All of these are true; without any, nothing is asked for."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Some:
    """One of these is true at least; without any, none is."""

    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Never:
    """The part is not true."""

    part: Condition


Leaf = Has | Given | Of
Condition = Leaf | Every | Some | Never
ALWAYS, NOBODY = Every(()), Some(())


def every(parts: Iterable[Condition]) -> Condition:
    """All of some conditions, without those that are always true."""
    kept = tuple(dict.fromkeys(part for part in parts if part != ALWAYS))
    return kept[0] if len(kept) == 1 else Every(kept)


def some(parts: Iterable[Condition]) -> Condition:
    """One of some conditions at least, without those that are never true."""
    kept = tuple(dict.fromkeys(part for part in parts if part != NOBODY))
    if ALWAYS in kept:
        return ALWAYS
    return kept[0] if len(kept) == 1 else Some(kept)


def never(part: Condition) -> Condition:
    """The opposite of a condition."""
    return NOBODY if part == ALWAYS else Never(part)


def asked(question: Question, groups: Iterable[str]) -> Condition:
    """When a question is put to a respondent.

    Parameters
    ----------
    question : Question
    groups : iterable of str
        All groups of the round; only of the group itself, where it alone is meant.

    Returns
    -------
    Condition
    """
    left_out = set(groups) - set(question.asked)
    return every([some(map(Of, question.asked)) if left_out else ALWAYS, _routed(question)])


def derived(question: Question, codebook: Codebook) -> tuple[tuple[str, Condition], ...]:
    """The options of a derived question with their conditions.

    Parameters
    ----------
    question : Question
    codebook : Codebook

    Returns
    -------
    tuple of (str, Condition)
        The answer is the first option of which the condition holds; without one it is missing.
    """
    rule = question.derived or Derivation()
    complete = _complete([codebook[source] for source in rule.sources], codebook)
    if rule.any:
        chosen = some(Has(source, option) for source, options in rule.any.items()
                      for option in options)
        return ("ja", chosen), ("nee", complete)
    first, *others = [(option, some(Has(source, option) for source in rule.highest))
                      for option in question.option_ids]
    return first, *((option, every([complete, chosen])) for option, chosen in others)


def write(condition: Condition, leaf: Callable[[Leaf], Written],
          join: Callable[[type, Sequence[Written]], Written]) -> Written:
    """A condition in another language.

    Parameters
    ----------
    condition : Condition
    leaf : callable
        Writes `Has`, `Given` and `Of`.
    join : callable
        Writes `Every`, `Some` or `Never` of what was written.

    Returns
    -------
    Written
    """
    if isinstance(condition, Never):
        return join(Never, [write(condition.part, leaf, join)])
    if isinstance(condition, Every | Some):
        return join(type(condition), [write(part, leaf, join) for part in condition.parts])
    return leaf(condition)


def infix(denial: str, always: str, nobody: str) -> Callable[[type, Sequence[str]], str]:
    """The joins of a language with ``and`` and ``or`` between parts, for `write`.

    Parameters
    ----------
    denial : str
        With ``{}`` where the part stands.
    always, nobody : str
        What holds of everybody, and of nobody.

    Returns
    -------
    callable
    """
    def join(kind: type, written: Sequence[str]) -> str:
        if kind is Never:
            return denial.format(written[0])
        if not written:
            return always if kind is Every else nobody
        return f"({(' and ' if kind is Every else ' or ').join(written)})"

    return join


def _routed(question: Question) -> Condition:
    return every(some(Has(router, option) for option in options)
                 for router, options in question.when.items())


def _complete(sources: Sequence[Question], codebook: Codebook) -> Condition:
    """A source was put to the respondent, and none that was is without an answer."""
    put = [_may_be_asked(source, codebook) for source in sources]
    return every([some(put), *(some([_given(source, codebook), never(may)])
                               for source, may in zip(sources, put, strict=True))])


def _may_be_asked(question: Question, codebook: Codebook) -> Condition:
    """As in `_routed`, or unknown because a routing answer is missing."""
    return every(
        some([*(Has(router, option) for option in options),
              never(_given(codebook[router], codebook))])
        for router, options in question.when.items())


def _given(question: Question, codebook: Codebook) -> Condition:
    """Whether there is an answer; a list where nothing need be ticked has one when it was put."""
    if question.kind == "multiple" and not question.exclusive:
        return _routed(question)
    return Given(question.id)
