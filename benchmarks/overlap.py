"""How long the study of overlap takes, for a town and for a country: ratios within one run.

Run with ``make bench``. What is counted is held beside DuckDB's bare query on the same file, pandas
on the same rows in memory, and DuckDB reading the same csv, each at its best of some turns. What
takes memory has a process of its own.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import astuple, replace
from functools import partial
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import polars as pl
from measuring.cluster import sail
from measuring.timing import alone, best

from participatiemonitor.project import find_project
from participatiemonitor.studies.overlap.counting.counted import link_and_count
from participatiemonitor.studies.overlap.counting.histograms import histogram, put_places
from participatiemonitor.studies.overlap.counting.sql import BITS, persons_sql
from participatiemonitor.studies.overlap.door.door import pseudonymise
from participatiemonitor.studies.overlap.engines.opening import open_engine
from participatiemonitor.studies.overlap.example.country import (
    COLUMNS,
    PROVISIONS,
    SUPPLIER,
    write_folder,
)
from participatiemonitor.studies.overlap.example.town import DAY
from participatiemonitor.studies.overlap.example_key import PSEUDONYMS
from participatiemonitor.studies.overlap.form import AREA, NUMBER, PROVISION
from participatiemonitor.studies.overlap.inputs import Inputs, read_inputs
from participatiemonitor.studies.overlap.linking.linked import ROWS, link
from participatiemonitor.studies.overlap.masks import PROVISIONS as MASK
from participatiemonitor.studies.overlap.masks import bits
from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.register import Counted, Register
from participatiemonitor.studies.overlap.report import report
from participatiemonitor.studies.overlap.suppliers import Entered, UserList

LARGE, MIDDLE, SMALL = 25_000_000, 5_000_000, 1_000_000
# At most so many times as long as the bare query; at least so many times as fast; bytes at most.
HISTOGRAM, WHOLE, PANDAS, READING, MEMORY = 1.5, 8, 3, 1 / 3, 4e9
COUNTED = Counted(tuple(Provision(name, scheme, domain, float(weight.replace(",", ".")))
                        for name, scheme, domain, weight in PROVISIONS), DAY, None)
KEY, QUIET = bytes(range(32)), "SET enable_progress_bar = false"
NOT_COPIED = (".git", ".venv", "_build", "__pycache__", ".hypothesis", ".*_cache", "*.egg-info")
Lists = tuple[Entered, ...]


# --- what is measured ---------------------------------------------------------------------------

def enter(path: Path, store: Path, columns: tuple[str, ...] = COLUMNS) -> Lists:
    """Bring a list in at the door."""
    store.mkdir(parents=True, exist_ok=True)
    found = UserList(SUPPLIER, path, columns={name: name for name in columns}, day=DAY)
    return pseudonymise([found], COUNTED.provisions, PSEUDONYMS, store)


def bare(entered: Lists, areas: bool = False) -> list[tuple[int, ...]]:
    """The histogram of masks as DuckDB counts it, with nothing around it."""
    area = ", min(area) AS area" if areas else ""
    with duckdb.connect() as connection:
        connection.execute(QUIET)
        connection.execute("CREATE TABLE bits AS SELECT n::SMALLINT AS provision, 1::BIGINT << n "
                           f"AS bit FROM range({len(PROVISIONS)}) t(n)")
        return sorted(connection.execute(
            f"SELECT {'area, ' if areas else ''}mask, count(*) FROM (SELECT bit_or(bit) AS mask"
            f"{area} FROM '{entered[0].path}' JOIN bits USING (provision) "
            "GROUP BY number_hi, number_lo) GROUP BY ALL").fetchall())


def ours(entered: Lists, store: Path, areas: bool = False) -> list[tuple[int, ...]]:
    """The same by the study: linked, of its day, with who they are."""
    size = len(COUNTED.provisions)
    with open_engine(None, store) as engine:
        link(engine, entered)
        named = put_places(engine, ROWS, size) if areas else ()
        if not areas:
            engine.put(BITS, bits(MASK, size))
        persons = persons_sql(ROWS, size, 1, DAY, areas=areas, all_columns=False)
        found = histogram(engine, f"({persons})", "person_lo", size, named)
    columns = [found.words[:, 0].tolist(), found.count.tolist()]
    if areas:
        columns.insert(0, [named[place] for place in found.area])
    return sorted(zip(*columns, strict=True))


def register(entered: Lists, store: Path, engine: str | None = None) -> Register:
    """Everything that the study counts of lists with pseudonyms."""
    with open_engine(engine, store) as counting:
        return link_and_count(counting, entered, COUNTED)


def whole(entered: Lists, store: Path, given: Inputs) -> int:
    """Count, and make all tables and sentences; how many tables."""
    return len(report(replace(given, register=register(entered, store)), KEY).tables)


def by_pandas(frame: pd.DataFrame) -> pd.Series:
    """The histogram of masks as many would write it."""
    return frame.drop_duplicates(["key", "bit"]).groupby("key").bit.sum().value_counts()


def read_bare(path: Path) -> None:
    """Read a csv file with DuckDB, all of it."""
    with duckdb.connect() as connection:
        connection.execute(QUIET)
        connection.execute(f"CREATE TABLE list AS FROM read_csv('{path}')")


def command(folder: Path, root: Path) -> None:
    """The whole command, with its pages, in a copy of the project."""
    shutil.copytree(find_project().root, root, ignore=shutil.ignore_patterns(*NOT_COPIED))
    monitor = Path(sys.executable).with_name("monitor")
    subprocess.run([monitor, "study", "overlap", "--from", folder, "--store", folder.parent],
                   cwd=root, check=True, stdout=subprocess.DEVNULL,
                   env={**os.environ, "MONITOR_PSEUDONYMS": PSEUDONYMS})


# --- what is printed ----------------------------------------------------------------------------

def of_bare(rows: int, entered: Lists, store: Path, turns: int) -> float:
    """Print how long the histogram takes beside the bare query; the seconds of the latter."""
    true = bare(entered, areas=True)
    assert true == ours(entered, store, areas=True)
    query, found, located, both = best(
        turns, lambda: bare(entered), lambda: ours(entered, store),
        lambda: bare(entered, areas=True), lambda: ours(entered, store, areas=True))
    print(f"{rows} rijen van {sum(row[-1] for row in true)} personen: wie wat gebruikt in "
          f"{found:.1f} s; {found / query:.2f} keer de kale "
          f"vraag van DuckDB (hooguit {HISTOGRAM}), per gebied {both / located:.2f} keer")
    return query


def of_pandas(entered: Lists, store: Path) -> None:
    """Print how long pandas takes on the same rows."""
    rows = pl.read_parquet(entered[0].path, columns=["number_lo", "provision"])
    frame = pd.DataFrame({"key": rows["number_lo"].to_numpy(),
                          "bit": 1 << rows["provision"].cast(pl.Int64).to_numpy()})
    assert dict(by_pandas(frame)) == dict(ours(entered, store))
    slow, found = best(3, lambda: by_pandas(frame), lambda: ours(entered, store))
    print(f"{len(frame)} rijen: {slow / found:.1f} keer zo snel als pandas in het geheugen "
          f"(minstens {PANDAS})")


def of_csv(path: Path, place: Path) -> None:
    """Print how fast a csv file is read and pseudonymised: numbers, and addresses as well."""
    for what, columns in (("nummers", (NUMBER, AREA, PROVISION)), ("nummers en adressen", COLUMNS)):
        place.mkdir(exist_ok=True)
        csv = place / "lijst.csv"
        pl.scan_parquet(path).select(columns).sink_csv(csv)
        read, entered = best(3, partial(read_bare, csv), partial(enter, csv, place, columns))
        print(f"csv met {what}, {csv.stat().st_size / 1e6:.0f} MB: lezen en versleutelen in "
              f"{entered:.1f} s; {read / entered:.2f} keer de snelheid waarmee DuckDB het leest "
              f"(minstens {READING:.2f})")
        csv.unlink()


def of_sail(entered: Lists, store: Path) -> None:
    """Print how long a cluster of this computer takes, and that it counts the same."""
    here = best(1, lambda: register(entered, store))[0]
    with sail() as address:
        there = best(1, lambda: register(entered, store, address))[0]
        for unit, found in register(entered, store, address).histograms.items():
            own = register(entered, store).histograms[unit]
            assert all(map(np.array_equal, astuple(found), astuple(own))), unit
    print(f"{entered[0].rows} rijen: op Sail in {there:.1f} s, ingebed in {here:.1f} s; "
          "de uitkomsten zijn gelijk")


def main() -> None:
    """Make lists of three sizes and print all ratios."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rows", type=int, nargs=3, default=(LARGE, MIDDLE, SMALL))
    large, middle, small = asked.parse_args().rows
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), large, middle, small)


