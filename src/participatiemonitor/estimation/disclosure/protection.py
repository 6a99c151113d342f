"""Disclosure control: the one door between the answers and everything that is shown.

Every figure, table, sentence and download asks `participatiemonitor.estimation.Estimates` for its
numbers, and that asks here whether a number may be shown.

- Results by size class are shown for the publication domains of the wave only, never for a
  stratum that is part of one.
- Within a question and group, `suppression` decides which cells are hidden. An item of a multiple
  choice is a table of yes and no.
- The items of a multiple choice tell of each other: who answers ticks one at least, and an
  exclusive item stands alone. What this gives away counts as known.
- A question that is the highest of others tells of them, and they of it. They are hidden in the
  same domains, and there as a whole: two respondents of these domains could be exchanged, with
  all their answers, and nothing that is shown would change.
- The number of answers to a routed question tells of the routing question. In a domain where the
  latter is hidden, so is the former, the number of its answers included. In the same way a
  question of who gave any of some answers is hidden where the number of these is, in total.
- A net of options, or a union of domains, is hidden when any of its parts is.
- A mean has no cells: it is hidden with its base, and with it the next smallest domains until the
  total does not give it away.
- Weighted figures and their intervals are rounded, coarser where they would still betray a hidden
  cell: see `betrayal`. Where no rounding helps, the question is hidden in all domains for the
  sake of its weighted total.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from participatiemonitor.estimation.answers import Answers, Flags, Floats
from participatiemonitor.estimation.design.weighting import FINE, STEPS, GroupDesign
from participatiemonitor.estimation.disclosure.betrayal import betrays, betrays_together
from participatiemonitor.estimation.disclosure.suppression import Rules, suppress
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.survey import Question, Wave

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


class Protection:
    """Which quantities of a wave may be shown.

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

    def hides(self, ref: Ref) -> bool:
        """Whether a quantity of one group is hidden."""
        columns = self._columns(ref)
        if columns is None:
            return True
        question = self._codebook[ref.question]
        single = question.kind == "single"
        tables = [(option, row) for option in ref.options for row in [
            question.option_ids.index(option) if single else 0]]
        if len(ref.options) > 1 and not single:
            tables.append((ref.option, 0))
        return any(self._shown(ref, option).hidden[row, columns].any() for option, row in tables)

    def hides_base(self, ref: Ref) -> bool:
        """Whether the number of answers is hidden, because it tells of the routing question."""
        routed = self._routed(ref.question, ref.group)
        return bool(routed[self._columns(ref) or slice(None)].any())

    def step(self, ref: Ref) -> float | None:
        """What the weighted figure of a shown quantity is rounded to; None when it is hidden.

        A publication domain has no weights of its own: its figure tells what its counts tell.
        Nets and unions have none that is shown: each would tell more than its parts.
        """
        if len(ref.options) > 1 or ref.domain not in (ALL, *self._domains):
            return None
        return FINE if ref.domain in self._domains else self._shown(ref, ref.option).step

    def _columns(self, ref: Ref) -> list[int] | None:
        """The columns a domain is made of; None when it cuts through one."""
        if ref.domain == ALL:
            return [len(self._domains)]
        wanted = set(ref.domains)
        columns = [column for column, domain in enumerate(self._domains)
                   if set(domain.split("+")) <= wanted]
        covered = {part for column in columns for part in self._domains[column].split("+")}
        return columns if covered == wanted else None

    def _shown(self, ref: Ref, option: str) -> Shown:
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
        least = self._least(answers, ref, option, strata)
        return next((step for step in steps if not betrays(
            answers, _table(answers, option), hidden, self._strata, self._designs[ref.group], step,
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
        table = _table(answers, option)
        counts = _counts(answers, table, self._strata)
        least = self._least(answers, ref, option, self._strata)
        names = [option, option] if option else answers.options
        public = np.array([Ref(ref.question, name, ref.group) in self._public for name in names])
        if not option:
            rows = np.array([name in totals for name in names])
            return suppress(counts, self._rules, public, least, whole, rows)
        # A net and the items outside it may be one and the same split, read from either side:
        # both must be decided alike.
        order = sorted((0, 1), key=lambda row: (counts[row].sum(), *counts[row]))
        return suppress(counts[order], self._rules, public, least[order], whole)[np.argsort(order)]

    def _least(self, answers: Answers, ref: Ref, option: str,
               domains: list[tuple[int, ...]]) -> NDArray[np.int64]:
        """What the other items of a multiple choice tell of the cells of one of them."""
        table = _table(answers, option)
        least = np.zeros((table.shape[1], len(domains)), int)
        question = self._codebook[ref.question]
        if question.kind != "multiple":
            return least
        everyone = answers.within(None)
        always = bool((answers.values[everyone].max(axis=1) == 1).all())
        given = dict(zip(answers.options, _counts(answers, answers.values, domains), strict=True))
        chosen = option.split("+")
        if len(chosen) == len(answers.options) - 1 and question.exclusive not in (None, *chosen):
            # All but the exclusive item: who did not tick that.
            return self._least(answers, ref, question.exclusive, domains)[::-1]
        inside = [given[name] for name in chosen]
        outside = [given[name] for name in given if name not in chosen]
        bases = np.array([answers.within(domain).sum() for domain in domains])
        if len(chosen) > 1:
            least[0] = np.max(inside, axis=0)
            least[1] = bases - np.minimum(bases, np.sum(inside, axis=0))
        if always and outside:
            least[0] = np.maximum(least[0], bases - np.sum(outside, axis=0))
        if question.exclusive in given and question.exclusive not in chosen:
            least[1] = np.maximum(least[1], given[question.exclusive])
        elif [question.exclusive] == chosen and outside:
            least[1] = np.maximum(least[1], np.max(outside, axis=0))
        return least

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
        columns = np.any([self._routed(entry.id, group) for entry in family], axis=0)
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

    def _routed(self, name: str, group: str) -> Flags:
        """Where what is hidden of the routing question hides a routed one; totals last."""
        if (name, group) in self._routings:
            return self._routings[name, group]
        columns = np.zeros(len(self._domains) + 1, bool)
        for source, options in self._codebook[name].when.items():
            columns |= self._part_unknown(source, options, group)
        bases = self._bases(self._answers(name, group))
        routed = np.append(_not_alone(columns[:-1], bases), columns[-1])
        return self._routings.setdefault((name, group), routed)

    def _part_unknown(self, name: str, options: tuple[str, ...], group: str) -> Flags:
        """Where it is hidden how many gave any of some options; totals last."""
        question = self._codebook[name]
        if question.kind == "single":
            rows = [row for row, one in enumerate(question.option_ids) if one not in options]
            ref = Ref(name, question.option_ids[0], group)
        else:
            rows, ref = [0], Ref(name, "+".join(options), group)
        return self._shown(ref, ref.option).hidden[rows].any(axis=0)

    def _means(self, answers: Answers, ref: Ref) -> Shown:
        bases = self._bases(answers)
        hidden = (bases > 0) & (bases < self._rules.minimum_base)
        whole, _ = self._hidden_whole(ref.question, ref.group)
        hidden = _not_alone(hidden | whole[:-1], bases)
        total = bool(whole[-1]) or 0 < bases.sum() < self._rules.minimum_base
        sums = np.array([answers.values[answers.within(strata)].sum() for strata in self._strata])
        # Nothing, or all there can be, in several domains together is so in each.
        while not total and hidden.any() and sums[hidden].sum() in (
                0, len(answers.options) * bases[hidden].sum()):
            total = not (~hidden & (bases > 0)).any()
            hidden = _with_smallest(hidden, bases)
        return Shown(np.append(hidden, total)[None, :], FINE)

    def _bases(self, answers: Answers) -> NDArray[np.int64]:
        return np.array([answers.within(strata).sum() for strata in self._strata])


def _table(answers: Answers, option: str) -> Floats:
    """Which respondent is in which row: the options, or yes and no to one option or net."""
    if not option:
        return answers.values
    yes = answers.column(tuple(option.split("+")))
    return np.column_stack([yes, 1 - yes])


def _counts(answers: Answers, table: Floats, domains: list[tuple[int, ...]]
            ) -> NDArray[np.int64]:
    return np.array([table[answers.within(strata)].sum(axis=0) for strata in domains]).T.astype(int)


def _not_alone(columns: Flags, bases: NDArray[np.int64]) -> Flags:
    """With the smallest other domain when only one of them holds answers."""
    return _with_smallest(columns, bases) if (columns & (bases > 0)).sum() == 1 else columns


def _with_smallest(columns: Flags, bases: NDArray[np.int64]) -> Flags:
    columns, left = columns.copy(), ~columns & (bases > 0)
    if left.any():
        columns[np.argmin(np.where(left, bases, np.inf))] = True
    return columns
