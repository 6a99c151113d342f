"""What a document published, one claim a row."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from participatiemonitor import dutch
from participatiemonitor.documents.claim_checks import form_faults
from participatiemonitor.estimation.refs import BOTH, Ref
from participatiemonitor.files.faults import refuse
from participatiemonitor.files.numbers import decimal
from participatiemonitor.files.tables import Row, read_rows

COLUMNS = ("id", "section", "group", "domain", "question", "option", "type", "relation", "value",
           "low", "high", "n", "versus", "basis", "published", "statement", "conflicts", "note")


@dataclass(frozen=True)
class Claim:
    """One thing a document published.

    Attributes
    ----------
    id, section : str
        Own name, and where the document says it.
    ref : Ref or None
        The quantity it is about; None unless `basis` is ``survey``.
    type, relation : str
        See `participatiemonitor.documents.claim_checks.RELATIONS`. ``in_all`` is a band for the
        share among all members of the group, also those the question was not put to; ``above`` is
        more than `low`.
    value, low, high : float or None
        A whole percentage, a rank or a count; a band from `low` up to, not including, `high`, open
        where one is left out; for a comparison likewise the difference in percentage points.
    n : int or None
        The base the document gives.
    versus : Ref or None
        The other side of a comparison.
    basis : str
        ``survey``; ``external`` when the document took it from elsewhere; ``untested`` when it is
        about this survey but about no question that is known.
    published : str
        The number or the word of quantity that the document uses.
    statement, note : str
        The claim in own words, and what must be known to judge the test.
    conflicts : tuple of str
        Claims of the same document that it contradicts.
    """

    id: str
    section: str
    ref: Ref | None
    type: str
    relation: str
    value: float | None
    low: float | None
    high: float | None
    n: int | None
    versus: Ref | None
    basis: str
    published: str
    statement: str
    conflicts: tuple[str, ...]
    note: str


@dataclass(frozen=True)
class Side:
    """A claim about the survey, for one of the groups it is about.

    Attributes
    ----------
    claim : Claim
    ref : Ref
        The quantity of that group.
    versus : Ref or None
        The other side of a comparison.
    value, low, high : float
        As in the claim; NaN where its type has no value, infinite where a bound is open.
    """

    claim: Claim
    ref: Ref
    versus: Ref | None
    value: float
    low: float
    high: float


def sides_of(claim: Claim, groups: Iterable[str]) -> list[Side]:
    """What a claim says of each group it is about; nothing when it is not about the survey.

    Parameters
    ----------
    claim : Claim
    groups : iterable of str
        All groups of the survey.

    Returns
    -------
    list of Side
    """
    ref, versus = claim.ref, claim.versus
    if ref is None:
        return []
    whole = ref.group == BOTH
    return [Side(claim, ref.of(group), versus.of(group) if whole and versus else versus,
                   math.nan if claim.value is None else claim.value,
                   -math.inf if claim.low is None else claim.low,
                   math.inf if claim.high is None else claim.high)
            for group in (groups if whole else (ref.group,))]


def read_claims(path: Path) -> list[Claim]:
    """Read and check a file of claims.

    Parameters
    ----------
    path : pathlib.Path
        A csv file with the columns `COLUMNS`.

    Returns
    -------
    list of Claim
        In file order.

    Raises
    ------
    InvalidWave
        With every fault of form; whether the wave has what the claims are about, is for
        `participatiemonitor.documents.claim_checks.reference_faults`.
    """
    rows = read_rows(path, COLUMNS)
    refuse(form_faults(path.name, rows))
    return [_claim(row) for row in rows]


def criterion_text(claim: Claim) -> str:
    """As what a claim is tested, in the fewest words: *27,5 tot 32,5%*, *plaats 1*, *komt voor*."""
    if claim.ref is None:
        return "–"
    if claim.type == "exact":
        text = f"afgerond {claim.value:.0f}%"
    elif claim.type == "count":
        number = dutch.whole(claim.value or 0)
        text = f"{'n = ' if claim.relation == 'n' else 'precies '}{number}"
    elif claim.type == "rank":
        text = f"plaats {claim.value:.0f}"
    elif claim.type == "band":
        text = _band_text(claim)
    else:
        text = _difference_text(claim)
    return text if claim.n is None else f"{text} van {dutch.whole(claim.n)}"


def _band_text(claim: Claim) -> str:
    low, high = (bound if bound is None else dutch.decimal(bound).removesuffix(",0")
                 for bound in (claim.low, claim.high))
    if claim.relation == "above":
        return f"meer dan {low}%" if claim.low else "komt voor"
    text = (f"minder dan {high}%" if low is None else f"ten minste {low}%" if high is None
            else f"{low} tot {high}%")
    return f"{text} van de hele groep" if claim.relation == "in_all" else text


def _difference_text(claim: Claim) -> str:
    if claim.relation == "similar":
        return f"minder dan {claim.high:.0f} procentpunten verschil"
    direction = "meer" if claim.relation == "more" else "minder"
    if claim.low:
        return f"ten minste {claim.low:.0f} procentpunten {direction}"
    if claim.high:
        return f"{direction}, minder dan {claim.high:.0f} procentpunten"
    return direction


def _claim(row: Row) -> Claim:
    cells = row.cells
    ref = versus = None
    if cells["basis"] == "survey":
        ref = Ref(cells["question"], cells["option"], cells["group"], cells["domain"])
        versus = Ref.parse(cells["versus"], ref) if cells["versus"] else None
    return Claim(
        id=cells["id"], section=cells["section"], ref=ref, type=cells["type"],
        relation=cells["relation"], value=decimal(cells["value"]), low=decimal(cells["low"]),
        high=decimal(cells["high"]), n=int(cells["n"]) if cells["n"] else None, versus=versus,
        basis=cells["basis"], published=cells["published"], statement=cells["statement"],
        conflicts=tuple(cells["conflicts"].split()), note=cells["note"],
    )
