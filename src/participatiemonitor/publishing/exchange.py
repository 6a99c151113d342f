"""The survey itself in the formats of others: the questionnaire, and what describes a round."""

from __future__ import annotations

from collections.abc import Callable, Collection

from participatiemonitor.project import Project
from participatiemonitor.publishing.paper.questionnaire import questionnaires
from participatiemonitor.publishing.sphinx.configuration import read_config
from participatiemonitor.survey.exchange import (
    datapackage,
    ddi_codebook,
    limesurvey,
    ways_back,
    xlsform,
)
from participatiemonitor.survey.exchange.lifecycle import study
from participatiemonitor.survey.wave import Wave

Files = dict[str, bytes]


def exchange_files(wave: Wave, project: Project, only: Collection[str] = ()) -> Files:
    """Make the files of a round; they hold no answers.

    Parameters
    ----------
    wave : Wave
    project : Project
    only : collection of str
        Names out of `MAKERS`; without any, all.

    Returns
    -------
    dict of str to bytes
        The same each time for the same round, by name of the file.
    """
    made: Files = {}
    for name, make in MAKERS.items():
        if not only or name in only:
            made |= make(wave, project)
    return made


def _forms(wave: Wave, project: Project) -> Files:
    made = questionnaires(wave, read_config(project)["author"])
    return {f"formulier-{group}.pdf": content for group, content in made.items()}


# By the name that users give them.
MAKERS: dict[str, Callable[[Wave, Project], Files]] = {
    "xlsform": lambda wave, _: {xlsform.FILE: xlsform.xlsform(wave)},
    "limesurvey": lambda wave, _: {limesurvey.FILE: limesurvey.limesurvey(wave),
                                   ways_back.LIMESURVEY: ways_back.from_limesurvey(wave)},
    "formulier": _forms,
    "ddi": lambda wave, _: {ddi_codebook.FILE: ddi_codebook.ddi_codebook(wave),
                            study.FILE: study.ddi_lifecycle(wave)},
    "datapakket": lambda wave, project: {
        datapackage.FILE: datapackage.datapackage(wave, project.wave(wave.year))},
}
