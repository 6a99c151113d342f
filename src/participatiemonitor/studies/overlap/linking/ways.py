"""How two suppliers can be linked, after what their lists hold."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor.studies.overlap.register import (
    BY_NAME,
    BY_NUMBER,
    LIKELY,
    NOT,
    THROUGH,
)
from participatiemonitor.studies.overlap.suppliers import Entered


def way(first: Sequence[Entered], second: Sequence[Entered], entered: Sequence[Entered], *,
        likely: bool = False) -> str:
    """The best way to link two suppliers.

    Parameters
    ----------
    first, second : sequence of Entered
        The lists of each.
    entered : sequence of Entered
        Those of all suppliers: one of them may hold both keys.
    likely : bool
        Whether names are linked by parts that are likely the same, which includes those that are
        the same throughout.

    Returns
    -------
    str
        One of `participatiemonitor.studies.overlap.register.WAYS`.
    """
    numbers = [any(one.numbers for one in lists) for lists in (first, second)]
    names = [any(one.names for one in lists) for lists in (first, second)]
    if all(numbers):
        return BY_NUMBER
    if all(names):
        return LIKELY if likely else BY_NAME
    # One has numbers and the other names.
    if any(numbers) and any(names) and any(one.numbers and one.names for one in entered):
        return THROUGH
    return NOT
