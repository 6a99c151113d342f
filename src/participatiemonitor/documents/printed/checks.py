"""Whether what documents printed adds up: each derived number beside what follows from others."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from participatiemonitor.documents.printed.formulas import (
    Formula,
    NoNumber,
    Setting,
    limits_in,
    parse,
    place,
)
from participatiemonitor.documents.printed.heads import Derivation
from participatiemonitor.documents.printed.limits import Limits, step_of
from participatiemonitor.documents.printed.tables import (
    Place,
    Printed,
    PrintedDocument,
)
from participatiemonitor.errors import InputError

HOLDS, FITS, FAILS = "klopt", "past binnen de afronding", "klopt niet"
# The name of a check that was not written down: cells that tell the same quantity.
TWICE = "twee keer verteld"
_WHOLE = "table"
_SIGNS: dict[str, Callable[[float, float], bool]] = {
    "<=": operator.le, ">=": operator.ge, "<": operator.lt, ">": operator.gt}


@dataclass(frozen=True)
class Checked:
    """A derived number, as printed and as it follows from others.

    Attributes
    ----------
    document, table : str
        Where it is printed.
    derivation : str
        The name of what must hold, or `TWICE`.
    nl : str
        What must hold, in Dutch.
    row : str
        Empty where it is of no row.
    place : Place or None
        The printed cell; None where a sum of cells is held against something.
    printed : Limits
    sign : str
        How they are compared.
    found : Limits
        What it is held against.
    against : Place or None
        The cell it is held against, where it is one.
    verdict : str
        `HOLDS`: from the numbers as printed follows what is printed. `FITS`: it does not, but can
        from numbers that are rounded to these. `FAILS`.
    explained : str
        Why it does not hold, if that is known.
    """

    document: str
    table: str
    derivation: str
    nl: str
    row: str
    place: Place | None
    printed: Limits
    sign: str
    found: Limits
    against: Place | None
    verdict: str
    explained: str = ""


def check_printed(printed: Printed) -> list[Checked]:
    """Check everything that documents printed.

    Parameters
    ----------
    printed : mapping of str to PrintedDocument

    Returns
    -------
    list of Checked
        By document and table; after those of a document what it tells twice, and what was told by
        a document before it.

    Raises
    ------
    InputError
        When a formula cannot be read, or names what is not there.
    """
    found: list[Checked] = []
    told: dict[str, Place] = {}
    for document in printed.values():
        for table in document.tables.values():
            for derivation in table.head.derived:
                found += _of(derivation, Setting(printed, document, table))
        found += _twice(document, told)
    return found


def _of(derivation: Derivation, setting: Setting) -> Iterator[Checked]:
    """One derivation, for each of its rows."""
    assert setting.document is not None
    assert setting.table is not None
    where = f"{setting.document.id}/tables/{setting.table.id}.yml, {derivation.id}"
    rows = setting.table.head.rows
    unknown = [row for row in (*derivation.rows, *derivation.explained)
               if row not in rows and row != _WHOLE]
    try:
        if unknown:
            raise InputError(f"rij {unknown[0]} is er niet. Verwacht: een van {', '.join(rows)}.")
        formula = parse(derivation.holds)
        if not formula.sign:
            raise InputError(f"{derivation.holds!r}: geen vergelijking.")
        over = (derivation.rows or tuple(rows)) if formula.repeats else ("",)
        checked = [one for row in over if (one := _checked(
            derivation, formula, Setting(setting.printed, setting.document, setting.table, row)))]
        if not checked:
            raise InputError("van geen rij staan er getallen.")
    except InputError as error:
        raise InputError(f"{where}: {error}") from None
    yield from checked


def _checked(derivation: Derivation, formula: Formula, setting: Setting) -> Checked | None:
    """One derivation for one row; None where a cell has no number."""
    try:
        left, right = limits_in(formula.left, setting), limits_in(formula.right, setting)
    except NoNumber:
        return None
    cell, against = (_place(side, setting) for side in (formula.left, formula.right))
    assert setting.document is not None
    assert setting.table is not None
    return Checked(
        setting.document.id, setting.table.id, derivation.id, derivation.nl, setting.row, cell,
        left, formula.sign, right, against, _verdict(left, formula.sign, right, cell),
        derivation.explained.get(setting.row or _WHOLE, ""))


def _place(side: object, setting: Setting) -> Place | None:
    """The cell that a side of a formula is, if it is no more than that."""
    try:
        return place(side, setting)  # type: ignore[arg-type]
    except InputError:
        return None


def _verdict(left: Limits, sign: str, right: Limits, cell: Place | None) -> str:
    if sign == "==":
        if left.value is not None and right.value is not None:
            step = step_of(cell.cell, cell.unit) if cell else 0.0
            # Half a step is as far as rounding goes; the rest is what computers lose.
            if abs(left.value - right.value) <= step / 2 + 1e-9 * max(abs(left.value), 1):
                return HOLDS
        return FITS if left.meets(right) else FAILS
    holds = _SIGNS[sign]
    if left.value is not None and right.value is not None and holds(left.value, right.value):
        return HOLDS
    possible = holds(left.low, right.high) if sign[0] == "<" else holds(left.high, right.low)
    return FITS if possible else FAILS


def _twice(document: PrintedDocument, told: dict[str, Place]) -> Iterator[Checked]:
    """What a document tells of a quantity that was told before, by itself or another one."""
    places = [Place(document, table, cell) for table in document.tables.values()
              for cell in table.cells.values() if cell.quantity]
    for one in places:
        limits = one.table.limits(one.cell.row, one.cell.column)
        if limits is None:
            continue
        first = told.setdefault(one.cell.quantity, one)
        before = first.table.limits(first.cell.row, first.cell.column)
        if first is not one and before is not None:
            yield Checked(
                document.id, one.table.id, TWICE, "hetzelfde, op twee plaatsen verteld",
                one.cell.row, one, limits, "==", before, first,
                _verdict(limits, "==", before, one), one.cell.note)
