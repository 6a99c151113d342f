"""Which columns say who answered: code of respondent and organisation, its name, the group."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping

from participatiemonitor.files.signs import is_code
from participatiemonitor.survey.importing.clues import OPEN, PROBABLE, Guess
from participatiemonitor.survey.importing.crosswalk import SURE
from participatiemonitor.survey.importing.likeness import compact
from participatiemonitor.survey.importing.received import Received, Variable
from participatiemonitor.survey.importing.targets import (
    GROUP,
    NAME,
    ORGANISATION,
    RESPONDENT,
    Target,
)

_NAMES = {
    RESPONDENT: ("respondent", "respondentcode", "respondentnummer", "respondentid"),
    ORGANISATION: ("organisation", "organisatie", "organisatiecode", "gemeentecode", "code"),
    GROUP: ("group", "groep", "respondentgroep", "soortrespondent")}
_NAMED = ("organisatienaam", "naamorganisatie", "naamvandeorganisatie", "gemeente", "gemeentenaam",
          "naamgemeente", "naamvanuwgemeente", "naamvandegemeente", "voorwelkegemeentewerktu")
# Of the cells of a column: so many must be known for it to be what it looks like.
_MOST = 0.8


def key_guesses(received: Received, targets: Mapping[str, Target]) -> dict[str, Guess]:
    """The columns that are keys, by name; others are not in it."""
    guesses = {}
    codes = targets[ORGANISATION].known
    names, groups = _known(targets[NAME]), _known(targets[GROUP])
    for variable in received.variables:
        cells = Counter(filter(None, variable.cells))
        if cells and (guess := _guess(variable, cells, codes, names, groups)):
            guesses[variable.name] = guess
    return guesses


def _guess(variable: Variable, cells: Counter[str], codes: Collection[str],
           labels: Collection[str], groups: Collection[str]) -> Guess | None:
    names = {compact(variable.name), compact(variable.label)}
    texts: Counter[str] = Counter()
    for cell, times in cells.items():
        texts[compact(variable.values.get(cell, cell))] += times
    named = bool(names & set(_NAMES[ORGANISATION]))
    if (share := _share(cells, codes)) >= (_MOST / 2 if named else _MOST):
        if named or share == 1:
            return Guess(ORGANISATION, SURE, "de cellen zijn codes uit frame.csv")
        return Guess(ORGANISATION, PROBABLE, "de meeste cellen zijn codes uit frame.csv")
    named = bool(names & set(_NAMES[GROUP]))
    if _share(texts, groups) >= (_MOST if named else 1):
        return Guess(GROUP, SURE if named else PROBABLE, "de cellen zijn namen van groepen")
    if labels and _share(texts, labels) >= _MOST / 2:
        return Guess(NAME, PROBABLE, "de cellen zijn namen uit frame.csv")
    if variable.name == RESPONDENT:
        return Guess(RESPONDENT, SURE, "de naam is die van de code van respondenten")
    if names & set(_NAMES[RESPONDENT]) and _own(cells):
        return Guess(RESPONDENT, PROBABLE, "elke cel is een eigen code")
    if names & {*_NAMES[ORGANISATION], *_NAMED}:
        return Guess("", OPEN, "de naam zegt organisatie, maar de cellen staan niet in frame.csv")
    return None


def _known(target: Target) -> set[str]:
    return set(target.by_text)


def _share(cells: Counter[str], known: Collection[str]) -> float:
    return sum(times for cell, times in cells.items() if cell in known) / cells.total()


def _own(cells: Counter[str]) -> bool:
    return len(cells) == cells.total() and all(map(is_code, cells))
