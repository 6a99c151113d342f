"""An empty workbook for a study: a sheet a table, explained above, with lists to pick from.

What stands above the row with the names of columns is explanation, the example among it: nothing of
it is read, so that nobody has to take the example away.
"""

from __future__ import annotations

from typing import Any

from participatiemonitor.files.faults import letters
from participatiemonitor.sheet_forms import (
    Style,
    colour_open,
    form_workbook,
    write_choices,
    write_explanation,
)
from participatiemonitor.sheet_rows import row_height
from participatiemonitor.studies.forms.form import ABOUT, Column, Form, Table

# Rows with choices and colours.
SPARE = 1_000
# Where a table stands: what it is, what its columns are, an example, their names.
_TITLE, _COLUMNS, _EXAMPLE, HEAD = range(4)
_WIDTH, _WIDE = 24, 44
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
    def write(book: Any, style: Style) -> None:
        write_explanation(book.add_worksheet(ABOUT), form.title, _explained(form), style)
        for table in form.tables:
            _write_table(book.add_worksheet(table.name), table, form, style)

    return form_workbook(form.title, write)


def _explained(form: Form) -> list[str]:
    ways = "; ".join(f"{way.name} (blad {' en '.join(way.tables)})" for way in form.ways)
    return [form.about, "", *(line.format(study=form.study) for line in _HOW),
            *([f"Vul precies een van deze manieren in: {ways}."] if ways else []),
            *([form.beside] if form.beside else []), "",
            "De bladen:", *(f"{table.name}: {table.about}" for table in form.tables)]


def _write_table(sheet: Any, table: Table, form: Form, style: Style) -> None:
    columns = [*table.columns, *([table.more] if table.more else [])]
    widths = [_WIDE if column.kind.shown == "@" and not column.kind.words and len(
        column.example) > _WIDTH else _WIDTH for column in columns]
    sheet.write_string(_TITLE, 0, table.about, style("label"))
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
            colour_open(sheet, (HEAD + 1, place, last, place), letters(names), style)


def _choices(sheet: Any, area: tuple[int, int, int, int], column: Column, form: Form) -> None:
    """A list to pick from, for words that are few and for what stands in another table."""
    if column.kind.words:
        write_choices(sheet, area, column.kind.words)
    elif column.of:
        table, name = form.table(column.of[0]), column.of[1]
        letter = letters([one.name for one in table.columns].index(name) + 1)
        sheet.data_validation(*area, {
            "validate": "list", "error_type": "warning",
            "source": f"='{table.name}'!${letter}${HEAD + 2}:${letter}${HEAD + 1 + SPARE}",
            "error_title": "Niet bekend", "error_message": f"Kies een {name} uit {table.name}."})
