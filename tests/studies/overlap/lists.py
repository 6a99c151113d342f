"""Lists as they come in at the door, with pseudonyms that are only numbers."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.suppliers import Entered

Half = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """A row of a list; a pseudonym is two halves."""

    number: Half | None
    name: Half | None
    home: Half | None
    provision: int
    area: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    parts: tuple[str, ...] | None = None


def pseudonym(kind: str, which: object) -> Half:
    """Something that looks as pseudonyms do: spread over all numbers, signed, without order."""
    digest = hashlib.sha256(f"{kind} {which}".encode()).digest()
    return (int.from_bytes(digest[:8], "big", signed=True),
            int.from_bytes(digest[8:16], "big", signed=True))


def written(supplier: str, rows: Sequence[Row], path: Path, *, files: int = 1,
            parts: Sequence[str] = ()) -> Entered:
    """Write a list as one file, or as a folder of several."""
    def column(values, kind):
        return pa.array(list(values), kind)

    columns = {}
    for what in ("number", "name", "home"):
        keys = [getattr(row, what) for row in rows]
        columns[f"{what}_hi"] = column((key and key[0] for key in keys), pa.int64())
        columns[f"{what}_lo"] = column((key and key[1] for key in keys), pa.int64())
    columns["provision"] = column((row.provision for row in rows), pa.int16())
    columns["area"] = column((row.area for row in rows), pa.large_string())
    columns["since"] = column((row.since for row in rows), pa.date32())
    columns["until"] = column((row.until for row in rows), pa.date32())
    for place, part in enumerate(parts):
        columns[part] = column((row.parts and row.parts[place] for row in rows),
                               pa.large_string())
    table = pa.table(columns)
    if files == 1:
        pq.write_table(table, path)
    else:
        path.mkdir()
        each = -(-max(1, len(rows)) // files)
        for place in range(files):
            pq.write_table(table.slice(place * each, each), path / f"deel-{place}.parquet")
    return Entered(supplier, path, len(rows), any(row.number for row in rows),
                   any(row.name for row in rows), any(row.home for row in rows))


def provisions(size: int) -> tuple[Provision, ...]:
    return tuple(Provision(f"voorziening {place}", "Wmo", "zorg") for place in range(size))
