"""A round that is there gets another setup, when its answers fit it."""

from __future__ import annotations

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.setup.replacing import replace_setup
from participatiemonitor.survey.setup.template import write_template
from survey.setup.filling import fill


def files_of(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def workbook(mini, tmp_path):
    return write_template(mini, 2009, tmp_path / "opzet.xlsx").path


def test_a_changed_text_is_the_only_thing_that_changes(mini, workbook):
    before = load_answered(2009, mini)
    replace_setup(mini, 2009, workbook)  # from here on the yaml is as it is written
    files = files_of(mini.wave(2009))
    fill(workbook, {("Vragen", "E2"): "Heeft u beleid?"})
    assert replace_setup(mini, 2009, workbook) == ("codebook.yml",)
    changed = files_of(mini.wave(2009))
    assert {name for name in files if files[name] != changed[name]} == {"codebook.yml"}
    after = load_answered(2009, mini)
    assert after.codebook["beleid"].nl == "Heeft u beleid?"
    assert after.responses.equals(before.responses)
    assert replace_setup(mini, 2009, workbook) == ()


@pytest.mark.parametrize(("cells", "message"), [
    ({("Opties", "B2"): "jawel"}, r"responses\.csv, rij \d, kolom beleid: 'ja'; verwacht: een van "
                                  "jawel"),
    ({("Vragen", "B2"): "keuze"}, r"opzet\.xlsx, blad Vragen, cel B2 \(Soort\)"),
    ({("Peiling", "B2"): 2010}, "verwacht: 2009, het jaar van de opdracht"),
])
def test_what_does_not_fit_is_told_and_nothing_is_written(mini, workbook, cells, message):
    before = files_of(mini.wave(2009))
    fill(workbook, cells)
    with pytest.raises(InputError, match=message):
        replace_setup(mini, 2009, workbook)
    assert files_of(mini.wave(2009)) == before
    assert [path.name for path in mini.waves.iterdir()] == ["2009"]


def test_a_round_that_is_not_there_has_no_setup(mini, workbook):
    with pytest.raises(InputError, match="Er is geen peiling 2013"):
        replace_setup(mini, 2013, workbook)
