"""What the reviewer is shown: published claims, contradictions in the source, the codebook."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor import dutch
from participatiemonitor.documents.claims import Claim, criterion_text
from participatiemonitor.documents.review import Review
from participatiemonitor.documents.verdicts import CONFLICT, Verdict
from participatiemonitor.estimation.register import RESPONSE
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.caveats import SIGN
from participatiemonitor.presentation.exhibits.exhibit import numbered
from participatiemonitor.presentation.exhibits.labels import FRAME_QUESTIONS, asked_text
from participatiemonitor.presentation.markdown import Block, joined, pipe_table
from participatiemonitor.survey.codebook import Question
from participatiemonitor.survey.wave import Wave


def claims_table(review: Review, *sections: str) -> Block:
    """Claims of the named sections beside their computed values; of all when none is named."""
    return Block(_claims([one for one in review.verdicts
                          if not sections or one.claim.section in sections], review.source.wave))


def failing(review: Review) -> Block:
    """The claims that do not hold because the document contradicts itself."""
    chosen = [one for one in review.verdicts if one.status == CONFLICT]
    return Block(_claims(chosen, review.source.wave) if chosen else
                 "Bij deze antwoorden is er geen uitspraak die daardoor niet klopt.")


def contradictions(review: Review) -> Block:
    """The sets of claims that cannot all be true, each claim with its place and what it says."""
    named = {claim.id: claim for claim in review.claims}
    rows = [[str(number) if place == 0 else "", _number(claim), claim.section,
             dutch.capital(claim.statement), claim.published, criterion_text(claim)]
            for number, labels in enumerate(review.contradictions, start=1)
            for place, claim in enumerate(named[label] for label in labels)]
    return Block(pipe_table(["Tegenspraak", "Nr.", "Waar", "Uitspraak", "Gepubliceerd",
                             "Getoetst als"], rows))


def codebook_table(source: Results, *sections: str) -> Block:
    """The questions of the named sections, with their kind, answers, base and figure.

    In a reconstruction an answer that is assumed to have been offered has a mark.

    Parameters
    ----------
    source : Results
    *sections : str

    Returns
    -------
    Block
    """
    kinds = {"single": "één antwoord", "multiple": "meer antwoorden", "percentage": "percentages",
             "number": "getallen", "open": "open, naar thema ingedeeld"}
    wave = source.wave
    sign = SIGN if wave.info.reconstructed else ""
    rows = [[Markup(f"`{question.id}`"), question.nl,
             "afgeleid" if question.derived else kinds[question.kind],
             joined((one.nl + sign * one.assumed for one in question.options), "; ") or "–",
             dutch.capital(asked_text(question, wave)), _place(question, wave)]
            for question in wave.codebook.questions if question.section in sections]
    return Block(pipe_table(["Naam", "Vraag", "Soort", "Antwoorden", "Gevraagd aan", "Zie"], rows))


def _claims(verdicts: list[Verdict], wave: Wave) -> Markup:
    """Published claims, as what they are tested, and their computed values; with links."""
    rows = [[_number(claim), dutch.capital(claim.statement), claim.published,
             criterion_text(claim), verdict.computed,
             Markup(f"**{CONFLICT}**") if verdict.status == CONFLICT else verdict.status,
             joined(_remarks(claim, wave), " ")]
            for verdict in verdicts for claim in [verdict.claim]]
    computed = f"Berekend{SIGN}" if wave.info.reconstructed else "Berekend"
    return pipe_table(["Nr.", "Uitspraak", "Gepubliceerd", "Getoetst als", computed, "Oordeel",
                       "Toelichting"], rows)


def _number(claim: Claim) -> Markup:
    """The name of a claim, on one line however narrow its column."""
    return Markup(f"[{markdown(claim.id)}]{{.nr}}")


def _remarks(claim: Claim, wave: Wave) -> Iterator[str]:
    if claim.conflicts:
        yield f"Tegenover {', '.join(claim.conflicts)}."
    if claim.note:
        yield f"{dutch.capital(claim.note)}."
    if place := _elsewhere(claim, wave):
        yield Markup(f"Zie {place}.")


def _numbered(question: str, wave: Wave) -> Markup:
    """The figures and tables a question is in."""
    return joined((Markup(f"{{numref}}`{kind}-{number}`")
                   for kind, specs in numbered(wave.codebook).items()
                   for number, spec in sorted(specs.items()) if question in spec.questions), ", ")


def _place(question: Question, wave: Wave) -> Markup:
    return _numbered(question.id, wave) or markdown(
        f"§ {question.section}" if question.section[0].isdigit() else "")


def _elsewhere(claim: Claim, wave: Wave) -> Markup | None:
    """The figure, the table or another section where the number stands."""
    if claim.ref is None:
        return None
    if claim.ref.question in FRAME_QUESTIONS:
        return _numbered(RESPONSE, wave)
    place = _place(wave.codebook[claim.ref.question], wave)
    return None if place == markdown(f"§ {claim.section}") else place
