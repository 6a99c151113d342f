"""Disclosure control: the one door between the answers and everything that is shown.

Every figure, table, sentence and download asks `participatiemonitor.estimation.Estimates` for its
numbers, and that asks here whether a number may be shown.

- Results by size class are shown for the publication domains of the wave only, never for a
  stratum that is part of one.
- Within a question and group, `participatiemonitor.estimation.suppression` decides which cells
  are hidden. An item of a multiple choice is a table of yes and no.
- A net of options, or a union of domains, is hidden when any of its parts is.
- A mean has no cells: it is hidden with its base, and with it the next smallest domain, because
  the total would give it away.
- Weighted figures and their intervals are rounded, coarser or to nothing where they would still
  betray a hidden cell: `participatiemonitor.estimation.betrayal`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from participatiemonitor.estimation.answers import Answers, Flags
from participatiemonitor.estimation.betrayal import betrays
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.suppression import Rules, suppress
from participatiemonitor.estimation.weighting import FINE, STEPS, GroupDesign
from participatiemonitor.survey import Wave

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
            self._decided[key] = (self._means(answers) if kind in AMOUNTS
                                  else self._shares(answers, ref, key[1]))
        return self._decided[key]

    def _shares(self, answers: Answers, ref: Ref, option: str) -> Shown:
        if option:
            yes = answers.column(tuple(option.split("+")))
            table, named = np.column_stack([yes, 1 - yes]), [option, option]
        else:
            table, named = answers.values, list(answers.options)
        counts = np.array([table[answers.within(strata)].sum(axis=0)
                           for strata in self._strata]).T.astype(int)
        public = np.array([Ref(ref.question, name, ref.group) in self._public for name in named])
        hidden = suppress(counts, self._rules, public)
        design = self._designs[ref.group]
        step = next((step for step in STEPS if not betrays(
            answers, table, hidden, self._strata, design, step)), None)
        return Shown(hidden, step)

    def _means(self, answers: Answers) -> Shown:
        bases = np.array([answers.within(strata).sum() for strata in self._strata])
        hidden = (bases > 0) & (bases < self._rules.minimum_base)
        if hidden.sum() == 1 and (~hidden & (bases > 0)).any():
            hidden[np.argmin(np.where(hidden | (bases == 0), np.inf, bases))] = True
        total = 0 < bases.sum() < self._rules.minimum_base
        return Shown(np.append(hidden, total)[None, :], FINE)
