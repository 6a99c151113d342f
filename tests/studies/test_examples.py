"""Examples are what their seed draws, and read without a fault."""

from importlib import import_module

import pytest

from participatiemonitor.studies.catalogue import find_study
from participatiemonitor.studies.forms.examples import write_example

from .breaking import example, form_of

STUDIES = ("demand", "ladder", "indicators", "elements", "overlap")
# Those that count persons, and need a key.
PERSONS = ("demand", "ladder", "indicators", "overlap")


@pytest.mark.parametrize("study", STUDIES)
def test_an_example_is_what_its_seed_draws(study, tmp_path):
    drawn = import_module(f"participatiemonitor.studies.{study}.example")
    write_example(form_of(study), drawn.example_rows(), tmp_path, drawn.ADDED)
    names = {path.name for path in example(study).glob("*.csv")}
    assert names == {path.name for path in tmp_path.glob("*.csv")}
    for name in names:
        assert (example(study) / name).read_bytes() == (tmp_path / name).read_bytes(), name


@pytest.mark.parametrize("study", STUDIES)
def test_an_example_is_right_and_made_up(study):
    found = find_study(study)
    found.read(example(study), **found.example)
    assert "verzonnen" in (example(study) / "opzet.csv").read_text(encoding="utf-8")
    assert (example(study) / "sleutel.txt").exists() == (study in PERSONS)


@pytest.mark.parametrize("study", PERSONS)
def test_an_example_has_a_key_where_persons_are_counted(study):
    key = (example(study) / "sleutel.txt").read_text(encoding="ascii")
    assert len(bytes.fromhex(key)) == 32
