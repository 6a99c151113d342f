"""`monitor study`: from the files of a user to a report."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

import click

from participatiemonitor.plain_text import terminal
from participatiemonitor.project import Project
from participatiemonitor.publishing.graph.progress import BuildProgress
from participatiemonitor.publishing.graph.tasks import require_usable
from participatiemonitor.publishing.making import MEMORY, make
from participatiemonitor.publishing.study.edition import STUDIES, StudyEdition, study_edition
from participatiemonitor.publishing.study.steps import study_steps
from participatiemonitor.studies.study import Study

_MAKING = "Het verslag maken"


def build_study(project: Project, study: Study[Any], source: Path, *, jobs: int = 1,
                progress: BuildProgress | None = None, settings: Mapping[str, Any] | None = None
                ) -> StudyEdition:
    """Read a folder, compute what is published of it and make the report.

    Parameters
    ----------
    project : Project
    study : Study
    source : pathlib.Path
        The folder with the files of the user, and the key where persons are counted.
    jobs : int
        How many steps may run side by side.
    progress : BuildProgress, optional
        Where to tell of the progress.
    settings : mapping of str to object, optional
        What the study reads the folder with.

    Returns
    -------
    StudyEdition
        With everything made.

    Raises
    ------
    InputError
        When the files hold faults, a key is missing, or the notebook is not as it should be. Of the
        first two nothing has been written by then.
    RunError
        When the report cannot be made; the previous one is still there.
    """
    require_usable(project.build(f"{STUDIES}/{study.name}") / MEMORY)
    given = study.read(source, **(settings or {}))
    key = study.key(source)
    for remark in study.remarks(given):
        click.echo(terminal(f"Let op: {remark}"), err=True)
    edition = study_edition(project, study, source, study.about(given))
    make(edition, partial(study_steps, edition, partial(study.report, given, key),
                          study.fingerprint(given)),
         f"monitor study {study.name}", jobs, progress or BuildProgress(making=_MAKING))
    return edition


def summary(edition: StudyEdition) -> str:
    """Say where everything is, in Dutch."""
    return "\n".join((f"Het verslag staat in {edition.landing_page}",
                      f"Op papier: {edition.pdf}",
                      f"Alle tabellen: {edition.workbook}, en als csv in "
                      f"{edition.landing_page.parent / 'downloads'}"))
