"""Tables as Markdown: the numbers of the estimates, in the right cells."""

import pytest

from participatiemonitor.estimation import Estimates
from participatiemonitor.presentation import figures, tables, wording
from participatiemonitor.presentation.claims import read_claims
from participatiemonitor.presentation.verdicts import check_claims
from participatiemonitor.presentation.markdown import pipe_table


def rows(text):
    """The cells of a Markdown table, without the rule under its head."""
    lines = [[cell.strip() for cell in line.strip("| ").split(" | ")]
             for line in text.splitlines()]
    return [lines[0], *lines[2:]]


def test_cells_with_bars_and_breaks_do_not_break_the_table():
    text = pipe_table(["a", "b"], [["x|y", "een\ntwee"]], right=[1])
    assert text == "| a | b |\n| :-- | --: |\n| x\\|y | een twee |"


@pytest.mark.parametrize("number", range(1, 13))
def test_the_table_of_a_figure_holds_its_numbers_with_n(estimates, number):
    data = figures.figure_data(number, estimates)
    _, *body = rows(tables.figure_table(data))
    several = data.form == "stacked" and data.table["item"].nunique() > 1
    width = 2 if several else 1
    groups = list(dict.fromkeys(data.table["group"]))
    for row in data.table.itertuples():
        key = [wording.capital(row.item), wording.capital(row.option)][-width:]
        line, = (line for line in body if line[:width] == key)
        place = width + 2 * groups.index(row.group)
        assert line[place:place + 2] == [wording.percent(row.value), str(row.n)]
    assert len(body) * len(groups) == len(data.table)


def test_the_table_of_a_figure_shows_where_nobody_answered(hundred):
    data = figures.figure_data(1, Estimates(hundred({"zorg": 30}, None)))
    _, first, *_ = rows(tables.figure_table(data))
    assert first == ["Zorg", "30%", "100", "–", "0"]


def test_table_1_has_the_published_means_and_its_base(estimates):
    head, *body = rows(tables.means_table("belemmeringen", "sociale_dienst", estimates))
    assert head[1] == "Totaal (n = 89)"
    assert [line[1] for line in body] == [
        "21%", "33%", "30%", "26%", "24%", "26%", "22%", "13%"]
    assert body[0][0] == "Geen belemmeringen"


def test_table_2_has_the_published_response(estimates):
    _, *body = rows(tables.response_table(estimates))
    assert [line[1:4] for line in body] == [
        ["232", "76", "33%"], ["34", "27", "79%"], ["31", "26", "84%"], ["4", "4", "100%"],
        ["301", "133", "44%"]]
    assert [line[5] for line in body] == ["41", "9", "11", "1", "62"]
    assert sum(int(line[2]) for line in body[:-1]) == int(body[-1][2])


def test_who_was_asked_reads_as_a_sentence(mini_wave):
    question = mini_wave.codebook["bereik"]
    assert tables.base_text(question, mini_wave) == (
        "sociale diensten en afdelingen welzijn, als het antwoord op “Wordt er iets uitgevoerd?” "
        "is ja")
    assert tables.base_text(mini_wave.codebook["klanten"], mini_wave) == "sociale diensten"
    routed = tables.base_text(mini_wave.codebook["toelichting"], mini_wave)
    assert routed.endswith("is zorg of werk")


def test_the_table_of_claims_has_every_claim_with_its_verdict_and_place(estimates, repository):
    claims = read_claims(repository.published / "claims_2011.csv")
    verdicts = {one.claim.id: one for one in check_claims(claims, estimates)}
    _, *body = rows(tables.claims_table(list(verdicts.values()), estimates.wave))
    shown = {line[0]: line for line in body}
    assert list(shown) == list(verdicts)
    assert shown["3.2-04"][2:6] == ["44%", "44%", "klopt", "{numref}`figuur-12`"]
    assert shown["T1-02"][5] == "{numref}`tabel-1`"
    assert shown["I-02"][5] == "{numref}`tabel-2`"
    assert shown["I-04"][4] == "**tegenspraak in de bron**"
    assert shown["I-04"][6].startswith("Tegenover M-02.")


def test_the_table_of_questions_marks_assumed_answers(wave):
    questions = [one for one in wave.codebook.questions if one.figure == 5]
    _, line = rows(tables.codebook_table(questions, wave))
    assert line[0] == "`financiering_wmo`"
    assert line[2] == "meer antwoorden"
    assert "Wmo-gelden;" in line[3]
    assert "bijdragen van partners\\*" in line[3]
    assert "als het antwoord op" in line[4]
    assert line[5] == "{numref}`figuur-5`"
