"""Heads of documents, `document.yml`: what each is called and what it is about."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from participatiemonitor.files.entries import Entry, Line, read_entries
from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.project import Project
from participatiemonitor.survey.waveinfo import Year


class Head(Entry):
    """The content of ``document.yml``.

    ``name`` is what a reader knows the document by, *Divosa (2011)*; ``wave`` is the survey round
    whose results it reports, if any.
    """

    name: Line
    wave: Year | None = None


def reporting(project: Project, year: int) -> tuple[str, ...]:
    """The documents that report the results of a wave, by their ids."""
    return tuple(name for name, head in read_heads(project).items() if head.wave == year)


def read_heads(project: Project) -> dict[str, Head]:
    """Read the heads of all documents of a project.

    Parameters
    ----------
    project : Project

    Returns
    -------
    dict of str to Head
        By name of their folders, in that order.

    Raises
    ------
    InvalidWave
        When a file holds faults.
    """
    heads = {}
    for folder in sorted(project.published.glob("*/")):
        with naming(folder.name):
            heads[folder.name] = read_entries(folder / "document.yml", Head)
    return heads


@contextmanager
def naming(document: str) -> Iterator[None]:
    """Have the faults of a file name the document it belongs to."""
    try:
        yield
    except InvalidWave as error:
        raise InvalidWave(replace(fault, file=f"{document}/{fault.file}")
                          for fault in error.faults) from None
