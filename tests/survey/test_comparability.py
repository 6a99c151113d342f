"""Which questions of two rounds may be compared: as said, else as they are."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participatiemonitor.survey.changes import Change, Dropped
from participatiemonitor.survey.comparability import comparability, gone, unsaid
from participatiemonitor.survey.wave import load_wave

BOTH = ("sociale_dienst", "afdeling_welzijn")


@pytest.fixture(scope="module")
def first(repository):
    return load_wave(2011, repository)


def later(wave, year=2016, drop=(), laws=("Participatiewet", "Wmo"), **changes):
    """The same round later, its laws renamed, with fields of questions changed."""
    info = wave.info
    named = {"assistance": laws[0], "support": laws[1]}
    new = {part: getattr(info.laws, part).model_copy(update={"short": name})
           for part, name in named.items()}

    def renamed(text):
        for part, name in named.items():
            text = text.replace(getattr(info.laws, part).short, name)
        return text

    questions = tuple(
        question.model_copy(update={"nl": renamed(question.nl), "options": tuple(
            option.model_copy(update={"nl": renamed(option.nl)}) for option in question.options),
            **changes.get(question.id, {})})
        for question in wave.codebook.questions if question.id not in drop)
    return replace(
        wave, info=info.model_copy(update={"year": year, "laws": info.laws.model_copy(update=new)}),
        codebook=wave.codebook.model_copy(update={"questions": questions}))


def said(change, comparable=None, nl="Er is iets veranderd.", was=None, year=2011):
    fields = {"change": change, "comparable": comparable, "was": was, "nl": nl}
    return {"earlier": {year: Change(**{
        name: value for name, value in fields.items() if value is not None})}}


def options(wave, question, *left_out):
    return {"options": tuple(option for option in wave.codebook[question].options
                             if option.id not in left_out)}


def test_the_names_of_the_laws_make_no_difference(first):
    found = comparability(first, later(first))
    assert list(found) == [question.id for question in first.codebook.questions]
    assert all(one.change == "same" and one.comparable and not one.differs
               for one in found.values())
    assert found["taakvelden"].options == first.codebook["taakvelden"].option_ids
    assert found["deelname_wmo"].options == ()
    assert found["belemmeringen"].groups == ("sociale_dienst",)
    assert not list(unsaid(first, later(first)))


@pytest.mark.parametrize(("changes", "told"), [
    ({"nl": "Iets anders?"}, "tekst"),
    ({"kind": "single"}, "soort multiple, nu single"),
    ({"asked": ("sociale_dienst",)}, "gesteld aan"),
    ({"when": {"participatievisie": ("ja",)}}, "een andere doorverwijzing"),
    ({"exclusive": "wmo"}, "een andere optie die andere uitsluit"),
])
def test_any_other_difference_must_be_said(first, changes, told):
    now = later(first, taakvelden=changes)
    one = comparability(first, now)["taakvelden"]
    assert (one.change, one.comparable, one.options) == ("unsaid", False, ())
    (fault,) = unsaid(first, now)
    assert fault.row == "taakvelden"
    assert told in fault.expected.casefold() and told in " ".join(one.differs)


def test_options_that_came_and_went_must_be_said(first):
    now = later(first, taakvelden=options(first, "taakvelden", "wsw"))
    (fault,) = unsaid(first, now)
    assert fault.value == "zonder wsw"
    (fault,) = unsaid(now, later(first, 2020))
    assert fault.value == "met wsw erbij"


def test_what_is_said_holds(first):
    few = options(first, "taakvelden", "wsw", "wmo")
    now = later(first, partners={"nl": "Anders?", **said("reworded", True)},
                taakvelden=few | said("options", ("inburgering", "armoede")),
                voordelen={"nl": "Anders?", **said("reworded", False)},
                wmo_budget={"nl": "Anders?", **said("same", nl=None)},
                deelnemers=said("new", nl=None),
                knelpunten={"id": "hindernissen", **said("reworded", True, was="knelpunten")})
    found = comparability(first, now)
    assert found["partners"].options == first.codebook["partners"].option_ids
    assert found["partners"].reason == "Er is iets veranderd."
    assert found["taakvelden"].options == ("inburgering", "armoede")
    assert (found["voordelen"].comparable, found["voordelen"].options) == (False, ())
    assert found["wmo_budget"].comparable
    assert (found["deelnemers"].was, found["deelnemers"].change) == (None, "new")
    assert (found["hindernissen"].was, found["hindernissen"].comparable) == ("knelpunten", True)
    assert gone(first, now) == ("deelnemers",)


def test_another_kind_of_question_is_never_comparable(first):
    now = later(first, taakvelden={"kind": "open", **said("reworded", True)})
    assert not comparability(first, now)["taakvelden"].comparable


def test_a_group_that_was_asked_once_is_not_compared(first):
    now = later(first, taakvelden={"asked": BOTH[:1], **said("reworded", True)})
    assert comparability(first, now)["taakvelden"].groups == BOTH[:1]
    swapped = later(first, belemmeringen={"asked": BOTH[1:], **said("reworded", True)})
    assert not comparability(first, swapped)["belemmeringen"].comparable


def test_a_question_that_is_gone_must_be_said_to_be(first):
    now = later(first, drop=("taakvelden", "partners"))
    assert gone(first, now) == ("taakvelden", "partners")
    assert [fault.column for fault in unsaid(first, now)] == ["taakvelden", "partners"]
    told = {name: Dropped(since=2016, nl="iets") for name in gone(first, now)}
    codebook = now.codebook.model_copy(update={"dropped": told})
    assert not list(unsaid(first, replace(now, codebook=codebook)))


def test_from_round_to_round_what_is_comparable_in_each_step_is(first):
    middle = later(first, 2016, taakvelden=options(first, "taakvelden", "wsw")
                   | said("options", ("inburgering", "armoede"), nl="Zonder Wsw."),
                   voordelen={"nl": "Anders?", **said("reworded", False)})
    last = later(middle, 2020, taakvelden=said("options", ("armoede", "wmo"), nl="Nog iets.",
                                               year=2016))
    found = comparability(first, last, middle)
    assert found["taakvelden"].options == ("armoede",)
    assert found["taakvelden"].reason == "Zonder Wsw. Nog iets."
    assert not found["voordelen"].comparable
    assert found["partners"].change == "same" and found["partners"].comparable
    # What is said of the first round itself goes before.
    direct = later(middle, 2020, voordelen=said("reworded", True))
    assert comparability(first, direct, middle)["voordelen"].comparable


@given(st.data())
def test_nothing_is_comparable_that_one_of_the_rounds_does_not_have(first, data):
    ids = [question.id for question in first.codebook.questions]
    drop = data.draw(st.sets(st.sampled_from(ids), max_size=8))
    thinned = {name: options(first, name, *data.draw(st.sets(
        st.sampled_from(first.codebook[name].option_ids), max_size=3)))
        for name in ids if first.codebook[name].options}
    now = later(first, drop=drop, **thinned)
    found = comparability(now, later(first, 2020))
    assert set(found) == set(ids)
    for name, one in found.items():
        if one.comparable:
            assert name not in drop
            assert set(one.options) <= set(now.codebook[name].option_ids)
        if name in drop:
            assert one.change == "new"
