"""Results of answers at hand, with the public key where a test does not bring another."""

from __future__ import annotations

from participatiemonitor.estimation import results
from participatiemonitor.estimation.disclosure.key import PUBLIC_KEY
from participatiemonitor.survey.answered import Answered


def results_of(answered: Answered, key: bytes = PUBLIC_KEY, *, protect: bool = True
               ) -> results.Results:
    """As `participatiemonitor.estimation.results.results_of`, which wants a key."""
    return results.results_of(answered, key, protect=protect)
