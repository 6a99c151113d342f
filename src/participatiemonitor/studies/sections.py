"""Sections of a report, before they are put together: what each shows and says."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from participatiemonitor.studies.report import Column, ReportFigure, ReportTable


@dataclass(frozen=True)
class Section:
    """Tables, figures and sentences of a section.

    Attributes
    ----------
    tables : tuple of ReportTable
    figures : tuple of ReportFigure
    texts : mapping of str to str
    """

    tables: tuple[ReportTable, ...] = ()
    figures: tuple[ReportFigure, ...] = ()
    texts: Mapping[str, str] = field(default_factory=dict)


def without(tables: Iterable[str], figures: Mapping[str, str], **texts: str) -> Section:
    """What these files do not tell enough for: tables without rows, and figures of them.

    Parameters
    ----------
    tables : iterable of str
        Their names.
    figures : mapping of str to str
        The table of each.
    **texts : str
        What is said in their place.

    Returns
    -------
    Section
    """
    return Section(tuple(ReportTable(name, name, (Column("rij", "Rij"),), ()) for name in tables),
                   tuple(ReportFigure(name, name, "bars", table, {"value": "rij"})
                         for name, table in figures.items()),
                   texts)


def joined(sections: Iterable[Section]) -> Section:
    """Sections one after the other."""
    listed = list(sections)
    return Section(tuple(table for one in listed for table in one.tables),
                   tuple(figure for one in listed for figure in one.figures),
                   {name: text for one in listed for name, text in one.texts.items()})
