"""What an author can get wrong in the notebook of a study, seen before any cell is executed."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor.publishing.execute.forked_kernels import warm_up
from participatiemonitor.publishing.execute.parameters import require_parameter
from participatiemonitor.publishing.notebooks import read_notebook
from participatiemonitor.publishing.sphinx.bibliography import check_bibliography
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.study.edition import StudyEdition
from participatiemonitor.publishing.web.pages import check_prose


def check(edition: StudyEdition, checked: Path) -> None:
    """See that the report can be made, while the process that kernels are forked from starts.

    The files of the user have been read by then.

    Parameters
    ----------
    edition : StudyEdition
    checked : pathlib.Path
        A file that tells so, without content.

    Raises
    ------
    InputError
        When the notebook or the configuration is not as it should be.
    """
    warm_up()
    root = edition.project.root
    require_parameter(edition.pages, "folder", "str")
    manuscripts = {page: read_notebook(page.notebook) for page in edition.pages}
    check_bibliography(map(root.joinpath, read_config(edition.project)["bibtex_bibfiles"]),
                       manuscripts)
    check_prose(edition, manuscripts)
    checked.touch()
