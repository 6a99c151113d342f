"""The template of a new round: filled from the last one, with what must be completed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.survey.setup.setup import read_setup
from participatiemonitor.survey.setup.template import require_setup, write_template
from participatiemonitor.survey.wave import load_wave
from survey.setup.filling import faults_of, fill

TESTS = Path(__file__).parents[2]
# What the template of 2013 after the round of 2009 lacks, and a filling of it.
FILLING = {("Peiling", "B7"): "klein2013", ("Peiling", "B14"): "2013-01-01",
           ("Peiling", "B15"): 6, ("Peiling", "B16"): 900, ("Groepen", "F2"): "2013-03",
           ("Grootteklassen", "D2"): 3, ("Grootteklassen", "D3"): 1,
           **{("Register", f"E{row}"): 10_000 * row for row in range(2, 6)},
           **{("Register", f"F{row}"): 10 * row for row in range(2, 6)}}


def test_a_new_round_is_filled_from_the_last_and_lists_what_is_missing(mini, tmp_path):
    made = write_template(mini, 2013, tmp_path / "opzet.xlsx")
    assert made.told == "Wat al is ingevuld, komt uit de peiling van 2009."
    assert made.unfilled == (
        "Peiling, B7: Bron", "Peiling, B14: Peildatum", "Peiling, B15: Gemeenten in Nederland",
        "Peiling, B16: Bijstandsgerechtigden in Nederland",
        "Grootteklassen, D2 tot en met D3: Organisaties",
        "Register, E2 tot en met E5: Inwoners",
        "Register, F2 tot en met F5: Bijstandsgerechtigden")
    assert "Groepen, F2 tot en met F3: Veldwerk" in made.reviewed
    missing = {f"{fault.row.sheet}, {fault.column}" for fault in faults_of(made.path)}
    assert missing == {"Peiling, Bron", "Peiling, Peildatum", "Peiling, Gemeenten in Nederland",
                       "Peiling, Bijstandsgerechtigden in Nederland",
                       "Grootteklassen, Organisaties", "Register, Inwoners",
                       "Register, Bijstandsgerechtigden"}


def test_a_template_that_is_completed_is_a_round(mini, tmp_path):
    path = write_template(mini, 2013, tmp_path / "opzet.xlsx").path
    fill(path, FILLING)
    before, found = load_wave(2009, mini), read_setup(path)
    assert found.codebook == before.codebook
    assert (found.year, found.info.previous, found.info.status) == (2013, 2009, "waarneming")
    assert found.info.groups == before.info.groups
    assert found.info.publication == before.info.publication
    assert list(found.frame.index) == list(before.frame.index)


def test_what_must_be_completed_is_coloured_and_told_on_the_first_sheet(mini, tmp_path):
    path = write_template(mini, 2013, tmp_path / "opzet.xlsx").path
    book = load_workbook(path)
    said = [row[0] for row in book["Uitleg"].iter_rows(values_only=True)]
    assert said[0] == "Opzet van de peiling van 2013"
    assert "Grootteklassen, D2 tot en met D3: Organisaties" in said[said.index(
        "Nog in te vullen:"):said.index("Na te kijken:")]
    assert "Groepen, F2 tot en met F3: Veldwerk" in said[said.index("Na te kijken:"):]
    coloured = {str(area.sqref) for sheet in ("Peiling", "Grootteklassen")
                for area in book[sheet].conditional_formatting}
    assert {"B14", "D2:D303"} <= coloured
    assert book["Groepen"]["F2"].fill.fgColor.rgb == "FFFFF2CC"
    assert book["Groepen"]["D2"].fill.fgColor.rgb != "FFFFF2CC"


@pytest.mark.parametrize("sheet", ["Peiling", "Vragen", "Opties", "Register"])
def test_a_sheet_is_easy_to_fill_in(mini, tmp_path, sheet):
    book = load_workbook(write_template(mini, 2013, tmp_path / "opzet.xlsx").path)
    page = book[sheet]
    assert page.freeze_panes
    assert page.column_dimensions["B"].width > 8
    if sheet == "Peiling":
        assert all(page.cell(row, 3).value for row in range(1, page.max_row + 1))
    else:
        assert all(cell.comment.text for cell in page[1])
    lists = {rule.formula1 for rule in page.data_validations.dataValidation}
    assert lists & {'"waarneming,reconstructie"', '"ja,nee"', "'Grootteklassen'!$A$2:$A$1000",
                    '"één antwoord,meer antwoorden,percentage,getal,open"'}


def test_no_cell_is_a_formula(mini, tmp_path):
    book = load_workbook(write_template(mini, 2013, tmp_path / "opzet.xlsx").path)
    assert [cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row
            if cell.data_type == "f"] == []


def test_of_a_reconstruction_nothing_that_was_drawn_is_kept(data_copy, tmp_path):
    made = write_template(data_copy, 2016, tmp_path / "opzet.xlsx")
    assert "Register: één rij per organisatie die is gevraagd" in made.unfilled
    book = load_workbook(made.path)
    assert book["Register"].max_row == 1 or book["Register"]["A2"].value is None
    assert book["Peiling"]["B3"].value is None
    assert not [row for row in book["Opties"].iter_rows(min_row=2, values_only=True) if row[4]]
    assert {row[7] for row in book["Vragen"].iter_rows(min_row=2, values_only=True)
            if row[0]} == {"alle"}


def test_a_book_of_given_answers_waits_for_the_fingerprint_of_a_key(data_copy, tmp_path):
    key = "Peiling, B19: Vingerafdruk van de sleutel"
    made = write_template(data_copy, 2016, tmp_path / "opzet.xlsx")
    assert key in made.unfilled
    rules = {str(area.sqref): area.rules[0].formula
             for area in load_workbook(made.path)["Peiling"].conditional_formatting}
    assert rules["B19"] == ['AND(ISBLANK(B19),$B$4="waarneming")']
    # A round is read without it; one that was drawn has none.
    assert not [fault for fault in faults_of(made.path) if fault.column == key[14:]]
    assert key not in write_template(data_copy, 2011, tmp_path / "opzet-2011.xlsx").unfilled


def test_texts_that_name_a_law_or_a_year_are_to_be_looked_at(data_copy, tmp_path):
    made = write_template(data_copy, 2016, tmp_path / "opzet.xlsx")
    book = load_workbook(made.path)
    marked = [cell.value for row in book["Vragen"].iter_rows(min_row=2) for cell in row
              if cell.fill.fgColor.rgb == "FFFFF2CC"]
    assert "Deed u soortgelijke projecten ook al voor de invoering van de Wmo in 2007?" in marked
    assert "Heeft uw gemeente een visie op participatie?" not in marked
    assert any(line.startswith("Vragen, E") for line in made.reviewed)


def test_a_round_that_is_there_is_written_as_it_is(mini, tmp_path):
    made = write_template(mini, 2009, tmp_path / "opzet.xlsx")
    assert made.unfilled == made.reviewed == ()
    assert read_setup(made.path).codebook == load_wave(2009, mini).codebook


def test_the_year_may_still_be_open(mini, tmp_path):
    assert write_template(mini, None, tmp_path / "opzet.xlsx").unfilled[0] == "Peiling, B2: Jaar"


def test_without_any_round_there_is_an_example_that_holds(mini, tmp_path):
    shutil.rmtree(mini.wave(2009))
    made = write_template(mini, 2030, tmp_path / "opzet.xlsx")
    assert "voorbeeld" in made.told
    fill(made.path, {("Peiling", "B7"): "bureau", ("Peiling", "B14"): "2030-01-01",
                     ("Peiling", "B15"): 340, ("Peiling", "B16"): 400_000,
                     ("Grootteklassen", "D2"): 4, ("Grootteklassen", "D3"): 2,
                     **{("Register", f"{column}{row}"): 100 for column in "EF"
                        for row in range(2, 8)}})
    found = read_setup(made.path)
    assert len(found.codebook.questions) == 6
    assert found.info.previous is None


def test_somebodys_work_is_never_overwritten(mini, tmp_path):
    path = tmp_path / "opzet.xlsx"
    path.write_bytes(b"uren werk")
    for write in (write_template, require_setup):
        with pytest.raises(InputError, match="staat er al"):
            write(mini, 2013, path)
    assert path.read_bytes() == b"uren werk"


def test_a_round_without_setup_gets_a_template_and_stops_with_what_is_missing(mini, tmp_path):
    path = tmp_path / "opzet-2013.xlsx"
    with pytest.raises(InputError) as caught:
        require_setup(mini, 2013, path)
    assert path.is_file()
    said = str(caught.value)
    assert said.startswith(f"Peiling 2013 heeft een opzet nodig. Geschreven: {path}.")
    assert "\n  Peiling, B14: Peildatum\n" in said
    assert "\n  nakijken: Groepen, F2 tot en met F3: Veldwerk\n" in said
    assert said.endswith(f"--setup {path}.")


def test_what_a_round_says_of_earlier_rounds_is_not_repeated(mini, tmp_path):
    folder = mini.wave(2009)
    text = (folder / "codebook.yml").read_text("utf-8")
    (folder / "codebook.yml").write_text(text.replace(
        "  - id: taken\n", "  - id: taken\n    earlier: {2005: {change: new}}\n"), "utf-8")
    assert load_wave(2009, mini).codebook["taken"].earlier
    book = load_workbook(write_template(mini, 2013, tmp_path / "opzet.xlsx").path)
    assert book["Eerdere rondes"]["A2"].value is None


def test_the_last_round_before_the_new_one_fills_it(mini, tmp_path):
    project = Project(mini.root)
    shutil.copytree(TESTS / "data" / "round2016" / "data" / "waves" / "2016", project.wave(2016))
    made = write_template(project, 2013, tmp_path / "eerder.xlsx")
    assert made.told.endswith("de peiling van 2009.")
    assert write_template(project, 2020, tmp_path / "later.xlsx").told.endswith("van 2016.")
