"""Own numbers by the names that documents use: of schemes, and of provisions that combine."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from participatiemonitor.studies.overlap.results.patterns import PROVISION, SCHEME
from participatiemonitor.studies.overlap.results.results import Overlap, Results
from participatiemonitor.studies.overlap.results.uses import AreaUse
from participatiemonitor.studies.persons.cells import Share

# What files may call a scheme or a provision, in small letters without signs, by its row or column
# in the tables of the document.
SCHEMES = {
    "wwb": {"wwb", "wetwerkenbijstand"}, "wmo": {"wmo", "wetmaatschappelijkeondersteuning"},
    "wsw": {"wsw", "wetsocialewerkvoorziening"}, "awbz": {"awbz"}, "aow": {"aow"},
    "schuldhulp": {"wgs", "schuldhulp", "schuldhulpverlening"}, "wajong": {"wajong"},
    "schoolverlaters": {"rmc", "voortijdigeschoolverlaters", "voortijdigeschoolverlatersrmc"},
    "arbeidsongeschikt": {"arbeidsongeschiktheidsuitkering", "wiawazofwao"}}
_HELP, _BENEFIT, _WAY = "huishoudelijkehulp", "bijstand", "participatietraject"
COMBINATIONS = {
    "bijstand_traject": ({_BENEFIT}, {_WAY}),
    "hulp_verpleging": ({_HELP}, {"verplegingenverzorging"}),
    "hulp_welzijn": ({_HELP}, {"welzijnsvoorziening"}),
    "bijstand_ondersteuning_traject": ({_BENEFIT}, {"maatschappelijkeondersteuning"}, {_WAY}),
    "hulp_hulpmiddel": ({_HELP}, {"hulpmiddelmobiliteitsvoorziening",
                                  "hulpmiddelofmobiliteitsvoorziening", "hulpmiddel"}),
    "bijstand_traject_werk": ({_BENEFIT}, {_WAY}, {"werkvoorziening"})}


@dataclass(frozen=True)
class Own:
    """What is told here, by the names of documents."""

    found: Results

    def use(self, unit: str) -> AreaUse | None:
        """How many provisions are used; None where a unit is not counted."""
        overlap = self.found.overlaps.get((unit, PROVISION))
        return overlap.uses.total if overlap else None

    def other(self, unit: str, scheme: str) -> Share | None:
        """Of the users of a scheme, the part that uses another."""
        overlap = self.found.overlaps.get((unit, SCHEME))
        place = _place(overlap, SCHEMES[scheme])
        return overlap.matrix.rows[place].other if overlap and place is not None else None

    def also(self, unit: str, scheme: str, other: str) -> Share | None:
        """Of the users of a scheme, the part that uses the other as well."""
        overlap = self.found.overlaps.get((unit, SCHEME))
        places = _place(overlap, SCHEMES[scheme]), _place(overlap, SCHEMES[other])
        return next((pair.share for pair in overlap.matrix.pairs
                     if (pair.kind, pair.also) == places), None) if overlap else None

    def combined(self, unit: str, combination: str) -> Share | None:
        """Of those who combine, the part that uses exactly these."""
        overlap = self.found.overlaps.get((unit, PROVISION))
        if overlap is None:
            return None
        places = [_place(overlap, names) for names in COMBINATIONS[combination]]
        combined = overlap.combinations
        told = (*combined.most, *combined.most_within, *combined.most_across)
        return next((one.share for one in told if {*one.kinds} == {*places}), None)

    def has(self, scheme: str) -> bool:
        """Whether lists have users of a scheme."""
        return any(_place(overlap, SCHEMES[scheme]) is not None
                   for (_, grain), overlap in self.found.overlaps.items() if grain == SCHEME)


def _place(overlap: Overlap | None, names: Iterable[str]) -> int | None:
    """Where the kind with one of these names stands."""
    kinds = overlap.told.kinds if overlap else ()
    return next((place for place, kind in enumerate(kinds) if _plain(kind.name) in names), None)


def _plain(name: str) -> str:
    return "".join(letter for letter in name.casefold() if letter.isalnum())
