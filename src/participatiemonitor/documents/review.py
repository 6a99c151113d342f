"""What documents published of a wave, held against its answers and against itself."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from participatiemonitor.documents.claims import Claim
from participatiemonitor.documents.consistency import inconsistent_claims
from participatiemonitor.documents.verdicts import Verdict, check_claims
from participatiemonitor.estimation.results import Results


@dataclass(frozen=True)
class Review:
    """The claims about a wave, with all that can be found of them.

    Attributes
    ----------
    claims : list of Claim
    source : Results
        Of the wave.
    """

    claims: list[Claim]
    source: Results

    @cached_property
    def verdicts(self) -> list[Verdict]:
        """Every claim beside its computed value."""
        return check_claims(self.claims, self.source)

    @cached_property
    def contradictions(self) -> list[tuple[str, ...]]:
        """Sets of claims that cannot all be true, found without looking at the answers."""
        wave = self.source.wave
        return inconsistent_claims(self.claims, wave.codebook.questions, wave.info)
