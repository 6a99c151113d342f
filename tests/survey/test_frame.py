"""Reading the register: types, and every fault at once."""

import pytest
from editing import append, edit

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.frame import read_frame
from participatiemonitor.survey.head import read_wave_info


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
