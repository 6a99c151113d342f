"""Documents that published something: sources of their own, whichever wave a book is about."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from participatiemonitor.documents.claim_checks import reference_faults
from participatiemonitor.documents.claims import Claim, read_claims
from participatiemonitor.documents.heads import Head, naming, read_heads
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.project import Project
from participatiemonitor.survey.wave import Wave


@dataclass(frozen=True)
class Document:
    """A document with everything it published that is listed.

    Attributes
    ----------
    id : str
        Name of its folder in ``data/published``, which is its key in ``references.bib``.
    head : Head
    claims : tuple of Claim
    """

    id: str
    head: Head
    claims: tuple[Claim, ...]


def read_documents(project: Project) -> list[Document]:
    """Read all documents of a project, with their claims.

    Parameters
    ----------
    project : Project

    Returns
    -------
    list of Document
        By name of their folders.

    Raises
    ------
    InvalidWave
        When a file of a document holds faults, or two documents name a claim alike.
    """
    documents = []
    for name, head in read_heads(project).items():
        path = project.published / name / "claims.csv"
        with naming(name):
            # A document that reports on no wave may have tables alone.
            claims = read_claims(path) if head.wave or path.is_file() else []
        if head.wave is None and any(claim.ref for claim in claims):
            refuse([Fault(f"{name}/document.yml", None, "wave", "",
                          "het jaar van de peiling, bij uitspraken van basis survey")])
        documents.append(Document(name, head, tuple(claims)))
    owners: dict[str, str] = {}
    refuse(Fault(f"{one.id}/claims.csv", None, "id", claim.id,
                 f"een eigen naam; {owners[claim.id]} heeft die al")
           for one in documents for claim in one.claims
           if owners.setdefault(claim.id, one.id) != one.id)
    return documents


def require_claims(project: Project, wave: Wave) -> list[Claim]:
    """Read the claims about a wave, and see that it has what they are about.

    Parameters
    ----------
    project : Project
    wave : Wave

    Returns
    -------
    list of Claim
        As `claims_about` gives them.

    Raises
    ------
    InvalidWave
        When a file of a document holds faults, or a claim is about what the wave does not have.
    """
    reports = [one for one in read_documents(project) if one.head.wave == wave.year]
    refuse(fault for one in reports
           for fault in reference_faults(f"{one.id}/claims.csv", one.claims, wave))
    return [claim for one in reports for claim in one.claims]


def claims_about(year: int, documents: Iterable[Document]) -> list[Claim]:
    """What documents published about a wave, or took from elsewhere to report on it."""
    return [claim for one in documents if one.head.wave == year for claim in one.claims]
