"""Words for what documents published, and what became of it; they rest on no answer of the wave."""

from __future__ import annotations

from collections.abc import Iterable

from participatiemonitor import dutch
from participatiemonitor.documents.consistency import impossible_percentages, testable_percentages
from participatiemonitor.documents.documents import Document
from participatiemonitor.documents.review import Review
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.origins import WITHOUT, printed

CLAIMS_ALONE = "uit de uitspraken alleen"


def published(documents: Iterable[Document], claim: str) -> Bound:
    """A number or a word of quantity as a document printed it, whatever the wave: *een derde*."""
    for document in documents:
        for one in document.claims:
            if one.id == claim and one.published != WITHOUT:
                return Bound(one.published, "published", (),
                             f"{document.head.name}: {printed(one.published, claim)}",
                             {"claim": claim})
    raise InputError(f"published({claim!r}): geen uitspraak met die naam en een getal of een woord "
                     "van hoeveelheid.")


def tally(review: Review, status: str) -> Bound:
    """How many claims have a verdict, in digits."""
    found = sum(verdict.status == status for verdict in review.verdicts)
    return Bound(dutch.whole(found), "tally", (), "uitspraken", {"status": status})


def contradiction_count(review: Review) -> Bound:
    """How many sets of claims cannot all be true, in words up to twelve."""
    return Bound(dutch.numeral(len(review.contradictions)), "contradiction_count", (), CLAIMS_ALONE)


def impossible_count(review: Review, tested: bool = False) -> Bound:
    """How many published percentages no number of respondents gives, or how many are tested."""
    found = (testable_percentages if tested else impossible_percentages)(review.claims)
    return Bound(dutch.numeral(len(found)), "impossible_count", (), CLAIMS_ALONE,
                 {"tested": tested})
