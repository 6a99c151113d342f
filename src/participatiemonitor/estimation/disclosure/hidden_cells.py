"""What is hidden of every table of a wave, alone and with the questions that tell of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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
from participatiemonitor.survey.codebook import Question
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
        self._decided: dict[tuple[str, str, str], Shown] = {}
        self._whole: dict[tuple[str, str], tuple[Flags, frozenset[str]]] = {}
        self._steps: dict[tuple[tuple[str, ...], str], float | None] = {}
        self._routings: dict[tuple[str, str], Flags] = {}

    def __call__(self, ref: Ref, option: str) -> Shown:
        """What may be shown of the table of an option or net of a question of a group."""
        kind = self._codebook[ref.question].kind
        key = (ref.question, "" if kind == "single" and "+" not in option else option, ref.group)
        if key not in self._decided:
            answers = self._answers(ref.question, ref.group)
            self._decided[key] = (self._means(answers, ref) if kind in AMOUNTS
                                  else self._shares(answers, ref, key[1]))
        return self._decided[key]

    def _shares(self, answers: Answers, ref: Ref, option: str) -> Shown:
        whole, totals = self._hidden_whole(ref.question, ref.group)
        hidden = self._cells(answers, ref, option, whole, totals)
        family = [] if option else self._family(self._codebook[ref.question])
        if len(family) > 1:
            return Shown(hidden, self._step_together(tuple(one.id for one in family), ref.group))
        step = self._step_alone(answers, ref, option, hidden, STEPS)
        if step is None:
            everywhere = np.append(np.ones(len(self._domains), bool), whole[-1])
            wider = self._cells(answers, ref, option, everywhere, totals)
            if (wider[:, -1] == hidden[:, -1]).all():
                step = self._step_alone(answers, ref, option, wider, STEPS)
                hidden = wider if step else hidden
        return Shown(hidden, step)

    def _step_alone(self, answers: Answers, ref: Ref, option: str, hidden: Flags,
                    steps: tuple[float, ...]) -> float | None:
        strata = [(stratum,) for stratum in range(sum(map(len, self._strata)))]
        least = known_least(self._codebook[ref.question], answers, option, strata)
        return next((step for step in steps if not betrays(
            answers, split(answers, option), hidden, self._strata, self._designs[ref.group], step,
            least)), None)

    def _step_together(self, family: tuple[str, ...], group: str) -> float | None:
        """One step for questions that tell of each other."""
        if (family, group) in self._steps:
            return self._steps[family, group]
        whole = self._hidden_whole(family[0], group)
        linked = [(answers, self._cells(answers, Ref(name, group=group), "", *whole))
                  for name in family for answers in [self._answers(name, group)]]
        found = None
        for step in STEPS:
            alone = all(self._step_alone(answers, Ref(name, group=group), "", hidden, (step,))
                        for name, (answers, hidden) in zip(family, linked, strict=True))
            if alone and not betrays_together(linked, self._alike(family, group), whole[0][:-1],
                                              self._strata, self._designs[group], step):
                found = step
                break
        return self._steps.setdefault((family, group), found)

    def _alike(self, family: tuple[str, ...], group: str) -> NDArray[np.int64]:
        """Respondents that can exchange a family's answers and leave what follows from it."""
        alike = np.zeros(len(self._answers(family[0], group).strata), int)
        for entry in self._codebook.questions:
            sources = entry.derived.any if entry.derived else {}
            if set(sources) & set(family):
                hits = {name: self._answers(name, group).column(tuple(options)) == 1
                        for name, options in sources.items()}
                own = np.any([hits[name] for name in sources if name in family], axis=0)
                rest = np.any([hits[name] for name in sources if name not in family]
                              or [np.zeros(len(alike), bool)], axis=0)
                alike = 3 * alike + np.where(rest, 2, own)
        return alike

    def _cells(self, answers: Answers, ref: Ref, option: str, whole: Flags,
               totals: frozenset[str]) -> Flags:
        """The hidden cells of one table, when domains and some totals are hidden anyhow."""
        table = split(answers, option)
        counts = counted(answers, table, self._strata)
        least = known_least(self._codebook[ref.question], answers, option, self._strata)
        names = [option, option] if option else answers.options
        public = np.array([Ref(ref.question, name, ref.group) in self._public for name in names])
        if not option:
            rows = np.array([name in totals for name in names])
            return suppress(counts, self._rules, public, least, whole, rows)
        # A net and the items outside it may be one and the same split, read from either side:
        # both must be decided alike.
        order = sorted((0, 1), key=lambda row: (counts[row].sum(), *counts[row]))
        return suppress(counts[order], self._rules, public, least[order], whole)[np.argsort(order)]

    def _hidden_whole(self, name: str, group: str) -> tuple[Flags, frozenset[str]]:
        """What is hidden of a question by its routing and its family.

        Returns
        -------
        columns : ndarray of bool, shape (D + 1,)
            Domains, and the totals, that are hidden as a whole.
        totals : frozenset of str
            Options of which the totals are hidden in the whole family.
        """
        if (name, group) in self._whole:
            return self._whole[name, group]
        family = [entry for entry in self._family(self._codebook[name]) if group in entry.asked]
        columns = np.any([self.routed(entry.id, group) for entry in family], axis=0)
        columns[-1] |= any(self._part_unknown(source, options, group)[-1] for entry in family
                           if entry.derived for source, options in entry.derived.any.items())
        totals: frozenset[str] = frozenset()
        before = None
        while len(family) > 1 and before != (before := (*columns, totals)):
            for entry in family:
                cells = self._cells(self._answers(entry.id, group), Ref(entry.id, group=group),
                                    "", columns, totals)
                columns = columns | np.append(cells[:, :-1].any(axis=0), False)
                totals |= {option for option, hidden in zip(entry.option_ids, cells[:, -1],
                                                            strict=True) if hidden}
        self._whole |= {(entry.id, group): (columns, totals) for entry in family}
        return columns, totals

    def _family(self, question: Question) -> list[Question]:
        """The question with those it is the highest of, or with that one and its sources."""
        for entry in self._codebook.questions:
            names = (entry.id, *entry.derived.highest) if entry.derived else ()
            if len(names) > 1 and question.id in names:
                return [self._codebook[name] for name in names]
        return [question]

    def routed(self, name: str, group: str) -> Flags:
        """Where what is hidden of the routing question hides a routed one; totals last."""
        if (name, group) in self._routings:
            return self._routings[name, group]
        columns = np.zeros(len(self._domains) + 1, bool)
        for source, options in self._codebook[name].when.items():
            columns |= self._part_unknown(source, options, group)
        bases = base_sizes(self._answers(name, group), self._strata)
        routed = np.append(not_alone(columns[:-1], bases), columns[-1])
        return self._routings.setdefault((name, group), routed)

    def _part_unknown(self, name: str, options: tuple[str, ...], group: str) -> Flags:
        """Where it is hidden how many gave any of some options; totals last."""
        question = self._codebook[name]
        if question.kind == "single":
            rows = [row for row, one in enumerate(question.option_ids) if one not in options]
            ref = Ref(name, question.option_ids[0], group)
        else:
            rows, ref = [0], Ref(name, "+".join(options), group)
        return np.logical_or.reduce(self(ref, ref.option).hidden[rows], axis=0)

    def _means(self, answers: Answers, ref: Ref) -> Shown:
        bases = base_sizes(answers, self._strata)
        hidden = (bases > 0) & (bases < self._rules.minimum_base)
        whole, _ = self._hidden_whole(ref.question, ref.group)
        hidden = not_alone(hidden | whole[:-1], bases)
        total = bool(whole[-1]) or 0 < bases.sum() < self._rules.minimum_base
        sums = np.array([answers.values[answers.within(strata)].sum() for strata in self._strata])
        # Nothing, or all there can be, in several domains together is so in each.
        while not total and hidden.any() and sums[hidden].sum() in (
                0, len(answers.options) * bases[hidden].sum()):
            total = not (~hidden & (bases > 0)).any()
            hidden = with_smallest(hidden, bases)
        return Shown(np.append(hidden, total)[None, :], FINE)
