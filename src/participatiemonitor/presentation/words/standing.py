"""What a number of a reconstruction rests on: published itself, fitting what was, or assumed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache

from participatiemonitor.documents.claims import Claim
from participatiemonitor.documents.verdicts import holds
from participatiemonitor.estimation.refs import BOTH, Ref
from participatiemonitor.estimation.results import Results

PUBLISHED = "gepubliceerd"
BOUNDED = "aangenomen, passend bij wat is gepubliceerd"
ORDERED = "aangenomen, de volgorde is gepubliceerd"
ASSUMED = "aangenomen"
_STRENGTH = (ASSUMED, ORDERED, BOUNDED, PUBLISHED)
_BY_RELATION = {"=": PUBLISHED, "in": BOUNDED, "above": BOUNDED, "similar": BOUNDED,
                "rank": ORDERED, "more": ORDERED, "less": ORDERED}


def standings(claims: Iterable[Claim], estimates: Results) -> Callable[[Ref], str]:
    """Tell of each quantity what is known of it from publication.

    Parameters
    ----------
    claims : iterable of Claim
        What was published; a claim that does not hold vouches for nothing.
    estimates : Results

    Returns
    -------
    callable
        From a quantity of one group to `PUBLISHED`, `BOUNDED`, `ORDERED` or `ASSUMED`, the
        strongest that some claim gives it.
    """
    groups = tuple(estimates.wave.info.groups)
    about: dict[Ref, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.relation in _BY_RELATION:  # the others are not about the share itself
            for side in (claim.ref, claim.versus):
                for group in _groups(side, groups):
                    about[_plain(side.of(group))].append(claim)

    @cache
    def standing(ref: Ref) -> str:
        found = (_BY_RELATION[claim.relation] for claim in about.get(_plain(ref), ())
                 if holds(claim, estimates))
        return max(found, key=_STRENGTH.index, default=ASSUMED)

    return standing


def _groups(ref: Ref | None, groups: tuple[str, ...]) -> tuple[str, ...]:
    if ref is None:
        return ()
    return groups if ref.group == BOTH else (ref.group,)


def _plain(ref: Ref) -> Ref:
    """The same quantity however its net and its domain are written."""
    option, domain = ("+".join(sorted(parts)) for parts in (ref.options, ref.domains))
    return Ref(ref.question, option, ref.group, domain)
