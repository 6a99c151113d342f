"""The report of the ladder beside numbers by hand, and what it may not tell."""

from __future__ import annotations

import re

import numpy as np
import pytest
from ladders import irregular_town, regular_town

from participatiemonitor.presentation.studies import figures, tables
from participatiemonitor.presentation.studies.forms import form
from participatiemonitor.studies.ladder.inputs import read_inputs
from participatiemonitor.studies.ladder.registrations import LEFT
from participatiemonitor.studies.ladder.report import report
from participatiemonitor.studies.persons import published
from participatiemonitor.studies.persons.key import folder_key
from participatiemonitor.studies.report import COUNT

from .folders import PERIODS, known_of, rows_of, write_folder

FIRST, SECOND, GONE = "2010-01-01", "2010-07-02", "2010-04-01"  # 182 days apart
# By hand: of 40 on rung 1 later 24 on 1, 12 on 2, 4 gone; of 20 on rung 2 4 on 1, 10 on 2, 6 gone.
# With the project: how many of each, and of these with little schooling.
MOVES = {(1, 1): (24, 12, 8), (1, 2): (12, 9, 6), (1, LEFT): (4, 1, 1),
         (2, 1): (4, 2, 1), (2, 2): (10, 4, 3), (2, LEFT): (6, 2, 1)}


def by_hand(folder, **setup):
    rows, known = [], {}
    for (origin, target), (count, members, _) in MOVES.items():
        for number in range(count):
            name = f"{origin}{target}{number}"
            rows += [(name, FIRST, origin),
                     (name, GONE if target == LEFT else SECOND, target)]
            known[name] = {"project": "ja" if number < members else "nee"}
    members = [name for name, one in known.items() if one["project"] == "ja"]
    others = [name for name in known if name not in members]
    # 20 of the 30 members have little schooling, and 10 of the 30 others.
    low = {*members[:20], *others[:10]}
    for name, one in known.items():
        one["opleiding"] = "laag" if name in low else "hoog"
    return write_folder(folder, rows, known, **setup)


def report_of_folder(folder):
    return report(read_inputs(folder), folder_key(folder))


@pytest.fixture
def quiet(monkeypatch):
    """The door without its noise: what comes out is what went in."""
    monkeypatch.setattr(published, "walked", lambda counts, draws: counts)


def test_every_number_is_that_by_hand(tmp_path, quiet):
    made = report_of_folder(by_hand(tmp_path))
    matrix = made.table("overgangen")
    low, high = "trede 1", "trede 2 tot en met 6"
    assert [column.nl for column in matrix.columns] == ["Van", "Registraties", low, high, LEFT]
    # 24 / 40, 12 / 40, 4 / 40; 4 / 20, 10 / 20, 6 / 20.
    assert matrix.rows == ((low, 40, 0.6, 0.3, 0.1), (high, 20, 0.2, 0.5, 0.3))
    # All: 12 of 60 rose, 34 stayed, 4 fell, 10 left.
    assert made.table("stijgers").rows[-1][1] == 0.2
    assert made.table("stijgers").rows[-1][4:] == (0.57, 0.07, 0.17)
    # Stays of 1 / (1 - .6) = 2.5 and 1 / (1 - .5) = 2 steps of 182 days, months of 30.44 days.
    assert [row[1] for row in made.table("verblijf").rows] == [15, 12]
    # (I - Q)^-1 1 with Q = [[.6, .3], [.2, .5]]: .8 / .14 = 5.71 and .6 / .14 = 4.29 steps.
    assert [row[1] for row in made.table("tot-uitstroom").rows] == [34, 26]
    # Last seen, of who did not leave: 24 + 4 on 1, 12 + 10 on 2; 28 / 50 and 22 / 50.
    assert [row[1:] for row in made.table("stand").rows] == [(28, 0.56), (22, 0.44)]
    # 9 of 30 with the project rose, 3 of 30 without; 3 and 7 left; falling goes with staying.
    assert [row[:4] for row in made.table("project").rows] == [
        ("gestegen", 0.1, 0.3, 20), ("gebleven of gedaald", 0.67, 0.6, -7),
        (LEFT, 0.23, 0.1, -13)]
    # Schooling: (2/3 - 1/3) / sqrt((2/9 + 2/9) / 2) = .7071.
    assert made.table("kenmerken").cell("opleiding", "verschil") == 0.71
    assert made.table("kenmerken-klassen").cell("opleiding: laag", "met") == 0.67


