"""A round from each kind of file, by the command itself: the same wave, or nothing at all."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from crosswalking import (
    ROUND,
    accept,
    contents,
    decide,
    empty_project,
    expected,
    rows_of,
    setup_folder,
    wave_new,
)
from editing import cells, write
from exporting import Exported, exported, to_csv, to_limesurvey, to_sav, to_xlsx

from participatiemonitor.project import Project
from participatiemonitor.survey.setup.contents import contents_of
from participatiemonitor.survey.setup.setup import write_setup
from participatiemonitor.survey.setup.workbook import setup_workbook
from participatiemonitor.survey.wave import load_wave


@pytest.fixture
def project(tmp_path, monkeypatch):
    made = empty_project(tmp_path / "monitor")
    monkeypatch.chdir(made.root)
    return made


@pytest.fixture
def setup(tmp_path):
    return setup_folder(tmp_path / "opzet")


@pytest.fixture(scope="module")
def columns() -> list[Exported]:
    return exported(Project(ROUND), 2016)


@pytest.fixture
def inbox(tmp_path) -> Path:
    (tmp_path / "ontvangen").mkdir()
    return tmp_path / "ontvangen"


def made(project):
    return contents(project.wave(2016))


def refused(project, *arguments):
    """Run the command, which must refuse; what it says. The data are as they were."""
    before = contents(project.root / "data")
    result = wave_new(*arguments)
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)
    assert contents(project.root / "data") == before
    assert not (project.build(2016) / ".invoer").exists()
    return result.stderr


@pytest.mark.parametrize(("export", "name"), [
    (to_sav, "antwoorden.sav"), (to_sav, "antwoorden.zsav"), (to_xlsx, "antwoorden.xlsx"),
    (to_csv, "antwoorden.csv")])
def test_each_kind_of_file_becomes_the_same_round(project, setup, columns, inbox, export, name):
    result = wave_new("--from", export(inbox / name, columns), "--setup", setup)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()
    assert "230 respondenten en 451 open antwoorden" in result.output


def test_limesurvey_becomes_the_same_round_once_empty_cells_are_judged(
    project, setup, columns, inbox
):
    source = to_limesurvey(inbox / "results-survey123456.csv", columns)
    said = refused(project, "--from", source, "--setup", setup)
    assert "Waarden met een waarschijnlijke betekenis: 44" in said
    crosswalk = inbox / "results-survey123456-crosswalk.xlsx"
    assert str(crosswalk) in said
    result = wave_new("--from", source, "--setup", setup, "--crosswalk", decide(crosswalk, accept))
    assert result.exit_code == 0, result.output
    assert made(project) == expected()
    for name in ("token", "ipaddr", "submitdate"):
        assert name in result.output.partition("Niet overgenomen")[2]
    everything = b"".join(made(project).values())
    assert b"10.0.0." not in everything and b"aZ0001x" not in everything


def renamed(columns: list[Exported]) -> tuple[list[Exported], dict[str, str]]:
    """Columns as a questionnaire numbers them, options by their texts alone; and what they are."""
    names: dict[str, str] = {}
    made = []
    questions: list[str] = []
    for column in columns:
        if column.question is None:
            made.append(column)
            continue
        if column.question.id not in questions:
            questions.append(column.question.id)
        name, label = f"V{len(questions)}", column.label.replace("u ", "jullie ", 1)
        if len(column.question.columns) > 1:
            option = column.question.option(column.name.partition("__")[2])
            name, label = f"{name}_{column.question.option_ids.index(option.id) + 1}", option.nl
        names[name] = column.name
        made.append(replace(column, name=name, label=label))
    return made, names


def test_renamed_questions_become_the_same_round_by_a_crosswalk(
    project, setup, columns, inbox
):
    other, names = renamed(columns)
    source = to_sav(inbox / "meting.sav", other)
    said = refused(project, "--from", source, "--setup", setup)
    assert "Kolommen met een waarschijnlijk doel" in said and "Kolommen zonder doel" in said
    proposed = rows_of(inbox / "meting-crosswalk.xlsx")
    for row in proposed:
        if row["var_name_target"] and row["var_name_orig"] in names:
            assert row["var_name_target"] == names[row["var_name_orig"]]

    def choose(row):
        if row["val_label_orig"] or row["val_numeric_orig"] or row["zekerheid"] == "zeker":
            return accept(row)
        return {"var_name_target": names[row["var_name_orig"]], "besluit": "ja"}

    filled = decide(inbox / "meting-crosswalk.xlsx", choose)
    result = wave_new("--from", source, "--setup", setup, "--crosswalk", filled)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def test_a_file_a_group_makes_one_round(project, setup, inbox):
    sources = []
    for group, write_to, name in (("sociale_dienst", to_xlsx, "sociale diensten.xlsx"),
                                  ("afdeling_welzijn", to_csv, "w.csv")):
        sources.append(write_to(inbox / name, [
            column for column in exported(Project(ROUND), 2016, group)
            if column.name != "group" and any(column.cells)]))
    arguments = [part for source in sources for part in ("--from", source)]
    said = refused(project, *arguments, "--setup", setup)
    assert "de naam van het bestand noemt de sociale diensten" in said
    assert "w.csv: 'alle rijen van dit bestand'" in said

    def choose(row):
        if row["var_name_orig"]:
            return accept(row)
        return {"besluit": "ja", "val_label_target":
                "afdeling_welzijn" if row["id"] == "w.csv" else "sociale_dienst"}

    filled = decide(inbox / "sociale diensten-crosswalk.xlsx", choose)
    result = wave_new(*arguments, "--setup", setup, "--crosswalk", filled)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def test_the_setup_may_be_a_workbook(project, setup, columns, inbox):
    wave = load_wave(2016, Project(ROUND))
    workbook = inbox / "opzet.xlsx"
    workbook.write_bytes(setup_workbook(contents_of(wave)))
    result = wave_new("--from", to_sav(inbox / "a.sav", columns), "--setup", workbook)
    assert result.exit_code == 0, result.output
    written = inbox / "geschreven"
    written.mkdir()
    write_setup(wave, written)
    assert made(project) == {**expected(), **contents(written)}


def test_names_tie_respondents_to_the_frame_once_confirmed(project, setup, columns, inbox):
    header, register = cells(setup / "frame.csv")
    for number, row in enumerate(register):
        row["name"] = f"Plaats {number // 26:02} {chr(65 + number % 26) * 3}"
    write(setup / "frame.csv", header, register)
    name = {row["organisation"]: row["name"] for row in register}
    by_name = [replace(column, name="Gemeente", cells=[f"Gemeente {name[cell]}" for cell in
                                                       column.cells])
               if column.name == "organisation" else column for column in columns]
    by_name[1].cells[0] = by_name[1].cells[0].replace(" ", "  ").upper()
    by_name[1].cells[1] += " e.o."
    source = to_csv(inbox / "namen.csv", by_name, "utf-8")
    said = refused(project, "--from", source, "--setup", setup)
    assert "de cellen zijn namen uit frame.csv; voorstel: name" in said
    filled = decide(inbox / "namen-crosswalk.xlsx", accept)
    result = wave_new("--from", source, "--setup", setup, "--crosswalk", filled)
    assert result.exit_code == 0, result.output
    assert made(project)["responses.csv"] == expected()["responses.csv"]


def test_respondents_without_a_code_get_one(project, setup, columns, inbox):
    without = [column for column in columns if column.name != "respondent"]
    result = wave_new("--from", to_csv(inbox / "a.csv", without), "--setup", setup)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def spoiled(columns, name, change):
    """Columns of which one has other cells."""
    return [replace(column, cells=change(list(column.cells))) if column.name == name else column
            for column in columns]


def first(value):
    return lambda cells: [value, *cells[1:]]


def first_answer(value):
    def change(cells):
        place = next(place for place, cell in enumerate(cells) if cell)
        return [*cells[:place], value, *cells[place + 1:]]
    return change


@pytest.mark.parametrize(("name", "change", "kind", "said"), [
    ("organisation", first("KLEIN-999"), "Waarden zonder betekenis: 1", "staat niet in frame.csv"),
    ("organisation", first(""), "Respondenten zonder organisatie: 1", "rij 2"),
    ("organisation", lambda cells: [cells[1], *cells[1:]], "Dubbele respondenten: 1",
     "de eerste staat in a.csv, rij 2"),
    ("respondent", lambda cells: [cells[1], *cells[1:]],
     "Codes van respondenten die niet kunnen: 1", "rij 3"),
    ("group", first("wijkteam"), "Waarden zonder betekenis: 1", "'wijkteam'"),
    ("wmo_uitvoering", lambda cells: ["misschien", "soms", *cells[2:]],
     "Waarden zonder betekenis: 2", "'misschien'"),
    ("belemmeringen__geen", first("veel"), "Waarden zonder betekenis: 1", "geen getal"),
    ("belemmeringen__geen", first("99"), "Waarden zonder betekenis: 1",
     "kan ‘weet niet’ betekenen"),
    ("belemmeringen__geen", first("999"), "waarschijnlijke betekenis: 1", "voorstel: (ontbreekt)"),
    ("participatieladder__trede_1", first_answer("77"), "--accept onbruikbaar",
     "een totaal van 100"),
    ("participatieladder__trede_1", first_answer(""), "--accept onbruikbaar", "alle kolommen van"),
    ("individuele_voorzieningen", first("ja"), "--accept niet-gevraagd",
     "alleen gevraagd als wmo_uitvoering is hele of onderdelen"),
    ("belemmeringen__geen", lambda cells: [*cells[:-1], "5"], "--accept niet-gevraagd",
     "niet gevraagd aan afdeling_welzijn"),
])
def test_each_fault_stops_the_import_and_is_counted(
    project, setup, columns, inbox, name, change, kind, said
):
    source = to_csv(inbox / "a.csv", spoiled(columns, name, change))
    message = refused(project, "--from", source, "--setup", setup)
    assert kind in message
    assert said in message


def test_all_faults_are_told_at_once(project, setup, columns, inbox):
    worse = spoiled(columns, "wmo_uitvoering", lambda cells: ["misschien"] * 20 + cells[20:])
    worse = spoiled(worse, "organisation",
                    lambda cells: ["X-1", "X-2", "", cells[4], *cells[4:]])
    message = refused(project, "--from", to_csv(inbox / "a.csv", worse), "--setup", setup)
    assert "Waarden zonder betekenis: 3" in message
    assert "Respondenten zonder organisatie: 1" in message
    assert "Dubbele respondenten: 1" in message


def test_a_question_without_a_column_is_accepted_by_name(project, setup, columns, inbox):
    source = to_csv(inbox / "a.csv", [column for column in columns
                                      if not column.name.startswith("taakvelden__w")])
    message = refused(project, "--from", source, "--setup", setup)
    assert "Vragen waarvoor geen kolom is (met --accept zonder-kolom" in message
    assert "taakvelden__werk_en_inkomen, taakvelden__wsw, taakvelden__wmo" in message
    message = refused(project, "--from", source, "--setup", setup, "--accept", "zonder-kolom")
    assert "--accept onbruikbaar" in message  # the others of its options cannot stand alone
    names = ["--accept", "zonder-kolom", "--accept", "onbruikbaar"]
    message = refused(project, "--from", source, "--setup", setup, *names)
    assert "overal hetzelfde invult (het klopt: --accept rechte-lijn): 1" in message
    result = wave_new("--from", source, "--setup", setup, *names,
                      "--accept", "rechte-lijn", "--accept", "gelijke-antwoorden")
    assert result.exit_code == 0, result.output
    _, rows = cells(project.wave(2016) / "responses.csv")
    assert {row["taakvelden__armoede"] for row in rows} == {""}
    assert {row["knelpunten__schotten"] for row in rows} == {"", "0", "1"}


def test_what_was_not_asked_is_left_out_when_accepted(project, setup, columns, inbox):
    source = to_csv(inbox / "a.csv", spoiled(columns, "individuele_voorzieningen", first("ja")))
    result = wave_new("--from", source, "--setup", setup, "--accept", "niet-gevraagd")
    assert result.exit_code == 0, result.output
    assert ("Aanvaard: antwoorden op vragen die niet zijn gesteld, 1 keer; deze antwoorden "
            "vervallen") in result.output
    assert made(project) == expected()


def test_a_round_that_is_there_is_replaced_by_name_alone(project, setup, columns, inbox):
    shutil.copytree(ROUND / "data" / "waves" / "2016", project.wave(2016))
    (project.wave(2016) / "editorial").mkdir()
    (project.wave(2016) / "editorial" / "voorwoord.md").write_text("Zo was het.", encoding="utf-8")
    source = to_csv(inbox / "a.csv", spoiled(columns, "voordelen", first("Iets anders.")))
    message = refused(project, "--from", source, "--setup", setup)
    assert "De peiling bestaat al (met --accept vervangen" in message
    result = wave_new("--from", source, "--setup", setup, "--accept", "vervangen")
    assert result.exit_code == 0, result.output
    assert (project.wave(2016) / "editorial" / "voorwoord.md").read_text("utf-8") == "Zo was het."
    _, before = cells(ROUND / "data" / "waves" / "2016" / "open_answers.csv")
    _, after = cells(project.wave(2016) / "open_answers.csv")
    kept = [row for row in after if row in before]
    other, = (row for row in after if row not in before)
    assert len(kept) == len(before) - (len(before) == len(after))
    assert (other["text"], other["themes"], other["quotable"]) == ("Iets anders.", "", "nee")
    assert sorted(path.name for path in project.waves.iterdir()) == ["2016"]


def test_a_crosswalk_of_an_analyst_is_never_overwritten(project, setup, columns, inbox):
    source = to_limesurvey(inbox / "a.csv", columns)
    refused(project, "--from", source, "--setup", setup)
    first = (inbox / "a-crosswalk.xlsx").read_bytes()
    said = refused(project, "--from", source, "--setup", setup)
    assert (inbox / "a-crosswalk.xlsx").read_bytes() == first
    assert "a-crosswalk-2.xlsx" in said
    said = refused(project, "--from", source, "--setup", setup,
                   "--crosswalk", inbox / "a-crosswalk.xlsx")
    assert "Vul de gekleurde rijen van a-crosswalk.xlsx in" in said
    assert not (inbox / "a-crosswalk-3.xlsx").exists()


def test_what_was_received_in_the_data_leaves_no_crosswalk_there(project, setup, columns):
    source = to_limesurvey(project.root / "data" / "antwoorden.csv", columns)
    refused(project, "--from", source, "--setup", setup)
    assert (project.root / "antwoorden-crosswalk.xlsx").is_file()


@pytest.mark.parametrize(("spoil", "said"), [
    (lambda setup: (setup / "frame.csv").unlink(), "een map met wave.yml, codebook.yml, frame.csv"),
    (lambda setup: (setup / "wave.yml").write_text("year: 2015\n", encoding="utf-8"), "dit veld"),
])
def test_faults_of_setup_and_files_come_together(project, setup, inbox, spoil, said):
    spoil(setup)
    source = inbox / "a.csv"
    source.write_text("dit is niets", encoding="utf-8")
    message = refused(project, "--from", source, "--setup", setup)
    assert said in message
    assert "a.csv" in message


def test_without_a_setup_it_says_what_must_be_completed(
    project, repository, inbox, columns
):
    shutil.copytree(repository.wave(2011), project.wave(2011))
    source = to_csv(inbox / "a.csv", columns)
    message = refused(project, "--from", source)
    assert "Peiling 2016 heeft een opzet nodig. Geschreven: opzet-2016.xlsx" in message
    assert (project.root / "opzet-2016.xlsx").is_file()


def test_respondents_without_any_answer_are_left_out_when_accepted(
    project, setup, columns, inbox
):
    more = [replace(column, cells=[*column.cells, {
        "respondent": "SD-999", "organisation": "KLEIN-001", "group": "sociale_dienst"}.get(
            column.name, "")]) for column in columns]
    source = to_csv(inbox / "a.csv", more)
    message = refused(project, "--from", source, "--setup", setup)
    assert "Respondenten zonder enig antwoord (met --accept lege-rijen: zij vervallen): 1" \
        in message
    assert "a.csv, rij 232: 'KLEIN-001'" in message
    result = wave_new("--from", source, "--setup", setup, "--accept", "lege-rijen")
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def test_test_answers_are_left_out_by_their_organisation(project, setup, columns, inbox):
    more = [replace(column, cells=[*column.cells, {
        "respondent": "test", "organisation": "TEST", "group": "sociale_dienst"}.get(
            column.name, column.cells[0])]) for column in columns]
    source = to_csv(inbox / "a.csv", more)
    refused(project, "--from", source, "--setup", setup)
    filled = decide(inbox / "a-crosswalk.xlsx", lambda row: {"besluit": "weg"}
                    if row["val_label_orig"] == "TEST" else None)
    result = wave_new("--from", source, "--setup", setup, "--crosswalk", filled)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def test_a_crosswalk_serves_a_later_export_under_another_name(project, setup, columns, inbox):
    refused(project, "--from", to_limesurvey(inbox / "eerste.csv", columns), "--setup", setup)
    filled = decide(inbox / "eerste-crosswalk.xlsx", accept)
    result = wave_new("--from", to_limesurvey(inbox / "tweede.csv", columns), "--setup", setup,
                      "--crosswalk", filled)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def test_the_csv_file_of_a_crosswalk_does_as_well(project, setup, columns, inbox):
    source = to_limesurvey(inbox / "a.csv", columns)
    refused(project, "--from", source, "--setup", setup)
    header, rows = cells(inbox / "a-crosswalk.csv")
    for row in rows:
        row.update(accept(row) or {})
    write(inbox / "klaar.csv", header, rows)
    result = wave_new("--from", source, "--setup", setup, "--crosswalk", inbox / "klaar.csv")
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def test_a_crosswalk_of_another_file_is_noticed(project, setup, columns, inbox):
    refused(project, "--from", to_limesurvey(inbox / "a.csv", columns), "--setup", setup)
    message = refused(project, "--from", to_csv(inbox / "b.csv", columns), "--setup", setup,
                      "--crosswalk", inbox / "a-crosswalk.xlsx")
    assert "Kolommen uit de crosswalk die er niet zijn: 72" in message


def test_several_answers_in_a_cell_become_the_same_round(project, setup, columns, inbox):
    """As Microsoft Forms exports them: texts above columns, options joined in a cell."""
    joined: dict[str, Exported] = {}
    for column in columns:
        if column.kind != "multiple":
            joined[column.name] = column
            continue
        option = column.question.option(column.name.partition("__")[2])
        before = joined.get(column.question.id, replace(
            column, name=column.question.nl, label="", question=None,
            cells=[""] * len(column.cells)))
        joined[column.question.id] = replace(before, cells=[
            f"{text}{option.nl};" if cell == "1" else text
            for text, cell in zip(before.cells, column.cells, strict=True)])
    source = to_xlsx(inbox / "formulier.xlsx", joined.values())
    result = wave_new("--from", source, "--setup", setup)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def with_columns_a_group(columns: list[Exported]) -> list[Exported]:
    """Each group had a question of its own, with the same text."""
    group = next(column.cells for column in columns if column.name == "group")
    made = []
    for column in columns:
        if column.name != "wmo_uitvoering":
            made.append(column)
            continue
        made += [replace(column, name=f"{code}_7", cells=[
            cell if one == name else "" for cell, one in zip(column.cells, group, strict=True)])
            for code, name in (("SD", "sociale_dienst"), ("AW", "afdeling_welzijn"))]
    return made


def test_columns_of_each_group_are_one_question_once_decided(project, setup, columns, inbox):
    source = to_sav(inbox / "a.sav", with_columns_a_group(columns))
    message = refused(project, "--from", source, "--setup", setup)
    assert "wmo_uitvoering past ook bij kolom AW_7" in message
    filled = decide(inbox / "a-crosswalk.xlsx", lambda row: {
        "var_name_target": "wmo_uitvoering", "besluit": "ja"}
        if row["var_name_orig"] in ("SD_7", "AW_7") else None)
    result = wave_new("--from", source, "--setup", setup, "--crosswalk", filled)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


def test_columns_that_contradict_each_other_are_refused(project, setup, columns, inbox):
    apart = with_columns_a_group(columns)
    twice = spoiled(apart, "AW_7", first("hele"))
    twice = spoiled(twice, "SD_7", first("geen"))
    source = to_sav(inbox / "a.sav", twice)
    refused(project, "--from", source, "--setup", setup)
    filled = decide(inbox / "a-crosswalk.xlsx", lambda row: {
        "var_name_target": "wmo_uitvoering", "besluit": "ja"}
        if row["var_name_orig"] in ("SD_7", "AW_7") else None)
    message = refused(project, "--from", source, "--setup", setup, "--crosswalk", filled)
    assert "Kolommen met hetzelfde doel die elkaar tegenspreken: 1" in message
    assert "rij 1, kolom SD_7 / AW_7: 'geen / hele'" in message


def test_a_group_column_that_was_not_recognised_takes_the_place_of_the_whole_file(
    project, setup, columns, inbox
):
    coded = [replace(column, name="soort", cells=[
        {"sociale_dienst": "1", "afdeling_welzijn": "2"}[cell] for cell in column.cells])
        if column.name == "group" else column for column in columns]
    source = to_csv(inbox / "a.csv", coded)
    message = refused(project, "--from", source, "--setup", setup)
    assert "alle rijen van dit bestand" in message and "kolom soort" in message
    filled = decide(inbox / "a-crosswalk.xlsx", lambda row: {
        "var_name_target": "group", "besluit": "ja"} if row["var_name_orig"] == "soort" else None)
    message = refused(project, "--from", source, "--setup", setup, "--crosswalk", filled)
    assert "Waarden zonder betekenis: 2" in message and "alle rijen" not in message
    filled = decide(inbox / "a-crosswalk-2.xlsx", lambda row: {
        "val_label_target": {"1": "sociale_dienst", "2": "afdeling_welzijn"}[
            row["val_numeric_orig"]], "besluit": "ja"}
        if row["var_name_orig"] == "soort" and row["val_numeric_orig"] else None)
    result = wave_new("--from", source, "--setup", setup, "--crosswalk", filled)
    assert result.exit_code == 0, result.output
    assert made(project) == expected()


@pytest.mark.parametrize(("arguments", "said"), [
    ((), "Er ontbreekt een bestand met antwoorden: --from BESTAND."),
    (("--from", "a.sav", "--accept", "alles"), "'alles' is er geen. Kies uit: zonder-kolom"),
    (("--from", "er-niet.sav", "--setup", "niets.xlsx"), "er-niet.sav"),
])
def test_a_wrong_order_is_told_in_dutch(project, arguments, said):
    result = wave_new(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert " is not " not in result.output + result.stderr
    assert "required" not in wave_new("--help").output


def test_columns_that_a_crosswalk_cannot_tell_apart_are_refused(project, setup, columns, inbox):
    more = [*columns, Exported("=X", "", [""] * 230), Exported("'=X", "", [""] * 230)]
    message = refused(project, "--from", to_csv(inbox / "a.csv", more), "--setup", setup)
    assert "2 kolommen" in message
