"""Tables for the reviewer: published claims, contradictions in the source, the codebook."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.documents.claims import Claim, criterion_text
from participatiemonitor.documents.verdicts import CONFLICT, Verdict
from participatiemonitor.estimation.register import RESPONSE
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.exhibits.exhibit import numbered
from participatiemonitor.presentation.exhibits.labels import FRAME_QUESTIONS, asked_text
from participatiemonitor.presentation.markdown import joined, pipe_table
from participatiemonitor.survey import Question, Wave


def claims_table(verdicts: list[Verdict], wave: Wave) -> Markup:
    """Published claims, as what they are tested, and their computed values; with links."""
    rows = []
    for verdict in verdicts:
        claim = verdict.claim
        notes = [f"Tegenover {', '.join(claim.conflicts)}."] if claim.conflicts else []
        notes += [f"{dutch.capital(claim.note)}."] if claim.note else []
        place = _elsewhere(claim, wave)
        notes += [Markup(f"Zie {markdown(place)}.")] if place else []
        judged = verdict.status
        rows.append([_number(claim), dutch.capital(claim.statement), claim.published,
                     criterion_text(claim), verdict.computed,
                     Markup(f"**{judged}**") if judged == CONFLICT else judged,
                     joined(notes, " ")])
    return pipe_table(["Nr.", "Uitspraak", "Gepubliceerd", "Getoetst als", "Berekend", "Oordeel",
                       "Toelichting"], rows)


def contradictions_table(found: list[tuple[str, ...]], claims: list[Claim]) -> Markup:
    """Sets of claims that cannot all be true, each claim with its place and what it says."""
    named = {claim.id: claim for claim in claims}
    rows = [[str(number) if place == 0 else "", _number(claim), claim.section,
             dutch.capital(claim.statement), claim.published, criterion_text(claim)]
            for number, labels in enumerate(found, start=1)
            for place, claim in enumerate(named[label] for label in labels)]
    return pipe_table(["Tegenspraak", "Nr.", "Waar", "Uitspraak", "Gepubliceerd", "Getoetst als"],
                      rows)


def codebook_table(questions: list[Question], wave: Wave) -> Markup:
    """Questions with their kind, answers, base and figure; in a reconstruction with a mark at each
    answer that is assumed to have been offered.

    Parameters
    ----------
    questions : list of Question
    wave : Wave

    Returns
    -------
    Markup
    """
    kinds = {"single": "één antwoord", "multiple": "meer antwoorden", "percentage": "percentages",
             "number": "getallen", "open": "open, naar thema ingedeeld"}
    drawn = wave.info.status == "reconstructie"
    rows = []
    for question in questions:
        options = joined((option.nl + ("*" if option.assumed and drawn else "")
                          for option in question.options), "; ")
        kind = "afgeleid" if question.derived else kinds[question.kind]
        rows.append([Markup(f"`{question.id}`"), question.nl, kind, options or "–",
                     dutch.capital(asked_text(question, wave)), _place(question, wave)])
    return pipe_table(["Naam", "Vraag", "Soort", "Antwoorden", "Gevraagd aan", "Zie"], rows)


def _number(claim: Claim) -> Markup:
    """The name of a claim, on one line however narrow its column."""
    return Markup(f"[{markdown(claim.id)}]{{.nr}}")


def _numbered(question: str, wave: Wave) -> str:
    """The figures and tables a question is in."""
    return joined((Markup(f"{{numref}}`{kind}-{number}`")
                   for kind, specs in numbered(wave.codebook).items()
                   for number, spec in sorted(specs.items()) if question in spec.questions), ", ")


def _place(question: Question, wave: Wave) -> str:
    section = f"§ {question.section}" if question.section[0].isdigit() else ""
    return _numbered(question.id, wave) or section


def _elsewhere(claim: Claim, wave: Wave) -> str:
    """The figure, the table or another section where the number stands."""
    if claim.ref is None:
        return ""
    if claim.ref.question in FRAME_QUESTIONS:
        return _numbered(RESPONSE, wave)
    place = _place(wave.codebook[claim.ref.question], wave)
    return "" if place == f"§ {claim.section}" else place
