"""Own interventions beside those that a document published: rungs, and names that are the same.

Of the 28 interventions of Divosa (2012, annex) the rung of each is not known, only that they are
*mostly* on rung 2, 3 or 4; which elements they have is not told at all. What can be held beside
each other is therefore how many may be on a rung.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import pandas as pd

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.elements.codings import RUNGS, Coded, Ints

COLUMNS = ("name", "low", "high")


@dataclass(frozen=True)
class Beside:
    """How many interventions are on a rung.

    Attributes
    ----------
    rung : int
    own : Limits
        From those of which both coders say so to those of which one does.
    published : Limits
        From those that can be on no other rung to those that can be on this one.
    """

    rung: int
    own: Limits
    published: Limits


def rungs_beside(found: Coded, published: pd.DataFrame) -> tuple[Beside, ...]:
    """Count interventions by rung.

    Parameters
    ----------
    found : Coded
    published : pandas.DataFrame
        With the columns `COLUMNS`: of each intervention its lowest and highest rung; where these
        are missing it may be on any.

    Returns
    -------
    tuple of Beside
        One a rung, from the lowest.
    """
    own = np.sort(found.rungs, axis=0)
    theirs = published[["low", "high"]].fillna({"low": RUNGS[0], "high": RUNGS[-1]}).to_numpy(
        dtype=np.intp).T
    return tuple(Beside(rung, _on(rung, own, between=False), _on(rung, theirs, between=True))
                 for rung in RUNGS)


def _on(rung: int, ends: Ints, between: bool) -> Limits:
    low, high = ends
    only = int(np.sum((low == rung) & (high == rung)))
    # Two coders name two rungs, and none between; a range of the document has all of them.
    may = (low <= rung) & (high >= rung) if between else (low == rung) | (high == rung)
    most = int(np.sum(may))
    return Limits(float(only), float(most), float(only) if only == most else None)


def same_names(found: Coded, published: pd.DataFrame) -> dict[str, str]:
    """Own interventions that the document has too.

    Parameters
    ----------
    found : Coded
    published : pandas.DataFrame
        With the column *name*.

    Returns
    -------
    dict of str to str
        The name in the document by the own one: the same but for capitals, blanks and signs.
    """
    known = {_plain(name): name for name in published["name"].astype(str)}
    return {name: known[_plain(name)] for name in found.interventions if _plain(name) in known}


def _plain(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
