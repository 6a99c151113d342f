"""The two keys of a folder are not the same."""

import shutil

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.inputs import read_inputs

from ..breaking import example


@pytest.mark.parametrize("given", ["argument", "environment"])
def test_the_key_of_the_noise_is_no_key_of_pseudonyms(tmp_path, monkeypatch, given):
    """It is refused before any list is read, and is not in the message."""
    folder = tmp_path / "map"
    shutil.copytree(example("overlap"), folder)
    shutil.rmtree(folder / "lijsten")
    key = (folder / "sleutel.txt").read_text().strip()
    monkeypatch.setenv("MONITOR_PSEUDONYMS", f" {key.upper()} ")
    with pytest.raises(InputError) as caught:
        read_inputs(folder, pseudonyms=key if given == "argument" else None)
    said = str(caught.value)
    assert "sleutel.txt" in said and "secrets.token_hex" in said
    assert key not in said.lower()
