"""Two coders put open answers into themes, from empty workbooks to open_answers.csv."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from editing import cells
from openpyxl import load_workbook

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.coding.answers import assignments
from participatiemonitor.estimation.coding.coding import hand_out, take_in
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered

HEAD = "respondent,question,text,themes,themes_second,quotable\n"
# In the order of the alphabet the answers are: 1 of SD-2, 2 of AW-1, 3 of SD-1.
ANSWERS = ('SD-1,toelichting,"Wij van Grootstad, zonder geld",,,nee\n'
           "SD-2,toelichting,=1+1 is ons geld,,,nee\n"
           "AW-1,toelichting,Geen tijd,,,nee\n")
BOTH = {"C": "ja", "D": "x"}


@pytest.fixture
def project(mini) -> Project:
    (mini.wave(2009) / "open_answers.csv").write_text(HEAD + ANSWERS, encoding="utf-8")
    return mini


@pytest.fixture
def given(project, tmp_path) -> list[Path]:
    return hand_out(project, 2009, tmp_path)


def fill(path: Path, rows: dict[int, dict[str, object]]) -> None:
    """Fill in the answers of the only question by their number: ``{1: {"C": "ja"}}``."""
    book = load_workbook(path)
    sheet = book["1 toelichting"]
    for number, row in rows.items():
        for column, value in row.items():
            sheet[f"{column}{number + 1}"] = value
    book.save(path)


def rows_of(project: Project) -> dict[str, dict[str, str]]:
    _, rows = cells(project.wave(2009) / "open_answers.csv")
    return {row["respondent"]: row for row in rows}


def test_a_coder_gets_texts_and_themes_and_nothing_of_who_answered(project, given):
    first, second = given
    assert first.read_bytes() == second.read_bytes()
    book = load_workbook(first)
    assert book.sheetnames == ["Uitleg", "1 toelichting"]
    shown = [[cell.value for cell in row] for row in book["1 toelichting"].iter_rows()]
    assert shown == [["Nummer", "Antwoord", "Citeren", "geld", "tijd"],
                     [1, "=1+1 is ons geld", None, None, None],
                     [2, "Geen tijd", None, None, None],
                     [3, "Wij van Grootstad, zonder geld", None, None, None]]
    assert book["1 toelichting"]["B2"].data_type == "s"
    said = " ".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    for code in ("SD-1", "AW-1", "K-1", "G-1", "sociale_dienst", "kleine gemeenten"):
        assert code not in said


def test_choices_are_lists(given):
    sheet = load_workbook(given[0])["1 toelichting"]
    assert {(str(one.sqref), one.formula1) for one in sheet.data_validations.dataValidation} == {
        ("C2:C4", '"ja,nee"'), ("D2:E4", '"x"')}


def test_both_codings_are_written_with_their_agreement(project, given):
    fill(given[0], {1: BOTH, 2: {"C": "ja", "E": "X"}, 3: {"C": "nee", "D": "x", "E": "x"}})
    fill(given[1], {1: BOTH, 2: {"C": "nee", "E": "x"}, 3: {"C": "nee", "D": "x"}})
    told = take_in(project, 2009, given)
    assert {name: (row["themes"], row["themes_second"], row["quotable"])
            for name, row in rows_of(project).items()} == {
        "SD-2": ("geld", "geld", "ja"), "AW-1": ("tijd", "tijd", "nee"),
        "SD-1": ("geld tijd", "geld", "nee")}
    assert [row["text"] for row in rows_of(project).values()] == [
        "Wij van Grootstad, zonder geld", "=1+1 is ons geld", "Geen tijd"]
    # Of six decisions five agree; yes 4 and 3, no 2 and 3: by chance (4*3 + 2*3) / 36 = 0.5.
    assert "1 toelichting (3 antwoorden): κ = 0,67, 83% van de keuzes gelijk\n" in told
    # Of tijd: yes 2 and 1, no 1 and 2, of three: (2*1 + 1*2) / 9; (2/3 - 4/9) / (5/9) = 0.4.
    assert "  tijd: κ = 0,40, 67% van de keuzes gelijk; 1 verschil: 3\n" in told
    assert "  geld" not in told
    assert "  citeren, alleen als beiden ja zeggen: 1 verschil: 2\n" in told


@pytest.mark.parametrize(("rows", "message"), [
    ({1: BOTH, 2: BOTH}, "blad 1 toelichting, cel C4 (Citeren): ''; verwacht: ja of nee"),
    ({1: {"C": "ja", "D": "ja"}, 2: BOTH, 3: BOTH}, "cel D2 (geld): 'ja'; verwacht: x of niets"),
    ({1: {"C": "ja", "B": "Iets anders"}, 2: BOTH, 3: BOTH},
     "cel B2 (Antwoord): 'Iets anders'; verwacht: antwoord 1, zoals het is uitgegeven"),
    ({1: {"C": "ja", "A": 7}, 2: BOTH, 3: BOTH}, "cel A2 (Nummer): 7; verwacht: een nummer van 1"),
    ({0: {"D": "poen"}}, "cel D1: 'poen'; verwacht: geld"),
    ({9: {"B": "Nog een"}}, "cel A10 (Nummer): ''; verwacht: een nummer van 1 tot en met 3"),
    ({3: {"A": 2}}, "cel A4 (Nummer): 2; verwacht: elk nummer één keer"),
    ({3: {"A": None, "B": None}}, "blad 1 toelichting (Nummer): ''; verwacht: ook antwoord 3"),
    ({}, "codering-2009-2.xlsx, blad 1 toelichting: 'niets ingevuld'; verwacht: de indeling"),
    ({1: {"D": "=1+1"}}, "cel D2: '=1+1'; verwacht: een waarde"),
])
def test_a_wrong_workbook_is_told_by_cell_and_nothing_is_written(project, given, rows, message):
    before = (project.wave(2009) / "open_answers.csv").read_bytes()
    fill(given[0], {1: BOTH, 2: BOTH, 3: BOTH})
    fill(given[1], rows)
    with pytest.raises(InputError) as caught:
        take_in(project, 2009, given)
    assert message in str(caught.value)
    assert (project.wave(2009) / "open_answers.csv").read_bytes() == before


def test_a_coder_may_sort_the_answers(project, given):
    for path in given:
        fill(path, {1: BOTH, 2: {"C": "nee", "E": "x"}, 3: {"C": "nee"}})
    book = load_workbook(given[1])
    sheet = book["1 toelichting"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for place, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(place, column).value = value
            if isinstance(value, str):
                sheet.cell(place, column).data_type = "s"
    book.save(given[1])
    assert "κ = 1,00, 100% van de keuzes gelijk" in take_in(project, 2009, given)
    assert {name: row["themes_second"] for name, row in rows_of(project).items()} == {
        "SD-2": "geld", "AW-1": "tijd", "SD-1": ""}


def test_two_empty_workbooks_are_no_coding(project, given):
    with pytest.raises(InputError, match="niets ingevuld"):
        take_in(project, 2009, given)


def test_answers_that_changed_since_are_not_coded(project, given):
    fill(given[0], {1: BOTH, 2: BOTH, 3: BOTH})
    shutil.copyfile(given[0], given[1])
    path = project.wave(2009) / "open_answers.csv"
    path.write_text(path.read_text("utf-8").replace("Geen tijd", "Te weinig tijd"), "utf-8")
    with pytest.raises(InputError, match=r"'Geen tijd'; verwacht: antwoord 2"):
        take_in(project, 2009, given)


def test_work_of_a_coder_is_never_overwritten(project, given, tmp_path):
    fill(given[1], {1: BOTH})
    kept = given[1].read_bytes()
    with pytest.raises(InputError, match="staat er al"):
        hand_out(project, 2009, tmp_path)
    assert given[1].read_bytes() == kept


@pytest.mark.parametrize("count", [1, 3])
def test_there_are_two_coders(project, given, count):
    with pytest.raises(InputError, match="twee keer"):
        take_in(project, 2009, (given * 2)[:count])


def test_a_round_without_texts_has_nothing_to_code(repository, tmp_path):
    with pytest.raises(InputError, match="geen open antwoorden met tekst"):
        hand_out(repository, 2011, tmp_path)
    assert not list(tmp_path.iterdir())


def test_the_codings_of_a_whole_round_come_back_as_they_were(tmp_path):
    """Filled in as the round of 2016 was coded, two workbooks make its file, byte for byte."""
    root = shutil.copytree(Path(__file__).parents[2] / "data" / "round2016", tmp_path / "peiling")
    project = Project(root)
    path = project.wave(2016) / "open_answers.csv"
    before = path.read_bytes()
    answered = load_answered(2016, project)
    told = {(row.question, row.respondent): row for row in answered.open_answers.itertuples()}
    folder = tmp_path / "codeurs"
    folder.mkdir()
    paths = hand_out(project, 2016, folder)
    for one, column in zip(paths, ("themes", "themes_second"), strict=True):
        book = load_workbook(one)
        for each in assignments(answered):
            themes = each.question.option_ids
            for row, respondent in enumerate(each.respondents, start=2):
                coding = told[each.question.id, respondent]
                book[each.sheet].cell(row, 3).value = "ja" if coding.quotable else "nee"
                for theme in getattr(coding, column):
                    book[each.sheet].cell(row, 4 + themes.index(theme)).value = "x"
        book.save(one)
    path.write_text(HEAD + "".join(f'{row.respondent},{row.question},"{row.text}",,,nee\n'
                                   for row in answered.open_answers.itertuples()), "utf-8")
    report = take_in(project, 2016, paths)
    assert path.read_bytes() == before
    assert report.count("antwoorden): κ = 0,") == 4


def test_rows_are_as_high_as_their_text_in_any_spreadsheet(mini, tmp_path):
    long = "Daar hebben wij de mensen niet voor. " * 20
    (mini.wave(2009) / "open_answers.csv").write_text(
        HEAD + f"SD-1,toelichting,{long.strip()},,,nee\nSD-2,toelichting,Kort,,,nee\n", "utf-8")
    sheet = load_workbook(hand_out(mini, 2009, tmp_path)[0])["1 toelichting"]
    assert sheet.row_dimensions[2].height >= 15 * len(long) / 80
    assert sheet.row_dimensions[3].height in (None, 15)
