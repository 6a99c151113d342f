"""What may be published of each question: the totals, and counts by size class with noise.

Exact is the total of a group alone, see `totals`. Everything by size class is read off the counts
that are made here with noise, see `noise`; shares, weighted figures, errors and intervals are
computed from these, so that they hold nothing more.

- A total that is told as a class or a band has no parts by size class, and neither has one of
  fewer respondents than there are size classes. Such answers to a single choice are one row
  together: their sum follows from the others.
- The base of a routed question is a count of answers. By size class it has the noise of what
  decides whom the question is put to; where that is a class, the base is told as its lowest.
- A net of a single choice is the sum of its parts. A net of other questions is a count by itself,
  but not where one of its items is not told; all items but the exclusive one are who did not give
  that one.
- An answer that nearly the same respondents gave as another, because one follows from the other,
  has no parts by size class: it would be the same counts with other noise.
- The noise belongs to who is where. The same split of the same respondents has the same noise by
  whatever name it is asked for, and in whichever round.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Answers, Flags
from participatiemonitor.estimation.disclosure.draws import subject_of
from participatiemonitor.estimation.disclosure.nesting import nested_options
from participatiemonitor.estimation.disclosure.noise import LARGEST, Counts, perturbed
from participatiemonitor.estimation.disclosure.totals import CLASS, Told, tell, tell_all
from participatiemonitor.estimation.estimates import BAND, FEW, HIDDEN, NEARLY_ALL, OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.survey.answered import Answered


@dataclass(frozen=True)
class Base:
    """The base of a question of a group.

    Attributes
    ----------
    n : int
        Respondents in total; the lowest that it can be where `unsure` is not 0.
    unsure : int
        How many more it can be.
    parts : ndarray of int, shape (D,)
        By size class, with the noise of what decides whom the question is put to.
    moved : ndarray of int, shape (D,)
        That noise.
    told : bool
        Whether `parts` may be shown.
    """

    n: int
    unsure: int
    parts: Counts
    moved: Counts
    told: bool = True


class Publication:
    """What may be published of the answers to a wave.

    Parameters
    ----------
    answered : Answered
    key : bytes
        Draws the noise.
    collect : callable
        Gives the answers to a question of a group.
    """

    def __init__(self, answered: Answered, key: bytes,
                 collect: Callable[[str, str], Answers]) -> None:
        self._codebook = answered.codebook
        self._key = key
        self._collect = collect
        self._public = {Ref.parse(text) for text in answered.info.publication.already_public}
        self._names = {group: answered.members(group)["organisation"].to_numpy()
                       for group in answered.info.groups}
        order = list(answered.info.strata)
        self.domains = [tuple(order.index(part) for part in domain.split("+"))
                        for domain in answered.info.publication.domains]
        # Worked out once: questions rest on one another.
        self.base = cache(self._base)
        self._told = cache(self._told_options)
        self._rows = cache(self._noised_rows)

    def answers(self, ref: Ref) -> tuple[Answers, NDArray[np.str_]]:
        """The answers to a question of a group, and whose these are."""
        return self._collect(ref.question, ref.group), self._names[ref.group]

    def total(self, ref: Ref) -> Told:
        """How the total of an option or net is told."""
        question = self._codebook[ref.question]
        told = self._told(ref.question, ref.group)
        if len(ref.options) == 1:
            return told[ref.option]
        others = [name for name in told if name not in ref.options]
        if question.kind == "single" or others == [question.exclusive]:
            return self._net(ref, others)
        if any(told[name].status in (FEW, BAND, HIDDEN) for name in ref.options):
            return Told(HIDDEN)
        base = self.base(ref.question, ref.group)
        return tell(self.count(ref), base.n, base.n + base.unsure)

    def count(self, ref: Ref) -> int:
        """How many respondents of the group gave an option or net."""
        given = self._collect(ref.question, ref.group)
        return int(given.column(ref.options)[given.within(None)].sum())

    def parts(self, ref: Ref) -> Counts | None:
        """Counts by size class with noise, shape (D,); None where there are none to show."""
        found = self.table(ref)
        return None if found is None else found[0][found[1]].sum(axis=0)

    def table(self, ref: Ref) -> tuple[Counts, list[int]] | None:
        """Counts with noise, shape (R, D), and the rows that are those of a quantity."""
        if self.total(ref).status != OK:
            return None
        single = self._codebook[ref.question].kind == "single"
        rows = self._rows(Ref(ref.question, "" if single else ref.option, ref.group))
        wanted = ref.options if single else ("",)
        if rows is None or any(name not in rows for name in wanted):
            return None
        return np.array([*rows.values()]), [list(rows).index(name) for name in wanted]

    def _net(self, ref: Ref, others: list[str]) -> Told:
        """How a net is told that follows from what is told of its options and of the others."""
        base = self.base(ref.question, ref.group)
        inside, outside = ([self._limits(replace(ref, option=name)) for name in names]
                           for names in (ref.options, others))
        low = base.n - sum(high for _, high in outside)
        high = base.n + base.unsure - sum(low for low, _ in outside)
        if self._codebook[ref.question].kind == "single":
            low = max(low, sum(low for low, _ in inside))
            high = min(high, sum(high for _, high in inside))
        if low == high:
            return tell(low, base.n, base.n + base.unsure)
        low, high = max(low, 0), min(high, base.n + base.unsure)
        if low == 0 and high >= base.n:
            return Told(HIDDEN)
        return Told(FEW if high <= CLASS else NEARLY_ALL if low >= base.n - CLASS else BAND,
                    (low, high))

    def _limits(self, ref: Ref) -> tuple[int, int]:
        """The lowest and highest count that is possible by what is told."""
        told = self.total(ref)
        if told.status == OK:
            return (self.count(ref),) * 2
        base = self.base(ref.question, ref.group)
        return told.between or (0, base.n + base.unsure)

    def _told_options(self, name: str, group: str) -> dict[str, Told]:
        question, base = self._codebook[name], self.base(name, group)
        given = self._collect(name, group)
        counts = given.values[given.within(None)].sum(axis=0).astype(int)
        found = tell_all(
            counts.tolist(), base.n, adds_up=question.kind == "single",
            at_least_one=question.exclusive is not None, unsure=base.unsure,
            public=[Ref(name, option, group) in self._public for option in given.options])
        return dict(zip(given.options, found, strict=True))

    def _base(self, name: str, group: str) -> Base:
        given = self._collect(name, group)
        parts = np.array([given.within(domain).sum() for domain in self.domains])
        n, still = int(parts.sum()), np.zeros(len(parts), int)
        when = self._codebook[name].when
        if not when:
            return Base(n, 0, parts, still)
        deciding = [Ref(source, "+".join(options), group) for source, options in when.items()]
        noised = self.parts(deciding[0]) if len(deciding) == 1 else None
        moved = still if noised is None else self._possible(
            parts, noised - self._by_domain(deciding[0]))
        low, high = (min(ends) for ends in zip(*map(self._limits, deciding), strict=True))
        # Answers to it are no more than whom it was put to: near the lowest they would tell.
        unsure = high - low if n >= low else 0
        return Base(min(n, low) if unsure else n, unsure, parts + moved, moved,
                    noised is not None)

    def _by_domain(self, ref: Ref) -> Counts:
        given = self._collect(ref.question, ref.group)
        chosen = given.column(ref.options)
        return np.array([chosen[given.within(domain)].sum() for domain in self.domains], int)

    @staticmethod
    def _possible(parts: Counts, moved: Counts) -> Counts:
        """Noise that empties no size class, and adds up to nought."""
        moved = np.maximum(moved, np.minimum(1 - parts, 0))
        while moved.sum() > 0:
            moved[moved.argmax()] -= 1
        return moved

    def _noised_rows(self, table: Ref) -> dict[str | None, Counts] | None:
        """Counts with noise by option, or of a net under an empty name, and of all else."""
        base, given = self.base(table.question, table.group), self._collect(
            table.question, table.group)
        here, names = given.within(None), self._names[table.group]
        columns = [place for place, size in enumerate(base.parts) if size > 0]
        least = max(CLASS + 1, len(columns))
        nested = nested_options(self._codebook, table.question, table.group, self._limits, base.n)
        if table.option:
            yes = given.column(table.options)
            rows = {} if table.option in nested else {"": yes == 1, None: yes == 0}
        else:
            told = self._told(table.question, table.group)
            rows = _with_rest({name: given.column((name,)) == 1 for name, one in told.items()
                               if one.status == OK and name not in nested}, here, least,
                              len(told) if nested else 0)
        members = {name: row & here for name, row in rows.items()}
        if not base.told or len(members) < 2 or len(columns) > LARGEST or (
                min(row.sum() for row in members.values()) < least):
            return None
        counts = np.array([[(row & given.placed(domain)).sum() for domain in self.domains]
                           for row in members.values()])
        if len(columns) > 1:
            order = sorted(members, key=lambda name: subject_of(names[members[name]]))
            places = [list(members).index(name) for name in order]
            subject = subject_of(*(names[row] for row in members.values()))
            found = perturbed(counts[np.ix_(places, columns)], self._key, subject,
                              base.moved[columns])
            if found is None:
                return None
            counts[np.ix_(places, columns)] = found
        return dict(zip(members, counts, strict=True))


def _with_rest(rows: dict[str, Flags], here: Flags, least: int, options: int
               ) -> dict[str | None, Flags]:
    """Not too many rows of at least so many respondents, and all else in one row of as many.

    That row is not one of so many `options` alone: it would follow from the others.
    """
    kept: dict[str | None, Flags] = {
        name: row for name, row in rows.items() if (row & here).sum() >= least}
    while kept:
        rest = here & ~np.any(list(kept.values()), axis=0)
        if (len(kept) + rest.any() <= LARGEST and len(kept) != options - 1
                and (not rest.any() or rest.sum() >= least)):
            return {**kept, **({None: rest} if rest.any() else {})}
        del kept[min(kept, key=lambda name: (kept[name] & here).sum())]
    return {}
