"""SPSS files that are broken: cut off, overwritten, or saying what is not true."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pyreadstat

Broken = tuple[str, bytes, str]  # name, content, what the message must say
_ANY = "SPSS-bestand|einde van het bestand|stukloopt|geheugen|kolommen|tijd|tekens|U\\+"


def sound(folder: Path, *, compressed: bool = False, rows: int = 40) -> bytes:
    """A file as SPSS writes it, with labels, missing values and text beyond ASCII."""
    frame = pd.DataFrame({
        "org": [f"G{row:03}" for row in range(rows)],
        "beleid": [float(row % 3) for row in range(rows)],
        "toelichting": [f"cliënt {row}" * 5 for row in range(rows)],
    })
    path = folder / f"heel.{'zsav' if compressed else 'sav'}"
    pyreadstat.write_sav(frame, path, column_labels=["Code", "Is er beleid?", "Toelichting"],
                         variable_value_labels={"beleid": {0: "nee", 1: "ja", 2: "weet niet"}},
                         missing_ranges={"beleid": [2]}, row_compress=not compressed,
                         compress=compressed)
    return path.read_bytes()


def broken(folder: Path) -> Iterator[Broken]:
    """Files that no reader can make sense of."""
    for compressed, ending in ((False, "sav"), (True, "zsav")):
        whole = sound(folder, compressed=compressed)
        for part in range(1, 13):
            length = 4 + (len(whole) - 5) * part // 12
            yield f"afgekapt op {length}.{ending}", whole[:length], _ANY
    whole = sound(folder)
    for name, place, value in (
        ("indeling nul", 64, 0), ("indeling groot", 64, 2**31 - 1), ("samengeperst anders", 72, 77),
        ("een rij te weinig", 80, 41),
    ):
        yield f"{name}.sav", _with(whole, place, struct.pack("<i", value)), _ANY
    yield "bias geen getal.sav", whole[:84] + b"\xff" * 92 + whole[176:180], _ANY
    yield "soort variabele.sav", _with(whole, 180, struct.pack("<i", 1_000_000)), _ANY
    yield "labels zonder eind.sav", _labels_without_end(whole), _ANY
    yield "andere tekens.sav", whole.replace("cliënt".encode(), b"cli\xebnt\x20"), "andere tekens"
    yield "alleen het begin.sav", b"$FL2", _ANY
    yield "nullen.sav", b"$FL2" + bytes(5_000), _ANY
    yield "ruis.sav", b"$FL2" + random.Random(1).randbytes(20_000), _ANY
    yield "ruis.zsav", b"$FL3" + random.Random(2).randbytes(20_000), _ANY
    yield "stuurteken.sav", whole.replace(b"beleid?", b"be\x1b[2J?"), "U\\+001B"
    yield "geen variabelen.sav", whole[:176] + struct.pack("<ii", 999, 0), _ANY
    yield "geen rijen.sav", sound(folder, rows=0), "ten minste één rij"


def overwritten(folder: Path) -> Iterator[bytes]:
    """Files with some bytes overwritten, among them ones at which the reader in C crashes."""
    for compressed, seeds in ((False, (*range(12), 12, 496, 683, 849)), (True, (204, 376, 816))):
        whole = sound(folder, compressed=compressed)
        for seed in seeds:
            chance, content = random.Random(seed), bytearray(whole)
            for _ in range(chance.choice([1, 4, 20])):
                content[chance.randrange(4, len(content))] = chance.choice([0, 127, 255])
            yield bytes(content)


def _with(content: bytes, place: int, value: bytes) -> bytes:
    return content[:place] + value + content[place + len(value):]


def _labels_without_end(content: bytes) -> bytes:
    """The count of value labels, which follows the number of their record, made very large."""
    place = content.index(struct.pack("<ii", 3, 3))
    return _with(content, place + 4, struct.pack("<i", 2**31 - 1))
