"""The overview of funding: what a provision is, who supplies it, what it costs, what was agreed.

The questions are those of step 6 of the guide (Divosa 2005, annex 2).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.errors import InputError

KINDS = ("algemeen", "individueel")
FORMS = ("declaratie", "natura", "tegemoetkoming")
CONTRIBUTIONS = ("geen", "vast", "inkomensafhankelijk")
# By what costs are added.
ASPECTS = {"kind": KINDS, "form": FORMS, "contribution": CONTRIBUTIONS, "supplier": None,
           "field": None}


@dataclass(frozen=True)
class Funding:
    """How a provision is paid for.

    Attributes
    ----------
    provision : str
        Its id; one that is paid for in two ways has two of these.
    field : str
        Its *prestatieveld*.
    kind : str
        One of `KINDS`: for all, or after an assessment of one person.
    form : str
        One of `FORMS`: money back, help itself, or an allowance.
    contribution : str
        One of `CONTRIBUTIONS`: what users pay themselves.
    supplier : str
    cost : Limits
        In euros a year; from 0 to infinity where it is not known.
    agreements : str
        What was agreed on results, and on what conditions; may be empty.
    """

    provision: str
    field: str
    kind: str
    form: str
    contribution: str
    supplier: str
    cost: Limits
    agreements: str


@dataclass(frozen=True)
class Total:
    """The cost of provisions that have something in common.

    Attributes
    ----------
    name : str
    cost : Limits
        Of those whose cost has an end.
    known, unknown : int
        How many these are, and how many others.
    without_agreements : int
        How many of all have none on results.
    """

    name: str
    cost: Limits
    known: int
    unknown: int
    without_agreements: int


def totals(fundings: Sequence[Funding], by: str) -> tuple[Total, ...]:
    """Add up the costs that are known.

    Parameters
    ----------
    fundings : sequence of Funding
    by : str
        One of `ASPECTS`.

    Returns
    -------
    tuple of Total
        In the order of the aspect's values, or in which they occur.

    Raises
    ------
    InputError
        For a value that the aspect does not have, with its provision.
    """
    order = ASPECTS[by]
    names = list(order or dict.fromkeys(getattr(one, by) for one in fundings))
    for one in fundings:
        if getattr(one, by) not in names:
            raise InputError(f"{one.provision}: “{getattr(one, by)}” bestaat niet; verwacht: een "
                             f"van {', '.join(names)}.")
    found = (total(name, [one for one in fundings if getattr(one, by) == name]) for name in names)
    return tuple(one for one in found if one.known + one.unknown)


def total(name: str, fundings: Sequence[Funding]) -> Total:
    """Add up the costs of provisions.

    Parameters
    ----------
    name : str
        Of what they have in common.
    fundings : sequence of Funding

    Returns
    -------
    Total
    """
    known = [one.cost for one in fundings if math.isfinite(one.cost.high)]
    return Total(name, sum(known, exact(0.0)), len(known), len(fundings) - len(known),
                 sum(not one.agreements.strip() for one in fundings))
