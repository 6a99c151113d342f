"""An edition: what is published for one scope, such as the survey round of a year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from participatiemonitor.documents.heads import reporting
from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.publishing.asked import unplaced
from participatiemonitor.publishing.editorial import read_editorial
from participatiemonitor.publishing.page_list import CLAIMS, EARLIER, NEEDED, Page, read_pages
from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.waveinfo import WaveInfo

if TYPE_CHECKING:
    from participatiemonitor.survey.wave import Wave

# All estimates; those without a number, for the office; the files for download.
TABLE, UNSHOWN, FOLDER = "results.csv", "niet-getoond.csv", "downloads"
# What the pages are made from, besides notebooks.
SOURCES = ("_config.yml", "_toc.yml", "references.bib", "_static", "_templates", "locales")
# Figures with their words as text, for print; nobody downloads these.
FIGURES = ".figures"
# Results of waves; see `participatiemonitor.estimation.opening`.
STORED = ".results"
# Pages as Sphinx leaves them. Nobody looks at them there.
RAW = ".pages"
# The site as readers get it, but for the PDF.
FINISHED = ".site"
# The site. It is published under the same path, below the address of the project: links between
# rounds are relative, on a disk and on the web.
HTML = "html"


@dataclass(frozen=True)
class Edition:
    """What is published for one scope, and from what.

    Attributes
    ----------
    project : Project
    id : str
        What users call it; the year of its survey round.
    wave : WaveInfo
        The head of that round, its first source.
    documents : tuple of str
        Its other sources: the documents that report on the round.
    pages : tuple of Page
        All its pages, in reading order, the landing page first.
    editorial : mapping of str to str
        What an editor wrote for the round alone, by slot.
    parameters : mapping of str to dict
        Values that its pages are executed with, by short name of the page; of the pages that
        are to be executed, and empty as long as nobody wants to.
    """

    project: Project
    id: str
    wave: WaveInfo
    documents: tuple[str, ...]
    pages: tuple[Page, ...]
    editorial: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, dict[str, Any]] = field(default_factory=dict)

    @cached_property
    def survey(self) -> Wave:
        """What was asked of whom in that round."""
        from participatiemonitor.survey.wave import load_wave

        return load_wave(self.wave.year, self.project)

    @cached_property
    def unplaced(self) -> dict[str, list[str]]:
        """The figures and tables of the round that no page calls, by the section they are for."""
        return unplaced(self.survey.codebook, (page.notebook for page in self.pages))

    @cached_property
    def uncoded(self) -> frozenset[str]:
        """The open questions whose answers nobody has put into themes yet, once computed."""
        if self.wave.reconstructed:  # documents name the themes
            return frozenset()
        from participatiemonitor.estimation.analyses.uncoded import uncoded_questions
        from participatiemonitor.estimation.opening import open_results

        results = open_results(self.wave.year, self.project)
        return frozenset(results.once(uncoded_questions)["question"])

    @property
    def folder(self) -> Path:
        """Everything that is made for it."""
        return self.project.build(self.id)

    @property
    def landing_page(self) -> Path:
        """Where its site begins."""
        return self.folder / HTML / "index.html"

    @property
    def results(self) -> Path:
        """What is published of its wave, for everything that shows it."""
        return self.folder / STORED / f"{self.wave.year}.json"

    @property
    def earlier(self) -> tuple[int, ...]:
        """The rounds of the project before its own, oldest first."""
        return self.project.earlier(self.wave.year)

    @property
    def trends(self) -> Path:
        """Its wave beside each of these, where there are any."""
        return self.results.with_name(f"{self.wave.year}-eerder.json")

    @property
    def workbook(self) -> Path:
        """The workbook with everything."""
        return self.folder / f"monitor-{self.id}.xlsx"

    @property
    def pdf(self) -> Path:
        """The report on paper."""
        return self.folder / f"monitor-{self.id}.pdf"

    @property
    def tables_pdf(self) -> Path:
        """The volume beside it: the tables, and what they rest on."""
        return self.folder / f"monitor-{self.id}-tabellen.pdf"

    @property
    def picture(self) -> Path:
        """The picture that shows with a shared link; beside it, as text, what it shows."""
        return self.folder / FOLDER / f"deel-{self.id}.png"

    @property
    def chosen(self) -> list[Page]:
        """The pages that are to be executed."""
        return [page for page in self.pages if page.name in self.parameters]

    @property
    def missing(self) -> list[Page]:
        """The pages that have not been executed yet."""
        return [page for page in self.pages if not page.executed.is_file()]


def find_edition(project: Project, name: str) -> Edition:
    """Find an edition by the name that users give it.

    Parameters
    ----------
    project : Project
    name : str

    Returns
    -------
    Edition

    Raises
    ------
    InputError
        When there is no such survey round, which the message answers with those there are; when
        its head, an editorial file or the list of pages is not as it should be.
    """
    years = [str(year) for year in project.years()]
    if name not in years:
        raise InputError(
            f"Er is geen meting van {name}: {project.waves / name} ontbreekt. Metingen die er "
            f"zijn: {', '.join(years) or 'geen'}."
        )
    wave = read_wave_info(project.waves / name)
    documents = reporting(project, wave.year)
    editorial = read_editorial(project.waves / name)
    had = {*([CLAIMS] if documents else []), *map(NEEDED.format, editorial),
           *([EARLIER] if project.earlier(wave.year) else [])}
    pages = read_pages(project, project.build(name), had)
    return Edition(project, name, wave, documents, tuple(pages), editorial)
