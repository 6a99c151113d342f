"""What several documents say of one subject: ``data/published/<overview>.yml`` and its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from participatiemonitor.documents.heads import Head, read_heads
from participatiemonitor.documents.moments import moment
from participatiemonitor.documents.printed.limits import Limits, limits_of
from participatiemonitor.documents.printed.tables import Place, Printed, find_cell
from participatiemonitor.files.entries import Entry, Line, Name, read_entries
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.tables import Row, read_rows
from participatiemonitor.project import Project

COLUMNS = ("row", "kind", "cell", "document", "section", "published", "note")
TIMELINE, SHARES = "timeline", "shares"
PLANNED, CAME, DROPPED = "gepland", "ingevoerd", "vervallen"
LINKED, GUESSED, UNSOURCED = "gekoppeld", "geschat", "zonder_bron"
# What the lines of a form can be.
KINDS = {TIMELINE: (PLANNED, CAME, DROPPED), SHARES: (LINKED, GUESSED, UNSOURCED)}
# What is said of a line that no document has.
COMMON = "algemeen bekend"


class OverviewRow(Entry):
    """A row: what it is about, the heading it stands under, and when that was counted."""

    nl: Line
    part: Line | None = None
    moment: Line | None = None


class OverviewHead(Entry):
    """The content of ``<overview>.yml``; ``title`` is the finding above its figure."""

    form: Literal["timeline", "shares"]
    nl: Line
    title: Line
    rows: Annotated[dict[Name, OverviewRow], Field(min_length=1)]
    note: Line | None = None


@dataclass(frozen=True)
class Told:
    """A line of an overview: what a document says of a row, or what is common knowledge.

    Attributes
    ----------
    row, kind : str
    published : str
        As the document prints it.
    where : str
        Where it stands: *Divosa (2012), 1.1*; `COMMON` where no document has it.
    place : Place or None
        The cell that holds it, if one does.
    note : str
    """

    row: str
    kind: str
    published: str
    where: str
    place: Place | None
    note: str

    @property
    def limits(self) -> Limits | None:
        """Between which ends lies the number of its cell."""
        return limits_of(self.place.cell, self.place.unit) if self.place else None


@dataclass(frozen=True)
class Overview:
    """An overview, with the lines of documents that the project has.

    Attributes
    ----------
    id : str
    head : OverviewHead
    told : tuple of Told
    """

    id: str
    head: OverviewHead
    told: tuple[Told, ...]

    def of(self, row: str, kind: str = "") -> list[Told]:
        """The lines of a row, in order; those of one kind where it is given."""
        return [one for one in self.told if one.row == row and kind in ("", one.kind)]


Overviews = Mapping[str, Overview]


def read_overviews(project: Project, printed: Printed) -> dict[str, Overview]:
    """Read the overviews of a project.

    Parameters
    ----------
    project : Project
    printed : mapping of str to PrintedDocument

    Returns
    -------
    dict of str to Overview
        By name. A line of a document that the project does not have is left out, and so is an
        overview in which no document is left.

    Raises
    ------
    InvalidWave
        When a file holds faults; all faults of a file are in it.
    """
    heads, found = read_heads(project), {}
    for path in sorted(project.published.glob("*.yml")):
        head = read_entries(path, OverviewHead)
        table = path.with_suffix(".csv")
        rows = read_rows(table, COLUMNS)
        refuse(fault for row in rows for fault in _faults(table.name, row, head))
        told = [_told(row.cells, heads, printed) for row in rows
                if _document(row.cells) in ("", *heads)]
        if any(one.where != COMMON for one in told):
            found[path.stem] = Overview(path.stem, head, tuple(told))
    return found


def _faults(file: str, row: Row, head: OverviewHead) -> Iterator[Fault]:
    cells = row.cells
    for name, known in (("row", tuple(head.rows)), ("kind", KINDS[head.form])):
        if cells[name] not in known:
            yield Fault(file, row.number, name, cells[name], f"een van {', '.join(known)}")
    typed = [name for name in ("document", "section", "published") if cells[name]]
    if cells["cell"] and typed:
        yield Fault(file, row.number, typed[0], cells[typed[0]], "niets naast een cel")
    if not cells["cell"] and (head.form == SHARES or not cells["published"]):
        yield Fault(file, row.number, "cell", "", "de naam van een cel")
    if (head.form == TIMELINE and cells["kind"] in (PLANNED, CAME) and cells["published"]
            and moment(cells["published"]) is None):
        yield Fault(file, row.number, "published", cells["published"], "woorden met een jaartal")
    if bool(cells["document"]) != bool(cells["section"]):
        yield Fault(file, row.number, "section", cells["section"], "een plaats in een document")


def _document(cells: Mapping[str, str]) -> str:
    return cells["document"] or cells["cell"].partition(".")[0]


def _told(cells: Mapping[str, str], heads: Mapping[str, Head], printed: Printed) -> Told:
    if cells["cell"]:
        place = find_cell(printed, cells["cell"])
        return Told(cells["row"], cells["kind"], place.cell.published, place.where, place,
                    cells["note"])
    name = cells["document"]
    where = f"{heads[name].name}, {cells['section']}" if name else COMMON
    return Told(cells["row"], cells["kind"], cells["published"], where, None, cells["note"])
