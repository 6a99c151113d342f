"""The form on paper: accessible, with every question of a group, and with routing in words."""

import re
from pathlib import Path

import page
import pytest
from pdf_tags import elements
from pypdf import PdfReader
from survey.exchange.conftest import hostile, later_wave, some_wave, with_texts  # noqa: F401

from participatiemonitor.publishing.paper.letters import Letters, typefaces
from participatiemonitor.publishing.paper.questionnaire import questionnaires
from participatiemonitor.survey.exchange.numbered import numbered

from .conftest import broken


@pytest.fixture(scope="module")
def printed(some_wave, tmp_path_factory) -> dict[str, Path]:  # noqa: F811
    """The forms of a round, by group."""
    folder = tmp_path_factory.mktemp("forms")
    found = {}
    for group, content in questionnaires(some_wave, "De makers").items():
        found[group] = folder / f"{group}.pdf"
        found[group].write_bytes(content)
    return found


def words(path: Path) -> str:
    """All that is printed, without hyphenation and with single blanks."""
    text = " ".join(one.extract_text() for one in PdfReader(path).pages)
    return re.sub(r"\s+", " ", text.replace("\u00ad\n", "").replace("-\n", ""))


def test_it_is_accessible_and_lasting(printed):
    for path in printed.values():
        assert broken(path, page.ValidationProfile.PDF_UA_1) == []
        assert broken(path, page.ValidationProfile.PDF_A_2A) == []


def test_every_question_of_the_group_and_no_other(some_wave, printed):  # noqa: F811
    for group, path in printed.items():
        said = words(path)
        entries = [one for _, part in numbered(some_wave.codebook, group) for one in part]
        assert [one.number for one in entries] == list(range(1, len(entries) + 1))
        place = 0
        for one in entries:
            found = said.find(one.question.nl, place)
            assert found >= 0, one.question.id
            place = found
            if one.question.kind != "open":
                assert all(option.nl in said[place:] for option in one.question.options)
        for question in some_wave.codebook.questions:
            if question.derived or group not in question.asked:
                assert question.nl not in said


def test_routing_in_words(wave, tmp_path):
    path = tmp_path / "form.pdf"
    path.write_bytes(questionnaires(wave, "De makers")["sociale_dienst"])
    said = words(path).replace("\N{NO-BREAK SPACE}", " ")
    for told in (
        "nee → ga door naar vraag 3",
        "Alleen als u bij vraag 1 ‘ja’ of ‘in ontwikkeling’ hebt aangekruist. Zo niet: ga door "
        "naar vraag 3.",
        "Alleen als u bij vraag 9, 10, 11, 12, 13 of 14 ‘staand beleid’ of ‘pilot’ hebt "
        "aangekruist. Zo niet: ga door naar vraag 23.",
        "Alleen als u bij geen van de vragen 9, 10, 11, 12, 13 en 14 ‘staand beleid’ of ‘pilot’ "
        "hebt aangekruist. Zo niet: ga door naar vraag 24.",
        "geen knelpunten → ga door naar het einde",
        "Samen 100%.",
        "De vragenlijst van 2011 is nooit openbaar gemaakt.",
    ):
        assert told in said
    # Said once, of all questions that follow it.
    assert said.count("bij vraag 9, 10, 11, 12, 13 of 14") == 1


def test_who_has_it_read_aloud_gets_headings_and_lists(printed):
    for path in printed.values():
        kinds = [one["/S"] for one in elements(path)]
        assert kinds.count("/H1") == 1 and "/H2" in kinds and "/H3" in kinds and "/L" in kinds
        assert PdfReader(path).trailer["/Root"]["/Lang"].startswith("nl")


def test_the_same_bytes_each_time(some_wave, printed):  # noqa: F811
    again = questionnaires(some_wave, "De makers")
    assert {group: path.read_bytes() for group, path in printed.items()} == again


def test_hostile_texts_are_words(hostile, tmp_path):  # noqa: F811
    letters = Letters(typefaces())
    for group, content in questionnaires(hostile, "De makers").items():
        path = tmp_path / f"{group}.pdf"
        path.write_bytes(content)
        assert broken(path, page.ValidationProfile.PDF_UA_1) == []
        said = re.sub(r"[\s\u00ad\u200b-]", "", words(path))
        for question in hostile.codebook.questions:
            if not question.derived and group in question.asked and question.nl.isascii():
                assert re.sub(r"[\s\u00ad\u200b-]", "", letters.printable(question.nl)) in said
        reader = PdfReader(path)
        assert not reader.attachments
        for one in reader.pages:
            assert not [note for note in one.get("/Annots", [])
                        if "/URI" in note.get_object().get("/A", {})]
