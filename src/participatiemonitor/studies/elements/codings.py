"""What one or two coders said of own interventions: their elements, and how proven they are.

The elements are the twelve of Divosa (2012, sections 2.2 to 2.5); the ladder of effect, from 0
(implicit) to 4 (proven to work), is that of Van Yperen and Veerman (2008), as cited there.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.errors import InputError

Flags = NDArray[np.bool_]
Ints = NDArray[np.intp]
# Implicit, described, effective in theory, effective as far as its goals go, proven to work.
RUNGS = (0, 1, 2, 3, 4)
PROVEN = 4
RUNG = "rung"
# How messages call coders, and how many names they tell.
_ALONE, _BOTH = ("de codeur",), ("de eerste codeur", "de tweede codeur")
_NAMED = 10


@dataclass(frozen=True, eq=False)
class Coded:
    """Interventions as one or two coders see them.

    Attributes
    ----------
    interventions : tuple of str, length i
    elements : tuple of str, length e
    marks : ndarray of bool, shape (c, i, e)
        By coder, whether an intervention has an element.
    rungs : ndarray of int, shape (c, i)
        By coder, its rung, one of `RUNGS`.
    """

    interventions: tuple[str, ...]
    elements: tuple[str, ...]
    marks: Flags
    rungs: Ints

    @property
    def sure(self) -> Flags:
        """What each coder says an intervention has, shape (i, e)."""
        return np.logical_and.reduce(self.marks)

    @property
    def possible(self) -> Flags:
        """What one coder at least says an intervention has, shape (i, e)."""
        return np.logical_or.reduce(self.marks)

    @property
    def double(self) -> bool:
        """Whether there are two coders, so that it can be told how far they agree."""
        return len(self.marks) > 1


def coded(codings: Sequence[pd.DataFrame], elements: Sequence[str]) -> Coded:
    """Put the codings of one or two coders beside each other.

    Parameters
    ----------
    codings : sequence of pandas.DataFrame
        One a coder, indexed by intervention, in any order; a column of truths for each element,
        and `RUNG`.
    elements : sequence of str

    Returns
    -------
    Coded
        In the order of the first.

    Raises
    ------
    InputError
        When there is nothing, or something twice; when the coders coded other interventions, left
        an element open, or gave a rung that does not exist. With whose coding and which.
    """
    first, last = codings[0], codings[-1]
    if first.empty:
        raise InputError("er zijn geen interventies; verwacht: een regel per interventie.")
    who = _BOTH if len(codings) > 1 else _ALONE
    for whose, frame in zip(who, codings, strict=True):
        _check(whose, frame, elements)
    only = [(f"alleen {whose}", one.index.difference(other.index))
            for whose, one, other in zip(who, codings, (last, first), strict=False)]
    if faults := [f"{whose} heeft {_listed(names)}" for whose, names in only if len(names)]:
        raise InputError(f"de codeurs codeerden niet hetzelfde: {'; '.join(faults)}; verwacht: "
                         "dezelfde interventies, met dezelfde namen.")
    frames = [frame.loc[first.index] for frame in codings]
    return Coded(tuple(map(str, first.index)), tuple(elements),
                 np.array([frame[list(elements)].to_numpy(dtype=bool) for frame in frames]),
                 np.array([frame[RUNG].to_numpy(dtype=np.intp) for frame in frames]))


def _check(who: str, frame: pd.DataFrame, elements: Sequence[str]) -> None:
    if frame.index.has_duplicates:
        raise InputError(f"{who} heeft {_listed(frame.index[frame.index.duplicated()].unique())} "
                         "meer dan één keer; verwacht: elke interventie één keer.")
    for element in elements:
        if element not in frame or frame[element].isna().any():
            names = frame.index[frame[element].isna()] if element in frame else frame.index
            raise InputError(f"{who} zegt niet of {_listed(names)} het element {element} heeft; "
                             "verwacht: ja of nee.")
    strange = frame.index[~frame[RUNG].isin(RUNGS)]
    if len(strange):
        raise InputError(f"{who} geeft {_listed(strange)} geen trede van de effectladder; "
                         f"verwacht: een getal van {RUNGS[0]} tot en met {RUNGS[-1]}.")


def _listed(names: pd.Index) -> str:
    few = dutch.enumeration(map(str, names[:_NAMED]))
    return few if len(names) <= _NAMED else f"{few} en {len(names) - _NAMED} andere"
