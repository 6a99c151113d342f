"""How two suppliers can be linked, after what their lists hold."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor.studies.overlap.register import (
    BY_NAME,
    BY_NUMBER,
    NOT,
    THROUGH,
)
from participatiemonitor.studies.overlap.suppliers import Entered


def way(first: Sequence[Entered], second: Sequence[Entered], entered: Sequence[Entered]
        ) -> str:
    """The best way to link two suppliers by keys that are the same.

    Parameters
    ----------
    first, second : sequence of Entered
        The lists of each.
    entered : sequence of Entered
        Those of all suppliers: one of them may hold both keys.

    Returns
    -------
    str
        One of `participatiemonitor.studies.overlap.register.WAYS`, and never `LIKELY`.
    """
    numbers = [any(one.numbers for one in lists) for lists in (first, second)]
    names = [any(one.names for one in lists) for lists in (first, second)]
    if all(numbers):
        return BY_NUMBER
    if all(names):
        return BY_NAME
    # One has numbers and the other names.
    if any(numbers) and any(names) and any(one.numbers and one.names for one in entered):
        return THROUGH
    return NOT
