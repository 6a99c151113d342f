"""An empty workbook for a study: a sheet a table, explained above, with lists to pick from.

What stands above the row with the names of columns is explanation, the example among it: nothing of
it is read, so that nobody has to take the example away.
"""

from __future__ import annotations

import datetime as dt
import io
from functools import cache
from typing import Any

from participatiemonitor.sheet_colours import COLOURS
from participatiemonitor.sheet_rows import row_height
from participatiemonitor.studies.forms.form import ABOUT, Column, Form, Table

# Rows with choices and colours.
SPARE = 1_000
# Where a table stands: what it is, what its columns are, an example, their names.
_TITLE, _COLUMNS, _EXAMPLE, HEAD = range(4)
_WIDTH, _WIDE, _EXPLAINED = 24, 44, 110
_STYLES: dict[str, dict[str, Any]] = {
    "title": {"bold": True, "font_size": 16}, "text": {"text_wrap": True, "valign": "top"},
    "table": {"bold": True, "valign": "top"},
    "example": {"italic": True, "font_color": COLOURS["left_out"], "valign": "top"},
    "head": {"bold": True, "bg_color": COLOURS["head"], "border": 1, "valign": "top"},
    "open": {"bg_color": COLOURS["open"]}}
# Text is text: XlsxWriter would make formulas, links and numbers of what looks like one.
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False,
            "strings_to_numbers": False}
_HOW = (
    "Elk blad is een tabel. Boven de gekleurde kopregel staan uitleg en voorbeelden: die "
    "worden niet gelezen en mogen blijven staan. Vul in vanaf de regel onder de koppen.",
    "Een oranje cel moet nog worden ingevuld. Waar maar enkele woorden mogen, geeft een cel een "
    "keuzelijst. Een kolom die leeg mag blijven, mag u ook weghalen.",
    "Gebruik geen formules, voeg geen cellen samen en verberg geen bladen. Een leeg blad telt niet "
    "mee.",
    "Zet de werkmap in een map van uzelf, zonder csv-bestanden, en geef die map aan "
    "monitor study {study} --from. Klopt er iets niet, dan noemt de monitor het blad, de cel, wat "
    "er staat en wat er hoort te staan: alles in één keer.",
)


def template_workbook(form: Form) -> bytes:
    """Write the empty workbook of a form.

    Parameters
    ----------
    form : Form

    Returns
    -------
    bytes
        An ``.xlsx`` file, the same bytes for the same form.
    """
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, dict(_OPTIONS))
    book.set_properties({"title": form.title, "created": dt.datetime(2000, 1, 1)})
    style = cache(lambda name, shown="": book.add_format(
        _STYLES.get(name, {}) | ({"num_format": shown} if shown else {})))
    _write_about(book.add_worksheet(ABOUT), form, style)
    for table in form.tables:
        _write_table(book.add_worksheet(table.name), table, form, style)
    book.close()
    return stream.getvalue()


def _write_about(sheet: Any, form: Form, style: Any) -> None:
    sheet.set_column(0, 0, _EXPLAINED, style("text"))
    sheet.write_string(0, 0, form.title, style("title"))
    ways = "; ".join(f"{way.name} (blad {' en '.join(way.tables)})" for way in form.ways)
    lines = [form.about, "", *(line.format(study=form.study) for line in _HOW),
             *([f"Vul precies een van deze manieren in: {ways}."] if ways else []), "",
             "De bladen:", *(f"{table.name}: {table.about}" for table in form.tables)]
    for row, line in enumerate(lines, start=1):
        sheet.write_string(row, 0, line, style("text"))
        sheet.set_row(row, row_height([line], [_EXPLAINED]))


def _write_table(sheet: Any, table: Table, form: Form, style: Any) -> None:
    columns = [*table.columns, *([table.more] if table.more else [])]
    widths = [_WIDE if column.kind.shown == "@" and not column.kind.words and len(
        column.example) > _WIDTH else _WIDTH for column in columns]
    sheet.write_string(_TITLE, 0, table.about, style("table"))
    texts = [column.about if column.needed else f"{column.about} Mag leeg blijven."
             for column in table.columns]
    # What a user adds has a name of the user's own.
    texts += [f"Zet boven een eigen kolom haar naam. {table.more.about}"] if table.more else []
    sheet.set_row(_COLUMNS, row_height(texts, widths))
    sheet.freeze_panes(HEAD + 1, 1)
    names = len(table.columns)
    last = HEAD + (1 if table.single else SPARE)
    for place, (column, width) in enumerate(zip(columns, widths, strict=True)):
        sheet.set_column(place, place, width, style("", column.kind.shown))
        sheet.write_string(_COLUMNS, place, texts[place], style("text"))
        sheet.write_string(_EXAMPLE, place, f"bijvoorbeeld: {column.example}", style("example"))
        if place == names:
            sheet.write_blank(HEAD, place, None, style("head"))
            continue
        sheet.write_string(HEAD, place, column.name, style("head"))
        _choices(sheet, (HEAD + 1, place, last, place), column, form)
        if column.needed:
            _mark_open(sheet, place, names, last, style)


def _mark_open(sheet: Any, place: int, names: int, last: int, style: Any) -> None:
    """Colour what is still empty in a row that was begun."""
    from xlsxwriter.utility import xl_col_to_name

    row, end = HEAD + 2, xl_col_to_name(names - 1)
    sheet.conditional_format(HEAD + 1, place, last, place, {
        "type": "formula", "format": style("open"),
        "criteria": f"=AND(COUNTA($A{row}:${end}{row})>0,"
                    f"ISBLANK({xl_col_to_name(place)}{row}))"})


def _choices(sheet: Any, area: tuple[int, int, int, int], column: Column, form: Form) -> None:
    """A list to pick from, for words that are few and for what stands in another table."""
    words = column.kind.words
    if words:
        sheet.data_validation(*area, {
            "validate": "list", "source": list(words), "error_title": "Kies uit de lijst",
            "error_message": f"Een van: {', '.join(words)}"})
    elif column.of:
        table, name = form.table(column.of[0]), column.of[1]
        letter = chr(ord("A") + [one.name for one in table.columns].index(name))
        sheet.data_validation(*area, {
            "validate": "list", "error_type": "warning",
            "source": f"='{table.name}'!${letter}${HEAD + 2}:${letter}${HEAD + 1 + SPARE}",
            "error_title": "Niet bekend", "error_message": f"Kies een {name} uit {table.name}."})
