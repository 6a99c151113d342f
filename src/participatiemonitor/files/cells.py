"""What the cells of a table should hold: checks that say what was expected, or None."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping

from participatiemonitor.files.signs import CODE, is_blank, is_code

Cells = Mapping[str, str]
# Column, value and what was expected.
CellFault = tuple[str, object, str]
# The same with a word for its kind.
KindOfFault = tuple[str, object, str, str]
Check = Callable[[str], str | None]


def wrong_cells(cells: Cells, checks: Mapping[str, Check]) -> Iterator[CellFault]:
    """The faults of a row by the check of each column."""
    for column, check in checks.items():
        if expected := check(cells[column]):
            yield column, cells[column], expected


def known(values: Container[str], expected: str) -> Check:
    """Cells hold one of some values."""
    return lambda cell: None if cell in values else expected


def one_of(names: Iterable[str]) -> Check:
    """Cells hold one of some names, which the message lists."""
    names = tuple(names)
    return known(names, "een van " + ", ".join(names))


def filled(expected: str) -> Check:
    """Cells show something."""
    return lambda cell: expected if is_blank(cell) else None


def own_code() -> Check:
    """Cells hold a code, each another."""
    codes: set[str] = set()

    def check(cell: str) -> str | None:
        if not is_code(cell) or cell in codes:
            return CODE
        codes.add(cell)
        return None

    return check


def optional(check: Check) -> Check:
    """Cells are empty, or right by another check."""
    return lambda cell: check(cell) if cell else None
