"""Everything the user can get wrong, seen before the first cell is executed."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor.documents.documents import require_claims
from participatiemonitor.estimation.opening import compute_results
from participatiemonitor.publishing.editorial import check_editorial
from participatiemonitor.publishing.execute.asking import check_asked
from participatiemonitor.publishing.execute.forked_kernels import warm_up
from participatiemonitor.publishing.execute.manuscript import manuscript, slots
from participatiemonitor.publishing.execute.parameters import require_parameter
from participatiemonitor.publishing.round_edition import RoundEdition
from participatiemonitor.publishing.sphinx.bibliography import check_bibliography
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.publishing.web.pages import check_prose
from participatiemonitor.survey.rounds import require_said


def check(edition: RoundEdition, checked: Path) -> None:
    """See that an edition can be built, while the process that kernels are forked from starts.

    Parameters
    ----------
    edition : RoundEdition
    checked : pathlib.Path
        A file that tells so, without content.

    Raises
    ------
    InputError
        When a notebook, an editorial file, the configuration, a source or the wave is not as it
        should be.
    """
    warm_up()
    project = edition.project
    require_parameter(edition.pages, "year", "int")
    check_editorial(edition.editorial, set().union(*map(slots, edition.pages)))
    for year in (*edition.earlier, edition.wave.year):
        require_claims(project, compute_results(year, project).wave)
    manuscripts = {page: manuscript(page, edition) for page in edition.pages}
    check_asked(edition, manuscripts)
    require_said(edition.survey, project)
    check_bibliography(map(project.root.joinpath, read_config(project)["bibtex_bibfiles"]),
                       manuscripts)
    check_prose(edition, manuscripts)
    checked.touch()
