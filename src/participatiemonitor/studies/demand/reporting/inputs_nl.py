"""What the numbers of a folder are called: in a table, and in a sentence."""

from __future__ import annotations

from participatiemonitor.studies.demand.inputs import Inputs
from participatiemonitor.studies.demand.reporting.amounts_nl import quoted
from participatiemonitor.studies.demand.sensitivity import COUNT, NEED, OTHERS

# The kind of number, the provision and the profile, each empty where it is of none.
Named = tuple[str, str, str]


def label(given: Inputs, name: Named) -> str:
    """A number in a table."""
    kind, provision, profile = name
    if kind == COUNT:
        return f"Klanten: {given.profiles[profile]}"
    offered = _provision(given, provision)
    if kind == NEED:
        whose = given.profiles[profile] if profile != OTHERS else _others(given, provision)
        return f"Behoefte aan {offered}: {whose}"
    return f"Gebruikers: {offered}"


def phrase(given: Inputs, name: Named) -> str:
    """A number in a sentence: *hoeveel klanten bij “A” horen*."""
    kind, provision, profile = name
    if kind == COUNT:
        return f"hoeveel klanten bij {quoted(given.profiles[profile])} horen"
    offered = quoted(_provision(given, provision))
    if kind == NEED:
        whose = (quoted(given.profiles[profile]) if profile != OTHERS
                 else _others(given, provision))
        return f"welk deel van {whose} de voorziening {offered} nodig heeft"
    return f"hoeveel gebruikers {offered} heeft"


def _provision(given: Inputs, found: str) -> str:
    return next(one.name for one in given.provisions if one.id == found)


def _others(given: Inputs, provision: str) -> str:
    return "alle profielen" if len(given.together[provision]) == len(
        given.profiles) else "de andere profielen"
