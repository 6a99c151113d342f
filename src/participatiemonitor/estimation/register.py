"""Quantities of the frame: how many were asked, and how many of them answered."""

from __future__ import annotations

import numpy as np

from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.survey.answered import Answered

REGISTER, RESPONSE = "register", "respons"
WEIGHTS = {"gemeenten": "municipalities", "klanten": "clients", "inwoners": "inhabitants"}
ALSO = "ook_andere_groep"


def register_estimate(answered: Answered, ref: Ref) -> tuple[str, int, float, float]:
    """Count the frame, or the part of it that answered.

    Parameters
    ----------
    answered : Answered
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
    frame = answered.frame
    if ref.domain != ALL:
        frame = frame[frame["stratum"].isin(ref.domains)]
    members = answered.members(ref.group)
    took_part = frame.index.isin(members["organisation"])
    if ref.option == ALSO:
        others = answered.responses[answered.responses["group"] != ref.group]["organisation"]
        count, n = float(frame.index[took_part].isin(others).sum()), int(took_part.sum())
    elif ref.option == "organisaties":
        count, n = float(took_part.sum()), len(frame)
    else:
        sizes = frame[WEIGHTS[ref.option]]
        count, n = float(sizes[took_part].sum()), int(sizes.sum())
        if ref.domain == ALL and ref.option == "klanten":
            n = answered.info.population.assistance_clients
        if ref.domain == ALL and ref.option == "gemeenten":
            n = answered.info.population.municipalities
    if ref.question == REGISTER:
        return "count", n, float(n), float(n)
    return "share", n, count, count / n if n else np.nan
