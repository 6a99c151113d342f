"""Answers that nearly the same respondents gave, because one follows from the other.

Who gave an answer to one of several questions has it in the question that takes the highest of
them, too; who ticked *none of these* ticked nothing else. Where the totals say that hardly anybody
makes a difference, two draws of noise would nearly be two draws for the same counts.
"""

from __future__ import annotations

from collections.abc import Callable

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.survey.codebook import Codebook

# Totals that differ by less are of nearly the same respondents.
NEARLY = 10


def nested_options(codebook: Codebook, name: str, group: str,
                   limits: Callable[[Ref], tuple[int, int]], n: int) -> set[str]:
    """The options of a question that have no counts by size class for this reason.

    Parameters
    ----------
    codebook : Codebook
    name, group : str
        The question, and who answered.
    limits : callable
        Between which counts the total of an option or net lies, as far as that is told: what is
        not told may not decide.
    n : int
        The base of the question.

    Returns
    -------
    set of str
    """
    question = codebook[name]
    pairs: list[tuple[tuple[str, ...], tuple[int, int]]] = []
    for other in codebook.questions:
        rule = other.derived
        if rule and group in other.asked and name in rule.sources:
            inside = rule.any.get(name, ())
            outside = tuple(one for one in question.option_ids if one not in inside)
            ends = other.option_ids[0], other.option_ids[-1]
            # The highest is given by one at least, the lowest by all.
            parts = (inside, outside) if inside else ((ends[0],), (ends[1],))
            pairs += [(part, limits(Ref(other.id, end, group)))
                      for part, end in zip(parts, ends, strict=True)]
    if question.exclusive and question.kind == "multiple":
        low, high = limits(Ref(name, question.exclusive, group))
        pairs += [((one,), (n - high, n - low)) for one in question.option_ids
                  if one != question.exclusive]
    return {option for part, other in pairs for option in part
            if _apart(limits(Ref(name, "+".join(part), group)), other) < NEARLY}


def _apart(one: tuple[int, int], other: tuple[int, int]) -> int:
    """How far apart two totals are at least."""
    return max(one[0] - other[1], other[0] - one[1], 0)
