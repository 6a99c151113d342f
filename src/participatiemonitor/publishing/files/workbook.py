"""The workbook: every figure, every table and all estimates as an accessible spreadsheet."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd
from gptables import GPTable

from participatiemonitor import dutch
from participatiemonitor.estimation.estimates import FEW, REASONS
from participatiemonitor.estimation.results import Results
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
from participatiemonitor.publishing.files.written import (
    CONTENTS,
    HEADING,
    ONE_TABLE,
    TEXT,
    TITLE,
    Properties,
    write_book,
)
from participatiemonitor.survey.wave import Wave
from participatiemonitor.survey.waveinfo import WaveInfo

NOTES = "Noten"


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
    write_book(stream, Properties(title, source_text(wave), wave.info.reference_date), sheets,
               cover)
    return stream.getvalue()


def _cover(info: WaveInfo, documents: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Lines of the cover: what each is, and its words."""
    groups = dutch.enumeration(group.nl for group in info.groups.values())
    yield TITLE, f"{info.title}: tabellen van de enquête van {info.year}"
    yield TEXT, (f"{info.subtitle}. Alle figuren en tabellen van de monitor in getallen, en alle "
                  f"schattingen die eronder liggen; van {groups}.")
    yield HEADING, "Wat voor antwoorden dit zijn"
    yield TEXT, caveat(caveats.COVER, info) or "Dit is wat respondenten antwoordden."
    yield HEADING, "Hoe u dit leest"
    yield TEXT, (f"Elk werkblad bevat één tabel. Het werkblad {CONTENTS} somt ze op, met "
                  "koppelingen. Boven elke tabel staat wat is gevraagd en aan wie.")
    yield TEXT, ("De groepen zijn elk apart bevraagd; hun cijfers zijn niet bij elkaar op te "
                  "tellen.")
    yield TEXT, ("Percentages zijn opgeslagen als deel van 1: 44% is 0,44. Een cel zonder getal "
                  f"heeft een teken als [c], of woorden als “{REASONS[FEW]}”. Het werkblad {NOTES} "
                  "legt de tekens en de noten uit.")
    if documents:
        yield TEXT, (f"Wat andere documenten drukten, {dutch.enumeration(documents)}, staat niet "
                      "in deze werkmap. Het is bij het boek te downloaden, per tabel één "
                      "csv-bestand.")
    yield HEADING, "Gebruik"
    yield TEXT, ("Vrij te gebruiken onder CC BY 4.0, met vermelding van de bron"
                  f"{caveat(caveats.USE, info)}.")


def _notes_sheet(notes: Notes) -> GPTable:
    return GPTable(
        table=pd.DataFrame(notes.rows, columns=["Noot of teken", "Bij", "Uitleg"]),
        table_name="noten", title="Noten en tekens", instructions=ONE_TABLE,
        index_columns={2: 0},
        additional_formatting=[{"column": {"columns": ["Uitleg"],
                                           "format": {"text_wrap": False}}}])
