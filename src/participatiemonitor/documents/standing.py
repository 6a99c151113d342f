"""What the quantities of a wave rest on, by what documents printed of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cache, partial

from participatiemonitor.documents.claims import Claim, sides_of
from participatiemonitor.documents.verdicts import holds
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results

# Types of what is printed of a quantity itself, the most telling first; others compare it.
OF_ITSELF = ("exact", "count", "band")


class Standings:
    """What is known of each quantity from publication.

    Parameters
    ----------
    claims : iterable of Claim
        What was published; a claim that does not hold vouches for nothing.
    results : Results
    """

    def __init__(self, claims: Iterable[Claim], results: Results) -> None:
        self._results = results
        self.holds = cache(partial(holds, results=results))
        self._about: dict[Ref, list[Claim]] = defaultdict(list)
        for claim in claims:
            for side in sides_of(claim, results.wave.info.groups):
                self._about[plain(side.ref)].append(claim)

    def published(self, ref: Ref) -> bool:
        """Whether a document printed the number; with noise it is not that number any more."""
        exact = any(claim.relation == "=" for claim in self._about.get(plain(ref), ())
                    if self.holds(claim))
        return exact and not self._results[ref].noise

    def printed(self, ref: Ref) -> str:
        """The number, word or band that a document used for it; empty when none."""
        return next((claim.published for claim in of_itself(self._holds(ref))), "")

    def _holds(self, ref: Ref) -> list[Claim]:
        return [claim for claim in self._about.get(plain(ref), ()) if self.holds(claim)]


def of_itself(claims: Iterable[Claim]) -> list[Claim]:
    """The claims that say how large a quantity is, the most telling first."""
    found = [claim for claim in claims
             if claim.type in OF_ITSELF and claim.relation not in ("n", "in_all")]
    return sorted(found, key=lambda claim: OF_ITSELF.index(claim.type))


def plain(ref: Ref) -> Ref:
    """The same quantity however its source, its net and its domain are written."""
    option, domain = ("+".join(sorted(parts)) for parts in (ref.options, ref.domains))
    return Ref(ref.question, option, ref.group, domain)
