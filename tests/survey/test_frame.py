"""Reading the register: types, and every fault at once."""

import shutil

import pandas as pd
import pytest
from editing import append, edit, replace

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.frame import read_frame
from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.predecessors import origins, stayed
from participatiemonitor.survey.wave import load_wave


@pytest.fixture
def frame(mini):
    return mini.wave(2009) / "frame.csv"


@pytest.fixture
def strata(mini):
    return read_wave_info(mini.wave(2009)).strata


def test_counts_are_whole_numbers_and_codes_the_index(frame, strata):
    table = read_frame(frame, strata)
    assert list(table.index) == ["K-1", "K-2", "K-3", "G-1"]
    assert table["clients"].sum() == 950
    assert table.loc["G-1", "name"] == "Grootstad"
    assert table.loc["K-1", "name"] == ""
    assert list(table["stratum"].cat.categories) == ["klein", "groot"]


def test_all_faults_are_reported_with_row_and_column(frame, strata):
    edit(frame, "K-1", clients="1.000", municipalities="0")
    edit(frame, "K-2", stratum="middel", inhabitants="-5")
    edit(frame, "G-1", organisation="K-3")
    append(frame, stratum="groot", municipalities="1", inhabitants="1", clients="¼")
    with pytest.raises(InvalidWave) as caught:
        read_frame(frame, strata)
    found = {(fault.row, fault.column, fault.value) for fault in caught.value.faults}
    assert found == {
        (2, "clients", "1.000"),
        (2, "municipalities", "0"),
        (3, "stratum", "middel"),
        (3, "inhabitants", "-5"),
        (5, "organisation", "K-3"),
        (6, "organisation", ""),
        (6, "clients", "¼"),
        (None, "stratum", "klein: 2 organisaties"),
        (None, "stratum", "groot: 2 organisaties"),
    }
    assert caught.value.exit_code == 2
    assert {fault.file for fault in caught.value.faults} == {"frame.csv"}


def test_the_register_of_2011_has_the_published_sizes(wave):
    sizes = wave.frame["stratum"].value_counts()
    assert sizes.to_dict() == {"kleiner": 232, "isd": 34, "g32": 31, "g4": 4}
    assert wave.frame["municipalities"].sum() == 418
    assert wave.frame["clients"].sum() == 323140


def test_predecessors_are_codes_of_the_former_round(frame, strata):
    rows = frame.read_text(encoding="utf-8").splitlines()
    given = ["predecessors", "O-1 O-2", "O-3", "", "G-1"]
    frame.write_text("".join(f"{row},{codes}\n" for row, codes in zip(rows, given, strict=True)),
                     encoding="utf-8")
    table = read_frame(frame, strata, {"O-1", "O-2", "O-3", "G-1"})
    assert list(table["predecessors"]) == [("O-1", "O-2"), ("O-3",), (), ("G-1",)]
    assert read_frame(frame, strata).equals(table)  # a round elsewhere is not looked at
    with pytest.raises(InvalidWave) as caught:
        read_frame(frame, strata, {"O-1", "O-2", "G-1"})
    (fault,) = caught.value.faults
    assert (fault.row, fault.column, fault.value) == (3, "predecessors", "O-3")


@pytest.mark.parametrize("codes", ["O-1 O-1", "O-1,O-2", "Ö-1"])
def test_predecessors_are_codes_each_once(frame, strata, codes):
    rows = frame.read_text(encoding="utf-8").splitlines()
    given = ["predecessors", f'"{codes}"', "", "", ""]
    frame.write_text("".join(f"{row},{cell}\n" for row, cell in zip(rows, given, strict=True)),
                     encoding="utf-8")
    with pytest.raises(InvalidWave, match="codes uit het register van de peiling"):
        read_frame(frame, strata)


def test_a_round_that_names_no_former_one_has_no_predecessors(mini):
    path = mini.wave(2009) / "frame.csv"
    text = path.read_text(encoding="utf-8").splitlines()
    path.write_text("".join(f"{row},{'predecessors' if not place else 'K-1'}\n"
                            for place, row in enumerate(text)), encoding="utf-8")
    with pytest.raises(InvalidWave, match=r"die wave\.yml met previous noemt"):
        load_wave(2009, mini)


def test_predecessors_are_looked_up_in_the_round_that_is_named(mini):
    later = mini.wave(2013)
    shutil.copytree(mini.wave(2009), later)
    replace(later / "wave.yml", "year: 2009\n", "year: 2013\nprevious: 2009\n")
    rows = (later / "frame.csv").read_text(encoding="utf-8").splitlines()
    given = ["predecessors", "K-1 K-2", "", "", "Z-9"]
    (later / "frame.csv").write_text("".join(
        f"{row},{codes}\n" for row, codes in zip(rows, given, strict=True)), encoding="utf-8")
    with pytest.raises(InvalidWave) as caught:
        load_wave(2013, mini)
    assert [(fault.row, fault.value) for fault in caught.value.faults] == [(5, "Z-9")]


def test_the_former_round_is_before(mini):
    replace(mini.wave(2009) / "wave.yml", "year: 2009\n", "year: 2009\nprevious: 2009\n")
    with pytest.raises(InvalidWave, match="kolom previous: 2009; verwacht: een jaar voor 2009"):
        load_wave(2009, mini)


def register(**predecessors: str) -> pd.DataFrame:
    return pd.DataFrame({"predecessors": {code: tuple(codes.split())
                                          for code, codes in predecessors.items()}})


def test_who_stayed_merged_split_or_is_new():
    former = register(A="", B="", C="", D="", E="", F="")
    now = register(A="", BC="B C", D1="D", D2="D", E2="E", N="", F="F A")
    assert origins(now, former).to_dict() == {
        "A": ("A",), "BC": ("B", "C"), "D1": ("D",), "D2": ("D",), "E2": ("E",), "N": (),
        "F": ("F", "A")}
    # Part of A went to F, so that A is not what it was.
    assert stayed(now, former) == {"E2": "E"}
