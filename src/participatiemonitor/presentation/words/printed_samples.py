"""Words for how many answers printed shares must rest on, to differ by more than chance."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.documents.printed.samples import answers_needed
from participatiemonitor.documents.printed.tables import Place, Printed, find_cell
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.bound import Bound

_CASES = ("least", "printed", "most")


def sample_needed(publications: Printed, one: str, other: str, case: str = "printed") -> Bound:
    """How many answers per group make two printed shares differ beyond chance, in digits.

    Parameters
    ----------
    publications : mapping of str to PrintedDocument
    one, other : str
        Whole names of cells with a percentage.
    case : str
        ``least``: with fewer they do not, however they were rounded; ``printed``: if they are
        exact; ``most``: with so many they do, however they were rounded.

    Returns
    -------
    Bound
    """
    asked = f"sample_needed({one!r}, {other!r}, {case!r})"
    if case not in _CASES:
        raise InputError(f"{asked}: verwacht een van {', '.join(_CASES)}.")
    cells = [find_cell(publications, name) for name in (one, other)]
    limits = [place.table.limits(place.cell.row, place.cell.column) for place in cells]
    if any(place.unit != "procent" for place in cells) or limits[0] is None or limits[1] is None:
        raise InputError(f"{asked}: verwacht twee cellen met een percentage.")
    found = getattr(answers_needed(limits[0], limits[1]), case)
    if found is None:
        raise InputError(f"{asked}: afgerond kunnen deze percentages gelijk zijn.")
    return Bound(dutch.whole(found), "sample_needed", (),
                 f"toets van twee aandelen, tweezijdig op 5%: {_named(cells)}",
                 {"one": one, "other": other, "case": case})


def _named(cells: list[Place]) -> str:
    return dutch.enumeration(f"{place.cell.published} ({place.where})" for place in cells)
