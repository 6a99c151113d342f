"""What is wrong with the editorial files of a round, whatever is wrong with the rest of it."""

from __future__ import annotations

from participatiemonitor.documents.heads import reporting
from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.project import Project
from participatiemonitor.publishing.editorial import (
    editorial_faults,
    editorial_files,
    readable_editorial,
)
from participatiemonitor.publishing.execute.manuscript import slots
from participatiemonitor.publishing.page_list import CLAIMS, NEEDED, read_pages


def faults_of_editorial(project: Project, year: int) -> list[Fault]:
    """Look the editorial files of a round over.

    Parameters
    ----------
    project : Project
    year : int

    Returns
    -------
    list of Fault
        None where the round has no such files. Faults of the heads of documents are among them,
        because these decide on the pages that there are.
    """
    folder = project.wave(year)
    if not editorial_files(folder):
        return []
    faults: list[Fault] = []
    try:
        had = {CLAIMS} if reporting(project, year) else set()
    except InvalidWave as error:
        faults, had = [*error.faults], {CLAIMS}
    files = readable_editorial(folder)
    pages = read_pages(project, project.build(year),
                       had | {NEEDED.format(slot) for slot in files.value})
    return [*faults, *files.faults,
            *editorial_faults(files.value, set().union(*map(slots, pages)))]
