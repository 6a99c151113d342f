"""Example folders: the tables of a study, made up from one seed, as csv files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from participatiemonitor.files.tables import write_rows
from participatiemonitor.studies.forms.form import Form

MADE_UP = "Voorbeeld: deze gegevens zijn verzonnen."
# The rows of each table, a cell for each column of the form and for those that are added.
Rows = Mapping[str, Sequence[Sequence[object]]]


def write_example(form: Form, rows: Rows, folder: Path, added: Mapping[str, Iterable[str]]
                  ) -> None:
    """Write an example as a user would fill it in.

    Parameters
    ----------
    form : Form
    rows : mapping of str to sequence
        By table; those that are left out are not written.
    folder : pathlib.Path
    added : mapping of str to iterable of str
        The columns that are added to a table.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, cells in rows.items():
        heads = [column.name for column in form.table(name).columns]
        write_rows(folder / f"{name}.csv", [*heads, *added.get(name, ())], cells)
