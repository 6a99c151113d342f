"""An edition: what is published for one scope, such as a survey round or a study."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from participatiemonitor.project import Project
from participatiemonitor.publishing.head import Head
from participatiemonitor.publishing.page_list import Page

# The files for download.
FOLDER = "downloads"
# What the pages are made from, besides notebooks.
SOURCES = ("_config.yml", "_toc.yml", "references.bib", "_static", "_templates", "locales")
# Figures with their words as text, for print; nobody downloads these.
FIGURES = ".figures"
# What was computed, and is shown; see `participatiemonitor.estimation.opening`.
STORED = ".results"
# Pages as Sphinx leaves them. Nobody looks at them there.
RAW = ".pages"
# The site as readers get it, but for the PDF.
FINISHED = ".site"
# The site. It is published under the same path, below the address of the project: links between
# rounds are relative, on a disk and on the web.
HTML = "html"


@dataclass(frozen=True)
class Edition(ABC):
    """What is published for one scope: its pages, where they are made and what they are called.

    Attributes
    ----------
    project : Project
    id : str
        Its place among what is made in the project: ``2011``, ``studies/ladder``.
    pages : tuple of Page
        All its pages, in reading order, the landing page first.
    parameters : mapping of str to dict
        Values that its pages are executed with, by short name of the page; of the pages that
        are to be executed, and empty as long as nobody wants to.
    """

    project: Project
    id: str
    pages: tuple[Page, ...]
    parameters: Mapping[str, dict[str, Any]] = field(default_factory=dict, kw_only=True)

    @property
    @abstractmethod
    def head(self) -> Head:
        """What it is called, and what it tells of itself."""

    @property
    @abstractmethod
    def stem(self) -> str:
        """What the files of the whole are called, without suffix."""

    @property
    @abstractmethod
    def toc(self) -> dict[str, Any]:
        """The content of its `_toc.yml`."""

    @property
    @abstractmethod
    def words(self) -> Mapping[str, Callable[..., Any]]:
        """The words that sentences of its pages may call, by name."""

    @property
    def folder(self) -> Path:
        """Everything that is made for it."""
        return self.project.build(self.id)

    @property
    def landing_page(self) -> Path:
        """Where its site begins."""
        return self.folder / HTML / "index.html"

    @property
    def workbook(self) -> Path:
        """The workbook with everything."""
        return self.folder / f"{self.stem}.xlsx"

    @property
    def pdf(self) -> Path:
        """The report on paper."""
        return self.folder / f"{self.stem}.pdf"

    @property
    def pdfs(self) -> tuple[Path, ...]:
        """All volumes it has, the report first."""
        return (self.pdf,)

    @property
    def picture(self) -> Path | None:
        """The picture that shows with a shared link, where there is one.

        Beside it, as text, what it shows.
        """
        return None

    @property
    def chosen(self) -> list[Page]:
        """The pages that are to be executed."""
        return [page for page in self.pages if page.name in self.parameters]

    @property
    def missing(self) -> list[Page]:
        """The pages that have not been executed yet."""
        return [page for page in self.pages if not page.executed.is_file()]
