"""The face the notebooks see: one object with everything a chapter says or shows.

A chapter opens a wave and then makes short calls::

    m = open_chapter(year)
    m.figure(2)                                  # a figure, its table and its question
    m.say(deel=m.when("visie.ja", 0, 50, …))     # {glue:}`deel` in the prose is one of two texts

A word without a choice stands in the prose itself: ``{m}`share("wmo_uitvoering.hele@sd")```.
Words come from `participatiemonitor.presentation.words`; figures, tables and quotes are Markdown
that the book build parses.
"""

from __future__ import annotations

from functools import cached_property

from myst_nb import glue

from participatiemonitor import dutch
from participatiemonitor.documents.claims import Claim
from participatiemonitor.documents.documents import Document, claims_about, read_documents
from participatiemonitor.documents.sources import Reported
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.opening import open_results
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.caveats import MARK, caveat
from participatiemonitor.presentation.exhibits.exhibit import (
    FIGURE,
    TABLE,
    Exhibit,
    compose,
    exhibit,
)
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.presentation.exhibits.quotes import quotes
from participatiemonitor.presentation.exhibits.small_bars import SmallBars
from participatiemonitor.presentation.markdown import Block, directive, file_links, joined
from participatiemonitor.presentation.words.bound import Bound
from participatiemonitor.presentation.words.choices import Choices
from participatiemonitor.presentation.words.standing import GRADES
from participatiemonitor.project import Project, find_project
from participatiemonitor.survey.codebook import Figure


class Chapter(Choices):
    """Everything a chapter says or shows about one wave.

    Parameters
    ----------
    results : Results
    project : Project
    """

    def __init__(self, results: Results, project: Project) -> None:
        self.wave = results.wave
        self.project = project
        source = Reported(results, self.documents, project)
        super().__init__(source, (lambda ref: GRADES.get(source.grade(ref), ""))
                         if self.wave.info.reconstructed else None)

    def say(self, **words: Bound | SmallBars) -> None:
        """Bind words and small charts for the prose, where ``{glue:}`name``` is their place."""
        for name, word in words.items():
            glue(name, word, display=False)

    def bars(self, ref: str) -> SmallBars:
        """Bars of a quantity, one for each group it is about."""
        return SmallBars([(self._info.groups[one.ref.group].nl, one) for one in self._each(ref)])

    def published(self, claim: str) -> Bound:
        """A number as a document printed it, whichever wave the book is about."""
        document, found = next(((document, one) for document in self.documents
                                for one in document.claims if one.id == claim), (None, None))
        if found is None or found.value is None:
            raise InputError(f"published({claim!r}): geen uitspraak met een waarde onder die naam.")
        words = {"count": dutch.large, "band": lambda value: dutch.approximately(value / 100),
                 "exact": lambda value: dutch.percent(value / 100)}[found.type]
        return Bound(words(found.value), "published", (),
                     f"{document.head.name}, uitspraak {claim}", {"claim": claim})

    @cached_property
    def documents(self) -> list[Document]:
        """The documents that are cited."""
        return read_documents(self.project)

    @property
    def claims(self) -> list[Claim]:
        """What documents published about this wave; empty where none reports on it."""
        return claims_about(self.wave.year, self.documents)

    def figure(self, number: int) -> Block:
        """A numbered figure: the drawing, its table, how it was made, and files of it.

        The drawing itself is one of the files for download; the build makes them.

        Parameters
        ----------
        number : int

        Returns
        -------
        Block
        """
        shown = exhibit(self.estimates, FIGURE, number)
        shape = form(shown.form)
        picture = directive("figure", f"/downloads/{shown.name}.svg",
                            f"{shown.title}. {shown.bases}{shape.NOTE}{self._mark()}",
                            name=shown.name, alt=shape.describe(shown))
        panels = (("Figuur", picture), ("Tabel", shape.table(shown)),
                  ("Methode", self._method(shown)),
                  ("Downloads", file_links(shown.name, "csv", "xlsx", "svg", "png")))
        items = joined((directive("tab-item", name, body, ":") for name, body in panels), "\n")
        return Block(directive("tab-set", "", items, ":"))

    def table(self, number: int) -> Block:
        """A numbered table of the monitor."""
        shown = exhibit(self.estimates, TABLE, number)
        body = directive("table", f"{shown.title}.{self._mark()}", form(shown.form).table(shown),
                         name=shown.name)
        return Block(joined([body, file_links(shown.name, "csv", "xlsx")]))

    def themes(self, question: str) -> Block:
        """How often each theme of an open question was raised."""
        entry = self.wave.codebook[question]
        shown = compose(self.estimates, Figure(section=entry.section, questions=(question,),
                                               nl=entry.nl, form="themes"))
        explained = ("Aantal respondenten dat het thema noemt; wie meer thema’s noemt, telt bij "
                     f"elk mee.{self._mark()}")
        return Block(joined([form(shown.form).table(shown), explained]))

    def quotes(self, question: str, theme: str, count: int = 1, first: str = "") -> Block:
        """Quotes from the open answers; see `participatiemonitor.presentation.exhibits.quotes`."""
        return Block(quotes(self.estimates, question, theme, count, first))

    def reconstructed(self, text: str, checked: str = "") -> Block:
        """What an author says of a wave whose answers are a reconstruction.

        Parameters
        ----------
        text : str
            Markdown. ``{jaar}`` is the year of the wave, ``{uitspraken}`` the place of `checked`.
        checked : str
            What is said besides where there is a Reproductie to lead to.

        Returns
        -------
        Block
        """
        text = text.replace("{uitspraken}", self.checked(checked).text)
        return Block(self._dated(text) if self._mark() else "")

    def observed(self, text: str) -> Block:
        """What an author says of a wave whose answers respondents gave; ``{jaar}`` is its year."""
        return Block("" if self._mark() else self._dated(text))

    def checked(self, text: str) -> Block:
        """What an author says of a wave with a Reproductie: documents published results of it."""
        return Block(Markup(text) if self.claims else "")

    def book_files(self) -> Block:
        """Links from the landing page to the book as one file and to all its numbers."""
        files = ((f"monitor-{self.wave.year}.pdf", "Het boek als pdf"),
                 (f"monitor-{self.wave.year}.xlsx", "Alle tabellen als werkmap (xlsx)"),
                 ("results.csv", "Alle schattingen (csv)"))
        links = " ".join(f'<a href="downloads/{name}" download>{label}</a>'
                         for name, label in files)
        return Block(Markup(f'<p class="downloads book-files">{links}</p>'))

    def _dated(self, text: str) -> Markup:
        return Markup(text.replace("{jaar}", str(self.wave.year)))

    def _mark(self) -> str:
        return caveat(MARK, self.wave.info)

    def _method(self, shown: Exhibit) -> Markup:
        lines = [f"- **{markdown(one.question)}** {markdown(one.manner)} [`{one.id}`](codeboek)"
                 for one in shown.about]
        code = (f"from {__name__} import open_chapter\n\n"
                f"m = open_chapter({self.wave.year})\nm.figure({shown.number})")
        return joined([Markup(text) for text in (
            "\n".join(lines),
            "Wie de vraag niet beantwoordde, telt niet mee in n. De percentages zijn ongewogen; in "
            "de tabel staat het gewogen percentage ernaast. Meer over [weging en "
            "onzekerheid](#weging) en over [afscherming](#afscherming).",
            "{.alleen-web}\nZo maakt u deze figuur in een notebook opnieuw:",
            f"```{{code-block}} python\n:class: alleen-web\n\n{code}\n```")])


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
    return Chapter(open_results(year, project), project)
