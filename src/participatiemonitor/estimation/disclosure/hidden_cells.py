"""What is hidden of every table of a wave, alone and with the questions that tell of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Answers, Flags
from participatiemonitor.estimation.design.weighting import FINE, STEPS, GroupDesign
from participatiemonitor.estimation.disclosure.betrayal import betrays, betrays_together
from participatiemonitor.estimation.disclosure.cells import (
    base_sizes,
    counted,
    known_least,
    not_alone,
    split,
    with_smallest,
)
from participatiemonitor.estimation.disclosure.suppression import Rules, suppress
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.survey.wave import Wave

AMOUNTS = ("percentage", "number")


@dataclass(frozen=True)
class Shown:
    """What may be shown of one table.

    Attributes
    ----------
    hidden : ndarray of bool, shape (R, D + 1)
        Hidden cells by publication domain, the totals last.
    step : float or None
        What its weighted figures must be rounded to; None when they are hidden.
    """

    hidden: Flags
    step: float | None


class HiddenCells:
    """Which cells of each table of a wave are hidden, decided when asked for.

    Parameters
    ----------
    wave : Wave
    answers : callable
        Gives the answers to a question of a group.
    designs : dict of str to GroupDesign
        By group.
    """

    def __init__(self, wave: Wave, answers: Callable[[str, str], Answers],
                 designs: dict[str, GroupDesign]) -> None:
        publication = wave.info.publication
        self._codebook = wave.codebook
        self._answers = answers
        self._designs = designs
        self._rules = Rules(publication.minimum_base, publication.minimum_cell)
        self._public = {Ref.parse(text) for text in publication.already_public}
        self._domains = publication.domains
        order = list(wave.info.strata)
        self._strata = [tuple(order.index(part) for part in domain.split("+"))
                        for domain in publication.domains]
        # Each is worked out once: tables rest on one another.
        self._table = cache(self._shown)
        self._whole = cache(self._hidden_whole)
        self._step_together = cache(self._common_step)
        self.routed = cache(self._routed)

    def __call__(self, ref: Ref, option: str) -> Shown:
        """What may be shown of the table of an option or net of a question of a group."""
        single = self._codebook[ref.question].kind == "single"
        named = "" if single and "+" not in option else option
        return self._table(Ref(ref.question, named, ref.group))

    def _shown(self, table: Ref) -> Shown:
        """As `__call__`, of a table by its name: without an option it has a row for each."""
        if self._codebook[table.question].kind in AMOUNTS:
            return self._means(table)
        whole, totals = self._whole(table.question, table.group)
        hidden = self._cells(table, whole, totals)
        family = () if table.option else self._family(table.question)
        if len(family) > 1:
            return Shown(hidden, self._step_together(family, table.group))
        step = self._step_alone(table, hidden, STEPS)
        if step is None:
            everywhere = np.append(np.ones(len(self._domains), bool), whole[-1])
            wider = self._cells(table, everywhere, totals)
            if (wider[:, -1] == hidden[:, -1]).all():
                step = self._step_alone(table, wider, STEPS)
                hidden = wider if step else hidden
        return Shown(hidden, step)

    def _step_alone(self, table: Ref, hidden: Flags, steps: tuple[float, ...]) -> float | None:
        answers = self._answers(table.question, table.group)
        strata = [(stratum,) for stratum in range(sum(map(len, self._strata)))]
        least = known_least(self._codebook[table.question], answers, table.option, strata)
        return next((step for step in steps if not betrays(
            answers, split(answers, table.option), hidden, self._strata,
            self._designs[table.group], step, least)), None)

    def _common_step(self, family: tuple[str, ...], group: str) -> float | None:
        """One step for questions that tell of each other."""
        whole, totals = self._whole(family[0], group)
        tables = {table: self._cells(table, whole, totals)
                  for table in (Ref(name, group=group) for name in family)}
        linked = [(self._answers(table.question, group), hidden)
                  for table, hidden in tables.items()]
        return next((
            step for step in STEPS
            if all(self._step_alone(table, hidden, (step,)) for table, hidden in tables.items())
            and not betrays_together(linked, self._alike(family, group), whole[:-1],
                                     self._strata, self._designs[group], step)), None)

    def _alike(self, family: tuple[str, ...], group: str) -> NDArray[np.int64]:
        """Respondents that can exchange a family's answers and leave what follows from it."""
        alike = np.zeros(len(self._answers(family[0], group).strata), int)
        for entry in self._codebook.questions:
            sources = entry.derived.any if entry.derived else {}
            if set(sources) & set(family):
                hits = {name: self._answers(name, group).column(tuple(options)) == 1
                        for name, options in sources.items()}
                own = np.any([hits[name] for name in sources if name in family], axis=0)
                rest = np.any([hits[name] for name in sources if name not in family], axis=0)
                alike = 3 * alike + np.where(rest, 2, own)
        return alike

    def _cells(self, table: Ref, whole: Flags, totals: frozenset[str]) -> Flags:
        """The hidden cells of one table, when domains and some totals are hidden anyhow."""
        answers = self._answers(table.question, table.group)
        counts = counted(answers, split(answers, table.option), self._strata)
        least = known_least(self._codebook[table.question], answers, table.option, self._strata)
        names = [table.option] * 2 if table.option else answers.options
        public = np.array([Ref(table.question, name, table.group) in self._public
                           for name in names])
        rows = np.array([name in totals for name in names])
        order = list(range(len(names)))
        if table.option:
            # A net and the items outside it may be one and the same split, read from either side:
            # both must be decided alike.
            order.sort(key=lambda row: (counts[row].sum(), *counts[row]))
        return suppress(counts[order], self._rules, public, least[order], whole,
                        rows)[np.argsort(order)]

    def _hidden_whole(self, name: str, group: str) -> tuple[Flags, frozenset[str]]:
        """What is hidden of a question by its routing and its family.

        Returns
        -------
        columns : ndarray of bool, shape (D + 1,)
            Domains, and the totals, that are hidden as a whole.
        totals : frozenset of str
            Options of which the totals are hidden in the whole family.
        """
        family = [entry for entry in map(self._codebook.__getitem__, self._family(name))
                  if group in entry.asked]
        columns = np.any([self.routed(entry.id, group) for entry in family], axis=0)
        columns[-1] |= any(self._part_unknown(source, options, group)[-1] for entry in family
                           if entry.derived for source, options in entry.derived.any.items())
        totals: frozenset[str] = frozenset()
        before = None
        while len(family) > 1 and before != (before := (*columns, totals)):
            for entry in family:
                cells = self._cells(Ref(entry.id, group=group), columns, totals)
                columns = columns | np.append(cells[:, :-1].any(axis=0), False)
                totals |= {option for option, hidden in zip(entry.option_ids, cells[:, -1],
                                                            strict=True) if hidden}
        return columns, totals

    def _family(self, question: str) -> tuple[str, ...]:
        """The question with those it is the highest of, or with that one and its sources."""
        for entry in self._codebook.questions:
            names = (entry.id, *entry.derived.highest) if entry.derived else ()
            if len(names) > 1 and question in names:
                return names
        return (question,)

    def _routed(self, name: str, group: str) -> Flags:
        """Where what is hidden of the routing question hides a routed one; totals last."""
        columns = np.zeros(len(self._domains) + 1, bool)
        for source, options in self._codebook[name].when.items():
            columns |= self._part_unknown(source, options, group)
        bases = base_sizes(self._answers(name, group), self._strata)
        return np.append(not_alone(columns[:-1], bases), columns[-1])

    def _part_unknown(self, name: str, options: tuple[str, ...], group: str) -> Flags:
        """Where it is hidden how many gave any of some options; totals last."""
        question = self._codebook[name]
        table, rows = Ref(name, "+".join(options), group), [0]
        if question.kind == "single":
            table = Ref(name, group=group)
            rows = [row for row, option in enumerate(question.option_ids)
                    if option not in options]
        return np.logical_or.reduce(self._table(table).hidden[rows], axis=0)

    def _means(self, table: Ref) -> Shown:
        answers = self._answers(table.question, table.group)
        bases = base_sizes(answers, self._strata)
        hidden = (bases > 0) & (bases < self._rules.minimum_base)
        whole, _ = self._whole(table.question, table.group)
        hidden = not_alone(hidden | whole[:-1], bases)
        total = bool(whole[-1]) or 0 < bases.sum() < self._rules.minimum_base
        sums = np.array([answers.values[answers.within(strata)].sum() for strata in self._strata])
        # Nothing, or all there can be, in several domains together is so in each.
        while not total and hidden.any() and sums[hidden].sum() in (
                0, len(answers.options) * bases[hidden].sum()):
            total = not (~hidden & (bases > 0)).any()
            hidden = with_smallest(hidden, bases)
        return Shown(np.append(hidden, total)[None, :], FINE)
