"""What the parts of a setup workbook are: sheets, columns and the lines of a form."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.survey.setup.kinds import TEXT, Kind


@dataclass(frozen=True)
class Column:
    """A column of a sheet.

    Attributes
    ----------
    head : str
        What stands above it.
    field : str
        The name of what it holds.
    about : str
        Explanation, in Dutch.
    kind : Kind
        What its cells hold.
    needed : bool
        Whether each row must have it.
    width : int
        In letters.
    names : str
        The sheet whose first column has the names that stand here; empty for other cells.
    """

    head: str
    field: str
    about: str
    kind: Kind = TEXT
    needed: bool = True
    width: int = 18
    names: str = ""


@dataclass(frozen=True)
class Sheet:
    """A sheet with a table: what it is for, and its columns."""

    name: str
    about: str
    columns: tuple[Column, ...]

    def column(self, field: str) -> Column:
        """The column of a field."""
        return next(column for column in self.columns if column.field == field)


@dataclass(frozen=True)
class Item:
    """A line of the form: one thing of the round as a whole.

    Attributes
    ----------
    label : str
    path : tuple of str
        The fields of ``wave.yml`` that lead to it.
    about : str
    kind : Kind
    needed : bool
    awaited : bool
        Whether a book of answers that were given cannot do without it, though the round can.
    """

    label: str
    path: tuple[str, ...]
    about: str
    kind: Kind = TEXT
    needed: bool = True
    awaited: bool = False
