"""Responses of LimeSurvey and the structure of their survey: each way an export is set."""

from __future__ import annotations

from pathlib import Path

import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.survey.importing.lss import read_structure
from participatiemonitor.survey.importing.reading import receive
from survey.importing.lss_files import structure

LABELS = {"A1": "Ja, vastgesteld", "A2": "Nee", "-oth-": "Anders"}
# Column as in an export with codes, cells in codes, label, values.
COLUMNS = [
    ("id", "1", "", {}),
    ("submitdate", "2016-02-01 10:00:00", "", {}),
    ("beleid", "A1", "Is er beleid?", LABELS),
    ("beleid[other]", "", "Is er beleid? [Anders]", {}),
    ("doelen[SQ001]", "Y", "Welke doelen? [Werk]", {"Y": "Ja", "N": "Nee"}),
    ("doelen[SQ002]", "", "Welke doelen? [Zorg]", {"Y": "Ja", "N": "Nee"}),
    ("doelen[other]", "iets", "Welke doelen? [Anders]", {}),
    ("oordeel[a]", "2", "Hoe oordeelt u over… [de Wmo]", {"1": "goed", "2": "slecht"}),
    ("budget", "5.0000000000", "Hoeveel budget?", {}),
    ("akkoord", "Y", "Akkoord?", {"Y": "Ja", "N": "Nee"}),
    ("open", "Regel een\nregel twee, met \"aanhaling\"", "Wat wilt u kwijt?", {}),
    ("volgorde[1]", "w", "Wat eerst? [1]", {"w": "Werk", "z": "Zorg"}),
    ("volgorde[2]", "z", "Wat eerst? [2]", {"w": "Werk", "z": "Zorg"}),
    ("schaal[x][1]", "1", "Nu en straks [Taal] [1]", {"1": "Nu"}),
    ("schaal[x][2]", "1", "Nu en straks [Taal] [2]", {"1": "Straks"}),
    ("raster[r1_k1]", "x", "Raster [Rij] [Kolom]", {}),
    ("redenen[geld]", "Y", "Waarom? [Geld]", {"Y": "Ja", "N": "Nee"}),
    ("redenen[geldcomment]", "om", "Waarom? [Geld] [Toelichting]", {}),
    ("keuze", "k", "Waarom deze?", {"k": "Kort"}),
    ("keuze[comment]", "", "Waarom deze? [Toelichting]", {}),
]


@pytest.fixture
def export(tmp_path: Path):
    """Write responses and structure as LimeSurvey names them, and read them."""
    def write(columns, cells, version: int = 6, **settings):
        quoted = ['"' + cell.replace('"', '""') + '"' for cell in (*columns, *cells)]
        lines = [",".join(quoted[:len(columns)]), ",".join(quoted[len(columns):])]
        path = tmp_path / "results-survey123456.csv"
        path.write_text("\ufeff" + "\n".join(lines) + "\n", "utf-8")
        beside = tmp_path / "limesurvey_survey_123456.lss"
        beside.write_text(structure(version, **settings), "utf-8")
        return receive(path)

    return write


@pytest.mark.parametrize("version", [3, 6])
def test_codes_get_the_labels_of_the_structure(export, version):
    names, cells, labels, values = zip(*COLUMNS, strict=True)
    received = export(names, cells, version)
    assert received.kind == "LimeSurvey"
    assert tuple(variable.name for variable in received.variables) == names
    assert tuple(variable.label for variable in received.variables) == labels
    assert tuple(variable.values for variable in received.variables) == values
    assert received.variables[8].cells == ("5",)
    assert received.details[-1] == ("structuur: limesurvey_survey_123456.lss; 18 van 20 kolommen "
                                    "komen erin voor")


@pytest.mark.parametrize("name", [
    "doelen[SQ001]", "doelen_SQ001", "12X3X2SQ001", "doelen[SQ001]. Welke doelen? [Werk]",
    "Welke doelen? [Werk]"])
def test_a_column_may_be_named_in_each_way_that_an_export_knows(export, name):
    received = export(["id", name], ["1", "Y"])
    assert received.variables[1].name == name
    assert received.variables[1].label == "Welke doelen? [Werk]"


def test_labels_that_were_exported_in_place_of_codes_are_values_themselves(export):
    received = export(["id", "beleid", "doelen[SQ001]"], ["1", "Nee", "Ja"])
    assert received.variables[1].values == {label: label for label in LABELS.values()}
    assert received.variables[2].values == {"Ja": "Ja", "Nee": "Nee"}


@pytest.mark.parametrize("version", [3, 6])
def test_texts_are_dutch_where_the_survey_has_them(export, version):
    received = export(["id", "beleid"], ["1", "A2"], version, languages=("en", "nl"))
    assert received.variables[1].label == "Is er beleid?"
    assert received.variables[1].values == LABELS


def test_a_structure_of_another_survey_is_refused(export):
    with pytest.raises(InputError, match=r"geen kolom uit limesurvey_survey_123456\.lss"):
        export(["nummer", "vraag"], ["1", "A2"])


def test_a_structure_may_be_named_and_may_be_beside_under_the_same_name(tmp_path):
    answers, elsewhere = tmp_path / "a.csv", tmp_path / "map" / "vragen.lss"
    answers.write_text("id,beleid\n1,A1\n")
    assert receive(answers).kind == "csv"
    elsewhere.parent.mkdir()
    elsewhere.write_text(structure(6))
    assert receive(answers, elsewhere).variables[1].values == LABELS
    elsewhere.rename(tmp_path / "a.lss")
    assert receive(answers).variables[1].values == LABELS


def test_scripts_and_markup_in_texts_are_left_out(tmp_path):
    path = tmp_path / "x.lss"
    path.write_text(structure(6).replace(
        "Hoeveel budget?", "<script>alert(1)</script><style>a{}</style>Hoe&shy;veel<br>budget?"))
    texts = {question.code: question.text for question in read_structure(path)}
    assert texts["budget"] == "Hoe\u00adveel budget?"
