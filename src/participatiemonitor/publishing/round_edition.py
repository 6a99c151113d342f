"""The edition of a survey round: the book of a year."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from participatiemonitor.documents.heads import read_heads
from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.publishing.asked import Shown, examples_shown, unplaced
from participatiemonitor.publishing.edition import FOLDER, STORED, Edition
from participatiemonitor.publishing.editorial import read_editorial
from participatiemonitor.publishing.head import Head, head_of_round
from participatiemonitor.publishing.page_list import (
    CLAIMS,
    DEEPENING,
    DOCUMENT,
    EARLIER,
    NEEDED,
    listing,
    read_pages,
)
from participatiemonitor.studies.example_places import computed_path, examples_of
from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.waveinfo import WaveInfo

if TYPE_CHECKING:
    from participatiemonitor.survey.wave import Wave

# All estimates; those without a number, for the office.
TABLE, UNSHOWN = "results.csv", "niet-getoond.csv"


@dataclass(frozen=True)
class RoundEdition(Edition):
    """What is published of a survey round, and from what; its id is the year.

    Attributes
    ----------
    wave : WaveInfo
        The head of that round, its first source.
    documents : tuple of str
        Its other sources: the documents that report on the round.
    publications : tuple of str
        All documents of the project, whatever they report on.
    editorial : mapping of str to str
        What an editor wrote for the round alone, by slot.
    studies : tuple of str
        The studies of which the project has an example, which chapters may show.
    """

    wave: WaveInfo
    documents: tuple[str, ...]
    publications: tuple[str, ...]
    editorial: Mapping[str, str] = field(default_factory=dict)
    studies: tuple[str, ...] = ()

    @property
    def head(self) -> Head:
        """What the book is called, and what it tells of itself."""
        return head_of_round(self.wave)

    @property
    def stem(self) -> str:
        """What the files of the whole are called, without suffix."""
        return f"monitor-{self.id}"

    @property
    def toc(self) -> dict[str, Any]:
        """The list of pages of the project, without what is no page of this book."""
        return listing(self.project, self.pages)

    @cached_property
    def words(self) -> Mapping[str, Callable[..., Any]]:
        """The words of a chapter."""
        from participatiemonitor.book.words import WORDS

        return WORDS

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

    @cached_property
    def examples(self) -> tuple[Shown, ...]:
        """What its pages show of the examples of studies."""
        shown = examples_shown(page.notebook for page in self.pages)
        return tuple(one for one in shown if one.study in self.studies)

    def example(self, study: str) -> Path:
        """What a study publishes of its example, for everything that shows it."""
        return computed_path(study, self.results.parent)

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
    def tables_pdf(self) -> Path:
        """The volume beside it: the tables, and what they rest on."""
        return self.folder / f"{self.stem}-tabellen.pdf"

    @property
    def deepening_pdf(self) -> Path:
        """The third volume: what other documents published."""
        return self.folder / f"{self.stem}-verdieping.pdf"

    @property
    def pdfs(self) -> tuple[Path, ...]:
        """All volumes it has, the report first."""
        deeper = any(page.paper == DEEPENING for page in self.pages)
        return (self.pdf, self.tables_pdf, *([self.deepening_pdf] if deeper else []))

    @property
    def picture(self) -> Path:
        """The picture that shows with a shared link; beside it, as text, what it shows."""
        return self.folder / FOLDER / f"deel-{self.id}.png"


def find_edition(project: Project, name: str) -> RoundEdition:
    """Find the edition of a survey round by the name that users give it.

    Parameters
    ----------
    project : Project
    name : str

    Returns
    -------
    RoundEdition

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
    heads = read_heads(project)
    documents = tuple(document for document, head in heads.items() if head.wave == wave.year)
    editorial = read_editorial(project.waves / name)
    had = {*([CLAIMS] if documents else []), *map(NEEDED.format, editorial),
           *map(DOCUMENT.format, heads),
           *([EARLIER] if project.earlier(wave.year) else [])}
    pages = read_pages(project, project.build(name), had)
    return RoundEdition(project, name, tuple(pages), wave, documents, tuple(heads), editorial,
                        examples_of(project))
