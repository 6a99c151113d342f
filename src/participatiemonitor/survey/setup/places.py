"""Where in a workbook stands what the files of a wave would hold, for faults that name it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from participatiemonitor.files.entries import Location
from participatiemonitor.files.faults import Cell, Fault
from participatiemonitor.survey.setup.codebook_sheets import CHANGES, CONDITIONS, FORM_WORDS, KINDS
from participatiemonitor.survey.setup.entered import EMPTY, Row, Spot

# What the checks of the files call otherwise than the heads and words of the workbook.
WORDS = {
    **KINDS, **FORM_WORDS, **CONDITIONS, **CHANGES, "short": "Kort", "highest": "Hoogste van",
    "any": "afgeleid: ja bij", "was": "Heette toen", "comparable": "Te vergelijken",
    "earlier": "het blad Eerdere rondes", "onder earlier": "op het blad Eerdere rondes",
    "change": "Wat er anders is", "since": "Sinds", "nl": "Uitleg", "true": "ja", "false": "nee",
    "onder dropped": "op het blad Vervallen",
    "in wave.yml": "op het blad Grootteklassen", "previous": "Vorige peiling",
    "wave.yml": "het blad Peiling", "dit veld": EMPTY, "frame.csv": "het blad Register",
    "publication.domains: elke grootteklasse uit strata":
        "elke klasse van het blad Grootteklassen",
    "in het codeboek": "op het blad Vragen", "het codeboek": "het blad Vragen",
    "een naam naar het patroon ^[a-z][a-z0-9_]{0,59}$":
        "een naam van kleine letters, cijfers en _, met een letter vooraan",
    "een naam naar het patroon ^[A-Z]{2}$": "twee hoofdletters",
    "een naam naar het patroon ^[0-9]{4}-(0[1-9]|1[0-2])$": "een maand als 2011-03",
    "een naam naar het patroon ^[0-9a-f]{16}$": "zestien cijfers en letters van a tot en met f",
}
_KNOWN = re.compile(r"(?<![\w.])(?:" + "|".join(
    map(re.escape, sorted(WORDS, key=len, reverse=True))) + r")(?![\w])")


class Places:
    """The cells of a workbook by what they become: ``wave > groups > sociale_dienst > code``.

    Parameters
    ----------
    file : str
        The name of the workbook.
    """

    def __init__(self, file: str) -> None:
        self.file = file
        self.names: set[str] = set()
        self._spots: dict[tuple[str, ...], Spot] = {}
        self._ids: dict[str, str] = {}

    def put(self, path: Iterable[object], spot: Spot) -> None:
        """Remember the cell of a value."""
        self._spots[tuple(map(str, path))] = spot

    def put_row(self, path: Iterable[object], row: Row, fields: Collection[str] | None = None
                ) -> None:
        """Remember the cells of a row, each under its field."""
        path = tuple(path)
        for name, spot in row.spots.items():
            if fields is None or name in fields:
                self.put((*path, name), spot)

    def put_question(self, position: int, row: Row) -> None:
        """Remember the cells of a question, which faults call by its id."""
        self.put_row(("codebook", "questions", position), row)
        self._ids.setdefault(str(row.values.get("id")), str(position))

    def fault(self, part: str, location: Location, value: object, expected: str) -> Fault:
        """What is wrong in a place of the content of a part (*wave*, *codebook*)."""
        return self._fault(self._nearest((part, *map(str, location)), value), value, expected)

    def moved(self, part: str, fault: Fault) -> Fault:
        """A fault of a file, as one of the workbook."""
        path = [] if fault.row is None else str(fault.row).split(" > ")
        if part == "codebook" and path and path[0] in self._ids:
            path = ["questions", self._ids[path[0]], *path[1:]]
        if fault.column is not None:
            path.append(fault.column)
        return self._fault(self._nearest((part, *path), fault.value), fault.value, fault.expected)

    def _fault(self, spot: Spot, value: object, expected: str) -> Fault:
        shown = value if isinstance(value, str) and value not in WORDS else spot.shown
        return Fault(self.file, spot.cell, spot.head or None, shown, self._worded(expected))

    def _nearest(self, path: tuple[str, ...], value: object) -> Spot:
        """The cell of a path; else one under it, of that value if there is; else one above it."""
        while path:
            if path in self._spots:
                return self._spots[path]
            under = [spot for known, spot in self._spots.items() if known[:len(path)] == path]
            if under:
                text = str(value).casefold()
                alike = [spot for spot in under if text and text == spot.shown.casefold()] or [
                    spot for spot in under if text and text in spot.shown.casefold()]
                return (alike or under)[0]
            path = path[:-1]
        return Spot(Cell("", 0), "")

    def _worded(self, expected: str) -> str:
        """What was expected, in the words of the workbook; names that it uses itself stay."""
        return _KNOWN.sub(lambda word: word[0] if word[0] in self.names else WORDS[word[0]],
                          expected)


def without(faults: Iterable[Fault], known: Iterable[Fault]) -> list[Fault]:
    """The first fault of each cell of which none is known yet; others mostly follow from it."""
    cells = {fault.row for fault in known}
    first = {fault.row: fault for fault in reversed(list(faults))}
    return [fault for row, fault in reversed(first.items()) if row not in cells]
