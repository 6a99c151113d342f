"""When something was, or was to be, as documents write it."""

from __future__ import annotations

import re

from participatiemonitor.dutch import MONTHS

_MOMENT = re.compile(rf"(?:\b({'|'.join(MONTHS)})\s+)?\b(\d{{4}})\b", re.I)


def moment(text: str) -> float | None:
    """The first moment that a text names, in years: *1 juli 2006* is 2006.5.

    Parameters
    ----------
    text : str

    Returns
    -------
    float or None
        The start of a month or a year; None where no year is named.
    """
    if not (found := _MOMENT.search(text)):
        return None
    month = MONTHS.index(found[1].lower()) / len(MONTHS) if found[1] else 0.0
    return int(found[2]) + month
