"""What municipalities counted: events, and how many persons or how much time they come from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor import dutch
from participatiemonitor.errors import InputError

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]
# Of persons some have it; or it happens so often in a time that persons were followed.
KINDS = PROPORTION, RATE = "proportion", "rate"
COLUMNS = ("municipality", "events", "at_risk")


@dataclass(frozen=True, eq=False)
class Counts:
    """The counts of one indicator.

    Attributes
    ----------
    kind : str
        One of `KINDS`.
    municipalities : tuple of str
    events : ndarray of float, shape (m,)
        Whole numbers.
    at_risk : ndarray of float, shape (m,)
        Persons, of whom at least `events`; or of a rate the time for which persons were followed.
    """

    kind: str
    municipalities: tuple[str, ...]
    events: Floats
    at_risk: Floats

    @property
    def values(self) -> Floats:
        """Events per person or unit of time, shape (m,)."""
        return self.events / self.at_risk

    @property
    def pooled(self) -> float:
        """Events per person or unit of time of all municipalities together."""
        return float(self.events.sum() / self.at_risk.sum())


def counts_of(frame: pd.DataFrame, kind: str) -> Counts:
    """The counts in a table.

    Parameters
    ----------
    frame : pandas.DataFrame
        With the columns `COLUMNS`, one row a municipality.
    kind : str

    Returns
    -------
    Counts

    Raises
    ------
    InputError
        For an unknown kind, no municipality or one that is there twice; for events that are not a
        whole number from 0 or, of a proportion, are more than there are persons; for a number of
        persons that is not whole, and persons or time that is not above 0.
    """
    if kind not in KINDS:
        raise InputError(f"de soort {kind!r} bestaat niet; verwacht: een van {', '.join(KINDS)}.")
    if frame.empty:
        raise InputError("er zijn geen tellingen; verwacht: een regel per gemeente.")
    names = frame["municipality"].astype(str)
    events, at_risk = (frame[column].to_numpy(dtype=np.float64, na_value=np.nan)
                       for column in ("events", "at_risk"))
    _refuse(names, names.duplicated().to_numpy(), "komt meer dan één keer voor",
            "één regel per gemeente en indicator")
    _refuse(names, ~(np.isfinite(events) & (events >= 0) & (events == np.floor(events))),
            "heeft een teller die geen telling is", "een geheel getal vanaf 0")
    _refuse(names, ~(np.isfinite(at_risk) & (at_risk > 0)), "heeft geen noemer boven 0",
            "een aantal personen of een duur boven 0")
    if kind == PROPORTION:
        _refuse(names, at_risk != np.floor(at_risk), "heeft een noemer die geen telling is",
                "een geheel aantal personen, of een indicator per tijdseenheid")
        _refuse(names, events > at_risk, "heeft een teller die groter is dan de noemer",
                "hooguit zoveel gevallen als personen, of een indicator per tijdseenheid")
    return Counts(kind, tuple(names), events, at_risk)


def _refuse(names: pd.Series, bad: Flags, what: str, expected: str) -> None:
    found: Sequence[str] = list(dict.fromkeys(names[bad]))
    if found:
        few = dutch.enumeration(found) if len(found) <= 10 else f"{', '.join(found[:10])}, …"
        raise InputError(f"{few} {what}; verwacht: {expected}.")
