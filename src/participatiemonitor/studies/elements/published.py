"""What Divosa (2012) published: 28 interventions, and how proven each element is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from participatiemonitor.documents.printed.cells import ABOUT
from participatiemonitor.documents.printed.tables import FOLDER, read_table
from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.studies.elements.beside import COLUMNS

DOCUMENT = "divosa2012"
_INTERVENTIONS, _ELEMENTS = "interventies", "elementen"


@dataclass(frozen=True, eq=False)
class Published:
    """What the document says.

    Attributes
    ----------
    interventions : pandas.DataFrame
        As `participatiemonitor.studies.elements.beside.rungs_beside` takes them.
    proofs : mapping of str to str
        Of each element, what the document says of its proof.
    """

    interventions: pd.DataFrame
    proofs: Mapping[str, str]


def read_published(project: Project) -> Published:
    """Read what the document says.

    Parameters
    ----------
    project : Project

    Returns
    -------
    Published

    Raises
    ------
    InputError
        When the project does not have the tables of the document.
    """
    folder, names = project.published / DOCUMENT / FOLDER, (_INTERVENTIONS, _ELEMENTS)
    if missing := [name for name in names if not (folder / f"{name}.yml").is_file()]:
        raise InputError(f"{folder}: {', '.join(missing)} ontbreekt, en daar legt dit verslag uw "
                         "interventies naast. Zet deze tabellen terug.")
    listed, elements = (read_table(project, DOCUMENT, name) for name in names)
    rungs = {row: listed.cells[row, "niveau"] for row in listed.head.rows}
    return Published(
        pd.DataFrame([(listed.cells[row, "naam"].published, cell.low, cell.high,
                       cell.flag == ABOUT) for row, cell in rungs.items()], columns=list(COLUMNS)),
        {row: elements.cells[row, "bewijs"].published for row in elements.head.rows})
