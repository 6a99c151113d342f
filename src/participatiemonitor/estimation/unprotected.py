"""The named way past the door: answers one by one, for an analysis that says what for.

What such an analysis publishes tells next to nothing of them: it rests on quantities that may be
shown and on enough respondents, and is told in bands, whole points or yes and no.
"""

from __future__ import annotations

from typing import Literal, get_args

from participatiemonitor.estimation.door import Door
from participatiemonitor.estimation.results import Results

Purpose = Literal["associations", "link_model", "raking", "agreement", "quotes", "uncoded",
                  "trend"]


def unprotected(results: Results, purpose: Purpose) -> Door:
    """Open the answers of a wave, with nothing hidden and nothing rounded.

    Parameters
    ----------
    results : Results
    purpose : str
        The analysis that needs them.

    Returns
    -------
    Door
    """
    if purpose not in get_args(Purpose):
        raise ValueError(f"{purpose}: geen analyse die antwoorden een voor een nodig heeft")
    return results.door.bare
