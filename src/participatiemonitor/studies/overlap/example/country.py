"""The same, for 17 million users: the town some 2,270 times over, as one list of a national office.

It is for measuring how long counting takes. Everybody has a number and an address, and some have a
provision as an own budget, so that there are twenty; nothing was published of such a country.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq

from participatiemonitor.estimation.disclosure.key import FILE as KEY
from participatiemonitor.studies.forms.examples import MADE_UP, write_example
from participatiemonitor.studies.forms.setup import SETUP
from participatiemonitor.studies.overlap.example.draws import SEED, Ints, chance
from participatiemonitor.studies.overlap.example.homes import homes
from participatiemonitor.studies.overlap.example.named import KINDS, NAMES
from participatiemonitor.studies.overlap.example.named import PROVISIONS as ASKED
from participatiemonitor.studies.overlap.example.town import DAY
from participatiemonitor.studies.overlap.example.users import (
    ADDITIONS,
    AREAS,
    LETTERS,
    Users,
    numbers,
    users,
)
from participatiemonitor.studies.overlap.form import (
    ADDITION,
    AREA,
    FORM,
    HOUSE,
    LISTS,
    NUMBER,
    POSTCODE,
    PROVISION,
    SUPPLIERS,
)
from participatiemonitor.studies.overlap.form import COLUMNS as ALL
from participatiemonitor.studies.overlap.form import PROVISIONS as TABLE

# Those that some have as an own budget, one in four.
_OWN = (5, 9, 10, 13, 14)
PROVISIONS = (*ASKED, *((f"{ASKED[place][0]} (eigen budget)", *ASKED[place][1:])
                        for place in _OWN))
_NAMES = tuple(name for name, *_ in PROVISIONS)
COLUMNS = (NUMBER, POSTCODE, HOUSE, ADDITION, AREA, PROVISION)
SUPPLIER, FILE = "Landelijk bestand", "voorbeeld-landelijk.parquet"
# Towns that are drawn at once.
_TOGETHER = 100
_BUDGET = np.array([len(NAMES) + _OWN.index(place) if place in _OWN else place
                    for place in range(len(NAMES))])


def write_folder(folder: Path, rows: int) -> Path:
    """Write a folder as a national office would fill it.

    Parameters
    ----------
    folder : pathlib.Path
        It is made.
    rows : int

    Returns
    -------
    pathlib.Path
        The list in it.
    """
    names = [name if name in COLUMNS else "" for name in ALL]
    cut = ALL.index(PROVISION) + 1
    write_example(FORM, {
        SETUP: [["Nederland", DAY.isoformat(), MADE_UP, "", len(KINDS), ""]],
        SUPPLIERS: [[SUPPLIER, FILE, "", *names[:cut], "", *names[cut:], ""]],
        TABLE: [list(row) for row in PROVISIONS]}, folder, {})
    (folder / KEY).write_text(f"{SEED:064x}\n", encoding="ascii")
    (folder / LISTS).mkdir()
    write_country(folder / LISTS / FILE, rows)
    return folder / LISTS / FILE


def write_country(path: Path, rows: int) -> None:
    """Write the list as a parquet file: so many rows, of which the last persons may miss some."""
    left, writer = rows, None
    try:
        for table in _parts(rows):
            part = table.slice(0, left)
            writer = writer or pq.ParquetWriter(path, part.schema, compression="lz4")
            writer.write_table(part)
            left -= part.num_rows
    finally:
        if writer:
            writer.close()


def _parts(rows: int) -> Iterator[pa.Table]:
    """Parts of the list, in which the rows of a person do not lie together."""
    living = homes()
    mask = np.array([mask for home in living for mask in home])
    home = np.repeat(np.arange(len(living)), [len(home) for home in living])
    towns = -(-rows // int(np.bitwise_count(mask).sum()))
    number = numbers(towns * len(mask))
    for first in range(0, towns, _TOGETHER):
        some = np.arange(first, min(first + _TOGETHER, towns))
        held = slice(first * len(mask), (first + len(some)) * len(mask))
        drawn = users((some[:, None] * len(living) + home).ravel(), np.tile(mask, len(some)),
                      number[held], towns * len(living))
        person, provision = np.nonzero(drawn.mask[:, None] >> np.arange(len(NAMES)) & 1)
        order = np.argsort(chance("order", person * len(NAMES) + provision))
        person, provision = person[order], provision[order]
        own = chance("own", drawn.number[person]) < 0.25
        yield _table(drawn, person, np.where(own, _BUDGET[provision], provision))


def _table(drawn: Users, person: Ints, provision: Ints) -> pa.Table:
    digits, letters = np.divmod(drawn.postcode[person], len(LETTERS))
    postcode = pa.compute.binary_join_element_wise(
        pa.array(digits).cast(pa.string()), _named(letters, LETTERS).cast(pa.string()), "")
    return pa.table(dict(zip(COLUMNS, (
        pa.array(drawn.number[person]), postcode, pa.array(drawn.house[person]),
        _named(drawn.addition[person], ADDITIONS), _named(drawn.area[person], AREAS),
        _named(provision, _NAMES)), strict=True)))


def _named(places: Ints, names: tuple[str, ...]) -> pa.DictionaryArray:
    return pa.DictionaryArray.from_arrays(pa.array(places.astype(np.int16)), pa.array(names))
