"""Who is linked with whom, and how: small registers of which the answer is written here."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from participatiemonitor.studies.overlap.counting.counted import link_and_count
from participatiemonitor.studies.overlap.engines.opening import open_engine
from participatiemonitor.studies.overlap.register import (
    BY_NAME,
    BY_NUMBER,
    HOMES,
    NOT,
    PERSONS,
    THROUGH,
    Counted,
    Register,
)
from participatiemonitor.studies.persons.cells import Cell

from ..lists import Row, provisions, pseudonym, written

DAY = dt.date(2012, 3, 31)
AN, BO = pseudonym("number", 1), pseudonym("number", 2)
AN_HERE, AN_THERE, BO_HERE = (pseudonym("name", which) for which in (1, 2, 3))
HOME = pseudonym("home", 1)


def linked(folder: Path, size: int = 3, **lists: list[Row]) -> Register:
    entered = [written(name.rstrip("_"), rows, folder / f"{name}.parquet")
               for name, rows in lists.items()]
    with open_engine(None, folder) as engine:
        return link_and_count(engine, entered, Counted(provisions(size), DAY, None))


def pair(register: Register, *names: str):
    [found] = (one for one in register.pairs if one.suppliers == names)
    return found.way, found.both.count, found.through.count


def masks(register: Register, unit: str = PERSONS) -> dict[int, int]:
    histogram = register.histograms[unit, DAY]
    return dict(zip(histogram.words[:, 0].tolist(), histogram.count.tolist(), strict=True))


def test_by_number(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(AN, None, None, 0), Row(BO, None, None, 0)],
                      b=[Row(AN, None, None, 2), Row(AN, None, None, 2)])
    assert masks(register) == {0b001: 1, 0b101: 1}
    assert pair(register, "a", "b") == (BY_NUMBER, 1, 0)
    assert register.persons == {"a": Cell(2, AN[1] ^ BO[1]), "b": Cell(1, AN[1])}
    assert register.homeless == Cell(2, AN[1] ^ BO[1])
    assert (HOMES, DAY) not in register.histograms


def test_those_with_different_keys_meet_through_a_third(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(AN, None, None, 0)], b=[Row(None, AN_HERE, None, 1)],
                      third=[Row(AN, AN_HERE, None, 2)])
    assert masks(register) == {0b111: 1}
    assert pair(register, "a", "b") == (THROUGH, 1, 1)
    assert pair(register, "a", "third") == (BY_NUMBER, 1, 0)
    assert pair(register, "b", "third") == (BY_NAME, 1, 0)
    assert register.through == Cell(1, AN[1])


def test_without_a_third_they_do_not(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(AN, None, None, 0)], b=[Row(None, AN_HERE, None, 1)])
    assert masks(register) == {0b001: 1, 0b010: 1}
    assert pair(register, "a", "b") == (NOT, 0, 0)


def test_two_names_of_one_number_meet_through_a_third(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(None, AN_HERE, None, 0)], b=[Row(None, AN_THERE, None, 1)],
                      third=[Row(AN, AN_HERE, None, 2), Row(AN, AN_THERE, None, 2)])
    assert pair(register, "a", "b") == (BY_NAME, 1, 1)


def test_a_key_is_shared_whatever_the_period_it_was_written_in(tmp_path: Path) -> None:
    gone = DAY - dt.timedelta(1)
    register = linked(tmp_path, a=[Row(AN, None, None, 0)],
                      b=[Row(None, AN_HERE, None, 1), Row(AN, AN_HERE, None, 1, until=gone)])
    assert pair(register, "a", "b") == (BY_NUMBER, 1, 0)
    assert register.through == Cell(0, 0)


def test_a_name_of_two_numbers_links_neither(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(AN, AN_HERE, None, 0), Row(BO, AN_HERE, None, 0)],
                      b=[Row(None, AN_HERE, None, 1)], c=[Row(None, AN_HERE, None, 2)])
    assert register.ambiguous == 1
    assert masks(register) == {0b001: 2, 0b110: 1}
    assert pair(register, "b", "c") == (BY_NAME, 1, 0)


def test_a_name_that_nobody_asks_for_is_not_ambiguous(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(AN, AN_HERE, None, 0), Row(BO, AN_HERE, None, 0)],
                      b=[Row(None, BO_HERE, None, 1)])
    assert register.ambiguous == 0


def test_lists_of_one_supplier_are_no_pair(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(AN, None, None, 0)], a_=[Row(AN, None, None, 1)])
    assert register.pairs == () and register.persons == {"a": Cell(1, AN[1])}
    assert masks(register) == {0b011: 1}


def test_who_lives_together_uses_together_where_the_first_by_name_is(tmp_path: Path) -> None:
    register = linked(tmp_path, a=[Row(AN, None, HOME, 0, "Zuid"), Row(AN, None, HOME, 0, "Oost"),
                                   Row(BO, None, HOME, 1, "Noord")])
    homes = register.histograms[HOMES, DAY]
    assert homes.areas == ("Noord", "Oost", "Zuid")
    assert homes.area.tolist() == [0] and masks(register, HOMES) == {0b011: 1}
    assert homes.identity.tolist() == [HOME[1]]
    assert register.moved == Cell(1, AN[1]) and register.homeless == Cell(0, 0)


@pytest.mark.parametrize(("since", "until", "there"), [
    (None, None, True), (DAY, DAY, True), (DAY + dt.timedelta(1), None, False),
    (None, DAY - dt.timedelta(1), False)])
def test_who_uses_on_the_day(tmp_path: Path, since, until, there: bool) -> None:
    register = linked(tmp_path, a=[Row(AN, None, None, 0, since=since, until=until)])
    assert masks(register) == ({0b001: 1} if there else {})


@pytest.mark.parametrize("size", [63, 64, 70, 126, 127, 130])
def test_more_provisions_than_bits(tmp_path: Path, size: int) -> None:
    register = linked(tmp_path, size, a=[Row(AN, None, None, place) for place in range(size)],
                      b=[Row(BO, None, None, size - 1)])
    uses = register.histograms[PERSONS, DAY].uses(size)
    assert sorted(uses.sum(axis=1).tolist()) == [1, size]
    assert uses[:, size - 1].all()


def test_more_suppliers_than_bits(tmp_path: Path) -> None:
    lists = {f"s{place}": [Row(AN, None, None, 0)] for place in range(65)}
    lists["names"] = [Row(None, AN_HERE, None, 1)]
    lists["s64"] += [Row(BO, None, None, 0), Row(AN, AN_HERE, None, 0)]
    register = linked(tmp_path, **lists)
    assert len(register.pairs) == 66 * 65 // 2
    assert pair(register, "s0", "s64") == (BY_NUMBER, 1, 0)
    assert pair(register, "s0", "names") == (THROUGH, 1, 1)
    assert pair(register, "s64", "names") == (BY_NAME, 1, 0)
