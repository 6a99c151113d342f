"""Lists that stand beside the tables: one message that says where they belong."""

import shutil

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.example_key import PSEUDONYMS
from participatiemonitor.studies.overlap.inputs import read_inputs

from ..breaking import example


@pytest.mark.parametrize("name", ["voorbeeld-welzijn.csv", "voorbeeld-kredietbank.xlsx",
                                  "voorbeeld-zorgkantoor.parquet"])
def test_a_list_beside_the_tables(tmp_path, name):
    folder = tmp_path / "map"
    shutil.copytree(example("overlap"), folder)
    shutil.move(folder / "lijsten" / name, folder / name)
    with pytest.raises(InputError) as caught:
        read_inputs(folder, pseudonyms=PSEUDONYMS)
    assert f"hier staat {name}. Verwacht: hier alleen de tabellen" in str(caught.value)
    assert "in de map lijsten hierin" in str(caught.value)


def test_what_belongs_there_is_no_list(tmp_path):
    folder = tmp_path / "map"
    shutil.copytree(example("overlap"), folder)
    (folder / "leesmij.txt").write_text("Bewaar de sleutel.", encoding="utf-8")
    assert read_inputs(folder, pseudonyms=PSEUDONYMS).setup.name
