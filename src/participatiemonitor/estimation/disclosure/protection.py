"""Disclosure control: the one door between the answers and everything that is shown.

Every figure, table, sentence and download asks `participatiemonitor.estimation.Results` for its
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

import numpy as np

from participatiemonitor.estimation.design.weighting import FINE
from participatiemonitor.estimation.disclosure.hidden_cells import HiddenCells
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.survey.wave import Wave


class Protection:
    """Which quantities of a wave may be shown.

    Parameters
    ----------
    wave : Wave
    cells : HiddenCells
        Of its tables.
    """

    def __init__(self, wave: Wave, cells: HiddenCells) -> None:
        self._codebook = wave.codebook
        self._domains = wave.info.publication.domains
        self._cells = cells

    def hides(self, ref: Ref) -> bool:
        """Whether a quantity of one group is hidden."""
        columns = self._columns(ref)
        if columns is None:
            return True
        question = self._codebook[ref.question]
        if question.kind == "single":
            rows = [question.option_ids.index(option) for option in ref.options]
            return bool(self._cells(ref, "").hidden[np.ix_(rows, columns)].any())
        return any(self._cells(ref, option).hidden[0, columns].any()
                   for option in {*ref.options, ref.option})

    def hides_base(self, ref: Ref) -> bool:
        """Whether the number of answers is hidden, because it tells of the routing question."""
        routed = self._cells.routed(ref.question, ref.group)
        return bool(routed[self._columns(ref) or slice(None)].any())

    def step(self, ref: Ref) -> float | None:
        """What the weighted figure of a shown quantity is rounded to; None when it is hidden.

        A publication domain has no weights of its own: its figure tells what its counts tell.
        Nets and unions have none that is shown: each would tell more than its parts.

        Parameters
        ----------
        ref : Ref

        Returns
        -------
        float or None
        """
        if len(ref.options) > 1 or ref.domain not in (ALL, *self._domains):
            return None
        return FINE if ref.domain in self._domains else self._cells(ref, ref.option).step

    def _columns(self, ref: Ref) -> list[int] | None:
        """The columns a domain is made of; None when it cuts through one."""
        if ref.domain == ALL:
            return [len(self._domains)]
        wanted = set(ref.domains)
        columns = [column for column, domain in enumerate(self._domains)
                   if set(domain.split("+")) <= wanted]
        covered = {part for column in columns for part in self._domains[column].split("+")}
        return columns if covered == wanted else None
