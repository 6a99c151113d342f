"""Persons without a number, written otherwise in each list: who is found, and who is not merged."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import random
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.counting.counted import link_and_count
from participatiemonitor.studies.overlap.door.parts import PARTS as DOOR_PARTS
from participatiemonitor.studies.overlap.engines.opening import open_engine
from participatiemonitor.studies.overlap.linking.model import PARTS
from participatiemonitor.studies.overlap.register import (
    BY_NAME,
    BY_NUMBER,
    PERSONS,
    THROUGH,
    Counted,
    Register,
)

from ..lists import Row, provisions, pseudonym, written

DAY = dt.date(2012, 3, 31)
# How many live in the town, and how many of them each case below is of.
TOWN, EACH = 800, 40


@dataclass(frozen=True)
class Person:
    surname: int
    initial: str
    day: int
    month: int
    year: int
    place: int
    addition: str = ""
    written: str = ""

    @property
    def name(self):
        return pseudonym("name", dataclasses.astuple(self))

    def row(self, provision: int, number=None) -> Row:
        # Who is written otherwise sounds alike.
        surname = f"{self.surname}{self.written}"
        texts = (surname, self.surname, self.initial, self.day, self.month, self.year, self.place)
        parts = tuple(hashlib.sha256(f"{part} {text}".encode()).hexdigest()[:32]
                      for part, text in zip(PARTS, texts, strict=True))
        return Row(number, self.name, None, provision, parts=parts)


def _town(draw: random.Random) -> list[Person]:
    return [Person(int(draw.paretovariate(.8)) % 500, draw.choice("abcdefghjklmnprst"),
                   draw.randint(1, 28), draw.randint(1, 12), draw.randint(1930, 2010), place)
            for place in range(TOWN)]


VARIANTS = {
    "alike": lambda who: who,
    "another addition": lambda who: dataclasses.replace(who, addition="a"),
    "moved": lambda who: dataclasses.replace(who, place=who.place + TOWN),
    "sounds alike": lambda who: dataclasses.replace(who, written="x"),
    "another year": lambda who: dataclasses.replace(who, year=who.year + 1)}
OTHERS = {
    "twin": lambda who: dataclasses.replace(who, initial="z"),
    "sibling": lambda who: dataclasses.replace(who, year=who.year + 3, month=who.month % 12 + 1,
                                               day=who.day % 28 + 1),
    "namesake": lambda who: dataclasses.replace(
        who, place=who.place + TOWN, year=who.year - 20, month=who.month % 12 + 1)}


def linked(folder: Path, likely: bool = True, **lists: list[Row]) -> Register:
    entered = [written(name, rows, folder / f"{name}.parquet", parts=PARTS)
               for name, rows in lists.items()]
    with open_engine(None, folder) as engine:
        return link_and_count(engine, entered, Counted(provisions(2), DAY, None), likely=likely)


@pytest.fixture(scope="module")
def town() -> list[Person]:
    return _town(random.Random(2012))


def number(who: Person):
    return pseudonym("number", who.place)


def _both(town: list[Person], change, folder: Path, likely: bool = True, *,
          numbered: bool = False) -> int:
    """How many of those who are changed in a second list are found to be with both."""
    first = [who.row(0, number(who) if numbered else None) for who in town]
    second = [change(who).row(1) for who in town[:EACH]]
    # And others, as they are: so that what agrees of one person can be estimated.
    second += [VARIANTS[kind](who).row(1) for who, kind in
               zip(town[EACH:EACH * 6], list(VARIANTS) * EACH, strict=False)]
    register = linked(folder, likely, a=first, b=second)
    [pair] = register.pairs
    alike = {row.name for row in first} & {row.name for row in second}
    assert pair.way == BY_NAME and pair.through.count == 0
    assert pair.likely.count == pair.both.count - len(alike)
    assert sum(register.histograms[PERSONS, DAY].count) == TOWN + len(second) - pair.both.count
    return pair.both.count - EACH * 5 if likely else pair.both.count


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("kind", VARIANTS)
def test_variants_are_found(kind: str, numbered: bool, town: list[Person], tmp_path: Path) -> None:
    # Most who have a rare name; of those who moved with a common one it is not sure.
    assert _both(town, VARIANTS[kind], tmp_path, numbered=numbered) >= EACH - 4


@pytest.mark.parametrize("numbered", [False, True])
@pytest.mark.parametrize("kind", OTHERS)
def test_others_are_not_merged(kind: str, numbered: bool, town: list[Person], tmp_path: Path
                               ) -> None:
    assert _both(town, OTHERS[kind], tmp_path, numbered=numbered) <= 0


def test_without_it_only_those_who_are_alike(town: list[Person], tmp_path: Path) -> None:
    assert _both(town, VARIANTS["moved"], tmp_path, likely=False) == EACH


def test_the_same_each_time(town: list[Person], tmp_path: Path) -> None:
    found = []
    for place in range(2):
        folder = tmp_path / str(place)
        folder.mkdir()
        found.append(linked(folder, a=[who.row(0) for who in town],
                            b=[VARIANTS["moved"](who).row(1) for who in town]).pairs)
    assert found[0] == found[1]


def test_the_person_is_the_smallest_name(town: list[Person], tmp_path: Path) -> None:
    other = VARIANTS["another addition"](town[0])
    register = linked(tmp_path, a=[who.row(0) for who in town], b=[other.row(1)])
    assert register.pairs[0].both.count == 1
    assert register.pairs[0].both.identity == min(town[0].name, other.name)[1]


def _spelt(town: list[Person], provision: int) -> list[Row]:
    """Of those who live in a town, without a number; some are written otherwise."""
    return [VARIANTS["sounds alike"](who).row(provision) if place % 2 else who.row(provision)
            for place, who in enumerate(town)]


def test_a_number_is_the_person_of_names_that_are_likely_its_own(town, tmp_path) -> None:
    numbers = [Row(number(who), None, None, 0) for who in town]
    lists = {"numbers": numbers, "both": [who.row(1, number(who)) for who in town],
             "names": _spelt(town[:200], 0), "others": _spelt(town[:101], 1)}
    (tmp_path / "exact").mkdir()
    exact, register = linked(tmp_path / "exact", False, **lists), linked(tmp_path, **lists)
    found = {pair.suppliers: pair for pair in register.pairs}
    who = found["both", "names"].both
    assert who.count >= 195
    # They are the numbers, and so are with whomever has only these.
    assert who == found["numbers", "names"].both
    assert sum(register.histograms[PERSONS, DAY].count) == TOWN + 200 - who.count
    ways = {name: (pair.way, pair.both.count - pair.through.count, pair.likely.count)
            for name, pair in found.items()}
    assert ways["numbers", "both"] == (BY_NUMBER, TOWN, 0)
    assert ways["numbers", "names"] == (THROUGH, 0, who.count - 100)
    assert ways["both", "names"] == (BY_NAME, who.count, who.count - 100)
    # Who is written alike in two lists is found by that, whatever number he turns out to have.
    assert ways["names", "others"] == (BY_NAME, 101, 0)
    for before, after in zip(exact.pairs, register.pairs, strict=True):
        assert before.way == after.way and before.likely.count == 0
        assert after.both.count - after.likely.count == before.both.count


def test_a_name_that_is_likely_of_two_numbers_links_neither(town, tmp_path) -> None:
    there, other, name = (dataclasses.replace(town[0], addition=addition) for addition in "abc")
    rows = [who.row(0, number(who)) for who in town[1:]]
    two = [there.row(0, pseudonym("number", "a")), other.row(0, pseudonym("number", "b"))]
    for number_of, found in ((2, 0), (1, 1)):
        (folder := tmp_path / str(number_of)).mkdir()
        register = linked(folder, a=rows + two[:number_of], b=[name.row(1)])
        [pair] = register.pairs
        assert (pair.both.count, pair.likely.count) == (found, found)
        assert register.persons["b"].identity == (
            pseudonym("number", "a") if found else name.name)[1]


def test_names_with_a_number_of_their_own_are_left_as_they_are(town, tmp_path) -> None:
    # Two lists with numbers only share the persons that have these, however alike their names.
    other = [dataclasses.replace(who, addition="a").row(1, pseudonym("another", who.place))
             for who in town[:9]]
    register = linked(tmp_path, a=[who.row(0, number(who)) for who in town], b=other,
                      c=[VARIANTS["moved"](town[-1]).row(1)])
    ways = {pair.suppliers: (pair.way, pair.both.count) for pair in register.pairs}
    assert ways == {("a", "b"): (BY_NUMBER, 0), ("a", "c"): (BY_NAME, 1), ("b", "c"): (BY_NAME, 0)}


@pytest.mark.parametrize("few", [0, 1, 2])
def test_few(few: int, town: list[Person], tmp_path: Path) -> None:
    register = linked(tmp_path, a=[who.row(0) for who in town[:few]], b=[])
    assert register.persons["a"].count == few


def test_nothing_is_said(town: list[Person], tmp_path: Path, capfd, caplog) -> None:
    linked(tmp_path, a=[who.row(0) for who in town])
    assert capfd.readouterr() == ("", "") and not caplog.records


def test_parts_are_those_of_the_door() -> None:
    assert tuple(f"part_{part}" for part in DOOR_PARTS) == PARTS


def test_lists_without_parts(tmp_path: Path) -> None:
    entered = written("a", [Row(None, pseudonym("name", 1), None, 0)], tmp_path / "a.parquet")
    with open_engine(None, tmp_path) as engine, pytest.raises(InputError, match="achternaam"):
        link_and_count(engine, [entered], Counted(provisions(1), DAY, None), likely=True)


def test_what_it_takes_is_not_installed(town: list[Person], tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "splink", None)
    with pytest.raises(InputError, match=r"participatiemonitor\[splink\]"):
        linked(tmp_path, a=[town[0].row(0)])
