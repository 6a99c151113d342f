"""What Divosa (2012) wrote of towns that did this before."""

from __future__ import annotations

from collections.abc import Mapping

from participatiemonitor.documents.printed.tables import FOLDER, PrintedTable, read_table
from participatiemonitor.project import Project

DOCUMENT = "divosa2012"
FOUND, COMBINATIONS, NORTH, TWENTE = NAMES = "overlap", "t5", "t6", "t7"

Published = Mapping[str, PrintedTable]


def read_published(project: Project) -> Published:
    """Read the tables that results are held beside.

    Parameters
    ----------
    project : Project

    Returns
    -------
    mapping of str to PrintedTable
        By `NAMES`, those that the project has.
    """
    folder = project.published / DOCUMENT / FOLDER
    return {name: read_table(project, DOCUMENT, name) for name in NAMES
            if (folder / f"{name}.yml").is_file()}
