"""Read a folder of a user by the form of a study: all that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import Cell, Fault, InvalidWave
from participatiemonitor.studies.forms.delimited import read_delimited
from participatiemonitor.studies.forms.filled import Filled, Tables, filled, unknown
from participatiemonitor.studies.forms.form import Form
from participatiemonitor.studies.forms.given import Given
from participatiemonitor.studies.forms.sheets import read_workbook

Inputs = TypeVar("Inputs")


def read_folder(form: Form, folder: Path, checks: Callable[[Tables], Iterable[Fault]],
                inputs: Callable[[Tables], Inputs]) -> Inputs:
    """Read what a study asks.

    Parameters
    ----------
    form : Form
    folder : pathlib.Path
        With csv files named after the tables, or one workbook with a sheet for each.
    checks : callable
        Of the tables that are there, what is wrong beyond their cells; what is missing in these is
        not filled in, or already told.
    inputs : callable
        What the tables come to, when nothing is wrong.

    Returns
    -------
    object
        As `inputs` returns it.

    Raises
    ------
    InputError
        When there is no such folder, or nothing in it; or as an `InvalidWave` with every fault.
    """
    tables, faults = read_tables(form, folder)
    faults += checks(tables)
    if faults:
        raise InvalidWave(faults)
    return inputs(tables)


def read_tables(form: Form, folder: Path) -> tuple[dict[str, Filled], list[Fault]]:
    """Read the tables of a form, and hold them beside each other.

    Parameters
    ----------
    form : Form
    folder : pathlib.Path

    Returns
    -------
    tables : dict of str to Filled
        Those that have rows.
    faults : list of Fault

    Raises
    ------
    InputError
    """
    given, faults = _given(form, folder)
    tables: dict[str, Filled] = {}
    for table in form.tables:
        if table.name in given:
            found, more = filled(table, given[table.name])
            faults += more
            if len(found.frame):
                tables[table.name] = found
    broken = {_table_of(fault) for fault in faults}
    faults += _absent(form, folder, given, tables, broken)
    faults += _references(form, tables)
    return tables, faults


def _given(form: Form, folder: Path) -> tuple[dict[str, Given], list[Fault]]:
    if not folder.is_dir():
        raise InputError(f"{folder}: hier is geen map. Verwacht: een map met "
                         f"{_wanted(form)}; een lege werkmap maakt u met "
                         f"monitor study {form.study} --template invoer.xlsx")
    try:
        files = sorted(path for path in folder.iterdir() if not path.name.startswith(("~$", ".")))
    except OSError as error:
        raise InputError(f"{folder}: {error.strerror}. Verwacht: een map die te lezen is."
                         ) from None
    books = [path for path in files if path.suffix.casefold() == ".xlsx"]
    texts = [path for path in files if path.suffix.casefold() == ".csv"]
    if not books and not texts:
        raise InputError(f"{folder}: hier staat geen invoer. Verwacht: {_wanted(form)}.")
    if books and (texts or len(books) > 1):
        names = ", ".join(path.name for path in (*books, *texts))
        raise InvalidWave([Fault(folder.name, None, None, names, "csv-bestanden of één werkmap, "
                                 "en niet beide; haal weg wat niet meer geldt", "bestand")])
    if books:
        return read_workbook(books[0], form)
    return _given_texts(form, texts)


def _given_texts(form: Form, texts: Iterable[Path]) -> tuple[dict[str, Given], list[Fault]]:
    tables: dict[str, Given] = {}
    faults: list[Fault] = []
    names = {table.name: table for table in form.tables}
    for path in texts:
        name = path.stem.casefold()
        if name not in names or name in tables:
            faults.append(Fault(path.name, None, None, path.name,
                                f"een van {', '.join(f'{name}.csv' for name in names)}", "bestand"))
            continue
        try:
            tables[name], more = read_delimited(path, names[name])
            faults += more
        except InvalidWave as error:
            faults += error.faults
    return tables, faults


def _table_of(fault: Fault) -> str:
    """The name of the table that a fault stands in."""
    name = fault.row.sheet if isinstance(fault.row, Cell) else fault.file
    return name.strip().casefold().removesuffix(".csv")


def _wanted(form: Form) -> str:
    names = ", ".join(f"{table.name}.csv" for table in form.tables if table.needed)
    return f"{names}, of één werkmap (.xlsx)"


def _absent(form: Form, folder: Path, given: dict[str, Given], tables: Tables,
            broken: set[str]) -> Iterator[Fault]:
    """Tables that should be there, and of several ways none or more than one."""
    book = next((one.file for one in given.values() if one.sheet), None)

    def fault(name: str, value: str, expected: str) -> Fault:
        where = f"{book}, blad {name}" if book else f"{name}.csv"
        return Fault(where, None, None, value, expected, "bestand")

    for table in form.tables:
        if table.needed and table.name not in tables and table.name not in broken:
            there = table.name in given
            yield fault(table.name, "geen rijen" if there else "",
                        "ten minste één rij" if there else f"deze tabel. {table.about}")
    begun = [way for way in form.ways if any(name in tables or name in broken
                                             for name in way.tables)]
    if form.ways and len(begun) != 1:
        ways = "; ".join(f"{way.name} ({', '.join(way.tables)})" for way in form.ways)
        names = ", ".join(name for way in begun for name in way.tables if name in tables)
        yield Fault(book or folder.name, None, None, names, f"precies een van: {ways}", "bestand")
    for way in begun if len(begun) == 1 else []:
        for name in way.tables:
            if name not in tables and name not in broken:
                yield fault(name, "", f"deze tabel, die hoort bij {way.name}")


def _references(form: Form, tables: Tables) -> Iterator[Fault]:
    """What names something that is in no other table."""
    for found in tables.values():
        for column in found.table.columns:
            table, name = column.of or ("", "")
            # Where a code is wrong in itself, that is what is wrong.
            if table not in tables or not tables[table].whole(name):
                continue
            known = tables[table].frame[name].dropna().unique()
            few = f": {', '.join(map(str, known[:10]))}{', …' * (len(known) > 10)}"
            yield from found.faults(unknown(found, column.name, known), column.name,
                                    f"een {name} uit {table}{few}", "verwijzing")