def test_the_interval_is_that_by_hand(tmp_path, monkeypatch, quiet):
    # Without noise: Wilson of 12 of 40 for 40 * (1.960 / 2.023)^2 * 39 / 40 = 36.6 steps, which is
    # (.3 + .0525) / 1.105 = .319 give or take 1.96 * sqrt(.00574 + .00072) / 1.105 = .1425.
    monkeypatch.setattr("participatiemonitor.studies.ladder.regular.possible",
                        lambda counts, size: np.array([counts, counts]))
    made = report_of_folder(by_hand(tmp_path))
    assert made.table("marges").cell("trede 1 naar trede 2 tot en met 6", "laag") == 0.18
    assert made.table("marges").cell("trede 1 naar trede 2 tot en met 6", "hoog") == 0.46
    assert made.table("intervallen").rows[0][2] == "18–46%"


def test_the_door_keeps_totals_and_changes_the_rest(tmp_path):
    folder = by_hand(tmp_path)
    shown = []
    for number in range(8):
        (folder / "sleutel.txt").write_text(f"{number:064x}\n")
        made = report_of_folder(folder)
        matrix = made.table("overgangen")
        assert [row[1] for row in matrix.rows] == [40, 20]
        counts = np.array([[round(cell * row[1]) for cell in row[2:]] for row in matrix.rows])
        assert counts.sum(axis=0).tolist() == [28, 22, 10]
        assert [row[1] for row in made.table("stand").rows] == [28, 22]
        assert made.table("stijgers").rows[-1][6] == 0.17  # 10 of 60: a total
        shown.append(counts.tolist())
    assert len({str(one) for one in shown}) > 3


def test_shares_that_rose_are_sums_of_the_published_matrix(tmp_path):
    town = regular_town(np.random.default_rng(4), np.array([
        [.6, .2, .1, .1], [.1, .5, .2, .2], [.05, .15, .5, .3]]), 200)
    made = report_of_folder(write_folder(tmp_path, rows_of(town)))
    matrix, moved = made.table("overgangen"), made.table("stijgers")
    counts = np.array([[cell * row[1] for cell in row[2:-1]] for row in matrix.rows])
    for place, row in enumerate(moved.rows[:-2]):
        total = matrix.rows[place][1]
        assert row[1] == pytest.approx(counts[place, place + 1:].sum() / total, abs=0.016)
    whole = sum(row[1] for row in matrix.rows)
    assert moved.rows[-1][1] == pytest.approx(np.triu(counts, 1).sum() / whole, abs=0.01)


def test_few_who_left_are_only_a_total(tmp_path):
    for kept, told in ((9, "negen"), (3, "drie"), (2, "hooguit twee"), (0, "hooguit twee")):
        folder = by_hand(tmp_path / str(kept))
        lines = {name: (folder / f"{name}.csv").read_text().splitlines()
                 for name in ("registraties", "personen")}
        gone = [line.split(",")[0] for line in lines["registraties"] if line.split(",")[2] == LEFT]
        for name, table in lines.items():
            (folder / f"{name}.csv").write_text("".join(
                f"{line}\n" for line in table if line.split(",")[0] not in gone[kept:]))
        made = report_of_folder(folder)
        assert f"Er stroomden {told} mensen uit" in made.text("kort-uitstroom")
        assert not made.table("tot-uitstroom").rows
        for name in ("overgangen", "stijgers", "marges", "intervallen", "project"):
            table = made.table(name)
            assert not any("uitstro" in column.nl.lower() for column in table.columns), name
            assert not any(LEFT in str(row[0]) for row in table.rows), name


