"""What a study asks of a folder: tables, their columns, and what goes with what."""

from __future__ import annotations

from dataclasses import dataclass

from participatiemonitor.studies.forms.kinds import TEXT, Kind

# The sheet of a workbook that explains, and is not read.
ABOUT = "uitleg"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name : str
        What stands above it.
    about : str
        What it holds and what may stand in it, in Dutch.
    example : str
        A cell.
    kind : Kind
    needed : bool
        Whether each row must have it; a column that is not needed may be left out.
    of : (str, str) or None
        The table and its column in which what stands here must occur.
    """

    name: str
    about: str
    example: str
    kind: Kind = TEXT
    needed: bool = True
    of: tuple[str, str] | None = None


@dataclass(frozen=True)
class Table:
    """A csv file, or a sheet of a workbook.

    Attributes
    ----------
    name : str
        Of the file without its ending, and of the sheet.
    about : str
        What it tells and what a row is, in Dutch.
    columns : tuple of Column
    key : tuple of str
        Columns that no two rows have the same together.
    more : Column or None
        What any other column is that a user adds; None where there may be no other.
    single : bool
        Whether it has one row.
    needed : bool
        Whether it must be there; a table without rows is not there.
    """

    name: str
    about: str
    columns: tuple[Column, ...]
    key: tuple[str, ...] = ()
    more: Column | None = None
    single: bool = False
    needed: bool = True

    def column(self, name: str) -> Column:
        """A column by its name."""
        found = (column for column in self.columns if column.name == name)
        column = next(found, self.more)
        assert column is not None
        return column


@dataclass(frozen=True)
class Way:
    """One way of several to tell the same.

    Attributes
    ----------
    name : str
        In Dutch, as a message says it: *een klantenbestand*.
    tables : tuple of str
        Those that tell it; they are not needed otherwise.
    """

    name: str
    tables: tuple[str, ...]


@dataclass(frozen=True)
class Form:
    """What a study asks.

    Attributes
    ----------
    study : str
        Its name.
    title : str
        In Dutch.
    about : str
        What it computes of what is filled in, in Dutch.
    tables : tuple of Table
    ways : tuple of Way
        Exactly one of which must be there; none where there is nothing to choose.
    beside : str
        What a user needs beside the tables, in Dutch; empty for nothing.
    """

    study: str
    title: str
    about: str
    tables: tuple[Table, ...]
    ways: tuple[Way, ...] = ()
    beside: str = ""

    def table(self, name: str) -> Table:
        """A table by its name."""
        return next(table for table in self.tables if table.name == name)
