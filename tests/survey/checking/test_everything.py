"""Everything at once: faults in all files are found in one run, and none that only follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import append, cells, edit, replace, write

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.checking.finding import WARNINGS, unaccepted, warning
from participatiemonitor.survey.checking.report import groups

from .conftest import YEAR, looked_over


def places(folder: Path) -> set[tuple[object, ...]]:
    return {(one.file, one.row, one.column) for one in looked_over(folder).errors}


def messages(folder: Path) -> list[str]:
    return [str(group) for group in groups(looked_over(folder))]


def every_answer(folder: Path, change) -> None:
    """Write each cell with an answer of the closed questions otherwise."""
    header, records = cells(folder / "responses.csv")
    for record in records:
        record.update({column: change(column, record[column]) for column in header[3:]})
    write(folder / "responses.csv", header, records)


def test_a_fault_in_each_file_is_found_in_one_run(folder):
    replace(folder / "wave.yml", "title: Kleine peiling", "title: ''")
    replace(folder / "codebook.yml", "short: projecten", "short: ' '")
    edit(folder / "frame.csv", "K-1", clients="3.000")
    edit(folder / "responses.csv", "SD-K-2", beleid="soms")
    edit(folder / "open_answers.csv", "SD-K-3", quotable="misschien")
    assert {(file, column) for file, _, column in places(folder)} == {
        ("wave.yml", "title"), ("codebook.yml", "short"), ("frame.csv", "clients"),
        ("responses.csv", "beleid"), ("open_answers.csv", "quotable")}


@pytest.mark.parametrize("name", ["wave.yml", "codebook.yml", "frame.csv", "responses.csv",
                                  "open_answers.csv"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"a: [\n", b"x,y\n1\n"])
def test_a_file_that_cannot_be_read_blames_no_other(folder, name, content):
    (folder / name).write_bytes(content)
    assert {file for file, *_ in places(folder)} == {name}


@pytest.mark.parametrize("name", ["wave.yml", "codebook.yml", "frame.csv", "responses.csv",
                                  "open_answers.csv"])
def test_a_file_that_is_not_there_blames_no_other(folder, name):
    (folder / name).unlink()
    error, = looked_over(folder).errors
    assert (error.file, error.kind) == (name, "bestand")


@pytest.mark.parametrize(("name", "delimiter", "called"), [
    ("responses.csv", ";", "puntkomma's"), ("frame.csv", ";", "puntkomma's"),
    ("open_answers.csv", ";", "puntkomma's"), ("responses.csv", "\t", "tabs"),
    ("responses.csv", "|", "streepjes")])
def test_another_delimiter_is_one_message_that_says_so(folder, name, delimiter, called):
    path = folder / name
    path.write_text("\ufeff" + path.read_text().replace(",", delimiter))
    error, = looked_over(folder).errors
    assert (error.file, error.row, error.kind) == (name, 1, "scheidingsteken")
    assert called in error.expected and "komma's tussen de cellen" in error.expected


@pytest.mark.parametrize("quoted", [False, True])
def test_a_build_says_the_same_of_another_delimiter(folder, project, quoted):
    path = folder / "responses.csv"
    header, records = cells(path)
    mark = '"' if quoted else ""
    path.write_text("\n".join(";".join(f"{mark}{cell}{mark}" for cell in row) for row in (
        header, *(record.values() for record in records))))
    with pytest.raises(InvalidWave) as caught:
        load_answered(YEAR, project)
    assert len(caught.value.faults) == 1
    assert "puntkomma's" in str(caught.value)


def test_ones_with_a_decimal_are_one_message_with_a_count(folder, project):
    every_answer(folder, lambda column, cell: f"{cell}.0" if cell in ("0", "1") and column.split(
        "__")[0] in ("taken", "stellingen") else cell)
    count = 96 * 7
    message, = messages(folder)
    assert message == (
        f"responses.csv, {count} cellen in 7 kolommen (stellingen__drie, stellingen__een, "
        f"stellingen__twee, …), bijvoorbeeld rij 2, kolom stellingen__drie: {first(folder)!r}; "
        "verwacht: 0 of 1")
    with pytest.raises(InvalidWave) as caught:
        load_answered(YEAR, project)
    assert str(caught.value).splitlines() == [
        f"{count} fouten in de gegevens:", f"  {message}", "Herstel ze en probeer het opnieuw."]


def first(folder: Path) -> str:
    return cells(folder / "responses.csv")[1][0]["stellingen__drie"]


def test_decimal_commas_and_words_are_a_message_each(folder):
    every_answer(folder, lambda column, cell: f"{cell},5" if column.startswith("verdeling__")
                 else {"ja": "Ja", "nee": "Nee"}.get(cell, cell) if column == "beleid" else cell)
    found = messages(folder)
    assert [message.split(",")[0] for message in found] == ["responses.csv"] * 2
    assert any("288 cellen in 3 kolommen" in message and "decimale punt" in message
               for message in found)
    assert any("in kolom beleid" in message and "een van ja, deels, nee" in message
               for message in found)


def test_a_code_for_does_not_know_is_named_as_such(folder):
    edit(folder / "responses.csv", "SD-K-1", klanten__jong="999", klanten__ziek="-9")
    found = looked_over(folder).errors
    assert len(found) == 2
    assert all("een code voor ‘weet niet’ wordt een lege cel" in one.expected for one in found)


def test_a_question_that_cannot_be_used_is_not_blamed_on_its_answers(folder):
    replace(folder / "codebook.yml", "  - id: plan_een\n    kind: single",
            "  - id: plan_een\n    kind: enkel")
    assert places(folder) == {("codebook.yml", "questions > plan_een", "kind")}


def test_a_question_that_refers_to_another_is_not_blamed_on_its_answers(folder):
    replace(folder / "codebook.yml", "when: {actief: [ja]}", "when: {actief: [soms]}")
    edit(folder / "responses.csv", "SD-K-1", beleid="soms")
    assert places(folder) == {("codebook.yml", "bereik", "when"), ("responses.csv", 2, "beleid")}


def test_a_missing_column_hides_no_fault_in_another(folder):
    header, records = cells(folder / "responses.csv")
    edit(folder / "responses.csv", "SD-K-1", beleid="soms")
    header, records = cells(folder / "responses.csv")
    kept = [column for column in header if column != "taken__zorg"]
    write(folder / "responses.csv", kept, [{column: row[column] for column in kept}
                                           for row in records])
    assert places(folder) == {("responses.csv", 1, "taken__zorg"), ("responses.csv", 2, "beleid")}


def test_a_code_that_the_register_lost_is_not_blamed_on_its_respondents(folder):
    edit(folder / "frame.csv", "K-1", organisation="K 1")
    assert places(folder) == {("frame.csv", 2, "organisation")}


def test_a_row_that_cannot_be_read_is_not_blamed_on_the_open_answers(folder):
    lines = (folder / "responses.csv").read_text().splitlines()
    lines[3] += ",x,y"
    (folder / "responses.csv").write_text("\n".join(lines))
    assert places(folder) == {("responses.csv", 4, None)}


def test_a_faulty_answer_that_leads_on_is_not_blamed_on_what_follows(folder):
    name = cells(folder / "open_answers.csv")[1][0]["respondent"]
    edit(folder / "responses.csv", name, taken__werk="misschien")
    error, = looked_over(folder).errors
    assert (error.file, error.column) == ("responses.csv", "taken__werk")


def test_a_head_without_groups_lets_the_rest_be_judged(folder):
    replace(folder / "wave.yml", "year: 2014", "year: 2014\nyear: 2015")
    edit(folder / "responses.csv", "SD-K-1", beleid="soms")
    append(folder / "frame.csv", organisation="K-1", name="Dubbel", stratum="klein",
           municipalities="1", inhabitants="1", clients="1")
    found = places(folder)
    assert {file for file, *_ in found} == {"wave.yml", "responses.csv", "frame.csv"}
    assert ("responses.csv", 2, "beleid") in found


@pytest.mark.parametrize("name", ["Den\tHelder", "Den \ufeffHelder", "Den\x07Helder;"])
def test_a_cell_with_a_fault_is_not_warned_of_too(folder, name):
    edit(folder / "frame.csv", "K-3", name=name)
    found, = looked_over(folder).findings
    assert (found.severity, found.kind, found.row, found.column) == ("fout", "teken", 4, "name")


def test_warnings_are_accepted_by_name():
    found = [warning("witruimte", "frame.csv", 2, "name", "a ", "b"),
             warning("te-groot", "frame.csv", 3, "clients", 1, "b")]
    assert unaccepted(found, ["witruimte"]) == found[1:]
    assert unaccepted(found, WARNINGS) == []
