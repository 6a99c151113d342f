"""What the files of figures and tables hold, against the estimates."""

import pytest

from participatiemonitor.estimation.results import results_of
from participatiemonitor.presentation.exhibits.data_tables import (
    COLUMNS,
    bases_text,
    data_tables,
    source_text,
    tidy,
)
from participatiemonitor.presentation.exhibits.figures import figure_data


@pytest.fixture(scope="session")
def tables(estimates):
    return {data.name: data for data in data_tables(estimates)}


def test_every_figure_and_table_of_the_codebook_is_there(tables):
    assert list(tables) == [*(f"figuur-{n}" for n in range(1, 13)), "tabel-1", "tabel-2"]


def test_the_rows_are_those_of_the_results(tables, estimates):
    results = estimates.table()
    codebook, info = estimates.wave.codebook, estimates.wave.info
    results["group"] = results["group"].map(lambda group: info.groups[group].nl)
    for number, spec in codebook.figures.items():
        found = tidy(tables[f"figuur-{number}"], estimates.wave)
        assert tuple(found.columns) == COLUMNS
        expected = results[results["question"].isin(spec.questions)
                           & results["domain"].eq("totaal")].copy()
        expected["answer"] = [codebook[row.question].option(row.option).nl
                              for row in expected.itertuples()]
        expected["question"] = expected["question"].map(lambda name: codebook[name].nl)
        keys = ["question", "answer", "group"]
        expected = expected.rename(columns=lambda name: name.removeprefix("weighted_"))
        columns = ["n", "count", "value", "weighted", "low", "high", "step", "status"]
        one, other = (frame.set_index(keys)[columns].sort_index() for frame in (found, expected))
        assert one.equals(other), number


def test_the_rows_stand_as_in_the_figure(tables, estimates):
    found = tidy(tables["figuur-12"], estimates.wave)
    shown = figure_data(12, estimates).table
    assert list(dict.fromkeys(found["answer"])) == list(dict.fromkeys(shown["option"]))


def test_a_group_that_was_not_asked_says_so(mini_wave):
    first = mini_wave.codebook["plan_een"]
    asked = first.model_copy(update={"asked": ("sociale_dienst",)})
    questions = tuple(asked if one.id == "plan_een" else one
                      for one in mini_wave.codebook.questions)
    codebook = mini_wave.codebook.model_copy(update={"questions": questions})
    wave = type(mini_wave)(**{**vars(mini_wave), "codebook": codebook})
    figure, = (data for data in data_tables(results_of(wave)) if data.name == "figuur-2")
    found = tidy(figure, wave).set_index(["question", "group"])["status"]
    assert set(found["Is er een eerste plan?", "afdelingen welzijn"]) == {"niet_gevraagd"}
    assert set(found["Is er een tweede plan?", "afdelingen welzijn"]) == {"ok"}


def test_the_table_of_the_response_has_the_size_classes(tables, estimates):
    found = tidy(tables["tabel-2"], estimates.wave)
    assert list(found["domain"].unique())[-1] == "totaal"
    total = found[found["domain"].eq("totaal") & found["group"].eq("sociale diensten")].iloc[0]
    assert (total["n"], total["count"]) == (301, 133)


def test_it_says_what_was_asked_of_whom(tables):
    line, = tables["figuur-5"].about
    assert line.startswith("Vraag: Waaruit financiert u")
    assert "Meer dan één antwoord mogelijk." in line
    assert "Gevraagd aan: sociale diensten en afdelingen welzijn, als het antwoord op" in line
    assert len(tables["figuur-4"].about) == 3


def test_bases_and_source(estimates, mini_wave):
    bases = bases_text(figure_data(12, estimates))
    assert bases == "Sociale diensten n = 125, afdelingen welzijn n = 56."
    assert "Reconstructie" in source_text(estimates.wave)
    assert source_text(mini_wave) == "Bron: Kleine peiling, peiling 2009."
