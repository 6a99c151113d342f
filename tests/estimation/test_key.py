"""The key that draws the noise: made once, stated by its fingerprint, never told."""

import stat

import pytest
from editing import replace
from keyed import results_of
from observing import KEY, YEAR, bring_key, observe

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.disclosure.key import (
    PUBLIC_KEY,
    fingerprint,
    key_for,
    line_for,
    new_key,
)
from participatiemonitor.estimation.opening import STORED, compute_results, open_results
from participatiemonitor.publishing.asked import asked
from participatiemonitor.publishing.results import write_results
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.head import read_wave_info

SECRET = KEY.read_text().strip()


def info(project, year=2009):
    return read_wave_info(project.wave(year))


def refusal(project):
    """The message with which a wave is refused; it repeats nothing of the file of the key."""
    with pytest.raises(InputError) as caught:
        key_for(info(project), project)
    path, message = project.root / KEY.name, str(caught.value)
    held = path.read_text().strip() if path.is_file() else SECRET
    assert not held or held[:20] not in message
    assert caught.value.exit_code == 2
    return message


def test_real_answers_have_the_key_of_the_office(mini):
    assert key_for(info(mini), mini) == bytes.fromhex(SECRET)


def test_a_reconstruction_has_the_public_key_whatever_key_there_is(data_copy):
    assert key_for(info(data_copy, 2011), data_copy) == PUBLIC_KEY
    bring_key(data_copy)
    assert key_for(info(data_copy, 2011), data_copy) == PUBLIC_KEY
    assert len(PUBLIC_KEY) == 32


def test_the_public_key_and_fingerprints_stay_what_they_are():
    """Books that were made, and heads of waves, rest on them."""
    assert fingerprint(PUBLIC_KEY) == "36ae072feca9d5d4"
    assert fingerprint(bytes.fromhex(SECRET)) == "fde3e5e00fbc65eb"


def test_a_setting_names_another_file_from_the_top_of_the_project(mini, monkeypatch, tmp_path):
    for place, setting in ((tmp_path / "kluis.txt", str(tmp_path / "kluis.txt")),
                           (mini.root / "elders.txt", "elders.txt")):
        (mini.root / KEY.name).replace(place)
        refusal(mini)
        with monkeypatch.context() as patch:
            patch.setenv("MONITOR_KEY", setting)
            assert key_for(info(mini), mini) == bytes.fromhex(SECRET)
        place.replace(mini.root / KEY.name)


def test_without_a_key_it_is_said_how_to_make_one(mini):
    (mini.root / KEY.name).unlink()
    message = refusal(mini)
    assert str(mini.root / KEY.name) in message
    assert "monitor key new" in message


@pytest.mark.parametrize("text", [
    "", "\n", SECRET[:-1], SECRET + "0", SECRET.upper(), f" {SECRET}", f"{SECRET}\n\n",
    f"{SECRET}\n{SECRET}", "g" * 64, "é" * 64, "0" * 100_000],
    ids=lambda text: f"{len(text)} tekens")
def test_anything_but_a_key_is_refused_and_not_repeated(mini, text):
    (mini.root / KEY.name).write_text(text)
    assert "iets anders dan een sleutel" in refusal(mini)


def test_a_folder_is_no_key(mini):
    (mini.root / KEY.name).unlink()
    (mini.root / KEY.name).mkdir()
    assert "iets anders dan een sleutel" in refusal(mini)


def test_a_wave_without_a_fingerprint_is_told_the_line_to_add(mini):
    head = mini.wave(2009) / "wave.yml"
    rules = 'publication: {key: "fde3e5e00fbc65eb", minimum_base: 1, domains: [klein, groot]}'
    bare = "publication:\n  minimum_base: 1\n  domains: [klein, groot]\n"
    replace(head, rules, bare)
    line = refusal(mini).splitlines()[-1]
    replace(head, bare, f"{bare}{line}\n")
    assert key_for(info(mini), mini) == bytes.fromhex(SECRET)


def test_the_line_has_quotes_as_digits_alone_would_be_a_number():
    assert line_for(PUBLIC_KEY) == '  key: "36ae072feca9d5d4"'


def test_another_key_for_the_same_wave_is_refused(mini):
    (mini.root / KEY.name).unlink()
    _, other = new_key(mini)
    message = refusal(mini)
    assert fingerprint(other) in message and "fde3e5e00fbc65eb" in message
    assert "voor alle peilingen" in message
    assert "uitmiddelen" in message


def test_a_new_key_is_random_and_only_its_owner_can_read_it(mini):
    keys = set()
    for _ in range(3):
        (mini.root / KEY.name).unlink()
        path, key = new_key(mini)
        assert path == mini.root / KEY.name
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert path.read_text() == f"{key.hex()}\n"
        keys.add(key)
    assert len(keys) == 3
    assert {len(key) for key in keys} == {32}


def test_a_new_key_overwrites_nothing(mini):
    with pytest.raises(InputError, match="nooit overschreven"):
        new_key(mini)
    assert (mini.root / KEY.name).read_text().strip() == SECRET


def test_results_of_real_answers_need_the_key(mini):
    (mini.root / KEY.name).unlink()
    for protect in (True, False):
        with pytest.raises(InputError, match="monitor key new"):
            compute_results(2009, mini, protect=protect)


def test_the_key_draws_what_is_shown(data_copy):
    observe(data_copy)
    shown, answered = compute_results(YEAR, data_copy).table(), load_answered(YEAR, data_copy)
    assert shown.equals(results_of(answered, bytes.fromhex(SECRET)).table())
    assert not shown.equals(results_of(answered).table())


def test_within_a_build_the_key_is_needed_for_what_was_not_computed_before(mini, monkeypatch):
    edition = find_edition(mini, "2009")
    write_results(edition, asked([]))
    (mini.root / KEY.name).unlink()
    monkeypatch.setenv(STORED, str(edition.results.parent))
    results = open_results(2009, mini)
    assert results["beleid.ja@sd"].status
    with pytest.raises(InputError, match="monitor key new"):
        results["taken.zorg+werk@sd"]


def test_nothing_that_is_stored_holds_the_key(mini):
    edition = find_edition(mini, "2009")
    write_results(edition, asked([]))
    assert SECRET.encode() not in edition.results.read_bytes()
