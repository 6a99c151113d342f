"""A weighted estimate as a sum over respondents: for the owner of the answers."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.answers import Floats
from participatiemonitor.estimation.design.stratified import linearised
from participatiemonitor.estimation.design.weighting import Parted
from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.refs import Ref


def scored(door: Door, ref: Ref) -> tuple[Parted, Floats]:
    """An estimate of a group as a whole, and how far each respondent moves it.

    Parameters
    ----------
    door : Door
    ref : Ref

    Returns
    -------
    parted : Parted
    scores : ndarray of float, shape (n,)
        What a respondent would add if it stood for all of its stratum; 0 for whom the question
        does not apply to, or who did not answer it.
    """
    given, group = door.collect(ref.question, ref.group), door.designs[ref.group]
    design = group.design
    found = linearised(design, given.column(ref.options)[:, None], given.within(None)[:, None],
                       given.resolved[:, None],
                       group.clients if given.kind == "percentage" else None)
    scores = design.sizes[design.strata] * found.residuals[:, 0]
    member, known = design.membership, design.membership @ given.resolved
    means = np.where(known > 1, member @ scores / np.maximum(known, 1), 0.0)
    squares = member @ (given.resolved * (scores - means[design.strata]) ** 2)
    return Parted(door.estimate(ref).weighted, (squares / np.maximum(known - 1, 1)) ** 0.5,
                  known, design.sizes), scores
