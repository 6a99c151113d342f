"""A list as a parquet file: its columns as text, whatever they hold."""

from __future__ import annotations

import polars as pl
from polars.exceptions import PolarsError

from participatiemonitor.files.faults import Fault, InvalidWave, invalid_file
from participatiemonitor.studies.overlap.door.heads import placed
from participatiemonitor.studies.overlap.door.sources import ROW, Source, fault_in
from participatiemonitor.studies.overlap.suppliers import UserList


def read_parquet(found: UserList) -> Source:
    """Open a parquet file.

    Parameters
    ----------
    found : UserList
        Of a file that is there and not empty.

    Returns
    -------
    Source

    Raises
    ------
    InvalidWave
        When it is something else, lacks columns, or holds lists in one.
    """
    name = found.path.name
    try:
        rows = pl.scan_parquet(found.path, glob=False, hive_partitioning=False, row_index_name=ROW,
                               row_index_offset=1)
        schema = rows.collect_schema()
    except (PolarsError, OSError):
        raise invalid_file(name, "een bestand dat niet als parquet is te lezen",
                           "een bestand (.parquet) dat heel is en zonder wachtwoord") from None
    heads = [head for head in schema if head != ROW]
    place = placed(name, "", 0, heads, found.columns)
    faults: list[Fault] = []
    columns = []
    for holds, number in place.numbers.items():
        text = _text(pl.col(heads[number]), schema[heads[number]])
        if text is None:
            faults.append(fault_in(name, "", None, heads[number], "lijsten of andere samengestelde "
                                   "waarden", "tekst, getallen of datums", "kolom"))
        else:
            columns.append(text.alias(holds))
    if faults:
        raise InvalidWave(faults)
    return Source(place, rows.select(ROW, *columns))


def _text(column: pl.Expr, dtype: pl.DataType) -> pl.Expr | None:
    """A column as text; None of what is none."""
    if dtype == pl.String:
        return column
    if dtype == pl.Date or isinstance(dtype, pl.Datetime):
        return column.dt.strftime("%Y-%m-%d")
    if dtype.is_float() or dtype.is_decimal():
        # A whole number that a program with missing ones keeps as a fraction.
        whole = column.cast(pl.Int64, strict=False)
        return pl.when(whole == column).then(whole.cast(pl.String)).otherwise(
            column.cast(pl.String))
    if dtype == pl.Binary or dtype.is_nested() or dtype == pl.Object:
        return None
    return column.cast(pl.String)