def measure(place: Path, large: int, middle: int, small: int) -> None:
    """Print what lists of three sizes take."""
    lists = {rows: alone(write_folder, place / f"{rows}", rows)[0]
             for rows in (small, middle, large)}
    store = place / "versleuteld"
    entered = enter(lists[small], store / "klein")
    given = read_inputs(place / f"{small}", store=place, pseudonyms=PSEUDONYMS)
    of_bare(small, entered, store, 5)
    of_sail(entered, store)
    of_csv(lists[middle], store / "csv")
    of_pandas(enter(lists[middle], store / "midden"), store)
    entered, door, most = alone(enter, lists[large], store / "groot")
    print(f"{large} rijen: aan de deur in {door:.1f} s, hooguit {most / 1e9:.1f} GB")
    query = of_bare(large, entered, store, 3)
    tables, took, most = alone(whole, entered, store, given)
    print(f"{large} rijen: het hele verslag, {tables} tabellen, in {took:.1f} s; "
          f"{took / query:.1f} keer de kale vraag (hooguit {WHOLE}), {most / 1e9:.1f} GB "
          f"(hooguit {MEMORY / 1e9:.0f})")
    shutil.rmtree(store)
    _, took, most = alone(command, place / f"{large}", place / "monitor")
    print(f"{large} rijen: de hele opdracht, met lezen, versleutelen en bladzijden, in "
          f"{took:.1f} s; {took / query:.1f} keer de kale vraag, {most / 1e9:.1f} GB "
          f"(hooguit {MEMORY / 1e9:.0f})")


if __name__ == "__main__":
    main()
