"""The provisions of the example, named as the document of 2012 names those of Veenendaal.

Their weights are an assumption, as the document weighs nothing.
"""

from __future__ import annotations

from itertools import combinations

# What the provision is called, its scheme, its domain and its weight.
PROVISIONS = (
    ("bijstand", "Wwb", "werk", "3"),
    ("participatietraject", "Wwb", "werk", "2"),
    ("werkvoorziening", "Wsw", "werk", "5"),
    ("schuldhulpverlening", "Wgs", "werk", "1"),
    ("maatschappelijke ondersteuning", "Wmo", "zorg", "1"),
    ("huishoudelijke hulp", "Wmo", "zorg", "1"),
    ("hulpmiddel of mobiliteitsvoorziening", "Wmo", "zorg", "0,5"),
    ("welzijnsvoorziening", "Wmo", "zorg", "0,5"),
    ("ondersteuning door vrijwilligers", "Wmo", "zorg", "0,5"),
    ("verpleging en verzorging", "AWBZ", "zorg", "3"),
    ("begeleiding", "AWBZ", "zorg", "2"),
    ("dagactiviteiten", "AWBZ", "zorg", "2"),
    ("begeleiding bij psychische problemen", "AWBZ", "zorg", "2"),
    ("zorg bij een verstandelijke beperking", "AWBZ", "zorg", "5"),
    ("jeugdzorg", "Wet op de jeugdzorg", "jeugd", "3"),
)
NAMES = tuple(name for name, *_ in PROVISIONS)
(BENEFIT, COURSE, WORKSHOP, DEBT, SOCIAL, HELP, AID, WELFARE, VOLUNTEERS, NURSING, GUIDANCE,
 DAYTIME, MENTAL, DISABLED, YOUTH) = (1 << place for place in range(len(PROVISIONS)))
# Who uses what, by the three groups of the document: elderly and physically disabled; unemployed,
# with mental or social problems; intellectually disabled, and families.
KINDS = ((HELP, AID, WELFARE, VOLUNTEERS, NURSING, GUIDANCE, DAYTIME),
         (BENEFIT, COURSE, SOCIAL, WORKSHOP, MENTAL, DEBT),
         (YOUTH, DISABLED))


def union(masks: tuple[int, ...]) -> int:
    """The mask of all that any of them has."""
    united = 0
    for mask in masks:
        united |= mask
    return united


def together(bits: tuple[int, ...], size: int) -> list[int]:
    """The masks of each so many of some provisions."""
    return [union(some) for some in combinations(bits, size)]
