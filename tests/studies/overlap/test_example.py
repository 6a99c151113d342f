"""The example: what was published of Veenendaal, in what was drawn and in the lists as they lie."""

import re
from importlib import import_module

import numpy as np
import pandas as pd
import pytest
from openpyxl import load_workbook

from participatiemonitor.studies.overlap.example import write_lists
from participatiemonitor.studies.overlap.example.country import write_folder
from participatiemonitor.studies.overlap.example.named import KINDS, NAMES
from participatiemonitor.studies.overlap.example.town import DAY, EARLIER, town
from participatiemonitor.studies.overlap.example.users import numbers, users

from ..breaking import example
from . import offices, veenendaal

LARGEST = 2_000_000
every_unit = pytest.mark.parametrize(("unit", "who"), [("personen", "person"),
                                                       ("huishoudens", "home")])


@pytest.fixture(scope="module")
def drawn():
    """The town."""
    return town()


@pytest.fixture(scope="module")
def rows():
    """The lists as they lie."""
    uses, setup = offices.read_uses(example("overlap"))
    assert (setup["peildatum"], setup["vorige_peildatum"]) == (str(DAY), str(EARLIER))
    return uses


@pytest.fixture(scope="module")
def lists(rows):
    """The same linked, and how many names have two numbers."""
    return offices.linked(rows)


@every_unit
def test_what_was_drawn_is_what_was_published(drawn, repository, unit, who):
    found = veenendaal.counted(veenendaal.frame(drawn, NAMES, DAY), who)
    assert found == pytest.approx(veenendaal.published(repository.root, unit), abs=1e-9)


@every_unit
def test_what_is_linked_is_what_was_drawn(drawn, lists, unit, who):
    for day in (DAY, EARLIER):
        true = veenendaal.frame(drawn, NAMES, day)
        found = offices.on(lists[0], day)
        patterns = [uses.groupby(who)["provision"].agg(lambda some: " + ".join(sorted(set(some))))
                    .value_counts().to_dict() for uses in (true, found)]
        assert patterns[0] == patterns[1]


@every_unit
def test_no_other_combination_comes_near_the_six(drawn, unit, who):
    others, top = veenendaal.others(veenendaal.frame(drawn, NAMES, DAY), who)
    assert len(top) == 6
    # So that noise of a few persons leaves the six the six.
    assert others.max() < top.min() - 12


def test_three_groups_of_users(drawn):
    true = veenendaal.frame(drawn, NAMES, DAY)
    patterns = true.groupby("person")["provision"].agg(set)
    group = [{NAMES[bit.bit_length() - 1] for bit in bits} for bits in KINDS]
    first, second, third = (patterns[patterns.map(lambda some, of=of: bool(some & of))]
                            for of in group)
    assert len(second) == pytest.approx(len(first), rel=0.1)
    assert len(third) < len(first) / 3
    assert (third.map(len) == 1).mean() > 0.8
    # Few are of two of them.
    assert len(first) + len(second) + len(third) < 1.03 * len(patterns)


def test_an_earlier_day_is_somewhat_different(drawn):
    now, before = (veenendaal.frame(drawn, NAMES, day) for day in (DAY, EARLIER))
    shares = [veenendaal.counted(uses, "person") for uses in (now, before)]
    assert 1 < max(abs(shares[0][name] - shares[1][name]) for name in shares[0]) < 10
    assert 0.7 < len(now.merge(before, on=["person", "provision"])) / len(now) < 0.95


