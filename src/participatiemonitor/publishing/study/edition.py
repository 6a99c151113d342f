"""The edition of a study: one page, on the files of a user."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import html
from participatiemonitor.project import Project
from participatiemonitor.publishing.edition import STORED, Edition
from participatiemonitor.publishing.head import Head
from participatiemonitor.publishing.page_list import Page
from participatiemonitor.studies.study import About, Study
from participatiemonitor.survey.names import date

# In the project, a folder a study with its notebook; in what is made, a folder a study.
STUDIES, NOTEBOOK = "studies", "verslag.ipynb"
# The page is the landing page of its site.
_ROOT = "index"
_KIND, _OPENING = "Werkstudie", "Verslag"


@dataclass(frozen=True)
class StudyEdition(Edition):
    """What is published of a study, and from what.

    Attributes
    ----------
    study : str
        Its name.
    source : pathlib.Path
        The folder with the files of the user.
    about : About
        What its report is about.
    documents : tuple of str
        What it is held beside, by folders in ``data/published``.
    """

    study: str
    source: Path
    about: About
    documents: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """What the report is called, and what it tells of itself."""
        about, day = self.about, date(self.about.day)
        return Head(
            title=about.title, subtitle=about.subtitle,
            full_title=f"{about.title} – {_KIND.lower()}", kind=f"{_KIND}: {about.which}",
            which=about.which,
            summary=f"{about.title}, {about.which}. {about.subtitle}.", day=about.day,
            corner=str(about.day.year), opening=_OPENING,
            names={"titel": about.title, "ondertitel": about.subtitle, "waarvan": about.which,
                   "peildatum": day, "jaar": str(about.day.year)},
            banner=html(about.remark), remark=about.remark, status=html(about.remark),
            foot=f" · {about.remark}" if about.remark else "")

    @property
    def stem(self) -> str:
        """What the files of the whole are called, without suffix."""
        return self.study

    @property
    def toc(self) -> dict[str, Any]:
        """The content of its list of pages, which has one."""
        return {"format": "jb-book", "root": _ROOT}

    @cached_property
    def words(self) -> Mapping[str, Callable[..., Any]]:
        """The words of the notebook of a study."""
        from participatiemonitor.book.study import STUDY_WORDS

        return STUDY_WORDS

    @property
    def results(self) -> Path:
        """What is published, for everything that shows it."""
        return self.folder / STORED / f"{self.study}.json"


def study_edition(project: Project, study: Study[Any], source: Path, about: About
                  ) -> StudyEdition:
    """The edition of a study.

    Parameters
    ----------
    project : Project
    study : Study
    source : pathlib.Path
        The folder with the files of the user.
    about : About

    Returns
    -------
    StudyEdition
        With the parameters of its page.

    Raises
    ------
    InputError
        When the project does not have its notebook.
    """
    notebook = project.root / STUDIES / study.name / NOTEBOOK
    if not notebook.is_file():
        raise InputError(f"{notebook}: dit notebook ontbreekt, en het verslag wordt ervan gemaakt. "
                         "Zet het terug.")
    identity = f"{STUDIES}/{study.name}"
    page = Page(_ROOT, notebook, project.build(identity) / "chapters" / NOTEBOOK)
    return StudyEdition(project, identity, (page,), study.name, source, about, study.documents,
                        parameters={page.name: {"folder": str(source.resolve())}})
