"""The cells of a table of a document as readers see them, and what their signs mean."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from participatiemonitor.documents.printed.cells import (
    DASH,
    EMPTY,
    NONE,
    UNCERTAIN,
    UNKNOWN,
    PrintedCell,
)
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.documents.checked import Instead

# Between what is printed and what follows from other numbers.
SIGN = "≠"
_DEGREES = {-2.0: ("−−", "dubbel min"), -1.0: ("−", "min"), 0.0: ("+/−", "plusmin"),
            1.0: ("+", "plus"), 2.0: ("++", "dubbel plus")}
_WORDS = {UNKNOWN: "onbekend", DASH: "–", NONE: "n.v.t.", EMPTY: ""}
_MEANT = {UNCERTAIN: "Met een vraagteken: zo staat het in het document, dat er zelf niet zeker van "
                     "is.",
          UNKNOWN: "Onbekend: het document geeft geen getal.",
          NONE: "N.v.t.: niet van toepassing, volgens het document."}
_DASH = "Een streepje is gelezen als hooguit 5%."


def cell_text(cell: PrintedCell, unit: str) -> str:
    """What was printed, as text.

    Parameters
    ----------
    cell : PrintedCell
    unit : str
        Of its column.

    Returns
    -------
    str
        Empty where nothing was.
    """
    if cell.flag in _WORDS:
        return _WORDS[cell.flag]
    if unit == "graad" and cell.value in _DEGREES:
        return _DEGREES[cell.value][0]
    return cell.published


def cell_words(cell: PrintedCell, unit: str) -> str:
    """The same for who does not see it: a degree and a dash by their names."""
    if cell.flag == DASH:
        return "streepje"
    if unit == "graad" and not cell.flag and cell.value in _DEGREES:
        return _DEGREES[cell.value][1]
    return cell_text(cell, unit)


def cell_markup(cell: PrintedCell, unit: str, instead: Sequence[Instead] = ()) -> Markup:
    """What was printed, with what follows from other numbers where that is something else.

    Parameters
    ----------
    cell : PrintedCell
    unit : str
    instead : sequence of Instead

    Returns
    -------
    Markup
    """
    text, words = cell_text(cell, unit), cell_words(cell, unit)
    shown = markdown(text) if text == words else Markup(
        f'<span role="img" aria-label="{words}">{text}</span>')
    if not instead:
        return shown
    other = markdown("; ".join(one.text for one in instead))
    return Markup(f"{shown} [**{SIGN} {other}**]{{.nr}}")


def meanings(cells: Iterable[tuple[PrintedCell, str]]) -> str:
    """What the signs in cells mean, each with the unit of its column."""
    seen = list(cells)
    flags = {cell.flag for cell, _ in seen}
    told = [text for flag, text in _MEANT.items() if flag in flags and text]
    if any(cell.flag == DASH and unit == "procent" for cell, unit in seen):
        told.append(_DASH)
    return " ".join(told)