def test_keys_that_differ_meet_in_lists_with_both(lists):
    uses, ambiguous = lists
    assert ambiguous == 3
    held = uses.groupby("supplier")[["number", "name"]].agg(lambda some: some.notna().any())
    assert held["number"].to_dict() == {
        "Sociale dienst": True, "Wmo-loket": True, "Wsw-bedrijf": True, "Zorgkantoor": True,
        "Welzijnsorganisatie": False, "Bureau Jeugdzorg": False, "Kredietbank": False}
    only = {"number": {"Wsw-bedrijf", "Zorgkantoor"},
            "name": {"Welzijnsorganisatie", "Bureau Jeugdzorg", "Kredietbank"}}
    with_ = uses.groupby("person")["supplier"].agg(set)
    assert with_.map(lambda some: bool(some & only["number"] and some & only["name"])).sum() > 100
    assert not held["name"][list(only["number"])].any()


def test_nobody_exists(drawn, rows):
    drawn_numbers = drawn.users.number.astype(str)
    assert all(re.fullmatch(r"9\d{8}", number) for number in drawn_numbers)
    for path in (example("overlap") / "lijsten").iterdir():
        assert path.name.startswith("voorbeeld-")
    assert rows["address"].dropna().str.fullmatch(r"\d{4}S[ADS] .*").all()


def test_some_rows_of_most_lists_are_wrong(rows):
    wrong = rows.groupby("supplier")[["number", "address", "name"]].agg(
        lambda some: some.isna().sum())
    assert wrong.loc["Sociale dienst", "number"] == 9
    assert wrong.loc["Wmo-loket"].to_dict() == {"number": 0, "address": 4, "name": 9}
    assert wrong.loc["Welzijnsorganisatie", "name"] == 4
    assert rows[["number", "name"]].isna().all(axis=1).sum() < 20


def test_the_lists_are_what_the_seed_draws(tmp_path):
    write_lists(tmp_path)
    there, made = (sorted((folder / "lijsten").iterdir())
                   for folder in (example("overlap"), tmp_path))
    assert [path.name for path in there] == [path.name for path in made]
    assert sum(path.stat().st_size for path in there) < LARGEST
    for old, new in zip(there, made, strict=True):
        assert _content(old) == _content(new), old.name


def _content(path):
    """What a file holds; its bytes may differ between versions of what writes it."""
    if path.suffix == ".parquet":
        return pd.read_parquet(path).astype(str).to_csv()
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        return {sheet.title: list(sheet.values) for sheet in book}
    return path.read_bytes()


@pytest.mark.parametrize("size", [10, 8_000, 200_000])
def test_numbers_pass_the_eleven_test(size):
    found = numbers(size)
    assert len(np.unique(found)) == size
    digits = found[:, None] // 10 ** np.arange(8, -1, -1) % 10
    assert not (digits @ np.array([9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11).any()


def test_homes_have_an_address_of_their_own():
    home = np.repeat(np.arange(3_000), 2)
    drawn = users(home, np.ones(6_000, dtype=np.int64), numbers(6_000), 3_000)
    where = {(a, b): h for a, b, h in zip(drawn.postcode, drawn.house, home, strict=True)}
    assert len(where) == 3_000
    assert (drawn.initial[::2] != drawn.initial[1::2]).all()


def test_the_room_of_the_example_is_found_by_who_writes_all():
    room = import_module("participatiemonitor.studies.overlap.example")
    assert callable(room.example_rows) and callable(room.write_lists)


def test_a_country_is_the_town_many_times(tmp_path):
    path = write_folder(tmp_path / "land", 30_000)
    found = pd.read_parquet(path)
    assert len(found) == 30_000
    # Whole towns of so many users; in the last one rows are left out.
    patterns = found.groupby("bsn")["voorziening"].agg(lambda some: len(set(some)))
    assert patterns.sum() == 30_000
    assert 100 * (patterns > 1).mean() == pytest.approx(36, abs=3)
    assert found["voorziening"].nunique() == 20
    homes = found.groupby(["postcode", "huisnummer"])
    assert homes["gebied"].nunique().max() == 1
    assert 1.1 < found["bsn"].nunique() / homes.ngroups < 1.3
    named = pd.read_csv(path.parents[1] / "voorzieningen.csv")["voorziening"]
    assert set(found["voorziening"]) == set(named)
