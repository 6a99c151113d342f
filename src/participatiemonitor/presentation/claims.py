"""What a document published, one claim a row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from participatiemonitor.estimation import Ref
from participatiemonitor.presentation import wording
from participatiemonitor.survey import Fault, InvalidWave
from participatiemonitor.survey.tables import Row, read_rows

COLUMNS = ("id", "section", "group", "domain", "question", "option", "type", "relation", "value",
           "low", "high", "n", "versus", "basis", "published", "statement", "conflicts", "note")
RELATIONS = {
    "exact": ("=",),
    "band": ("in", "in_all", "above"),
    "rank": ("rank",),
    "comparison": ("more", "less", "similar"),
    "count": ("=", "n"),
}
BASES = ("survey", "external", "untested")


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
        See `RELATIONS`. ``in_all`` is a band for the share among all members of the group, also
        those the question was not put to; ``above`` is more than `low`.
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


def criterion_text(claim: Claim) -> str:
    """As what a claim is tested, in the fewest words: *27,5 tot 32,5%*, *plaats 1*, *komt voor*."""
    if claim.ref is None:
        return "–"
    if claim.type == "exact":
        text = f"afgerond {claim.value:.0f}%"
    elif claim.type == "count":
        text = f"{'n = ' if claim.relation == 'n' else 'precies '}{wording.whole(claim.value)}"
    elif claim.type == "rank":
        text = f"plaats {claim.value:.0f}"
    elif claim.type == "band":
        text = _band_text(claim)
    else:
        text = _difference_text(claim)
    return text if claim.n is None else f"{text} van {wording.whole(claim.n)}"


def _band_text(claim: Claim) -> str:
    low, high = (bound if bound is None else wording.decimal(bound).removesuffix(",0")
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


def _faults(file: str, row: Row, ids: list[str]):
    cells = row.cells
    if ids.count(cells["id"]) > 1 or not cells["id"]:
        yield Fault(file, row.number, "id", cells["id"], "een eigen naam")
    if cells["type"] not in RELATIONS:
        yield Fault(file, row.number, "type", cells["type"], "een van " + ", ".join(RELATIONS))
    elif cells["basis"] == "survey" and cells["relation"] not in RELATIONS[cells["type"]]:
        yield Fault(file, row.number, "relation", cells["relation"],
                    "een van " + ", ".join(RELATIONS[cells["type"]]))
    if cells["basis"] not in BASES:
        yield Fault(file, row.number, "basis", cells["basis"], "een van " + ", ".join(BASES))
    if not cells["published"]:
        yield Fault(file, row.number, "published", "", "het getal of het woord van de bron")
    if cells["basis"] == "survey":
        yield from _missing_bounds(file, row)
        for column in ("value", "low", "high"):
            if cells[column] and _number(cells[column]) is None:
                yield Fault(file, row.number, column, cells[column], "een getal")
    if cells["n"] and not cells["n"].isdecimal():
        yield Fault(file, row.number, "n", cells["n"], "een geheel getal")
    for other in cells["conflicts"].split():
        if other not in ids or other == cells["id"]:
            yield Fault(file, row.number, "conflicts", other, "de naam van een andere uitspraak")


def _missing_bounds(file: str, row: Row):
    cells = row.cells
    needed = {"exact": ("value",), "rank": ("value",), "count": ("value",),
              "comparison": ("versus",), "band": ("low",)}.get(cells["type"], ())
    if cells["type"] == "band" and cells["relation"] != "above" and cells["high"]:
        needed = ()
    if cells["relation"] == "similar":
        needed = (*needed, "high")
    for column in needed:
        if not cells[column]:
            yield Fault(file, row.number, column, "", f"een waarde bij {cells['type']}")


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
        basis=cells["basis"], published=cells["published"], statement=cells["statement"],
        conflicts=tuple(cells["conflicts"].split()), note=cells["note"],
    )
