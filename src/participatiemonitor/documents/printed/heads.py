"""The head of a table of a document, `<table>.yml`: its rows and columns, and what must hold."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from participatiemonitor.files.entries import Entry, Line, Name, Yes

# What numbers of a column count.
Unit = Literal["aantal", "procent", "graad", "tekst", "jaar", "euro"]


class ColumnHead(Entry):
    """A column: what stands above it, and the unit of its numbers."""

    nl: Line
    unit: Unit


class RowHead(Entry):
    """A row: what stands before it, and the heading it stands under.

    A row with ``total`` is of all others together, and no part of a sum.
    """

    nl: Line
    part: Line | None = None
    total: Yes = False


class FigureHead(Entry):
    """What is drawn of a table: one or two columns of one unit, under a finding."""

    title: Line
    columns: Annotated[tuple[Name, ...], Field(min_length=1, max_length=2)]
    order: Literal["size", "document"] = "document"


class Derivation(Entry):
    """What must hold by arithmetic: ``*.aandeel == 100 * *.vraag / *.gebruikers``.

    ``rows`` are those that ``*`` stands for, where it is not all that have the cells; ``explained``
    is, by row, why it does not hold, or under ``table`` where it is of no row.
    """

    id: Name
    holds: Line
    nl: Line
    rows: tuple[Name, ...] = ()
    explained: dict[Name, Line] = Field(default_factory=dict)


class TableHead(Entry):
    """The content of ``<table>.yml``.

    ``section`` is where the table stands in its document, and ``printed`` what it is called there:
    nothing of one that was put together from sentences. With ``filter`` readers can search it.
    """

    nl: Line
    section: Line
    columns: Annotated[dict[Name, ColumnHead], Field(min_length=1)]
    rows: Annotated[dict[Name, RowHead], Field(min_length=1)]
    printed: Line | None = None
    note: Line | None = None
    filter: Yes = False
    figure: FigureHead | None = None
    derived: tuple[Derivation, ...] = ()
