"""The workbook: every figure, every table and all estimates as an accessible spreadsheet."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable

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
# Text is text: XlsxWriter would make formulas, links and numbers of what looks like one.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}
_ONE_TABLE = "Dit werkblad bevat één tabel."


def full_workbook(shown: Iterable[Exhibit], estimates: Results) -> bytes:
    """The workbook of a wave: cover, contents, notes, and a sheet a figure or table.

    Parameters
    ----------
    shown : iterable of Exhibit
    estimates : Results
        Protected: whatever they show ends up in the file.

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
                     ALL_ESTIMATES: estimates_sheet(estimates, notes)}, whole=True)


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


def _written(title: str, wave: Wave, sheets: dict[str, GPTable], *, whole: bool = False) -> bytes:
    """A workbook of sheets; the `whole` one has a cover and contents before them."""
    stream = io.BytesIO()
    book = GPWorkbook(stream, options=dict(_OPTIONS))
    book.set_properties({
        "title": title, "comments": source_text(wave),
        # Not today: the same answers make the same file.
        "created": dt.datetime.combine(wave.info.reference_date, dt.time()),
    })
    if whole:
        _write_cover(book, wave.info)
        contents = book.make_table_of_contents(
            sheets, column_names=["Werkblad", "Wat erin staat"], table_name="inhoud",
            title=CONTENTS, instructions=f"{_ONE_TABLE} De namen zijn koppelingen.")
        sheets = {CONTENTS: contents, **sheets}
    for label, sheet in sheets.items():
        book.add_worksheet(label).write_gptable(sheet, auto_width=True)
    book.close()
    return stream.getvalue()


def _write_cover(book: GPWorkbook, info: WaveInfo) -> None:
    """Write the cover ourselves: that of gptables has English headings."""
    sheet, theme = book.add_worksheet(COVER), book.theme
    sheet.set_column(0, 0, COVER_WIDTH)
    title, heading, text = (theme.cover_title_format, theme.cover_subtitle_format,
                            theme.cover_text_format)
    groups = dutch.enumeration(group.nl for group in info.groups.values())
    for row, (style, line) in enumerate((
        (title, f"{info.title}: tabellen van de enquête van {info.year}"),
        (text, f"{info.subtitle}. Alle figuren en tabellen van de monitor in getallen, en alle "
               f"schattingen die eronder liggen; van {groups}."),
        (heading, "Wat voor antwoorden dit zijn"),
        (text, caveat(caveats.COVER, info) or "Dit is wat respondenten antwoordden."),
        (heading, "Hoe u dit leest"),
        (text, f"Elk werkblad bevat één tabel. Het werkblad {CONTENTS} somt ze op, met "
               "koppelingen. Boven elke tabel staat wat is gevraagd en aan wie."),
        (text, "De groepen zijn elk apart bevraagd; hun cijfers zijn niet bij elkaar op te "
               "tellen."),
        (text, "Percentages zijn opgeslagen als deel van 1: 44% is 0,44. Een cel zonder getal "
               f"heeft een teken als [c], of woorden als “{REASONS[FEW]}”. Het werkblad {NOTES} "
               "legt de tekens en de noten uit."),
        (heading, "Gebruik"),
        (text, "Vrij te gebruiken onder CC BY 4.0, met vermelding van de bron"
               f"{caveat(caveats.USE, info)}."),
    )):
        sheet.write(row, 0, spreadsheet(line), book.add_format(style))


def _notes_sheet(notes: Notes) -> GPTable:
    return GPTable(
        table=pd.DataFrame(notes.rows, columns=["Noot of teken", "Bij", "Uitleg"]),
        table_name="noten", title="Noten en tekens", instructions=_ONE_TABLE,
        index_columns={2: 0},
        additional_formatting=[{"column": {"columns": ["Uitleg"],
                                           "format": {"text_wrap": False}}}])
