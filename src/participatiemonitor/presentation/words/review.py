"""Words for what became of the claims of a document."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.documents.review import Review
from participatiemonitor.presentation.words.bound import Bound

ORIGIN = "uit de uitspraken alleen"


def tally(review: Review, status: str) -> Bound:
    """How many claims have a verdict, in digits."""
    found = sum(verdict.status == status for verdict in review.verdicts)
    return Bound(dutch.whole(found), "tally", (), "uitspraken", {"status": status})


def contradiction_count(review: Review) -> Bound:
    """How many sets of claims cannot all be true, in words up to twelve."""
    return Bound(dutch.numeral(len(review.contradictions)), "contradiction_count", (), ORIGIN)


def impossible_count(review: Review, tested: bool = False) -> Bound:
    """How many published percentages no number of respondents gives, or how many are tested."""
    found = review.testable if tested else review.impossible
    return Bound(dutch.numeral(len(found)), "impossible_count", (), ORIGIN, {"tested": tested})
