"""The workbook of a study: a cover, the contents and a sheet a table."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pandas as pd
from gptables import GPTable

from participatiemonitor import dutch
from participatiemonitor.plain_text import spreadsheet
from participatiemonitor.publishing.files.notes import MISSING_MARK
from participatiemonitor.publishing.files.written import (
    HEADING,
    ONE_TABLE,
    TEXT,
    TITLE,
    Properties,
    write_book,
)
from participatiemonitor.studies.report import (
    COEFFICIENT,
    COUNT,
    NUMBER,
    PERCENT,
    RATIO,
    Report,
    ReportTable,
)
from participatiemonitor.studies.study import About

_FORMATS = {COUNT: "#,##0", PERCENT: "0%", NUMBER: "#,##0.0", COEFFICIENT: "0.00",
            RATIO: "0.00"}
# Signs that a spreadsheet allows in the name of a sheet, and how many.
_LONGEST = 31


def study_workbook(report: Report, about: About) -> bytes:
    """The workbook with all tables that a study publishes.

    Parameters
    ----------
    report : Report
    about : About

    Returns
    -------
    bytes
        An ``.xlsx`` file, the same bytes each time.
    """
    stream = io.BytesIO()
    source = dutch.ended(f"{about.title}, {about.which}")
    sheets = {name[:_LONGEST]: _sheet(table, source) for name, table in report.tables.items()
              if table.rows}
    write_book(stream, Properties(f"{about.title}: tabellen", source, about.day), sheets,
               _cover(about))
    return stream.getvalue()


def _cover(about: About) -> Iterator[tuple[str, str]]:
    """Lines of the cover: what each is, and its words."""
    yield TITLE, f"{about.title}: tabellen"
    yield TEXT, f"{about.subtitle}. {dutch.ended(about.which)}"
    if about.remark:
        yield HEADING, "Wat voor cijfers dit zijn"
        yield TEXT, about.remark
    yield HEADING, "Hoe u dit leest"
    yield TEXT, ("Elk werkblad bevat één tabel van het verslag. Percentages zijn opgeslagen als "
                 f"deel van 1: 44% is 0,44. Waar {MISSING_MARK} staat, is er geen getal; wat niet "
                 "wordt getoond, staat in woorden in de cel.")


def _sheet(table: ReportTable, source: str) -> GPTable:
    """One table, its numbers as numbers."""
    heads = [spreadsheet(column.nl) for column in table.columns]
    rows = [[spreadsheet(str(cell)) if isinstance(cell, str) else MISSING_MARK if cell is None
             else cell for cell in row] for row in table.rows]
    missing = any(cell is None for row in table.rows for cell in row)
    legend = [*([table.note] if table.note else []),
              *([f"Tekens: {MISSING_MARK} = er is geen getal."] if missing else [])]
    shown = {head: _FORMATS[column.kind] for head, column in zip(heads, table.columns, strict=True)
             if column.kind in _FORMATS}
    return GPTable(
        table=pd.DataFrame(rows, columns=heads), table_name=table.name.replace("-", "_"),
        title=spreadsheet(table.title), instructions=ONE_TABLE,
        legend=[spreadsheet(line) for line in legend], source=spreadsheet(source),
        index_columns={1: 0},
        additional_formatting=[
            {"column": {"columns": [head], "format": {"num_format": form, "align": "right"}}}
            for head, form in shown.items()])