def test_who_left_follows_from_no_difference_where_few_did(tmp_path):
    """All persons less who still stand somewhere: the same report, whether two left or nobody."""
    rows = rows_of(regular_town(np.random.default_rng(4), np.array([[.7, .3, .0], [.3, .7, .0]]),
                                100))
    persons = {name: {"project": "ja" if int(name[1:]) % 2 else "nee", "groep": "AB"[len(name) % 2]}
               for name, _, _ in rows}
    gone = [("Q1", "2010-01-05", 2), ("Q1", "2010-03-05", LEFT), ("Q2", "2010-04-05", LEFT)]
    both = {name: {"project": "ja", "groep": "A"} for name in ("Q1", "Q2")}
    one = report_of_folder(write_folder(tmp_path / "one", rows, persons))
    assert one == report_of_folder(write_folder(tmp_path / "two", rows + gone, persons | both))
    assert "hooguit twee" in one.text("bestand")
    assert "hooguit twee" in one.text("kort-uitstroom")


def test_no_count_is_told_but_totals_of_at_least_ten(tmp_path):
    rng = np.random.default_rng(7)
    for number in range(6):
        town = regular_town(rng, np.array([[.7, .2, .05, .05], [.2, .5, .2, .1],
                                           [.1, .2, .5, .2]]), int(rng.integers(12, 120)), waves=3)
        made = report_of_folder(write_folder(tmp_path / str(number), rows_of(town),
                                             known_of(town, rng)))
        for table in made.tables.values():
            for place, column in enumerate(table.columns):
                if column.kind == COUNT and column.name in {"personen", "registraties"}:
                    cells = [row[place] for row in table.rows if row[place] is not None]
                    assert all(cell >= 10 for cell in cells), (table.name, cells)
        for row in made.table("groepen").rows:
            assert row[1] >= 10


def test_nothing_is_told_of_too_few_and_the_report_says_so(tmp_path):
    rows = [(f"P{number}", day, 1 + number % 3) for number in range(9) for day in (FIRST, SECOND)]
    persons = {f"P{number}": {"project": "ja" if number < 4 else "nee", "groep": "Noord"}
               for number in range(9)}
    made = report_of_folder(write_folder(tmp_path, rows, persons, **PERIODS))
    assert not any(table.rows for table in made.tables.values())
    for name in ("stand", "groepen", "kort-stijgen", "periodes", "project", "kenmerken"):
        assert "te weinig" in made.text(name), name
    assert made.text("bestand") == (
        "Dit verslag gaat over 9 personen met 18 registraties. Wie uitstroomde, telt daarin niet "
        "mee: dat zijn hooguit twee mensen.")


def test_what_is_not_in_the_folder_is_said_to_be_missing(tmp_path):
    rows = rows_of(regular_town(np.random.default_rng(4), np.array([[.7, .3, .0], [.3, .6, .1]]),
                                100))
    made = report_of_folder(write_folder(tmp_path, rows))
    assert made.text("groepen") == "In het bestand staan geen groepen, zoals wijken."
    assert made.text("periodes") == (
        "In het bestand staan geen twee periodes om te vergelijken.")
    assert made.text("project") == "Het bestand zegt niet wie aan een project meedoet."
    for name in ("kort-periodes", "kort-project", "waarom-project", "kenmerken"):
        assert made.text(name) == ""
    for name in ("verdeling-per-groep", "periodes-vergeleken", "met-en-zonder-project",
                 "lijken-zij-op-elkaar"):
        assert repr(figures.figure(made, name)) in ("", "%")


