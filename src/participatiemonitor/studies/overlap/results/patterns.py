"""Who uses exactly what, where, at the grain of provisions or of schemes."""

from __future__ import annotations

from dataclasses import dataclass

# A scheme is used when any of its provisions is.
PROVISION, SCHEME = GRAINS = "voorziening", "regeling"


@dataclass(frozen=True)
class Kind:
    """A provision or a scheme.

    Attributes
    ----------
    name : str
    domains : frozenset of str
        Of `form.DOMAINS`; of a scheme those of all its provisions.
    weight : float
        Of a scheme 1.
    """

    name: str
    domains: frozenset[str]
    weight: float = 1.0
