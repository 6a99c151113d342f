"""Small changes to the csv and yaml files of a copied project."""

from __future__ import annotations

import csv
from pathlib import Path


def cells(path: Path) -> tuple[list[str], list[dict[str, str]]]:
    """The header and the records of a csv file."""
    with path.open(encoding="utf-8", newline="") as stream:
        reader = csv.DictReader(stream)
        records = list(reader)
    return list(reader.fieldnames), records


def write(path: Path, header: list[str], records: list[dict[str, str]]) -> None:
    """Write records back."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, header, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)


def edit(path: Path, key: str, **changes: str) -> None:
    """Change cells of the one record whose first cell is `key`."""
    header, records = cells(path)
    record, = (one for one in records if one[header[0]] == key)
    for column, value in changes.items():
        assert column in header
        record[column] = value
    write(path, header, records)


def append(path: Path, **record: str) -> None:
    """Add a record; the other cells are empty."""
    header, records = cells(path)
    assert set(record) <= set(header)
    write(path, header, [*records, {**dict.fromkeys(header, ""), **record}])


def replace(path: Path, old: str, new: str) -> None:
    """Replace the one place where a text stands."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} staat er {text.count(old)} keer"
    path.write_text(text.replace(old, new), encoding="utf-8")
