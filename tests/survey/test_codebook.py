"""Reading a codebook: what is in it, and every fault at once, by entry and field."""

import pytest
import yaml
from editing import replace

from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.codebook import read_codebook

GROUPS = {"sociale_dienst": None, "afdeling_welzijn": None}


@pytest.fixture
def codebook(mini):
    return mini.wave(2009) / "codebook.yml"


@pytest.fixture
def change(codebook):
    """Change questions of the codebook by id: ``change(beleid={"kind": "vrij"})``."""

    def apply(**changes):
        content = yaml.safe_load(codebook.read_text())
        by_id = {question["id"]: question for question in content["questions"]}
        for name, fields in changes.items():
            by_id[name].update(fields)
        codebook.write_text(yaml.safe_dump(content))

    return apply


def faults(path):
    with pytest.raises(InvalidWave) as caught:
        read_codebook(path, GROUPS)
    assert caught.value.exit_code == 2
    assert all(fault.file == "codebook.yml" for fault in caught.value.faults)
    return caught.value


def places(path):
    return {(fault.row, fault.column, fault.value) for fault in faults(path).faults}


def test_columns_follow_the_kind_of_question(codebook):
    book = read_codebook(codebook, GROUPS)
    columns = {question.id: question.columns for question in book.questions}
    assert columns["beleid"] == ("beleid",)
    assert columns["taken"] == ("taken__zorg", "taken__werk", "taken__geen")
    assert columns["klanten"] == ("klanten__jong", "klanten__ziek")
    assert columns["bereik"] == ("bereik",)
    assert columns["plan"] == columns["toelichting"] == ()
    assert book.columns == tuple(column for group in columns.values() for column in group)


def test_questions_are_found_by_id(codebook):
    book = read_codebook(codebook, GROUPS)
    assert "taken" in book
    assert book["taken"].option("werk").nl == "werk"
    assert "andere_vraag" not in book
    with pytest.raises(KeyError):
        book["andere_vraag"]


def test_faults_of_form_are_all_reported_with_entry_and_field(codebook, change):
    change(
        beleid={"soort": "enkel"},
        taken={"kind": "vrij"},
        klanten={"total": "honderd"},
        plan_een={"id": "Plan Een"},
        bereik={"options": [{"id": "x", "nl": "x"}]},
    )
    found = {(fault.row, fault.column) for fault in faults(codebook).faults}
    assert found == {
        ("questions > beleid", "soort"),
        ("questions > taken", "kind"),
        ("questions > klanten", "total"),
        ("questions > Plan Een", "id"),
        ("questions > bereik > options > x", "en"),
    }


def test_faults_of_form_say_in_dutch_what_was_expected(codebook, change):
    change(beleid={"soort": "enkel"}, taken={"kind": "vrij"}, plan_een={"nl": None})
    expected = {fault.column: fault.expected for fault in faults(codebook).faults}
    assert "single" in expected["kind"]
    assert "multiple" in expected["kind"]
    for text in expected.values():
        assert not any(word in text.split() for word in ("should", "be", "Input", "not", "valid"))


def test_a_question_needs_a_short_name(codebook):
    content = yaml.safe_load(codebook.read_text())
    del content["questions"][0]["short"]
    codebook.write_text(yaml.safe_dump(content))
    assert places(codebook) == {("questions > beleid", "short", "")}


def test_faults_of_reference_are_all_reported_with_entry_and_field(codebook, change):
    change(
        beleid={"asked": ["wijkteam"], "when": {"bereik": ["ja"]}},
        taken={"exclusive": "niets"},
        plan={"derived": {"highest": ["plan_een", "plan_drie"]}},
        bereik={"when": {"actief": ["misschien"]}},
    )
    assert places(codebook) == {
        ("beleid", "asked", "wijkteam"),
        ("beleid", "when", "bereik"),  # a question that comes later
        ("taken", "exclusive", "niets"),
        ("plan", "derived", "plan_drie"),
        ("bereik", "when", "misschien"),
    }


