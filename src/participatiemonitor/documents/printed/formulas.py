"""Formulas over printed cells, such as ``*.aandeel == 100 * *.vraag / *.gebruikers``.

A name is ``column`` of each row after ``*.``, ``row.column`` of the same table, or longer:
``table.row.column``, ``document.table.row.column``. ``total(column)`` adds up the rows that are no
total, ``weighted(column, weights)`` as well, each by its weight in percent.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.documents.printed.tables import (
    Place,
    Printed,
    PrintedDocument,
    PrintedTable,
    find_cell,
)
from participatiemonitor.errors import InputError

_EACH = "each"
_STAR = re.compile(r"\*\s*\.(?=[a-z])")
_ARITHMETIC: dict[type[ast.operator], Callable[[Limits, Limits], Limits]] = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul,
    ast.Div: operator.truediv}
SIGNS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.LtE: "<=", ast.GtE: ">=", ast.Lt: "<", ast.Gt: ">"}
_FUNCTIONS = ("total", "weighted")
_FORM = ("rekenen met + - * / en haakjes over namen van cellen en getallen, met "
         f"{', '.join(_FUNCTIONS)}")


class NoNumber(Exception):
    """A formula over a cell that says nothing of how much."""


@dataclass(frozen=True)
class Formula:
    """A formula, or the comparison of two.

    Attributes
    ----------
    left, right : ast.expr
    sign : str
        One of `SIGNS`, or empty where there is only `left`.
    """

    left: ast.expr
    right: ast.expr
    sign: str

    @property
    def repeats(self) -> bool:
        """Whether it holds for each row."""
        return any(isinstance(node, ast.Name) and node.id == _EACH
                   for side in (self.left, self.right) for node in ast.walk(side))


@dataclass(frozen=True)
class Setting:
    """What the short names in a formula are of."""

    printed: Printed
    document: PrintedDocument | None = None
    table: PrintedTable | None = None
    row: str = ""


def parse(text: str) -> Formula:
    """Read a formula.

    Parameters
    ----------
    text : str

    Returns
    -------
    Formula

    Raises
    ------
    InputError
        When it is none.
    """
    try:
        tree = ast.parse(_STAR.sub(f"{_EACH}.", text), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise InputError(f"{text!r}: geen formule. Verwacht: {_FORM}.") from None
    if not isinstance(tree, ast.Compare):
        return Formula(tree, tree, "")
    if len(tree.ops) != 1 or type(tree.ops[0]) not in SIGNS:
        raise InputError(f"{text!r}: geen vergelijking. Verwacht: één van "
                         f"{' '.join(SIGNS.values())}.")
    return Formula(tree.left, tree.comparators[0], SIGNS[type(tree.ops[0])])


def limits_in(node: ast.expr, setting: Setting) -> Limits:
    """Between which ends lies what a side of a formula comes to.

    Parameters
    ----------
    node : ast.expr
    setting : Setting

    Returns
    -------
    Limits

    Raises
    ------
    NoNumber
        When a cell in it says nothing of how much.
    InputError
        When a name is not known, or there is something in it that is no arithmetic.
    """
    match node:
        case ast.Constant(value=int() | float() as value):
            return exact(float(value))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return exact(0.0) - limits_in(operand, setting)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _ARITHMETIC:
            return _ARITHMETIC[type(op)](limits_in(left, setting), limits_in(right, setting))
        case ast.Call(func=ast.Name(id="total"), args=[column], keywords=[]):
            return _added([_limits(one) for one in _column(column, setting)])
        case ast.Call(func=ast.Name(id="weighted"), args=[column, weights], keywords=[]):
            pairs = zip(_column(column, setting), _column(weights, setting), strict=True)
            return _added([_limits(one) * _limits(weight)
                           for one, weight in pairs]) * exact(0.01)
        case ast.Attribute() | ast.Name():
            return _limits(place(node, setting))
    raise InputError(f"{ast.unparse(node)!r}: geen formule. Verwacht: {_FORM}.")


def place(node: ast.expr, setting: Setting) -> Place:
    """The cell that a name in a formula is of.

    Parameters
    ----------
    node : ast.expr
    setting : Setting

    Returns
    -------
    Place

    Raises
    ------
    InputError
        When there is none.
    """
    parts = ast.unparse(node).split(".")
    if parts[0] == _EACH:
        parts[0] = setting.row
    above = [one.id for one in (setting.document, setting.table) if one]
    missing = 4 - len(parts)
    return find_cell(setting.printed, ".".join([*above[:missing], *parts]))


def cells_in(formula: Formula, setting: Setting) -> Iterator[Place]:
    """The cells that a formula rests on, those of its columns too.

    Parameters
    ----------
    formula : Formula
    setting : Setting

    Yields
    ------
    Place
        In the order of the formula.
    """
    for side in dict.fromkeys((formula.left, formula.right)):  # one where there is no sign
        yield from _cells(side, setting)


def _cells(node: ast.expr, setting: Setting) -> Iterator[Place]:
    match node:
        case ast.Call(args=columns):
            for column in columns:
                yield from _column(column, setting)
        case ast.Attribute() | ast.Name():
            yield place(node, setting)
        case _:
            for part in ast.iter_child_nodes(node):
                if isinstance(part, ast.expr):
                    yield from _cells(part, setting)


def _column(node: ast.expr, setting: Setting) -> Iterator[Place]:
    """The cells of a column in the rows that are no total."""
    *table, column = ast.unparse(node).split(".")
    document, found = setting.document, setting.table
    if len(table) > 1:
        document = setting.printed.get(table[0])
    if table:
        found = document.tables.get(table[-1]) if document else None
    if document is None or found is None or column not in found.head.columns:
        raise InputError(f"{ast.unparse(node)!r}: geen kolom. Verwacht: kolom, tabel.kolom of "
                         "document.tabel.kolom.")
    for row, head in found.head.rows.items():
        if not head.total:
            yield Place(document, found, found.cells[row, column])


def _limits(place: Place) -> Limits:
    limits = place.table.limits(place.cell.row, place.cell.column)
    if limits is None:
        raise NoNumber(str(place))
    return limits


def _added(parts: list[Limits]) -> Limits:
    total = exact(0.0)
    for part in parts:
        # What has no number of its own, a dash or an unknown, leaves the sum one.
        total = total + Limits(part.low, part.high, part.value or 0.0)
    return total
