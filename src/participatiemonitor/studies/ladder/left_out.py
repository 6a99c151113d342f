"""Who left where few did: their number is a class, so nothing may tell it by a difference.

All persons less those who still stand on a rung are those who left. If nought to two did, they are
left out of everything; a report tells that it may have been two.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from participatiemonitor.estimation.disclosure.totals import CLASS
from participatiemonitor.studies.ladder.inputs import Inputs
from participatiemonitor.studies.ladder.registrations import Ints, Registrations


def who_left(registered: Registrations) -> Ints:
    """Places of the persons who left."""
    return registered.person[registered.state == registered.rungs]


def without_few(given: Inputs) -> Inputs:
    """The same without the persons who left, where these are a class of nought to two.

    Parameters
    ----------
    given : Inputs

    Returns
    -------
    Inputs
    """
    registered = given.registered
    left = who_left(registered)
    if not 0 < len(left) <= CLASS:
        return given
    kept = np.setdiff1d(np.arange(len(registered.people)), left)
    rows = ~np.isin(registered.person, left)
    remaining = replace(registered, person=np.searchsorted(kept, registered.person[rows]),
                        day=registered.day[rows], state=registered.state[rows],
                        people=registered.people[kept])
    return replace(given, registered=remaining,
                   project=None if given.project is None else given.project[kept],
                   group=None if given.group is None else given.group[kept],
                   covariates=given.covariates.iloc[kept].reset_index(drop=True))
