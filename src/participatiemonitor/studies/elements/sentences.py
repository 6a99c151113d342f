"""Sentences on how many interventions or elements something is true of, for every outcome."""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor import dutch
from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.studies.elements.form import ELEMENTS

# As many names as a sentence has room for.
NAMED = 3


def quoted(names: Sequence[str]) -> str:
    """Names of a user, in a row: *“a”, “b” en “c”*."""
    return dutch.enumeration(f"“{name}”" for name in names)


def elements(names: Sequence[str]) -> str:
    """Elements as a sentence calls them: *het element activeren*, *de elementen a en b*."""
    called = [label[0].lower() + label[1:] for label in map(ELEMENTS.__getitem__, names)]
    head = "het element" if len(names) == 1 else "de elementen"
    return f"{head} {dutch.enumeration(called)}"


def amount(ends: Limits) -> str:
    """How many, in words up to twelve: *vier*, *vier of vijf*, *vier tot zeven*."""
    low, high = int(ends.low), int(ends.high)
    if low == high:
        return dutch.numeral(low)
    return f"{dutch.numeral(low)} {'of' if high - low == 1 else 'tot'} {dutch.numeral(high)}"


def interventions(count: int) -> str:
    """So many interventions: *één interventie*, *vier interventies*."""
    return f"{dutch.numeral(count)} interventie{'s' if count != 1 else ''}"


def how_many(ends: Limits, total: int, what: str, disputed: Sequence[str] = ()) -> str:
    """How many of all interventions are something, without a full stop.

    Parameters
    ----------
    ends : Limits
        From those of which each coder says so to those of which one does.
    total : int
    what : str
        What they are: *bewezen effectief*.
    disputed : sequence of str
        Of which the coders do not say the same: told where the ends differ.

    Returns
    -------
    str
    """
    low, high = int(ends.low), int(ends.high)
    if total == 1:
        return {(1, 1): f"De interventie is {what}", (0, 0): f"De interventie is niet {what}"}.get(
            (low, high), f"Of de interventie {what} is, daarover zijn de codeurs het oneens")
    if low == high:
        return f"{_counted(low, total)} {what}"
    if (low, high) == (0, total):
        return f"Over elke interventie zijn de codeurs het oneens of zij {what} is"
    if not low:
        told = f"Hooguit {_of(dutch.numeral(high), total)} {_are(high)} {what}"
    elif high == total:
        told = f"Ten minste {_of(dutch.numeral(low), total)} {_are(low)} {what}"
    else:
        told = f"{dutch.capital(_of(amount(ends), total))} zijn {what}"
    return f"{told}: over {_few(disputed)} zijn de codeurs het oneens" if disputed else told


def _counted(count: int, total: int) -> str:
    if count == total:
        # In letters with an article: *alle drie de interventies*, *alle 15 interventies*.
        article = " de" if total < len(dutch.NUMERALS) else ""
        who = "Beide" if total == 2 else f"Alle {dutch.numeral(total)}{article}"
        return f"{who} interventies zijn"
    who = "geen" if not count else dutch.numeral(count)
    return f"{dutch.capital(_of(who, total))} {_are(count)}"


def _of(who: str, total: int) -> str:
    return f"{who} van {'beide' if total == 2 else f'de {dutch.numeral(total)}'} interventies"


def _are(count: int) -> str:
    return "zijn" if count > 1 else "is"


def _few(names: Sequence[str]) -> str:
    return quoted(names) if len(names) <= NAMED else interventions(len(names))


def share(part: float) -> str:
    """A part as a percentage that is 0 or 100 only where nothing or everything is meant."""
    shown = dutch.percent(part)
    if part < 1 and shown == "100%":
        return "ruim 99%"
    return "nog geen 1%" if part > 0 and shown == "0%" else shown
