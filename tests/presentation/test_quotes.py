"""Quotes from the open answers: whose, which first, and which none at all."""

from dataclasses import replace

import pandas as pd
import pytest
from keyed import results_of

from participatiemonitor.estimation.refs import Ref
from participatiemonitor.presentation.exhibits import quotes as quoting
from participatiemonitor.presentation.exhibits.quotes import LONGEST

GROUPS = {"SD": "sociale dienst", "AW": "afdeling welzijn"}
# Enough of each theme, and of who does not voice it, to show how many do.
GIVEN = [("SD", f"Er is te weinig geld ({n}).", "geld") for n in range(5)]
GIVEN += [("SD", f"Geld en tijd ontbreken ({n}).", "geld tijd") for n in range(5)]
GIVEN += [(code, f"Voor {who} is er geen tijd ({n}).", "tijd") for code, who in GROUPS.items()
          for n in range(5)]
GIVEN += [("AW", f"Het gaat goed ({n}).", "") for n in range(5)]


@pytest.fixture(scope="session")
def coded(hundred):
    """A wave with these open answers: ``coded([("SD", "Er is geen tijd.", "tijd"), …])``."""

    def make(given, **columns):
        wave = hundred({"zorg": 60}, {"zorg": 60})
        places = pd.Series([code for code, *_ in given], dtype=object)
        themes = [tuple(themes.split()) for *_, themes in given]
        table = pd.DataFrame({
            "respondent": places + "-" + places.groupby(places).cumcount().astype(str),
            "question": "toelichting", "text": [text for _, text, _ in given],
            "themes": themes, "themes_second": themes, "quotable": True})
        return replace(wave, open_answers=table.assign(**columns))

    return make


def quotes(wave, *args, **named):
    return quoting.quotes(results_of(wave), "toelichting", *args, **named).text


def test_an_answer_that_was_given_is_quoted_as_such(coded):
    text = quotes(coded(GIVEN), "geld")
    assert "“Er is te weinig geld (0).”" in text
    assert GROUPS["SD"] in text


def test_in_a_reconstruction_nobody_is_quoted(wave, estimates):
    """Its answers have themes and no words."""
    assert not wave.open_answers["quotable"].any()
    assert not wave.open_answers["text"].any()
    for question in wave.codebook.questions:
        if question.kind == "open":
            assert [quoting.quotes(estimates, question.id, theme, count=3).text
                    for theme in question.option_ids] == [""] * len(question.option_ids)


def test_answers_with_this_theme_alone_come_first(coded):
    text = quotes(coded(GIVEN), "tijd", count=11)
    assert text.index("is er geen tijd (4).") < text.index("Geld en tijd ontbreken (0).")
    assert GROUPS["AW"] in text
    assert "te weinig geld" not in text  # another theme


def test_the_group_asked_for_comes_first_and_the_other_stands_in(coded):
    wave = coded(GIVEN)
    departments, services = (quotes(wave, "tijd", count=11, first=code) for code in ("aw", "sd"))
    assert departments.index(GROUPS["AW"]) < departments.index(GROUPS["SD"])
    assert services.index(GROUPS["SD"]) < services.index(GROUPS["AW"])
    assert GROUPS["SD"] in quotes(wave, "geld", first="aw")


def test_no_more_than_asked_for(coded):
    assert quotes(coded(GIVEN), "tijd", count=1).count("“") == 1
    assert quotes(coded(GIVEN), "geld", count=99).count("“") == 10


def test_long_answers_and_repeated_ones_are_not_quoted(coded):
    wave = coded(GIVEN, text=["x" * (LONGEST + 1), *["kort"] * (len(GIVEN) - 1)])
    text = quotes(wave, "geld", count=3)
    assert text.count("“") == 1
    assert "kort" in text


def test_a_theme_nobody_voiced_gives_nothing(coded):
    assert quotes(coded([one for one in GIVEN if one[0] == "AW"]), "geld") == ""


def test_only_what_was_cleared_is_quoted(coded):
    cleared = ["(3)" in text for _, text, _ in GIVEN]
    text = quotes(coded(GIVEN, quotable=cleared), "tijd", count=99)
    assert text.count("“") == text.count("(3)") == 3
    assert quotes(coded(GIVEN, quotable=False), "tijd", count=99) == ""


def test_where_it_is_hidden_how_many_voice_a_theme_nobody_is_quoted(coded, with_rules):
    departments = [one for one in GIVEN if one[0] == "AW"]
    wave = with_rules(coded([*GIVEN, *departments]), minimum_base=18)
    results = results_of(wave)
    assert [results[f"toelichting.tijd@{group}"].status for group in ("sd", "aw")] == [
        "te_weinig", "ok"]
    text = quotes(wave, "tijd", count=99)
    assert GROUPS["AW"] in text
    assert GROUPS["SD"] not in text


def test_an_answer_is_not_quoted_for_one_theme_where_another_one_it_voices_is_hidden(coded):
    """Of the three themes one is voiced by a single respondent, beside one that is shown."""
    wave = coded([*GIVEN[10:15], ("SD", "Te laat, en geen geld.", "geld tijd"),
                  *[("SD", "Prima.", "")] * 5])
    results = results_of(wave, protect=False)
    told = quoting.quotes(results, "toelichting", "tijd", count=99).text
    assert "Te laat" in told
    known = replace(results[Ref("toelichting", "geld", "sociale_dienst")], status="hooguit_twee")
    results.known.estimates[known.ref] = known
    results.known.analyses.clear()
    told = quoting.quotes(results, "toelichting", "tijd", count=99).text
    assert told.count("“") == 5
    assert "Te laat" not in told
