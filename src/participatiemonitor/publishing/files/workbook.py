"""The workbook: every figure, every table and all estimates as an accessible spreadsheet."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd
from gptables import GPTable, GPWorkbook

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import FEW, REASONS
from participatiemonitor.estimation.results import Results
from participatiemonitor.plain_text import spreadsheet
from participatiemonitor.presentation import caveats
from participatiemonitor.presentation.caveats import caveat
from participatiemonitor.presentation.exhibits.exhibit import Exhibit
from participatiemonitor.presentation.exhibits.labels import source_text
from participatiemonitor.publishing.files.notes import Notes
from participatiemonitor.publishing.files.sheets import (
    ALL_ESTIMATES,
    estimates_sheet,
    exhibit_sheet,
)
from participatiemonitor.survey.wave import Wave
from participatiemonitor.survey.waveinfo import WaveInfo

COVER, CONTENTS, NOTES = "Voorblad", "Inhoud", "Noten"
COVER_WIDTH = 90
# What a line of the cover is.
_TITLE, _HEADING, _TEXT = "title", "heading", "text"
# Text is text: XlsxWriter would make formulas, links and numbers of what looks like one.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}
_ONE_TABLE = "Dit werkblad bevat één tabel."


def full_workbook(
    shown: Iterable[Exhibit], estimates: Results, documents: Sequence[str] = ()
) -> bytes:
    """The workbook of a wave: cover, contents, notes, and a sheet a figure or table.

    Parameters
    ----------
    shown : iterable of Exhibit
    estimates : Results
        Protected: whatever they show ends up in the file.
    documents : sequence of str, optional
        Names of those whose tables are files beside this one.

    Returns
    -------
    bytes
        An ``.xlsx`` file, the same bytes each time.
    """
    wave = estimates.wave
    notes = Notes(wave)
    sheets = {exhibit.label: exhibit_sheet(exhibit, wave, notes) for exhibit in shown}
    return _written(f"{wave.info.title}, enquête van {wave.year}: tabellen", wave,
                    {NOTES: _notes_sheet(notes), **sheets,
                     ALL_ESTIMATES: estimates_sheet(estimates, notes)},
                    _cover(wave.info, documents))


def small_workbook(shown: Exhibit, wave: Wave) -> bytes:
    """The workbook of one figure or table: its sheet and the notes.

    Parameters
    ----------
    shown : Exhibit
    wave : Wave

    Returns
    -------
    bytes
    """
    notes = Notes(wave)
    return _written(f"{shown.label}: {shown.title}", wave,
                    {shown.label: exhibit_sheet(shown, wave, notes), NOTES: _notes_sheet(notes)})


def _written(title: str, wave: Wave, sheets: dict[str, GPTable],
             cover: Iterable[tuple[str, str]] | None = None) -> bytes:
    """A workbook of sheets; one with a cover has that and contents before them."""
    stream = io.BytesIO()
    book = GPWorkbook(stream, options=dict(_OPTIONS))
    book.set_properties({
        "title": title, "comments": source_text(wave),
        # Not today: the same answers make the same file.
        "created": dt.datetime.combine(wave.info.reference_date, dt.time()),
    })
    if cover is not None:
        _write_cover(book, cover)
        contents = book.make_table_of_contents(
            sheets, column_names=["Werkblad", "Wat erin staat"], table_name="inhoud",
            title=CONTENTS, instructions=f"{_ONE_TABLE} De namen zijn koppelingen.")
        sheets = {CONTENTS: contents, **sheets}
    for label, sheet in sheets.items():
        book.add_worksheet(label).write_gptable(sheet, auto_width=True)
    book.close()
    return stream.getvalue()


def _cover(info: WaveInfo, documents: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines of the cover: what each is, and its words."""
    groups = dutch.enumeration(group.nl for group in info.groups.values())
    yield _TITLE, f"{info.title}: tabellen van de enquête van {info.year}"
    yield _TEXT, (f"{info.subtitle}. Alle figuren en tabellen van de monitor in getallen, en alle "
                  f"schattingen die eronder liggen; van {groups}.")
    yield _HEADING, "Wat voor antwoorden dit zijn"
    yield _TEXT, caveat(caveats.COVER, info) or "Dit is wat respondenten antwoordden."
    yield _HEADING, "Hoe u dit leest"
    yield _TEXT, (f"Elk werkblad bevat één tabel. Het werkblad {CONTENTS} somt ze op, met "
                  "koppelingen. Boven elke tabel staat wat is gevraagd en aan wie.")
    yield _TEXT, ("De groepen zijn elk apart bevraagd; hun cijfers zijn niet bij elkaar op te "
                  "tellen.")
    yield _TEXT, ("Percentages zijn opgeslagen als deel van 1: 44% is 0,44. Een cel zonder getal "
                  f"heeft een teken als [c], of woorden als “{REASONS[FEW]}”. Het werkblad {NOTES} "
                  "legt de tekens en de noten uit.")
    if documents:
        yield _TEXT, (f"Wat andere documenten drukten, {dutch.enumeration(documents)}, staat niet "
                      "in deze werkmap. Het is bij het boek te downloaden, per tabel één "
                      "csv-bestand.")
    yield _HEADING, "Gebruik"
    yield _TEXT, ("Vrij te gebruiken onder CC BY 4.0, met vermelding van de bron"
                  f"{caveat(caveats.USE, info)}.")


def _write_cover(book: GPWorkbook, lines: Iterable[tuple[str, str]]) -> None:
    """Write the cover ourselves: that of gptables has English headings."""
    sheet, theme = book.add_worksheet(COVER), book.theme
    sheet.set_column(0, 0, COVER_WIDTH)
    styles = {_TITLE: theme.cover_title_format, _HEADING: theme.cover_subtitle_format,
              _TEXT: theme.cover_text_format}
    for row, (kind, line) in enumerate(lines):
        sheet.write(row, 0, spreadsheet(line), book.add_format(styles[kind]))


def _notes_sheet(notes: Notes) -> GPTable:
    return GPTable(
        table=pd.DataFrame(notes.rows, columns=["Noot of teken", "Bij", "Uitleg"]),
        table_name="noten", title="Noten en tekens", instructions=_ONE_TABLE,
        index_columns={2: 0},
        additional_formatting=[{"column": {"columns": ["Uitleg"],
                                           "format": {"text_wrap": False}}}])
