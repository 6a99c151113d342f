"""Whether a file of claims can be read as claims, and whether a wave has what they are about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from participatiemonitor.estimation.known import OPTIONS, unknown_parts
from participatiemonitor.estimation.refs import BOTH, Ref
from participatiemonitor.files.cells import (
    CellFault,
    Cells,
    Check,
    filled,
    one_of,
    optional,
    wrong_cells,
)
from participatiemonitor.files.faults import Fault
from participatiemonitor.files.numbers import count_fault, decimal, decimal_fault
from participatiemonitor.files.signs import CODE, is_code
from participatiemonitor.files.tables import Row, row_faults
from participatiemonitor.survey.wave import Wave

if TYPE_CHECKING:
    from participatiemonitor.documents.claims import Claim

RELATIONS = {
    "exact": ("=",),
    "band": ("in", "in_all", "above"),
    "rank": ("rank",),
    "comparison": ("more", "less", "similar"),
    "count": ("=", "n"),
}
# The columns a type of claim is tested by.
TESTED_BY = {"exact": ("value",), "band": ("low", "high"), "rank": ("value",),
             "comparison": ("versus", "low", "high"), "count": ("value",)}
NUMBERS = ("value", "low", "high")
# What the numbers of a type are.
VALUES: dict[str, Check] = {
    "exact": partial(count_fault, least=0, most=100),
    "band": partial(decimal_fault, least=0, most=100),
    "rank": partial(count_fault, most=999),
    "comparison": partial(decimal_fault, least=0, most=100),
    "count": partial(count_fault, least=0),
}
BASES = ("survey", "external", "untested")
# A base that a document states: people and organisations of one country.
LARGEST_BASE = 20_000_000


def form_faults(file: str, rows: list[Row]) -> list[Fault]:
    """Every cell that does not hold what its column, or the type of its claim, asks for.

    Parameters
    ----------
    file : str
        Its name in the faults.
    rows : list of Row

    Returns
    -------
    list of Fault
    """
    ids = Counter(row.cells["id"] for row in rows)
    return row_faults(file, rows, _form, ids)


def reference_faults(file: str, claims: Iterable[Claim], wave: Wave) -> list[Fault]:
    """Everything claims are about that a wave does not have.

    Parameters
    ----------
    file : str
        Its name in the faults; their rows are the names of the claims.
    claims : iterable of Claim
    wave : Wave

    Returns
    -------
    list of Fault
    """
    return [Fault(file, claim.id, *fault) for claim in claims if claim.ref is not None
            for fault in _references(claim, claim.ref, wave)]


def _form(cells: Cells, ids: Counter[str]) -> Iterator[CellFault]:
    if not is_code(cells["id"]) or ids[cells["id"]] > 1:
        yield "id", cells["id"], CODE
    yield from wrong_cells(cells, {
        "section": filled("waar de bron het zegt"), "statement": filled("een uitspraak"),
        "published": filled("het getal of het woord van de bron"), "basis": one_of(BASES),
        "type": one_of(RELATIONS)})
    if cells["type"] in RELATIONS:
        yield from _test(cells) if cells["basis"] == "survey" else wrong_cells(
            cells, dict.fromkeys(NUMBERS, optional(decimal_fault)))
    yield from wrong_cells(cells, {"n": optional(partial(count_fault, most=LARGEST_BASE))})
    for other in cells["conflicts"].split():
        if other not in ids or other == cells["id"]:
            yield "conflicts", other, "de naam van een andere uitspraak"


def _test(cells: Cells) -> Iterator[CellFault]:
    """What a claim about the survey is tested by."""
    kind, relation = cells["type"], cells["relation"]
    yield from wrong_cells(cells, {"relation": one_of(RELATIONS[kind])})
    used = ("low",) if relation == "above" else TESTED_BY[kind]
    for column in (*NUMBERS, "versus"):
        if cells[column] and column not in used:
            yield column, cells[column], f"niets bij {kind} met {relation}"
    for column in _needed(cells, used):
        if not cells[column]:
            yield column, "", f"een waarde bij {kind}"
    wrong = list(wrong_cells(cells, {column: optional(VALUES[kind])
                                     for column in NUMBERS if column in used}))
    yield from wrong
    low, high = decimal(cells["low"]), decimal(cells["high"])
    if "high" in used and not wrong and low is not None and high is not None and low >= high:
        yield "high", cells["high"], f"meer dan low, {cells['low']}"


def _needed(cells: Cells, used: tuple[str, ...]) -> tuple[str, ...]:
    if cells["type"] == "band":
        return () if "high" in used and cells["high"] else ("low",)
    if cells["type"] == "comparison":
        return ("versus", "high") if cells["relation"] == "similar" else ("versus",)
    return used


def _references(claim: Claim, ref: Ref, wave: Wave) -> Iterator[CellFault]:
    group = next(iter(wave.info.groups))
    whole = ref.group == BOTH
    one = ref.of(group) if whole else ref
    yield from _parts(one, wave)
    if claim.relation in ("rank", "in_all") and one.question in OPTIONS:
        yield "question", one.question, f"een vraag uit het codeboek bij {claim.relation}"
    if claim.versus is None:
        return
    if whole and claim.versus.group != BOTH:
        yield "versus", str(claim.versus), f"geen groep, bij een uitspraak over {BOTH}"
        return
    other = claim.versus.of(group) if whole else claim.versus
    if other == one:
        yield "versus", str(other), "iets anders dan waar de uitspraak over gaat"
    for field, value, expected in _parts(other, wave):
        yield "versus", f"{field} {value}", expected


def _parts(ref: Ref, wave: Wave) -> Iterator[CellFault]:
    for field, value, known in unknown_parts(ref, wave):
        yield field, value, "een van " + ", ".join(known)
    for field, parts in (("option", ref.options), ("domain", ref.domains)):
        if len(set(parts)) < len(parts):
            yield field, "+".join(parts), "elk deel één keer"
