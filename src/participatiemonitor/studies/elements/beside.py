"""Own interventions beside those that a document published: how proven, and the same names.

Of the 28 interventions of Divosa (2012, annex) the rung of each is not known, only that they are on
rung 2, 3 or 4, of most of them with *mostly* before it; which elements they have is not told. What
can be held beside each other is therefore how many are on a rung at least.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pandas as pd

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.elements.codings import RUNGS, Coded
from participatiemonitor.studies.elements.coverage import limits

COLUMNS = ("name", "low", "high", "mostly")


@dataclass(frozen=True)
class Beside:
    """How many interventions are on a rung at least.

    Attributes
    ----------
    rung : int
    own : Limits
        From those of which each coder says so to those of which one does.
    published : Limits or None
        From those of which the document says so to those of which it says so or says *mostly*;
        None where there are some of which it does not tell.
    """

    rung: int
    own: Limits
    published: Limits | None


def rungs_beside(found: Coded, published: pd.DataFrame) -> tuple[Beside, ...]:
    """Count interventions on a rung at least.

    Parameters
    ----------
    found : Coded
    published : pandas.DataFrame
        With the columns `COLUMNS`: of each intervention its lowest and highest rung, and whether
        these are told with *mostly*.

    Returns
    -------
    tuple of Beside
        One a rung above the lowest, on which all are.
    """
    low, high = found.rungs.min(axis=0), found.rungs.max(axis=0)
    return tuple(Beside(rung, limits(int((low >= rung).sum()), int((high >= rung).sum())),
                        _told(rung, published)) for rung in RUNGS[1:])


def _told(rung: int, published: pd.DataFrame) -> Limits | None:
    there = published["low"] >= rung
    if bool((~there & (published["high"] >= rung)).any()):
        return None
    return limits(int((there & ~published["mostly"]).sum()), int(there.sum()))


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
