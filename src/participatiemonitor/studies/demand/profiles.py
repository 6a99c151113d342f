"""Who belongs to which profile: a client may fit several, or none.

What is not known of a client is neither true nor false (Kleene 1952, § 64). A rule that rests on it
leaves open whether the client fits, so that the number of a profile is a range: from those who
certainly do to those who may.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.demand.rules import (
    BARRIERS,
    FIELDS,
    NUMBERS,
    Comparison,
    Not,
    Or,
    Rule,
    comparisons,
    normal,
)

Flags = NDArray[np.bool_]
_TESTS = {"<": np.less, "<=": np.less_equal, ">": np.greater, ">=": np.greater_equal}


@dataclass(frozen=True)
class Profile:
    """A kind of clients, by the rule that makes them one."""

    id: str
    name: str
    rule: Rule


@dataclass(frozen=True, eq=False)
class Matched:
    """Clients beside profiles.

    Attributes
    ----------
    profiles : tuple of str
        Their ids.
    sure : ndarray of bool, shape (n, p)
        Who certainly fits.
    possible : ndarray of bool, shape (n, p)
        Who does or may fit.
    unseen : tuple of (str, str, str)
        Profile, field and word of what no client has: a word that may have been spelt wrong.
    """

    profiles: tuple[str, ...]
    sure: Flags
    possible: Flags
    unseen: tuple[tuple[str, str, str], ...]

    def counts(self) -> dict[str, Limits]:
        """The clients of each profile."""
        return {profile: _between(self.sure[:, place], self.possible[:, place])
                for place, profile in enumerate(self.profiles)}

    def several(self) -> Limits:
        """Clients that fit two profiles or more."""
        return _between(self.sure.sum(axis=1) > 1, self.possible.sum(axis=1) > 1)

    def none(self) -> Limits:
        """Clients that fit no profile; by their value, who may fit one does not."""
        never, perhaps = ~self.possible.any(axis=1), ~self.sure.any(axis=1)
        return Limits(float(never.sum()), float(perhaps.sum()), float(perhaps.sum()))


def match(clients: pd.DataFrame, profiles: Sequence[Profile]) -> Matched:
    """Hold clients against the rules of profiles.

    Parameters
    ----------
    clients : pandas.DataFrame
        One row a client, with the columns `FIELDS`: age and duration in years, barriers a tuple of
        words, which may be empty; what is not known is missing.
    profiles : sequence of Profile

    Returns
    -------
    Matched
    """
    known = _Columns(clients)
    found = [_holds(profile.rule, known) for profile in profiles]
    shape = len(clients), len(profiles)
    sure, possible = (np.array([pair[end] for pair in found], dtype=bool).T.reshape(shape)
                      for end in (0, 1))
    unseen = [(profile.id, one.field, value) for profile in profiles
              for one in comparisons(profile.rule) for value in one.values
              if isinstance(value, str) and value not in known.words[one.field]]
    return Matched(tuple(profile.id for profile in profiles), sure, possible,
                   tuple(dict.fromkeys(unseen)))


class _Columns:
    """The fields of clients, each prepared once."""

    def __init__(self, clients: pd.DataFrame) -> None:
        self.size = len(clients)
        self.missing = {field: clients[field].isna().to_numpy() for field in FIELDS}
        self.numbers = {field: clients[field].to_numpy(dtype=np.float64, na_value=np.nan)
                        for field in NUMBERS}
        self.codes: dict[str, NDArray[np.intp]] = {}
        self.words: dict[str, dict[str, int]] = {}
        self.rows: NDArray[np.intp] = np.empty(0, dtype=np.intp)
        for field in FIELDS:
            if field not in NUMBERS:
                self._prepare(field, clients[field])

    def _prepare(self, field: str, column: pd.Series) -> None:
        present = column[~self.missing[field]]
        if field == BARRIERS:
            lengths = np.zeros(self.size, dtype=np.intp)
            lengths[~self.missing[field]] = present.map(len).to_numpy(dtype=np.intp)
            self.rows = np.repeat(np.arange(self.size), lengths)
            self.numbers[field] = np.where(self.missing[field], np.nan, lengths)
            present = pd.Series([word for words in present for word in words], dtype=object)
        codes, uniques = pd.factorize(present.astype(object))
        names = [normal(str(one)) for one in uniques]
        self.words[field] = {name: place for place, name in enumerate(dict.fromkeys(names))}
        # Two spellings of one word get the code of the first; the missing one that no word has.
        places = np.array([self.words[field][name] for name in names], dtype=np.intp)
        if field == BARRIERS:
            self.codes[field] = places[codes]
        else:
            self.codes[field] = np.full(self.size, -1, dtype=np.intp)
            self.codes[field][~self.missing[field]] = places[codes]

    def true(self, one: Comparison) -> Flags:
        """Of which clients a comparison is true; of one that is missing it says nothing."""
        if isinstance(one.values[0], float):
            return _compare(self.numbers[one.field], one.sign, one.values[0])
        wanted = [self.words[one.field][value] for value in one.values
                  if isinstance(value, str) and value in self.words[one.field]]
        held = np.isin(self.codes[one.field], wanted)
        if one.field == BARRIERS:
            return np.bincount(self.rows[held], minlength=self.size) > 0
        return ~held if one.sign == "!=" else held


def _compare(numbers: NDArray[np.float64], sign: str, value: float) -> Flags:
    if sign in _TESTS:
        return _TESTS[sign](numbers, value)
    return (numbers == value) == (sign == "=")


def _holds(rule: Rule, known: _Columns) -> tuple[Flags, Flags]:
    """Of whom a rule is certainly true, and of whom it may be."""
    if isinstance(rule, Comparison):
        true, missing = known.true(rule), known.missing[rule.field]
        return true & ~missing, true | missing
    if isinstance(rule, Not):
        sure, possible = _holds(rule.rule, known)
        return ~possible, ~sure
    join = np.logical_or if isinstance(rule, Or) else np.logical_and
    parts = [_holds(part, known) for part in rule.parts]
    return (join.reduce([sure for sure, _ in parts]),
            join.reduce([possible for _, possible in parts]))


def _between(sure: Flags, possible: Flags) -> Limits:
    return Limits(float(sure.sum()), float(possible.sum()), float(sure.sum()))
