"""What a chapter shows: figures and tables, as Markdown that the book build parses."""

from __future__ import annotations

from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.caveats import BASES, THEMES, caveat
from participatiemonitor.presentation.exhibits.by_size import size_table
from participatiemonitor.presentation.exhibits.earlier_rounds import earlier_table
from participatiemonitor.presentation.exhibits.exhibit import (
    FIGURE,
    TABLE,
    Exhibit,
    exhibit,
    themed,
    uncoded,
)
from participatiemonitor.presentation.exhibits.forms import form
from participatiemonitor.presentation.exhibits.labels import cited
from participatiemonitor.presentation.exhibits.unasked import unasked
from participatiemonitor.presentation.markdown import Block, directive, file_links, joined, tabs
from participatiemonitor.survey.waveinfo import WaveInfo


def figure(source: Results, number: int) -> Block:
    """A numbered figure: the drawing, its table, how it was made, and files of it.

    The drawing itself is one of the files for download; the build makes them.

    Parameters
    ----------
    source : Results
    number : int

    Returns
    -------
    Block
        One sentence where nothing of it was asked.
    """
    if told := unasked(source.wave.codebook, source.wave.codebook.figures[number].questions):
        return told
    shown = exhibit(source, FIGURE, number)
    shape = form(shown.form)
    # What a reconstruction rests on was made up too, and stands with how it was made.
    rests = "" if shown.reconstructed else f" {shown.bases}{shape.note(shown)}"
    picture = directive("figure", f"/downloads/{shown.name}.svg", f"{shown.title}.{rests}",
                        name=shown.name, alt=shape.describe(shown))
    panels = (("Figuur", picture), ("Tabel", shape.table(shown)),
              ("Naar grootte", _by_size(shown, source)),
              ("Eerdere rondes", earlier_table(shown, source.trends)),
              ("Methode", _method(shown, source.wave.info)),
              ("Downloads", _files(shown, source.wave.info, "csv", "xlsx", "svg", "png")))
    return Block(tabs(*panels))


def table(source: Results, number: int) -> Block:
    """A numbered table of the monitor; one sentence where nothing of it was asked."""
    if told := unasked(source.wave.codebook, source.wave.codebook.tables[number].questions):
        return told
    shown = exhibit(source, TABLE, number)
    body = directive("table", f"{shown.title}.",
                     form(shown.form).table(shown), name=shown.name)
    return Block(joined([body, _files(shown, source.wave.info, "csv", "xlsx")]))


def themes(source: Results, question: str) -> Block:
    """How often each theme of an open question was raised: drawn, and as a table."""
    if told := unasked(source.wave.codebook, (question,)):
        return told
    if uncoded(source, question):
        asked = markdown(source.wave.codebook[question].nl)
        return Block(Markup(f"De antwoorden op de vraag “{asked}” zijn nog niet in thema’s "
                            "ingedeeld."))
    # Of a reconstruction a list of the themes that a document names.
    shown = themed(source, question)
    shape = form(shown.form)
    if shown.reconstructed:
        return Block(joined([shape.table(shown), caveat(THEMES, source.wave.info)]))
    # The name of a question has letters, digits and underscores only.
    file = Markup(f"/downloads/{shown.name}.svg")
    picture = directive("image", file, "", alt=shape.describe(shown))
    rests = f"{shown.bases}{shape.note(shown)}"
    return Block(tabs(("Figuur", joined([picture, rests])), ("Tabel", shape.table(shown)),
                       ("Downloads", file_links(shown.name, "svg", "png"))))


def _files(shown: Exhibit, info: WaveInfo, *kinds: str) -> Markup:
    return file_links(shown.name, *kinds, cited=cited(shown.label, shown.title, info))


def _by_size(shown: Exhibit, source: Results) -> Markup | None:
    """The figure by size class, and how sure that is; the same numbers are in the workbook."""
    if (table := size_table(shown, source)) is None:
        return None
    rules = source.wave.info.publication
    least = max(rules.minimum_base, rules.least_by_size)
    return joined([Markup(text) for text in (
        f"{{.alleen-web}}\n{table}",
        "{.alleen-web}\nElk aantal naar grootteklasse is met hooguit twee respondenten verschoven; "
        "kleine verschillen zeggen dus niets. Waar geen percentage staat, zijn er minder dan "
        f"{least} antwoorden, of zou het verraden wat iemand heeft geantwoord. Meer over [wat het "
        "boek niet laat zien](#afscherming).")])


def _method(shown: Exhibit, info: WaveInfo) -> Markup:
    lines = [f"- **{markdown(one.question)}** {markdown(one.manner)} [`{one.id}`](codeboek)"
             for one in shown.about]
    code = ("from participatiemonitor.book.chapter import open_chapter\n\n"
            f"m = open_chapter({info.year})\nm.figure({shown.number})")
    return joined([Markup(text) for text in (
        "\n".join(lines),
        _bases(shown, info),
        "{.alleen-web}\nZo maakt u deze figuur in een notebook opnieuw:",
        f"```{{code-block}} python\n:class: alleen-web\n\n{code}\n```")])


def _bases(shown: Exhibit, info: WaveInfo) -> str:
    """How many answers it rests on, and where more is said of how it was computed."""
    rests, where = ((f"{shown.bases}{caveat(BASES, info)} ", "in de bestanden")
                    if info.reconstructed else ("", "in de tabel"))
    return (f"{rests}Wie de vraag niet beantwoordde, telt niet mee in n. De percentages zijn "
            f"ongewogen; {where} staat ook het gewogen percentage. Meer over [weging en "
            "onzekerheid](#weging) en over [wat het boek niet laat zien](#afscherming).")
