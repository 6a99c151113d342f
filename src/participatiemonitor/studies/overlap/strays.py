"""Lists that a user put beside the tables, and not in the folder for lists."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor import dutch
from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.files import PARQUET
from participatiemonitor.studies.overlap.form import FORM, LISTS

_CSV, _BOOK = ".csv", ".xlsx"


def refuse_lists_beside(folder: Path) -> None:
    """See that beside the tables there are no lists.

    Parameters
    ----------
    folder : pathlib.Path
        Of the user.

    Raises
    ------
    InputError
    """
    if not folder.is_dir():
        return
    names = sorted(path.name for path in folder.iterdir()
                   if path.is_file() and not path.name.startswith(("~$", ".")))
    tables = {f"{table.name}{_CSV}" for table in FORM.tables}
    texts = [name for name in names if name.casefold().endswith(_CSV)]
    books = [name for name in names if name.casefold().endswith(_BOOK)]
    strays = [name for name in texts if name.casefold() not in tables]
    strays += [name for name in names if name.casefold().endswith(PARQUET)]
    # Of several workbooks nobody knows which one holds the tables.
    strays += books if len(books) > 1 or tables & {*map(str.casefold, texts)} else []
    if strays:
        raise InputError(
            f"{folder}: hier staat {dutch.enumeration(strays)}. Verwacht: hier alleen de tabellen, "
            f"als {', '.join(sorted(tables))} of in één werkmap, en de lijsten van leveranciers in "
            f"de map {LISTS} hierin.")
