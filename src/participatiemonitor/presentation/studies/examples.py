"""The example of a study in a book: its figures and tables, and how a reader computes one's own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from participatiemonitor import dutch
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import Block, directive, joined, pipe_table
from participatiemonitor.presentation.studies.figures import figure_in
from participatiemonitor.presentation.studies.place import Place, in_book
from participatiemonitor.presentation.studies.tables import table_in
from participatiemonitor.studies.examples import Asked, Examples
from participatiemonitor.studies.report import ReportTable, report_of

# Files of a study in the downloads of a book.
ARCHIVE, TEMPLATE = "voorbeeld.zip", "invoer.xlsx"
# What the folder of a user is called.
_FOLDER = "mijn-map"
_COMMAND = "Deze opdracht maakt het verslag:"
_COMMANDS = ("De eerste opdracht maakt, één keer, de sleutel waarmee aantallen mensen worden "
             "afgeschermd; de tweede maakt het verslag:")


def study_figure(examples: Examples, study: str, name: str) -> Block:
    """A figure of the example of a study: ``study_figure("ladder", "stijgers")``."""
    return figure_in(_place(examples, study), examples[study].report, name)


def study_table(examples: Examples, study: str, name: str, columns: Sequence[str] | None = None,
                ) -> Block:
    """A table of the example of a study: ``study_table("ladder", "overgangen")``.

    Parameters
    ----------
    examples : Examples
    study, name : str
    columns : sequence of str, optional
        Those that are shown beside the first, in this order; all when left out. The file for
        download has them all.

    Returns
    -------
    Block
    """
    report = examples[study].report
    if columns is not None:
        report = report_of(study, [_with_columns(report.table(name), columns)])
    return table_in(_place(examples, study), report, name)


def study_start(examples: Examples, study: str) -> Block:
    """What a study asks of a municipality, the command, and the files to begin with.

    Parameters
    ----------
    examples : Examples
    study : str

    Returns
    -------
    Block
    """
    example, place = examples[study], in_book(study)
    needed = [one for one in example.asks if not one.way]
    rows = [[_named(one.name), one.about] for one in needed]
    ways = {way: [one for one in example.asks if one.way == way] for way in (
        dict.fromkeys(one.way for one in example.asks if one.way))}
    commands, told = [f".venv/bin/monitor study {study} --from {_FOLDER}"], _COMMAND
    if example.persons:
        commands, told = [f".venv/bin/monitor study key {_FOLDER}", *commands], _COMMANDS
    pieces = [pipe_table(["Tabel", "Wat erin staat"], rows), *_choice(ways),
              Markup("Zet de tabellen in een map, als csv of samen in één werkmap van Excel."),
              *([markdown(example.beside)] if example.beside else []), Markup(told),
              directive("code-block", "sh", Markup("\n".join(commands))),
              Markup("Klopt er iets niet, dan staat alles in één keer op het scherm, met de plaats "
                     "en wat er hoort te staan. Elke kolom is uitgelegd in "
                     f"`docs/studies/{study}.md`."),
              _files(place)]
    return Block(joined(pieces))


def _with_columns(table: ReportTable, columns: Sequence[str]) -> ReportTable:
    """A table with the first and some other columns."""
    places = [0, *map(table.column, columns)]
    return replace(table, columns=tuple(table.columns[place] for place in places),
                   rows=tuple(tuple(row[place] for place in places) for row in table.rows))


def _place(examples: Examples, study: str) -> Place:
    """Where a book shows the example of a study."""
    return in_book(study, examples[study].about.remark)


def _choice(ways: dict[str, list[Asked]]) -> list[Markup]:
    """Of which tables there must be some: numbered, as the form numbers them."""
    if not ways:
        return []
    lines = (f"{place}. {markdown(way)}: {_names(tables)}"
             for place, (way, tables) in enumerate(ways.items(), start=1))
    return [Markup("Daarbij één van deze manieren:"), Markup("\n".join(lines))]


def _names(tables: list[Asked]) -> str:
    return dutch.enumeration(_named(one.name) for one in tables)


def _named(table: str) -> Markup:
    """The name of a table as code; it is a word of small letters."""
    return Markup(f"`{table}`")


def _files(place: Place) -> Markup:
    links = " ".join(
        f'<a href="{place.folder}/{place.file(name)}" download>{label}</a>' for name, label in (
            (TEMPLATE, "Lege werkmap (xlsx)"), (ARCHIVE, "Bestanden van het voorbeeld (zip)")))
    return Markup(f'<p class="downloads">{links}</p>')
