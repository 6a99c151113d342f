"""Quantities of the frame: how many were asked, and how many of them answered."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.survey import Wave

REGISTER, RESPONSE = "register", "respons"
WEIGHTS = {"gemeenten": "municipalities", "klanten": "clients", "inwoners": "inhabitants"}
ALSO = "ook_andere_groep"


def register_estimate(wave: Wave, ref: Ref) -> tuple[str, int, float, float]:
    """Count the frame, or the part of it that answered.

    Parameters
    ----------
    wave : Wave
    ref : Ref
        Question ``register`` or ``respons``; options ``organisaties``, ``gemeenten``, ``klanten``
        and ``inwoners``, and for ``respons`` ``ook_andere_groep``: the respondents whose
        organisation also answered as the other group.

    Returns
    -------
    measure : str
        ``count`` for the register, ``share`` for the response.
    n : int
        Size of the frame in the units of the option.
    count : float
        The register: `n`; the response: the part that answered.
    value : float
        `count`, or `count` / `n`; NaN in an empty domain.
    """
    frame = wave.frame
    if ref.domain != ALL:
        frame = frame[frame["stratum"].isin(ref.domains)]
    members = wave.members(ref.group)
    answered = frame.index.isin(members["organisation"])
    if ref.option == ALSO:
        others = wave.responses[wave.responses["group"] != ref.group]["organisation"]
        count, n = float(frame.index[answered].isin(others).sum()), int(answered.sum())
    elif ref.option == "organisaties":
        count, n = float(answered.sum()), len(frame)
    else:
        sizes = frame[WEIGHTS[ref.option]]
        count, n = float(sizes[answered].sum()), int(sizes.sum())
        if ref.domain == ALL and ref.option == "klanten":
            n = wave.info.population.assistance_clients
        if ref.domain == ALL and ref.option == "gemeenten":
            n = wave.info.population.municipalities
    if ref.question == REGISTER:
        return "count", n, float(n), float(n)
    return "share", n, count, count / n if n else np.nan
