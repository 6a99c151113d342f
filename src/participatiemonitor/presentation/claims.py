"""What a document published, one claim a row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.estimation import Ref
from participatiemonitor.presentation import wording
from participatiemonitor.survey import Fault, InvalidWave
from participatiemonitor.survey.tables import Row, read_rows

COLUMNS = ("id", "section", "group", "domain", "question", "option", "type", "relation", "value",
           "low", "high", "n", "versus", "basis", "statement", "conflicts", "note")
RELATIONS = {
    "exact": ("=",),
    "band": ("in", "in_all"),
    "rank": ("rank",),
    "comparison": ("more", "less", "similar"),
    "count": ("=", "n"),
}


@dataclass(frozen=True)
class Claim:
    """One thing a document published.

    Attributes
    ----------
    id, section : str
        Own name, and where the document says it.
    ref : Ref or None
        The quantity it is about; None for a figure the document took from elsewhere.
    type, relation : str
        See `RELATIONS`. ``in_all`` is a band for the share among all members of the group, also
        those the question was not put to.
    value, low, high : float or None
        What was published: a whole percentage, a rank or a count; a band from `low` up to, not
        including, `high`; for a comparison the bounds of the difference in percentage points.
    n : int or None
        The base the document gives.
    versus : Ref or None
        The other side of a comparison.
    statement, note : str
        The claim in own words, and how a vague word is tested.
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
    statement: str
    conflicts: tuple[str, ...]
    note: str


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
        With every fault: double ids, unknown types and relations, values that are no numbers,
        conflicts with claims that are not there.
    """
    rows = read_rows(path, COLUMNS)
    ids = [row.cells["id"] for row in rows]
    faults = [fault for row in rows for fault in _faults(path.name, row, ids)]
    if faults:
        raise InvalidWave(faults)
    return [_claim(row) for row in rows]


def published_text(claim: Claim) -> str:
    """What the document says, in the fewest words: *26%*, *plaats 1*, *67,5 tot 72,5%*."""
    if claim.ref is None:
        if claim.value is None:
            return "–"
        plain = wording.decimal(claim.value, 2).rstrip("0").removesuffix(",")
        if claim.type != "count":
            return f"{plain}%"
        return wording.large(claim.value) if claim.value == round(claim.value) else plain
    if claim.type == "exact":
        return f"{claim.value:.0f}%"
    if claim.type == "count":
        return wording.whole(claim.value)
    if claim.type == "rank":
        return f"plaats {claim.value:.0f}"
    if claim.type == "band":
        low, high = (wording.decimal(bound).removesuffix(",0") for bound in (claim.low, claim.high))
        return f"meer dan {low}%" if claim.high >= 100 else f"{low} tot {high}%"
    if claim.relation == "similar":
        return f"minder dan {claim.high:.0f} procentpunt verschil"
    text = "meer" if claim.relation == "more" else "minder"
    return f"{text}, ten minste {claim.low:.0f} procentpunt" if claim.low else text


def _faults(file: str, row: Row, ids: list[str]):
    cells = row.cells
    if ids.count(cells["id"]) > 1 or not cells["id"]:
        yield Fault(file, row.number, "id", cells["id"], "een eigen naam")
    if cells["type"] not in RELATIONS:
        yield Fault(file, row.number, "type", cells["type"], "een van " + ", ".join(RELATIONS))
    elif cells["basis"] == "survey" and cells["relation"] not in RELATIONS[cells["type"]]:
        yield Fault(file, row.number, "relation", cells["relation"],
                    "een van " + ", ".join(RELATIONS[cells["type"]]))
    if cells["basis"] not in ("survey", "external"):
        yield Fault(file, row.number, "basis", cells["basis"], "survey of external")
    if cells["basis"] == "survey":
        needed = {"exact": ("value",), "band": ("low", "high"), "rank": ("value",),
                  "comparison": ("versus",), "count": ("value",)}.get(cells["type"], ())
        for column in needed:
            if not cells[column]:
                yield Fault(file, row.number, column, "", f"een waarde bij {cells['type']}")
        for column in ("value", "low", "high"):
            if cells[column] and _number(cells[column]) is None:
                yield Fault(file, row.number, column, cells[column], "een getal")
    if cells["n"] and not cells["n"].isdecimal():
        yield Fault(file, row.number, "n", cells["n"], "een geheel getal")
    for other in cells["conflicts"].split():
        if other not in ids or other == cells["id"]:
            yield Fault(file, row.number, "conflicts", other, "de naam van een andere uitspraak")


def _number(cell: str) -> float | None:
    try:
        return float(cell)
    except ValueError:
        return None


def _claim(row: Row) -> Claim:
    cells = row.cells
    ref = versus = None
    if cells["basis"] == "survey":
        ref = Ref(cells["question"], cells["option"], cells["group"], cells["domain"])
        versus = Ref.parse(cells["versus"], ref) if cells["versus"] else None
    return Claim(
        id=cells["id"], section=cells["section"], ref=ref, type=cells["type"],
        relation=cells["relation"], value=_number(cells["value"]), low=_number(cells["low"]),
        high=_number(cells["high"]), n=int(cells["n"]) if cells["n"] else None, versus=versus,
        statement=cells["statement"], conflicts=tuple(cells["conflicts"].split()),
        note=cells["note"],
    )
