"""Of what a round did not ask, nothing is said, and one sentence stands where a figure was."""

from dataclasses import replace

import pytest

from participatiemonitor.book.chapter import Chapter
from participatiemonitor.estimation.known import NotAsked
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.exhibits.exhibit import FIGURE, exhibit, exhibits
from participatiemonitor.presentation.exhibits.small_bars import bars
from participatiemonitor.presentation.words.amounts import share
from participatiemonitor.presentation.words.bound import UNASKED
from participatiemonitor.survey.changes import Dropped

GONE = {"taakvelden": "de taakvelden", "voordelen": "de voordelen",
        "belemmeringen": "belemmeringen", "koppeling_wwb_alfahulp": "alfahulp"}
WAYS = ("koppeling_wmo_leefbaarheid", "koppeling_wmo_diensten", "koppeling_wmo_vrijwilligers")


def asking_less(estimates, **about):
    """Results of the same answers, of a round that asked less."""
    wave = estimates.wave
    dropped = {name: Dropped(since=2011, nl=nl) for name, nl in about.items()}
    codebook = wave.codebook.model_copy(update={"dropped": dropped, "questions": tuple(
        question for question in wave.codebook.questions if question.id not in about)})
    return Results(replace(wave, codebook=codebook), lambda: estimates.door)


@pytest.fixture(scope="module")
def less(estimates):
    return asking_less(estimates, **GONE)


@pytest.fixture(scope="module")
def face(less):
    return Chapter(less)


def test_a_word_says_nothing(face, less):
    for word in (face.share("taakvelden.wmo@sd"), face.who("taakvelden.wmo"),
                 face.most("taakvelden", {"wmo": "x"}),
                 face.compare("taakvelden.wmo@aw", "@sd", more="x", less="y", same="z"),
                 face.when("taakvelden.wmo", 0, 101, yes="x", no="y", unsaid="z"),
                 face.alike("taakvelden", yes="x", no="y"),
                 face.fill("{} is zo.", face.who("taakvelden.wmo")),
                 face.share_en("taakvelden.wmo@sd")):
        assert (str(word), word.kind) == ("", UNASKED)
        assert word.starting().text == ""
    assert face.bars("taakvelden.wmo")._repr_html_() == ""
    with pytest.raises(NotAsked):
        share(less, "taakvelden.wmo@sd")
    with pytest.raises(NotAsked):
        bars(less, "taakvelden.wmo")


def test_a_choice_that_may_choose_another_text_still_does(face):
    inner = face.when("taakvelden.wmo", 0, 101, yes="x")
    assert str(face.when("respons.klanten@sd", 0, 101, yes=inner)) == ""
    assert str(face.when("respons.klanten@sd", 0, 0.1, yes=inner, no="Wel.")) == "Wel."


@pytest.mark.parametrize(("shown", "about"), [
    (("figure", 1), "De vraag naar de taakvelden is"),
    (("table", 1), "De vraag naar belemmeringen is"),
    (("themes", "voordelen"), "De vraag naar de voordelen is"),
])
def test_one_sentence_stands_in_its_place(face, shown, about):
    name, value = shown
    assert str(getattr(face, name)(value)) == f"{about} in deze enquête niet gesteld."
    assert str(face.quotes("voordelen", "minder_overlap")) == ""


def test_a_figure_of_several_questions_names_all_or_shows_those_that_were_asked(estimates, less):
    none = Chapter(asking_less(estimates, **dict(zip(WAYS, ("a", "b <i>", "c"), strict=True))))
    assert str(none.figure(4)) == (
        "De vragen naar a, b &lt;i&gt; en c zijn in deze enquête niet gesteld.")
    shown = exhibit(less, FIGURE, 6)
    assert [one.id for one in shown.about] == ["koppeling_wwb_werkervaring",
                                               "koppeling_wwb_dagbesteding"]
    # Its headline compared with what is gone.
    assert shown.headline is None


def test_no_files_are_made_of_it(less):
    assert {shown.name for shown in exhibits(less)} >= {"figuur-2", "figuur-6", "tabel-2"}
    assert not {shown.name for shown in exhibits(less)} & {"figuur-1", "tabel-1"}


def test_any_answer_but_the_exclusive_one(face, estimates):
    whole = Chapter(estimates).who("knelpunten.*")
    assert [ref.option for ref in whole.refs] == [
        "inzetbaarheid+schotten+resultaten+verkokering+anders"] * 2
    assert str(face.who("knelpunten.*")) == str(whole)