def test_more_groups_than_a_table_may_have_are_told_with_the_smallest_together(tmp_path):
    town = regular_town(np.random.default_rng(4), np.array([[.7, .3, .0], [.3, .7, .0]]), 300)
    persons = {f"P{name}": {"groep": f"Wijk {int(name) % 12 + 1:02}"} for name in town.people}
    made = report_of_folder(write_folder(tmp_path, rows_of(town), persons))
    names = [row[0] for row in made.table("groepen").rows]
    assert len(names) == 9
    assert names[-2:] == ["vijf andere groepen samen", "allen samen"]
    assert made.table("groepen").cell("allen samen", "personen") == 300


HOSTILE = '=1+1 *<b>x</b>* `$y$` [z](w) {m}`text(1)` | "q"'


def test_text_of_files_is_text_everywhere(tmp_path):
    rng = np.random.default_rng(2)
    town = regular_town(rng, np.array([[.7, .3, .0], [.3, .6, .1]]), 120)
    persons = {f"P{name}": {"project": "ja" if place % 2 else "nee",
                            "groep": HOSTILE if place % 3 else "Zuid",
                            HOSTILE: f"{HOSTILE} {place % 2}"}
               for place, name in enumerate(town.people)}
    made = report_of_folder(write_folder(tmp_path, rows_of(town), persons))
    shown = [repr(tables.table(made, name)) for name in made.tables]
    shown += [repr(figures.figure(made, name)) for name in made.figures]
    assert HOSTILE in str(made.table("groepen").rows)
    assert HOSTILE in made.text("kenmerken")
    for text in shown:
        # What is said of a drawing is an option of it, which is text.
        text = re.sub("^:alt: .*$", "", text, flags=re.M)
        assert "<b>" not in text
        assert "{m}`" not in text
        assert "](w)" not in text
    for name in ("verdeling-per-groep", "lijken-zij-op-elkaar"):
        figures.draw_figure(made, name)


@pytest.fixture(scope="module")
def irregular(tmp_path_factory):
    rng = np.random.default_rng(5)
    town = irregular_town(rng, 150, rates=np.array([
        [0, .4, 0, .08], [.25, 0, .35, .08], [0, .25, 0, .15]]))
    folder = write_folder(tmp_path_factory.mktemp("irregular"), rows_of(town),
                          known_of(town, rng), **PERIODS)
    return report_of_folder(folder)


def test_irregular_dates_are_told_over_a_year(irregular):
    assert "onregelmatig" in irregular.text("datums")
    assert irregular.text("later") == "een jaar later"
    assert irregular.text("kort-stijgen").startswith("Een jaar later staat ")
    for row in irregular.table("overgangen").rows:
        assert sum(row[2:]) == pytest.approx(1, abs=0.03)
    for name in ("verblijf", "tot-uitstroom"):
        for _, value, low, high in irregular.table(name).rows:
            assert low <= value <= high


def test_irregular_sides_are_told_by_year_and_not_by_who_stayed(irregular):
    for name in ("periodes", "project"):
        table = irregular.table(name)
        assert table.rows[0][0] == "gestegen"
        assert not any("gebleven" in str(row[0]) for row in table.rows)
        for _, first, second, change, low, high in table.rows:
            assert change == pytest.approx(second - first, abs=0.011)
            assert low <= change <= high
        assert re.search(r"\d,\d\d keer", irregular.text(name))


def test_nothing_has_more_digits_than_it_may(irregular):
    for table in irregular.tables.values():
        for row in table.rows:
            for cell in row:
                assert not isinstance(cell, float) or cell == round(cell, 2), (table.name, cell)
    for name in ("verblijf", "tot-uitstroom"):
        for row in irregular.table(name).rows:
            assert all(len(str(cell).rstrip("0")) <= 2 for cell in row[1:] if cell is not None)


def test_every_figure_says_its_numbers(irregular):
    assert all(table.rows for table in irregular.tables.values())
    for name, figure in irregular.figures.items():
        table = irregular.table(figure.table)
        said = form(figure).describe(figure, table)
        assert all(str(row[0]) in said for row in table.rows), name
        assert figure.title in said
        assert len(said) < 1200
        figures.draw_figure(irregular, name)
