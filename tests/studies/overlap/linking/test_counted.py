"""Linked and counted by an engine as by hand, on random small registers."""

from __future__ import annotations

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from participatiemonitor.studies.overlap.counting.counted import link_and_count
from participatiemonitor.studies.overlap.engines.opening import open_engine
from participatiemonitor.studies.overlap.register import Counted

from ..by_hand import by_hand, in_words
from ..lists import Row, provisions, pseudonym, written

DAY, EARLIER = dt.date(2012, 3, 31), dt.date(2011, 3, 31)
_DAYS = st.none() | st.sampled_from([EARLIER - dt.timedelta(1), EARLIER, dt.date(2011, 9, 1), DAY,
                                     DAY + dt.timedelta(1)])


def _keys(kind: str, size: int):
    return st.none() | st.integers(0, size).map(lambda which: pseudonym(kind, which))


def _rows(kind: str, size: int):
    """Rows of a list with numbers, names or both; few of each, so that they meet."""
    number = st.none() if kind == "names" else _keys("number", 5)
    name = st.none() if kind == "numbers" else _keys("name", 5)
    return st.lists(st.builds(
        Row, number, name, _keys("home", 3), st.integers(0, size - 1),
        st.sampled_from([None, "Noord", "Zuid", "Öst", "oost"]), _DAYS, _DAYS)
        .filter(lambda row: row.number or row.name), max_size=12)


@st.composite
def registers(draw):
    size = draw(st.sampled_from([1, 5, 63, 64, 70, 130]))
    lists = [(f"leverancier {supplier}", draw(_rows(kind, size))) for supplier, kind in
             draw(st.lists(st.tuples(st.integers(0, 3),
                                     st.sampled_from(["numbers", "names", "both"])),
                           min_size=1, max_size=6))]
    return size, lists, draw(st.booleans())


def counted_of(url, size, lists, earlier, folder, *, files=1, partitions=None):
    entered = [written(name, rows, folder / f"{place}.parquet", files=files)
               for place, (name, rows) in enumerate(lists)]
    with open_engine(url, folder) as engine:
        if partitions:
            engine.session.conf.set("spark.sql.shuffle.partitions", str(partitions))
        return link_and_count(engine, entered,
                              Counted(provisions(size), DAY, EARLIER if earlier else None))


def check(url, size, lists, earlier, **how):
    with tempfile.TemporaryDirectory() as folder:
        register = counted_of(url, size, lists, earlier, Path(folder), **how)
    expected = by_hand(lists, DAY, EARLIER if earlier else None)
    if not any(row.home for _, rows in lists for row in rows):
        expected = {key: value for key, value in expected.items() if key[0] != "huishoudens"}
    assert in_words(register, size) == expected


@settings(deadline=None, max_examples=150)
@given(registers())
def test_as_by_hand(register) -> None:
    check(None, *register)
