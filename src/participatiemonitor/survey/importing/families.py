"""Columns that belong together: one for each option of a question with more answers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from participatiemonitor.survey.importing.likeness import compact, likeness, normal
from participatiemonitor.survey.importing.received import Variable
from participatiemonitor.survey.importing.targets import Target

# ``Q1[SQ001]``, ``Q1_1``, ``Q1.1``, ``Q1r1``, ``knelpunten__schotten``
_MEMBER = re.compile(r"(?P<stem>.+?)(\[[^\[\]]+\]|(__|[._-]|(?<=\d)[a-z])[^\W_]+)$", re.I)
# What stands between the text of a question and that of an option.
_PARTS = (re.compile(r"^(?P<head>.*\S)\s*\[(?P<tail>[^\[\]]+)\]\s*$"),
          re.compile(r"^(?P<tail>[^?]*\S)\s*[:\-–|]\s+(?P<head>.+\?.*)$"),
          re.compile(r"^(?P<head>.*\S)\s+[-–|]\s+(?P<tail>.+)$"),
          re.compile(r"^(?P<head>.*[?:])\s+(?P<tail>.+)$"))
# From here on the text of a question is the one in the codebook, in other words; and in the same.
_REWORDED, _SAME = 70.0, 97.0


@dataclass(frozen=True)
class Member:
    """A column as an option of a question, and what that rests on."""

    target: str
    sure: bool
    why: str


def family_members(variables: Iterable[Variable], targets: Mapping[str, Target]
                   ) -> dict[str, tuple[Member, ...]]:
    """Which options columns are by the texts of options in their labels, each with its family.

    Parameters
    ----------
    variables : iterable of Variable
    targets : mapping of str to Target

    Returns
    -------
    dict of str to tuple of Member
        By name of the column: one where a single question has these options, more where more have.
    """
    families: dict[str, list[Variable]] = defaultdict(list)
    for variable in variables:
        if member := _MEMBER.fullmatch(variable.name):
            families[member["stem"].casefold()].append(variable)
    questions: dict[str, list[Target]] = defaultdict(list)
    for target in targets.values():
        if target.question and target.option:
            questions[target.question.id].append(target)
    members: dict[str, tuple[Member, ...]] = {}
    for family in families.values():
        members |= _members(family, list(questions.values()))
    return members


def _members(family: list[Variable], questions: list[list[Target]]
             ) -> dict[str, tuple[Member, ...]]:
    # How like the question's text, its options, and which of them each column is.
    matched: list[tuple[float, list[Target], dict[str, str]]] = []
    for options in questions:
        places = {variable.name: place for variable in family
                  if (place := _place(variable, options))}
        if len(places) >= 2 and len(set(places.values())) == len(places):
            matched.append((_heads(family, options[0]), options, places))
    most = max((len(places) for _, _, places in matched), default=0)
    matched = [one for one in matched if len(one[2]) == most]
    reworded = [one for one in matched if one[0] >= _REWORDED]
    best = max(reworded, key=lambda one: one[0], default=None)
    chosen = [best] if best and sum(one[0] > best[0] - 5 for one in reworded) == 1 else matched
    found: dict[str, tuple[Member, ...]] = {}
    for variable in family:
        found[variable.name] = tuple(
            Member(places[variable.name], head >= _SAME and len(places) == len(options),
                   f"{len(places)} van de {len(options)} opties van {_question(options)} staan in "
                   "de labels van deze kolommen")
            for head, options, places in chosen if variable.name in places)
    return {name: members for name, members in found.items() if members}


def _question(options: list[Target]) -> str:
    assert options[0].question
    return options[0].question.id


def _place(variable: Variable, options: list[Target]) -> str | None:
    """The option whose text, or id, a column is about; None when it is none or more."""
    tails = {compact(variable.label), *(compact(tail) for _, tail in _parts(variable)),
             *(compact(text) for value, text in variable.values.items() if value != "0")}
    found = [target.name for target in options if target.option and
             tails & {compact(one) for one in (target.option.nl, target.option.en)}]
    return found[0] if len(found) == 1 else None


def _heads(family: list[Variable], target: Target) -> float:
    """How like the text of a question the labels of a family begin."""
    assert target.question
    heads = [normal(head) for variable in family for head, _ in _parts(variable)]
    return max((likeness(head, normal(target.question.nl)) for head in heads), default=0.0)


def _parts(variable: Variable) -> Iterator[tuple[str, str]]:
    """The text of a question and that of an option, in each way a label can be taken apart."""
    for part in _PARTS:
        if found := part.match(variable.label):
            yield found["head"], found["tail"]
