"""Claims held against the answers: what was published beside what is computed."""

from __future__ import annotations

from dataclasses import dataclass, replace

from participatiemonitor.documents.claims import Claim, sides_of
from participatiemonitor.documents.consistency import (
    impossible_percentages,
    inconsistent_claims,
)
from participatiemonitor.documents.documents import require_claims
from participatiemonitor.documents.outcomes import check
from participatiemonitor.estimation.estimates import HIDDEN, REASONS
from participatiemonitor.estimation.opening import compute_results
from participatiemonitor.estimation.results import Results
from participatiemonitor.project import Project

HOLDS, FAILS, CONFLICT, EXTERNAL = "klopt", "wijkt af", "tegenspraak in de bron", "andere bron"
UNTESTED, UNSHOWN = "niet te toetsen", "niet te tonen"


@dataclass(frozen=True)
class Verdict:
    """A claim beside what the answers say.

    Attributes
    ----------
    claim : Claim
    status : str
        ``klopt``, ``wijkt af``, ``tegenspraak in de bron`` (does not hold, and cannot, because
        the document contradicts itself), ``andere bron`` (not about this survey), ``niet te
        toetsen`` (about no question that is known) or ``niet te tonen`` (its value may not be).
    computed : str
        The computed value in words, for each group the claim is about.
    """

    claim: Claim
    status: str
    computed: str


def check_claims(claims: list[Claim], results: Results) -> list[Verdict]:
    """Hold every claim against the answers.

    A claim about both groups holds when it holds in each of them. A claim that does not hold is
    excused as a contradiction in the source only while a claim that it contradicts does hold.

    Parameters
    ----------
    claims : list of Claim
    results : Results

    Returns
    -------
    list of Verdict
        In the order of `claims`.
    """
    first = {claim.id: _verdict(claim, results) for claim in claims}
    return [
        replace(one, status=CONFLICT)
        if one.status == FAILS and any(first[other].status == HOLDS
                                       for other in one.claim.conflicts)
        else one
        for one in first.values()
    ]


def holds(claim: Claim, results: Results) -> bool:
    """Whether a claim is true of the answers."""
    return _verdict(claim, results).status == HOLDS


def report(project: Project, year: int) -> tuple[str, bool]:
    """Check all claims about a wave and say what does not hold.

    Parameters
    ----------
    project : Project
    year : int

    Returns
    -------
    text : str
        In Dutch: the claims that do not hold, and how many were checked; or that there are none.
    holds : bool
        Whether every claim holds that the document does not contradict itself.
    """
    results = compute_results(year, project, protect=False)
    wave, claims = results.wave, require_claims(project, results.wave)
    if not claims:
        return (f"Over {year} valt niets na te gaan: geen document in data/published meldt "
                "uitkomsten van die peiling."), True
    verdicts = check_claims(claims, results)
    sections = {
        "Wijkt af van wat is gepubliceerd":
            [_line(verdict) for verdict in verdicts if verdict.status == FAILS],
        "Klopt niet en kan niet kloppen: de bron spreekt zich tegen":
            [_line(verdict) for verdict in verdicts if verdict.status == CONFLICT],
        "Percentages die bij het genoemde aantal niet kunnen voorkomen":
            [f"{claim.id}: {claim.value:.0f}% van {claim.n}"
             for claim in impossible_percentages(claims)],
        "Uitspraken die samen niet waar kunnen zijn, wat er ook is geantwoord":
            [", ".join(labels) for labels in inconsistent_claims(
                claims, wave.codebook.questions, wave.info)],
    }
    lines = []
    for head, listed in sections.items():
        if listed:
            lines += [f"{head}:", *(f"  {line}" for line in listed), ""]
    count = {status: sum(one.status == status for one in verdicts)
             for status in (HOLDS, FAILS, CONFLICT, EXTERNAL, UNTESTED)}
    checked = len(verdicts) - count[EXTERNAL] - count[UNTESTED]
    lines.append(
        f"{checked} uitspraken over {year} gecontroleerd: {count[HOLDS]} kloppen, "
        f"{count[FAILS]} wijken af, {count[CONFLICT]} spreken andere uitspraken in de bron tegen. "
        f"Verder {count[EXTERNAL]} uitspraken uit een andere bron, en {count[UNTESTED]} waarover "
        "geen vraag is gepubliceerd."
    )
    return "\n".join(lines), count[FAILS] == 0


def _line(verdict: Verdict) -> str:
    claim = verdict.claim
    against = f" (tegenover {', '.join(claim.conflicts)})" if claim.conflicts else ""
    return f"{claim.id} [{claim.section}] {claim.statement}: berekend {verdict.computed}{against}"


def _verdict(claim: Claim, results: Results) -> Verdict:
    sides = sides_of(claim, results.wave.info.groups)
    if not sides:
        return Verdict(claim, EXTERNAL if claim.basis == "external" else UNTESTED, "–")
    checks = [check(side, results) for side in sides]
    if any(good is None for good, _ in checks):
        return Verdict(claim, UNSHOWN, REASONS[HIDDEN])
    codes = [f"{results.wave.info.groups[side.ref.group].code} " if len(sides) > 1 else ""
             for side in sides]
    words = [f"{code}{text}" for code, (_, text) in zip(codes, checks, strict=True)]
    return Verdict(claim, HOLDS if all(good for good, _ in checks) else FAILS, " · ".join(words))
