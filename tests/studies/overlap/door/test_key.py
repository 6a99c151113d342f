"""The key of the pseudonyms."""

import re
import secrets

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.overlap.door.key import pseudonym_key

# The processes that share the tests must call them alike.
KEY = "5e" * 32


def test_from_the_environment_or_a_file(tmp_path):
    """Both give the same key; the environment comes first."""
    path = tmp_path / "key"
    for written in (KEY, f"{KEY}\n", f"  {KEY.upper()}\r\n", f"\ufeff{KEY}"):
        path.write_text(written, encoding="utf-8", newline="")
        assert pseudonym_key({"MONITOR_PSEUDONYMS_FILE": str(path)}) == KEY
    path.write_text(f"{KEY}\r\n", encoding="utf-16", newline="")
    assert pseudonym_key({"MONITOR_PSEUDONYMS_FILE": str(path)}) == KEY
    other = secrets.token_hex(32)
    assert pseudonym_key({"MONITOR_PSEUDONYMS": other, "MONITOR_PSEUDONYMS_FILE": str(path)}
                         ) == other


def test_without_a_key_the_run_stops_and_says_how_to_make_one():
    """The command in the message makes a key that is taken."""
    for environ in ({}, {"MONITOR_PSEUDONYMS": "", "MONITOR_PSEUDONYMS_FILE": ""}):
        with pytest.raises(InputError) as caught:
            pseudonym_key(environ)
        message = str(caught.value)
        assert caught.value.exit_code == 2
        for words in ("MONITOR_PSEUDONYMS", "MONITOR_PSEUDONYMS_FILE", "alle peildata dezelfde",
                      "sleutel.txt"):
            assert words in message
    code = re.search(r'python -c "(.+?)"', message)[1]
    made: list[str] = []
    exec(code, {"print": made.append})
    assert pseudonym_key({"MONITOR_PSEUDONYMS": made[0]}) == made[0]


@pytest.mark.parametrize("wrong", ["geheim-wachtwoord", KEY[:-1], f"{KEY}0", f"{KEY[:-1]}g",
                                   f"{KEY[:32]} {KEY[32:]}", "é" * 64])
def test_what_is_no_key_is_in_no_message(tmp_path, wrong):
    """Neither from the environment nor from a file."""
    path = tmp_path / "key"
    path.write_text(wrong, encoding="utf-8")
    for environ in ({"MONITOR_PSEUDONYMS": wrong}, {"MONITOR_PSEUDONYMS_FILE": str(path)}):
        with pytest.raises(InputError) as caught:
            pseudonym_key(environ)
        assert wrong not in str(caught.value)
        assert KEY[:10] not in str(caught.value)
        assert caught.value.exit_code == 2


def test_a_file_that_is_not_there(tmp_path):
    """It is named."""
    for path in (tmp_path / "nergens", tmp_path):
        with pytest.raises(InputError, match=re.escape(str(path))):
            pseudonym_key({"MONITOR_PSEUDONYMS_FILE": str(path)})
