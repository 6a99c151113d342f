"""A round beside those before it: what is not said of a question stops a build, in one message."""

import shutil

import pytest
from differing import change_codebook
from editing import replace

from participatiemonitor.errors import InputError
from participatiemonitor.survey.rounds import earlier_rounds, require_said
from participatiemonitor.survey.wave import load_wave


@pytest.fixture
def two(mini):
    """The tiny project with its round once more, four years later."""
    shutil.copytree(mini.wave(2009), mini.wave(2013))
    replace(mini.wave(2013) / "wave.yml", "year: 2009", "year: 2013")
    return mini


def asked_otherwise(project):
    def change(book):
        by_id = {question["id"]: question for question in book["questions"]}
        by_id["beleid"]["nl"] = "Iets heel anders?"
        by_id["taken"]["options"].insert(1, {"id": "wonen", "nl": "wonen", "en": "housing"})
    change_codebook(project.wave(2013), change)


def test_the_rounds_before_one_are_read_oldest_first(two):
    assert [wave.year for wave in earlier_rounds(2013, two)] == [2009]
    assert earlier_rounds(2009, two) == ()


def test_a_round_that_asked_the_same_need_not_say_anything(two):
    require_said(load_wave(2013, two), two)
    require_said(load_wave(2009, two), two)


def test_all_that_must_be_said_is_one_message(two):
    asked_otherwise(two)
    with pytest.raises(InputError) as caught:
        require_said(load_wave(2013, two), two)
    said = str(caught.value)
    assert said.startswith("2 fouten in de gegevens")
    assert "codebook.yml, rij beleid, kolom earlier: 'tekst “" in said
    assert "codebook.yml, rij taken, kolom earlier: 'met wonen erbij'; verwacht: 2009" in said
    for field in ("change", "comparable", "nl"):
        assert field in said


def test_what_is_said_is_enough(two):
    asked_otherwise(two)

    def say(book):
        for question in book["questions"]:
            if question["id"] in ("beleid", "taken"):
                question["earlier"] = {2009: {
                    "change": "reworded", "comparable": False, "nl": "De vraag is anders."}}
    change_codebook(two.wave(2013), say)
    require_said(load_wave(2013, two), two)


def test_a_fault_in_an_earlier_round_is_told_with_its_year(two):
    replace(two.wave(2009) / "codebook.yml", "kind: open", "kind: vrij")
    with pytest.raises(InputError, match="De peiling van 2009, van voor 2013: 1 fout"):
        require_said(load_wave(2013, two), two)
