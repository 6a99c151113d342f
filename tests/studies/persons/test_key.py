"""The key of a folder: made once, in no message, and asked for by the command that makes it."""

import stat

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.persons.key import folder_key, new_folder_key

SECRET = "0f" * 32


def test_a_new_key_is_random_its_owner_s_and_can_be_read(tmp_path):
    keys = set()
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        path = new_folder_key(tmp_path / name)
        assert path == tmp_path / name / "sleutel.txt"
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        keys.add(folder_key(tmp_path / name))
        assert path.read_text() == f"{folder_key(tmp_path / name).hex()}\n"
    assert len(keys) == 2 and {len(key) for key in keys} == {32}


def test_a_key_is_never_overwritten(tmp_path):
    (tmp_path / "sleutel.txt").write_text(SECRET)
    with pytest.raises(InputError, match=r"nooit overschreven.*uitmiddelen") as caught:
        new_folder_key(tmp_path)
    assert SECRET not in str(caught.value)
    assert (tmp_path / "sleutel.txt").read_text() == SECRET


def test_without_a_key_it_is_said_how_to_make_one(tmp_path):
    with pytest.raises(InputError, match="monitor study key") as caught:
        folder_key(tmp_path)
    assert str(tmp_path) in str(caught.value) and caught.value.exit_code == 2


@pytest.mark.parametrize("text", ["", SECRET[:-1], SECRET + "0", SECRET.upper(), f" {SECRET}",
                                  f"{SECRET}\n{SECRET}", "é" * 64, "geheim"])
def test_anything_but_a_key_is_refused_and_not_repeated(tmp_path, text):
    (tmp_path / "sleutel.txt").write_text(text)
    with pytest.raises(InputError, match="iets anders dan een sleutel") as caught:
        folder_key(tmp_path)
    assert not text.strip() or text[:20] not in str(caught.value)
    assert "monitor study key" in str(caught.value)


def test_a_folder_that_is_none_gets_no_key(tmp_path):
    with pytest.raises(InputError, match="hier is geen map"):
        new_folder_key(tmp_path / "weg")
    (tmp_path / "sleutel.txt").mkdir()
    with pytest.raises(InputError, match="iets anders dan een sleutel"):
        folder_key(tmp_path)
