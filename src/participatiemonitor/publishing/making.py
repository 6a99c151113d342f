"""An edition is made: its steps, in its folder, in an environment of their own."""

from __future__ import annotations

from collections.abc import Callable

from participatiemonitor.errors import RunError
from participatiemonitor.files.replacing import restore_folder
from participatiemonitor.publishing.edition import FIGURES, FINISHED, FOLDER, HTML, RAW, Edition
from participatiemonitor.publishing.execute.environment import own_environment
from participatiemonitor.publishing.execute.forked_kernels import forked_kernels
from participatiemonitor.publishing.graph.lock import exclusive
from participatiemonitor.publishing.graph.progress import BuildProgress
from participatiemonitor.publishing.graph.tasks import Outcome, Step, run_steps
from participatiemonitor.publishing.site_steps import CHECK, SITE

# In the folder of an edition, what was made from what.
MEMORY = ".taken"


def make(edition: Edition, steps: Callable[[], list[Step]], command: str, jobs: int,
         progress: BuildProgress | None = None) -> Outcome:
    """Make what is missing or outdated of an edition.

    Parameters
    ----------
    edition : Edition
    steps : callable
        Lists them, called when nobody else works in the folder.
    command : str
        What is being done, for whoever finds the folder in use.
    jobs : int
        How many steps may run side by side.
    progress : BuildProgress, optional
        Where to tell of the progress.

    Returns
    -------
    Outcome
        What was made, and what was still up to date.

    Raises
    ------
    InputError
        When the check finds something that is not as it should be.
    RunError
        When steps fail; names all of them.
    """
    folder = edition.folder
    with exclusive(folder, command), own_environment(folder / ".settings"):
        for name in (HTML, RAW, FINISHED, FOLDER, FIGURES):
            restore_folder(folder / name)
        listed = steps()
        with forked_kernels(), progress or BuildProgress() as shown:
            outcome = run_steps(listed, folder / MEMORY, jobs, shown)
    if CHECK in outcome.failed:
        raise outcome.errors[0]
    if outcome.errors:
        rest = ["De website en de PDF’s zijn niet vernieuwd."] if SITE in outcome.skipped else []
        raise RunError("\n\n".join([*map(str, outcome.errors), *rest]))
    return outcome
