"""Quotes from the open answers: whose, which first, and marked as invented when they are."""

from dataclasses import replace

import pytest

from participatiemonitor.estimation.results import results_of
from participatiemonitor.presentation.exhibits import quotes as quoting
from participatiemonitor.presentation.exhibits.quotes import LONGEST

MARK = "bedacht antwoord"


def quotes(*args, **named):
    return quoting.quotes(*args, **named).text


@pytest.fixture
def invented(mini_wave):
    return replace(mini_wave, info=mini_wave.info.model_copy(update={"status": "reconstructie"}))


def test_an_answer_that_was_given_is_quoted_as_such(mini_wave):
    text = quotes(results_of(mini_wave), "toelichting", "geld")
    assert "“Er is te weinig geld, zegt men.”" in text
    assert "sociale dienst" in text
    assert MARK not in text


def test_in_a_reconstruction_every_quote_is_marked_as_invented(invented):
    text = quotes(results_of(invented), "toelichting", "tijd", count=2)
    assert text.count("“") == text.count(MARK) == 2


def test_answers_with_this_theme_alone_come_first(mini_wave):
    text = quotes(results_of(mini_wave), "toelichting", "tijd", count=2)
    assert text.index("Er is geen tijd.") < text.index("Geld en tijd ontbreken.")
    assert "afdeling welzijn" in text
    assert "te weinig geld" not in text  # another theme


def test_the_group_asked_for_comes_first_and_the_other_stands_in(mini_wave):
    departments = quotes(results_of(mini_wave), "toelichting", "tijd", count=2, first="aw")
    services = quotes(results_of(mini_wave), "toelichting", "tijd", count=2, first="sd")
    assert departments.index("afdeling welzijn") < departments.index("sociale dienst")
    assert services.index("sociale dienst") < services.index("afdeling welzijn")
    assert "sociale dienst" in quotes(results_of(mini_wave), "toelichting", "geld", first="aw")


def test_no_more_than_asked_for(mini_wave):
    assert quotes(results_of(mini_wave), "toelichting", "tijd", count=1).count("“") == 1
    assert quotes(results_of(mini_wave), "toelichting", "tijd", count=9).count("“") == 2


def test_long_answers_and_repeated_ones_are_not_quoted(mini_wave):
    given = mini_wave.open_answers
    long = mini_wave.responses.index[:3]
    wave = replace(mini_wave, open_answers=given.assign(
        respondent=list(long), themes=[("tijd",)] * 3, text=["x" * (LONGEST + 1), "kort", "kort"]))
    text = quotes(results_of(wave), "toelichting", "tijd", count=3)
    assert text.count("“") == 1
    assert "kort" in text


def test_a_theme_nobody_voiced_gives_nothing(mini_wave):
    wave = replace(mini_wave, open_answers=mini_wave.open_answers.iloc[:0])
    assert quotes(results_of(wave), "toelichting", "tijd") == ""


def test_every_quote_of_2011_is_marked(wave, estimates):
    for question in wave.codebook.questions:
        if question.kind == "open":
            for theme in question.option_ids:
                text = quotes(estimates, question.id, theme, count=3)
                assert text.count("“") == text.count(MARK)


def test_where_it_is_hidden_how_many_voice_a_theme_nobody_is_quoted(mini_wave, with_rules):
    strict = results_of(with_rules(mini_wave, minimum_base=3))
    shown = {group: strict[f"toelichting.tijd@{group}"].status == "ok" for group in ("sd", "aw")}
    text = quotes(strict, "toelichting", "tijd", count=9)
    assert not all(shown.values())
    assert ("sociale dienst" in text) == shown["sd"]
    assert ("afdeling welzijn" in text) == shown["aw"]
