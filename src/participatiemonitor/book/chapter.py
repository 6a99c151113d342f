"""The face that notebooks see: one object with everything a chapter says or shows.

A chapter opens a wave and then makes short calls::

    m = open_chapter(year)
    m.figure(2)                                  # a figure, its table and its question
    m.say(deel=m.when("visie.ja", 0, 50, …))     # {glue:}`deel` in the prose is one of two texts

A word without a choice stands in the prose itself: ``{m}`share("wmo_uitvoering.hele@sd")```.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from participatiemonitor.book import exhibits, files
from participatiemonitor.book.binding import Method, functions
from participatiemonitor.book.words import WORDS
from participatiemonitor.documents.documents import Document, claims_about, read_documents
from participatiemonitor.documents.overviews import Overviews, read_overviews
from participatiemonitor.documents.printed.tables import Printed, read_printed
from participatiemonitor.documents.review import Review
from participatiemonitor.documents.sources import Reported
from participatiemonitor.documents.trends import open_trends
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.documents import checks as document_checks
from participatiemonitor.presentation.documents import figures as document_figures
from participatiemonitor.presentation.documents import overviews as document_overviews
from participatiemonitor.presentation.documents import tables as document_tables
from participatiemonitor.presentation.documents.checked import CheckedDocuments
from participatiemonitor.presentation.exhibits import (
    method_tables,
    quotes,
    review_tables,
    trend_tables,
)
from participatiemonitor.presentation.exhibits.small_bars import SmallBars
from participatiemonitor.presentation.studies import examples as study_examples
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.project import Project, find_project
from participatiemonitor.studies.examples import Examples


class Chapter:
    """Everything a chapter says or shows about one wave: `WORDS`, and what its appendices show.

    Parameters
    ----------
    source : Results
    documents : sequence of Document
        Those that may be cited.
    project : Project, optional
        Where the tables of documents and the examples of studies are.
    """

    def __init__(self, source: Results, documents: Sequence[Document] = (),
                 project: Project | None = None) -> None:
        self.source = source
        self.documents = documents
        self.project = project
        self.review = Review(claims_about(source.wave.year, documents), source)

    @cached_property
    def publications(self) -> Printed:
        """What the tables of documents say: read when asked for, which most chapters never do."""
        return read_printed(self.project) if self.project else {}

    @cached_property
    def overviews(self) -> Overviews:
        """What several of them say of one subject."""
        return read_overviews(self.project, self.publications) if self.project else {}

    @cached_property
    def examples(self) -> Examples:
        """What the studies publish of their examples."""
        return Examples(self.project)

    @cached_property
    def checked(self) -> CheckedDocuments:
        """The same beside what follows from it."""
        return CheckedDocuments(self.publications)

    def say(self, **words: Bound | SmallBars) -> None:
        """Bind words and small charts for the prose, where ``{glue:}`name``` is their place."""
        from myst_nb import glue

        for name, word in words.items():
            glue(name, word, display=False)


SHOWN = functions(exhibits, quotes, files, review_tables, method_tables, trend_tables,
                  document_tables, document_figures, document_overviews, document_checks,
                  study_examples)
for _name, _function in (WORDS | SHOWN).items():
    setattr(Chapter, _name, Method(_function))


def open_chapter(year: int) -> Chapter:
    """Open a wave for a chapter.

    Parameters
    ----------
    year : int
        The wave; the project is looked for from the current folder upwards.

    Returns
    -------
    Chapter
    """
    project = find_project()
    documents = read_documents(project)
    trends = open_trends(year, project)
    return Chapter(Reported(open_results(year, project), documents, project, trends), documents,
                   project)
