"""Provisions: what they are called, and under which scheme and domain they fall."""

from __future__ import annotations

from dataclasses import dataclass

# Bits of a word: 63, as the sign of a signed word of 64 is kept out of it.
WORD = 63


@dataclass(frozen=True)
class Provision:
    """A provision that lists hold users of.

    Attributes
    ----------
    name, scheme : str
        As they stand in the report.
    domain : str
        One of `participatiemonitor.studies.overlap.form.DOMAINS`.
    weight : float
        Above 0.
    """

    name: str
    scheme: str
    domain: str
    weight: float = 1.0


Provisions = tuple[Provision, ...]


def words_of(size: int) -> int:
    """How many words hold a bit for each of so many provisions."""
    return max(1, -(-size // WORD))
