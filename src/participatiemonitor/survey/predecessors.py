"""Which organisation of a former round an organisation was: merged, split, renamed or the same."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pandas as pd

from participatiemonitor.survey.frame import PREDECESSORS


def origins(frame: pd.DataFrame, former: pd.DataFrame) -> pd.Series:
    """The organisations of a former round that each organisation came from.

    Parameters
    ----------
    frame, former : pandas.DataFrame
        The registers of two rounds, as `participatiemonitor.survey.frame.read_frame` gives them.

    Returns
    -------
    pandas.Series of tuple of str
        By code: the predecessors that the register names; else the organisation itself, where the
        former round had its code; else none, it is new.
    """
    return pd.Series({code: named or ((code,) if code in former.index else ())
                      for code, named in frame[PREDECESSORS].items()}, dtype=object)


def stayed(frame: pd.DataFrame, former: pd.DataFrame) -> dict[str, str]:
    """The organisations that are still the same, perhaps under another code.

    Parameters
    ----------
    frame, former : pandas.DataFrame

    Returns
    -------
    dict of str to str
        The code in the former round by code: who came from one organisation, from which no other
        came too. Who merged or split is another organisation.
    """
    found = origins(frame, former)
    heirs = Counter(code for codes in found for code in codes)
    return {code: codes[0] for code, codes in found.items()
            if len(codes) == 1 and heirs[codes[0]] == 1}


def still_there(*frames: pd.DataFrame) -> dict[str, str]:
    """The organisations that are the same from the first of some registers to the last.

    Parameters
    ----------
    *frames : pandas.DataFrame
        Of rounds that follow each other, oldest first.

    Returns
    -------
    dict of str to str
        The code in the first register by that in the last.
    """
    found = {code: code for code in frames[0].index}
    for before, after in pairwise(frames):
        found = {code: found[was] for code, was in stayed(after, before).items() if was in found}
    return found
