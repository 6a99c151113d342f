"""Documents that published something: sources of their own, whichever wave a book is about."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from participatiemonitor.documents.claim_checks import reference_faults
from participatiemonitor.documents.claims import Claim, read_claims
from participatiemonitor.files.entries import Entry, Line, read_entries
from participatiemonitor.survey import Fault, InvalidWave, Project, Wave
from participatiemonitor.survey.waveinfo import Year


class Head(Entry):
    """The content of ``document.yml``.

    ``name`` is what a reader knows the document by, *Divosa (2011)*; ``wave`` is the survey round
    whose results it reports, if any.
    """

    name: Line
    wave: Year | None = None


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
    for name, head in _heads(project).items():
        with _named(name):
            claims = read_claims(project.published / name / "claims.csv")
        if head.wave is None and any(claim.ref for claim in claims):
            raise InvalidWave([Fault(f"{name}/document.yml", None, "wave", "",
                                     "het jaar van de peiling, bij uitspraken van basis survey")])
        documents.append(Document(name, head, tuple(claims)))
    owners: dict[str, str] = {}
    faults = [Fault(f"{one.id}/claims.csv", None, "id", claim.id,
                    f"een eigen naam; {owners[claim.id]} heeft die al")
              for one in documents for claim in one.claims
              if owners.setdefault(claim.id, one.id) != one.id]
    if faults:
        raise InvalidWave(faults)
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
    faults = [fault for one in reports
              for fault in reference_faults(f"{one.id}/claims.csv", one.claims, wave)]
    if faults:
        raise InvalidWave(faults)
    return [claim for one in reports for claim in one.claims]


def reporting(project: Project, year: int) -> tuple[str, ...]:
    """The documents that report the results of a wave, by their ids."""
    return tuple(name for name, head in _heads(project).items() if head.wave == year)


def claims_about(year: int, documents: Iterable[Document]) -> list[Claim]:
    """What documents published about a wave, or took from elsewhere to report on it."""
    return [claim for one in documents if one.head.wave == year for claim in one.claims]


def _heads(project: Project) -> dict[str, Head]:
    if not project.published.is_dir():
        return {}
    heads = {}
    for folder in sorted(path for path in project.published.iterdir() if path.is_dir()):
        with _named(folder.name):
            heads[folder.name] = read_entries(folder / "document.yml", Head)
    return heads


@contextmanager
def _named(document: str) -> Iterator[None]:
    """Have the faults of a file name the document it belongs to."""
    try:
        yield
    except InvalidWave as error:
        raise InvalidWave(replace(fault, file=f"{document}/{fault.file}")
                          for fault in error.faults) from None