def test_double_questions_and_options_are_faults(codebook):
    content = yaml.safe_load(codebook.read_text())
    content["questions"][0]["options"].append({"id": "ja", "nl": "jazeker", "en": "yes"})
    content["questions"].append(content["questions"][0])
    codebook.write_text(yaml.safe_dump(content))
    assert places(codebook) == {("beleid", "id", "beleid"), ("beleid", "options", "ja")}


def test_a_choice_without_options_is_a_fault(codebook, change):
    change(beleid={"options": []}, toelichting={"options": []})
    assert places(codebook) == {("beleid", "options", ""), ("toelichting", "options", "")}


@pytest.mark.parametrize(("question", "rule"), [
    ("plan", {"highest": ["plan_een", "actief"]}),  # its options are others, and it comes later
    ("plan", {"highest": ["taken"]}),  # no single choice
    ("plan", {}),
    ("plan", {"highest": ["plan_een"], "any": {"plan_een": ["nee"]}}),
    ("actief", {"any": {"plan_een": ["misschien"]}}),
    ("actief", {"any": {"plan_een": []}}),
    ("actief", {"any": {"taken": ["zorg"]}}),
])
def test_a_derivation_needs_the_options_of_its_sources(codebook, change, question, rule):
    change(**{question: {"derived": rule}})
    assert {place[:2] for place in places(codebook)} >= {(question, "derived")}


def test_broken_yaml_names_the_line(codebook):
    replace(codebook, "exclusive: geen", "exclusive: [geen")
    assert "codebook.yml, rij" in str(faults(codebook))


@pytest.mark.parametrize("content", [b"", b"caf\xe9: 1", b"a: \x00", b"- 1"])
def test_a_file_that_is_no_codebook_is_a_fault_and_no_crash(codebook, content):
    codebook.write_bytes(content)
    faults(codebook)


def test_missing_file(codebook):
    codebook.unlink()
    assert "codebook.yml" in str(faults(codebook))


def test_every_question_of_2011_has_both_labels_and_every_figure_its_questions(wave):
    book = wave.codebook
    assert book.figures and book.tables
    for figure in book.figures.values():
        assert all(name in book for name in figure.questions)
    for question in book.questions:
        assert question.nl
        assert question.en
        assert question.short
        assert all(option.nl and option.en for option in question.options)


@pytest.mark.parametrize(("headline", "fault"), [
    ({"nl": "Zorg is de grootste taak", "top": "zorg"}, None),
    ({"nl": "Zorg is de grootste taak"}, "een voorwaarde"),
    ({"nl": "Zorg", "top": "zorg", "more": ["taken.zorg", "taken.werk"]}, "een voorwaarde"),
    ({"nl": "Zorg is de grootste taak", "top": "geen"}, "geen"),
    ({"nl": "Zorg", "more": ["taken.zorg", "taken.weg"]}, "taken.weg"),
    ({"nl": "Zorg", "more": ["taken.zorg@iemand", "taken.werk@iemand"]}, "taken.zorg@iemand"),
    ({"nl": "44% doet aan zorg", "top": "zorg"}, "4"),
    ({"nl": "Driekwart doet aan zorg", "top": "zorg"}, "Driekwart"),
    ({"nl": "De meeste doen aan zorg", "top": "zorg"}, "De meeste"),
    ({"nl": "De meeste doen aan zorg", "at_least": {"ref": "taken.zorg", "percent": 50}}, None),
    ({"nl": "Bijna alle doen het", "at_least": {"ref": "taken.zorg", "percent": 50}},
     "Bijna alle"),
    ({"nl": "Bijna alle doen het", "at_least": {"ref": "taken.zorg", "percent": 90}}, None),
])
def test_a_headline_says_what_its_one_condition_decides(codebook, headline, fault):
    content = yaml.safe_load(codebook.read_text())
    content["figures"][1]["headlines"] = [headline]
    codebook.write_text(yaml.safe_dump(content))
    if fault is None:
        assert read_codebook(codebook, GROUPS).figures[1].headlines[0].nl == headline["nl"]
        return
    found = {fault.value for fault in faults(codebook).faults}
    assert found & {fault, headline["nl"]}
