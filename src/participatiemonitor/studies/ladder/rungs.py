"""What the rungs of the ladder are called, alone and together."""

from __future__ import annotations

from participatiemonitor import dutch

# As the document of 2010 calls them, from the lowest up.
RUNG_NAMES = ("geïsoleerd levend", "sociale contacten buitenshuis",
              "deelname aan georganiseerde activiteiten", "onbetaald werk",
              "betaald werk met ondersteuning", "betaald werk")

Group = tuple[int, ...]


def rung_numbers(group: Group) -> str:
    """The numbers of neighbouring rungs: *3*, *3 en 4*, *3 tot en met 5*."""
    low, high = group[0] + 1, group[-1] + 1
    if high - low > 1:
        return f"{low} tot en met {high}"
    return dutch.enumeration(map(str, sorted({low, high})))


def rung_name(group: Group) -> str:
    """What neighbouring rungs are called: *trede 3 en 4*."""
    return f"trede {rung_numbers(group)}"


def rung_words(group: Group) -> str:
    """The same with what each is: *trede 5 en 6: betaald werk met ondersteuning, betaald werk*."""
    return f"{rung_name(group)}: {', '.join(RUNG_NAMES[rung] for rung in group)}"
