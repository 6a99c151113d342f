"""English words say what the Dutch ones say, of every share and of every published word."""

from __future__ import annotations

import pytest

from participatiemonitor import dutch
from participatiemonitor.documents import wording
from participatiemonitor.documents.documents import read_documents
from participatiemonitor.errors import InputError
from participatiemonitor.presentation.words.english import _english, share_en, who_en


@pytest.mark.parametrize(("dutch_text", "english"), [
    ("driekwart van de gemeenten", "three quarters of municipalities"),
    ("een kleine 30% van de gemeenten", "just under 30% of municipalities"),
    ("44% van de sociale diensten en 61% van de afdelingen welzijn",
     "44% of social services and 61% of welfare departments"),
    ("ongeveer zeven op de tien gemeenten", "about seven in ten municipalities"),
    ("één sociale dienst", "one of the social services"),
    ("30 tot 40%", "30 to 40%"), ("1.234,5%", "1,234.5%"),
])
def test_a_phrase_is_put_into_english(mini_wave, dutch_text, english):
    assert _english(dutch_text, mini_wave.info) == english


@pytest.mark.parametrize("value", range(101))
def test_every_round_name_has_an_english_one(mini_wave, value):
    text = f"{dutch.approximately(value / 100)} van de gemeenten"
    assert _english(text, mini_wave.info).endswith(" of municipalities")


def test_every_published_word_of_quantity_has_an_english_one(repository, mini_wave):
    printed = {claim.published for document in read_documents(repository)
               for claim in document.claims if wording.is_size(claim.published)}
    assert printed
    for word in printed:
        assert _english(wording.subject(word, "gemeenten"), mini_wave.info)


def test_a_word_without_an_english_one_is_named(mini_wave):
    with pytest.raises(InputError, match="'nauwelijks' heeft geen Engels woord"):
        _english("nauwelijks gemeenten", mini_wave.info)


@pytest.mark.parametrize(("sd", "aw", "text"), [
    (44, 61, "44% of social services and 61% of welfare departments name"),
    (75, 75, "three quarters of municipalities name"),
    ((0, 2), 61, "at most two social services and 61% of welfare departments name"),
    (None, None, "an undisclosed share of municipalities name"),
])
def test_who_gives_an_answer_in_english(telling_words, sd, aw, text):
    source = telling_words(sd={"zorg": sd}, aw={"zorg": aw}).source
    said = who_en(source, "taken.zorg", "names", "name")
    assert (str(said), said.kind, said.args) == (text, "who_en", {"verb": "name"})
    dutch_word, = said.parts
    assert (dutch_word.kind, dutch_word.refs) == ("who", said.refs)


def test_one_organisation_has_a_verb_of_its_own(reported):
    said = who_en(reported, "knelpunten_toelichting.eer_en_kosten@sd", "asks", "ask")
    assert str(said) == "one of the social services asks"
    assert said.args == {"verb": "asks"}
    assert said.parts[0].args["claims"] == ["3.2-11"]


def test_a_share_in_english_is_the_dutch_one(telling_words, reported):
    telling = telling_words(sd={"zorg": (9, 11)}, aw={}).source
    assert str(share_en(telling, "taken.zorg@sd")) == "9 to 11%"
    assert str(share_en(reported, "koppeling_wmo.staand_beleid+pilot@sd", claim="A-02")) == (
        "30 to 40%")
