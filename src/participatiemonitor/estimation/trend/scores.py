"""A weighted estimate as a sum over respondents: for the owner of the answers."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.answers import Flags, Floats
from participatiemonitor.estimation.design.stratified import Design, linearised
from participatiemonitor.estimation.design.weighting import Parted
from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.refs import Ref


def scored(door: Door, ref: Ref) -> tuple[Parted, Floats]:
    """An estimate of a group as a whole, and how far each respondent moves it.

    Parameters
    ----------
    door : Door
        With nothing hidden.
    ref : Ref

    Returns
    -------
    parted : Parted
    scores : ndarray of float, shape (n,)
        As of `scores`.
    """
    given, group = door.collect(ref.question, ref.group), door.designs[ref.group]
    found, scale, known = scores(group.design, given.column(ref.options), given.within(None),
                                 given.resolved,
                                 group.clients if given.kind == "percentage" else None)
    answered = group.design.membership @ given.within(None)
    return Parted(door.estimate(ref).weighted, scale, known, group.design.sizes, answered), found


def scores(design: Design, values: Floats, domain: Flags, resolved: Flags,
           sizes: Floats | None = None) -> tuple[Floats, Floats, Floats]:
    """How far each respondent moves an estimate.

    Parameters
    ----------
    design : Design
    values : ndarray of float, shape (n,)
    domain, resolved : ndarray of bool, shape (n,)
    sizes : ndarray of float, shape (n,), optional
        As for `participatiemonitor.estimation.design.stratified.ratios`.

    Returns
    -------
    scores : ndarray of float, shape (n,)
        What a respondent would add if it stood for all of its stratum; 0 for whom the question
        does not apply to, or who did not answer it.
    scale : ndarray of float, shape (L,)
        Their standard deviation by stratum.
    known : ndarray of float, shape (L,)
        Those of whom it is known what they answered, or that they were not asked.
    """
    found = linearised(design, values[:, None], domain[:, None], resolved[:, None], sizes)
    moved = design.sizes[design.strata] * found.residuals[:, 0]
    member, known = design.membership, design.membership @ resolved
    means = np.where(known > 1, member @ moved / np.maximum(known, 1), 0.0)
    squares = member @ (resolved * (moved - means[design.strata]) ** 2)
    return moved, (squares / np.maximum(known - 1, 1)) ** 0.5, known
