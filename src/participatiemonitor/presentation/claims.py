"""What a document published, checked against what the answers say."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from participatiemonitor.estimation import Estimate, Estimates, Ref
from participatiemonitor.estimation.refs import BOTH
from participatiemonitor.presentation import wording
from participatiemonitor.presentation.wording import half_up, percent
from participatiemonitor.survey import Fault, InvalidWave, Project, load_wave
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
HOLDS, FAILS, CONFLICT, EXTERNAL = "klopt", "wijkt af", "tegenspraak in de bron", "andere bron"


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


@dataclass(frozen=True)
class Verdict:
    """A claim beside what the answers say.

    Attributes
    ----------
    claim : Claim
    status : str
        ``klopt``, ``wijkt af``, ``tegenspraak in de bron`` (does not hold, and cannot, because
        the document contradicts itself) or ``andere bron`` (not about this survey).
    computed : str
        The computed value in words, for each group the claim is about.
    """

    claim: Claim
    status: str
    computed: str


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


def check_claims(claims: list[Claim], estimates: Estimates) -> list[Verdict]:
    """Hold every claim against the answers.

    A claim about both groups holds when it holds in each of them. A claim that does not hold is
    excused as a contradiction in the source only while a claim that it contradicts does hold.

    Returns
    -------
    list of Verdict
        In the order of `claims`.
    """
    first = {claim.id: _verdict(claim, estimates) for claim in claims}
    return [
        replace(one, status=CONFLICT)
        if one.status == FAILS and any(first[other].status == HOLDS
                                       for other in one.claim.conflicts)
        else one
        for one in first.values()
    ]


def report(project: Project, year: int) -> tuple[str, bool]:
    """Check all claims about a wave and say what does not hold.

    Returns
    -------
    text : str
        In Dutch: the claims that do not hold, and how many were checked.
    holds : bool
        Whether every claim holds that the document does not contradict itself.
    """
    claims = read_claims(project.published / f"claims_{year}.csv")
    verdicts = check_claims(claims, Estimates(load_wave(year, project)))
    lines = []
    for status, head in ((FAILS, "Wijkt af van wat is gepubliceerd"),
                         (CONFLICT, "Klopt niet en kan niet kloppen: de bron spreekt zich tegen")):
        found = [one for one in verdicts if one.status == status]
        if found:
            lines += [f"{head}:", *(f"  {_line(one)}" for one in found), ""]
    count = {status: sum(one.status == status for one in verdicts)
             for status in (HOLDS, FAILS, CONFLICT, EXTERNAL)}
    checked = len(verdicts) - count[EXTERNAL]
    lines.append(
        f"{checked} uitspraken over {year} gecontroleerd: {count[HOLDS]} kloppen, "
        f"{count[FAILS]} wijken af, {count[CONFLICT]} spreken andere uitspraken in de bron tegen. "
        f"Verder {count[EXTERNAL]} uitspraken die niet over deze enquête gaan."
    )
    return "\n".join(lines), count[FAILS] == 0


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


def _line(verdict: Verdict) -> str:
    claim = verdict.claim
    against = f" (tegenover {', '.join(claim.conflicts)})" if claim.conflicts else ""
    return f"{claim.id} [{claim.section}] {claim.statement}: berekend {verdict.computed}{against}"


def _verdict(claim: Claim, estimates: Estimates) -> Verdict:
    if claim.ref is None:
        return Verdict(claim, EXTERNAL, "–")
    groups = estimates.wave.info.groups
    checks = {}
    for group in groups if claim.ref.group == BOTH else (claim.ref.group,):
        checks[group] = _check(claim, group, estimates)
    holds = all(good for good, _ in checks.values())
    words = [text if claim.ref.group != BOTH else f"{groups[group].code} {text}"
             for group, (_, text) in checks.items()]
    return Verdict(claim, HOLDS if holds else FAILS, " · ".join(words))


def _check(claim: Claim, group: str, estimates: Estimates) -> tuple[bool, str]:
    one = estimates[claim.ref.of(group)]
    base_fits = claim.n is None or one.n == claim.n
    if claim.type == "count":
        found = one.n if claim.relation == "n" else round(one.count)
        return found == claim.value and base_fits, f"{found:d}"
    if np.isnan(one.value):
        return False, "geen antwoorden"
    if claim.type == "exact":
        return half_up(one.percent) == claim.value and base_fits, percent(one.value)
    if claim.type == "band":
        value = one.percent
        if claim.relation == "in_all":
            everyone = int(estimates.wave.responses["group"].eq(group).sum())
            value = 100 * one.count / everyone
        return claim.low <= round(value, 9) < claim.high, f"{value:.1f}%".replace(".", ",")
    if claim.type == "rank":
        rank = _rank(one, estimates)
        return rank == claim.value, f"plaats {rank}"
    versus = claim.versus if claim.ref.group != BOTH else claim.versus.of(group)
    other = estimates[versus]
    low, high = _bounds(claim)
    gap = round(one.percent - other.percent, 9)
    return low < gap < high, f"{percent(one.value)} tegenover {percent(other.value)}"


def _bounds(claim: Claim) -> tuple[float, float]:
    """The open interval that the difference in percentage points must lie in."""
    low = 0.0 if claim.low is None else claim.low
    high = math.inf if claim.high is None else claim.high
    return (-high, -low) if claim.relation == "less" else (low, high)


def _rank(one: Estimate, estimates: Estimates) -> int:
    """Place among the question's options, the exclusive one left out; ties share the better."""
    question = estimates.wave.codebook[one.ref.question]
    rivals = [estimates[Ref(question.id, option, one.ref.group, one.ref.domain)].count
              for option in question.option_ids if option != question.exclusive]
    return 1 + sum(count > one.count for count in rivals)






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
