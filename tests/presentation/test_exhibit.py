"""What the files of figures and tables hold, against the estimates."""

from dataclasses import FrozenInstanceError, replace

import pandas as pd
import pytest
from keyed import results_of
from numbered import FIGURES, LABELS, TABLES

from participatiemonitor.presentation.exhibits.exhibit import (
    COLUMNS,
    FIGURE,
    TABLE,
    exhibit,
    exhibits,
    tidy,
)
from participatiemonitor.presentation.exhibits.labels import source_text

from .conftest import drawn_rows


@pytest.fixture(scope="session")
def tables(estimates):
    return {data.name: data for data in exhibits(estimates)}


def test_every_figure_and_table_of_the_codebook_is_there(tables):
    assert list(tables) == [f"{FIGURE}-{number}" for number in FIGURES] + [
        f"{TABLE}-{number}" for number in TABLES]
    assert [one.label for one in tables.values()] == LABELS


def test_the_rows_are_those_of_the_results(tables, estimates):
    results = estimates.table()
    codebook, info = estimates.wave.codebook, estimates.wave.info
    results["group"] = results["group"].map(lambda group: info.groups[group].nl)
    for number, spec in codebook.figures.items():
        found = tidy(tables[f"figuur-{number}"])
        assert tuple(found.columns) == COLUMNS
        expected = results[results["question"].isin(spec.questions)
                           & results["domain"].eq("totaal")].copy()
        expected["answer"] = [codebook[row.question].option(row.option).nl
                              for row in expected.itertuples()]
        expected["question"] = expected["question"].map(lambda name: codebook[name].nl)
        keys = ["question", "answer", "group"]
        for column in ("value_standing", "weighted_standing"):
            assert set(found[column]) == {"nagemaakt °"}
            expected[column] = expected[column].map({"assumed": "nagemaakt °"})
        columns = list(COLUMNS[COLUMNS.index("n"):])
        one, other = (frame.set_index(keys)[columns].sort_index() for frame in (found, expected))
        pd.testing.assert_frame_equal(one, other, check_dtype=False)


@pytest.mark.parametrize("number", FIGURES)
def test_the_rows_stand_as_in_the_figure(tables, estimates, number):
    shown = tables[f"figuur-{number}"]
    answers = list(dict.fromkeys(tidy(shown)["answer"]))
    assert answers == list(dict.fromkeys(drawn_rows(shown)["option"]))


def test_a_group_that_was_not_asked_says_so(mini_wave):
    first = mini_wave.codebook["plan_een"]
    asked = first.model_copy(update={"asked": ("sociale_dienst",)})
    questions = tuple(asked if one.id == "plan_een" else one
                      for one in mini_wave.codebook.questions)
    codebook = mini_wave.codebook.model_copy(update={"questions": questions})
    wave = type(mini_wave)(**{**vars(mini_wave), "codebook": codebook})
    shown = exhibits(results_of(wave, protect=False))
    figure, = (data for data in shown if data.name == "figuur-2")
    found = tidy(figure).set_index(["question", "group"])["status"]
    assert set(found["Is er een eerste plan?", "afdelingen welzijn"]) == {"niet_gevraagd"}
    assert set(found["Is er een tweede plan?", "afdelingen welzijn"]) == {"ok"}


def test_the_table_of_the_response_has_the_size_classes(tables, estimates):
    found = tidy(tables["tabel-2"])
    assert list(found["domain"].unique())[-1] == "totaal"
    total = found[found["domain"].eq("totaal") & found["group"].eq("sociale diensten")].iloc[0]
    assert (total["n"], total["count"]) == (301, 133)


def test_it_says_what_was_asked_of_whom(tables):
    asked, = tables["figuur-5"].about
    assert asked.id == "financiering_wmo"
    assert asked.question.startswith("Waaruit financiert u")
    assert asked.manner.startswith("Meer dan één antwoord mogelijk. Gevraagd aan: sociale diensten "
                                   "en afdelingen welzijn, als het antwoord op")
    assert len(tables["figuur-4"].about) == 3


def test_bases_and_source(tables, estimates, mini_wave):
    assert tables["figuur-12"].bases == "Sociale diensten n = 125, afdelingen welzijn n = 56."
    assert "Reconstructie" in source_text(estimates.wave)
    assert source_text(mini_wave) == "Bron: Kleine peiling, enquête van 2009."


def test_it_does_not_change(tables):
    with pytest.raises(FrozenInstanceError):
        tables["figuur-1"].title = "Iets anders"
    assert hash(tables["figuur-1"]) == hash(replace(tables["figuur-1"]))


def test_what_is_made_alone_is_what_is_made_with_the_others(tables, estimates):
    assert exhibit(estimates, TABLE, 2).title == tables["tabel-2"].title
    assert exhibit(estimates, TABLE, 2).rows == tables["tabel-2"].rows
