"""Documents beside what follows from their own numbers: what pages show of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from participatiemonitor.documents.printed.checks import FAILS, TWICE, Checked, check_printed
from participatiemonitor.documents.printed.tables import Printed, PrintedTable
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.documents.amounts import against, amount, decimals_of


@dataclass(frozen=True)
class Instead:
    """What stands beside a printed number that does not follow from others.

    Attributes
    ----------
    text : str
        What follows from them, or what is told elsewhere.
    value : float or None
        As a number, where it is one and the printed number should be the same.
    """

    text: str
    value: float | None


@dataclass(frozen=True)
class CheckedDocuments:
    """What documents printed, held against itself once for all that is shown of it.

    Attributes
    ----------
    printed : mapping of str to PrintedDocument
    """

    printed: Printed

    @cached_property
    def checks(self) -> tuple[Checked, ...]:
        """Each derived number beside what follows from others."""
        return tuple(check_printed(self.printed))

    @cached_property
    def instead(self) -> Mapping[str, tuple[Instead, ...]]:
        """What follows for the cells that do not hold, by their whole names."""
        found: dict[str, dict[Instead, None]] = defaultdict(dict)
        for one in self.checks:
            if one.verdict == FAILS and (marked := _marked(one)):
                found[marked[0]][marked[1]] = None
        return {name: tuple(those) for name, those in found.items()}

    def table(self, document: str, table: str) -> PrintedTable:
        """Find a table.

        Parameters
        ----------
        document, table : str

        Returns
        -------
        PrintedTable

        Raises
        ------
        InputError
            When there is none; the message lists those there are.
        """
        if document not in self.printed:
            raise InputError(f"document {document!r} heeft geen tabellen. Verwacht: een van "
                             f"{', '.join(self.printed)}.")
        tables = self.printed[document].tables
        if table not in tables:
            raise InputError(f"tabel {table!r} van {document} is er niet. Verwacht: een van "
                             f"{', '.join(tables)}.")
        return tables[table]

    def source(self, document: str, table: str) -> str:
        """Where a table stands: *Divosa (2012), tabel 1 (1.1)*."""
        head = self.table(document, table).head
        name = self.printed[document].name
        if head.printed:
            return f"{name}, {head.printed} ({head.section})"
        return f"bijeengebracht uit {name}, {head.section}"


def _marked(one: Checked) -> tuple[str, Instead] | None:
    """The cell that a difference is marked at, and what stands beside it."""
    if one.place is not None:
        text = against(one)
        if one.derivation == TWICE:
            text = f"{text} elders"
        return str(one.place), Instead(text, one.found.value if one.sign == "==" else None)
    if one.against is not None and one.sign == "==":
        place = one.against
        return str(place), Instead(
            amount(one.printed, place.unit, decimals_of(place)), one.printed.value)
    return None
