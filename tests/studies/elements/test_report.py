"""What the study of elements publishes: cells computed by hand, and sentences for every outcome."""

import re

import matplotlib.pyplot as plt
import nbformat
import pytest

from participatiemonitor.book.study import StudyFace
from participatiemonitor.presentation.studies.figures import draw_figure
from participatiemonitor.studies.elements.form import ELEMENTS
from participatiemonitor.studies.elements.inputs import read_inputs
from participatiemonitor.studies.elements.report import report
from participatiemonitor.studies.stored import read_report, write_report

from ..breaking import STUDIES, example
from .folders import write_folder

SMALL = {
    ("A", "coach"): ({"motivatie"}, 1), ("B", "coach"): ({"motivatie"}, 1),
    ("A", "moestuin"): ({"motivatie", "activeren"}, 2), ("B", "moestuin"): ({"activeren"}, 3),
    ("A", "Kans Werk"): ({"activeren", "coalities"}, 4), ("B", "Kans Werk"): ({"activeren"}, 4)}
HOSTILE = '*<b>x</b>* `$y$` [a](b) {m}`text("x")` | =1+1'


def published(folder):
    return report(read_inputs(folder))


def of(tmp_path, codings, **more):
    return published(write_folder(tmp_path / "map", codings, **more))


@pytest.fixture
def small(tmp_path):
    return of(tmp_path, SMALL, about={"coach": "Een coach gaat mee"})


def test_marks_are_those_of_both_coders(small):
    table = small.table("codering")
    assert [row[0] for row in table.rows] == ["moestuin", "Kans Werk", "coach"]
    assert table.cell("moestuin", "motivatie") == "één"
    assert table.cell("moestuin", "activeren") == "ja"
    assert table.cell("Kans Werk", "coalities") == "één"
    assert table.cell("coach", "coalities") == "nee"
    assert [table.cell(name, "trede") for name in ("coach", "moestuin", "Kans Werk")] == [
        "1", "2 of 3", "4"]


def test_elements_by_hand(small):
    table = small.table("elementen")
    # Both see activeren in moestuin and Kans Werk; motivatie in coach, and A in moestuin too.
    # Coalities only A sees, in an intervention on rung 4.
    assert table.rows[0][:4] == ("Activeren", 2, 2, "4")
    assert table.rows[1][:4] == ("Motivatie aanwakkeren", 1, 2, "1 tot 3")
    assert table.rows[2][:4] == ("Coalities", 0, 1, "hooguit 4")
    assert {row[1:4] for row in table.rows[3:]} == {(0, 0, "–")}
    assert len(table.rows) == 12
    assert table.cell("Effectief gedrag aanleren", "bewijs") == "Bewezen"


def test_interventions_by_hand(small):
    assert small.table("interventies").rows == (
        ("coach", "Een coach gaat mee", "1", 1, 1, "–"),
        ("moestuin", "–", "2 of 3", 1, 2, "–"),
        ("Kans Werk", "–", "4", 1, 2, "KanSWerk"))


def test_rungs_beside_the_document_by_hand(small):
    assert small.table("treden").rows == (
        ("Ten minste beschreven", 3, 3, 3, 10, 28, 28),
        ("Ten minste in theorie effectief", 2, 2, 3, 10, 28, 28),
        ("Ten minste doeltreffend", 1, 2, 3, None, None, 28),
        ("Bewezen effectief", 1, 1, 3, None, None, 28))


def test_agreement_by_hand(small):
    table = small.table("overeenstemming")
    # Of 36 decisions 2 differ. A says yes 5 times, B 3 times: by chance they agree in
    # (5·3 + 31·33) / 36² = 1038/1296. Kappa is (34/36 - 1038/1296) / (1 - 1038/1296) = 186/258.
    assert table.cell("Alle elementen", "oordelen") == 36
    assert table.cell("Alle elementen", "gelijk") == pytest.approx(34 / 36)
    assert table.cell("Alle elementen", "kappa") == pytest.approx(186 / 258)
    # Rungs 1, 2, 4 and 1, 3, 4: the squares of what is apart are 1 together; of all nine pairs
    # 0 + 4 + 9 + 1 + 1 + 4 + 9 + 1 + 0 = 29, a third of which by chance. Kappa is 1 - 3/29.
    rung = "Trede van de effectladder"
    assert table.cell(rung, "gelijk") == pytest.approx(2 / 3)
    assert table.cell(rung, "kappa") == pytest.approx(26 / 29)
    assert table.cell("Professioneel handelen", "kappa") is None


def test_differences_by_hand(small):
    table = small.table("verschillen")
    assert [column.nl for column in table.columns[2:]] == ["Volgens A", "Volgens B"]
    assert table.rows == (("moestuin", "Motivatie aanwakkeren", "ja", "nee"),
                          ("moestuin", "Trede van de effectladder", "2", "3"),
                          ("Kans Werk", "Coalities", "ja", "nee"))


def test_sentences_by_hand(small):
    assert small.text("ontbreekt") == (
        "Negen van de twaalf elementen ontbreken in alle interventies.")
    assert small.text("dekking") == (
        "Negen van de twaalf elementen ontbreken in alle interventies. Het gaat om de elementen "
        "effectief gedrag aanleren, professioneel handelen, eigen kracht aanspreken, methodisch "
        "werken, integrale aanpak, individuele en intensieve benadering, outreachend werken, "
        "samenwerking met werkgevers en pragmatische aansturing. Of het element coalities "
        "voorkomt, is niet zeker: er is geen interventie waarin beide codeurs het zien. Het vaakst "
        "zien beide codeurs het element activeren, in twee interventies.")
    assert small.text("bewezen") == (
        "Eén van de drie interventies is bewezen effectief: “Kans Werk”.")
    assert small.text("onbewezen") == (
        "Alle drie de interventies zijn ten minste beschreven. Eén van de twaalf elementen zit in "
        "een interventie die bewezen effectief is; bij één hangt dat van de codeur af.")
    assert small.text("naast") == (
        "Twee van de drie interventies zijn ten minste in theorie effectief. Bij de 28 "
        "interventies van Divosa is dat meestal zo.")
    assert small.text("zelfde") == "“Kans Werk” staat ook in de lijst van Divosa."
    assert small.text("eens") == (
        "Over de elementen zijn de codeurs het in 94% van de gevallen eens.")
    assert small.text("overeenstemming") == (
        "Over de elementen zijn de codeurs het in 94% van de gevallen eens. Gecorrigeerd voor "
        "toeval is dat een kappa van 0,72. Over de trede zijn zij het in 67% van de gevallen eens. "
        "Samen verschillen zij bij drie oordelen.")
    assert small.text("codeurs") == "Twee codeurs beoordeelden drie interventies."


def alone(codings):
    return {pair: coding for pair, coding in codings.items() if pair[0] == "A"}


def test_one_coder(tmp_path):
    found = of(tmp_path, alone(SMALL))
    assert found.text("eens") == found.text("overeenstemming") == (
        "Er is één codeur; hoe zeker de oordelen zijn, is daarom niet te zeggen.")
    assert found.text("codeurs") == "Eén codeur beoordeelde drie interventies."
    assert found.text("dekking").endswith(
        "Het vaakst komen de elementen motivatie aanwakkeren en activeren voor, elk in twee "
        "interventies.")
    for name in ("overeenstemming", "verschillen"):
        assert (found.table(name).rows, found.table(name).note) == ((), "")
    assert found.table("treden").rows[2] == ("Ten minste doeltreffend", 1, 3, None, None, 28)
    assert found.table("codering").cell("coach", "motivatie") == "ja"
    assert "beide" not in "".join(found.texts.values())
    assert "één codeur" not in "".join(
        table.note + "".join(column.nl for column in table.columns)
        for table in found.tables.values())


def test_one_intervention(tmp_path):
    found = of(tmp_path, {("A", "coach"): ({"motivatie"}, 4), ("B", "coach"): ({"gedrag"}, 3)})
    assert found.text("dekking") == (
        "Tien van de twaalf elementen ontbreken in de interventie. Het gaat om de elementen "
        "activeren, professioneel handelen, eigen kracht aanspreken, methodisch werken, integrale "
        "aanpak, individuele en intensieve benadering, outreachend werken, coalities, samenwerking "
        "met werkgevers en pragmatische aansturing. Of de elementen motivatie aanwakkeren en "
        "effectief gedrag aanleren voorkomen, is niet zeker: er is geen interventie waarin beide "
        "codeurs ze zien.")
    assert found.text("bewezen") == (
        "Of de interventie bewezen effectief is, daarover zijn de codeurs het oneens.")
    assert found.text("onbewezen") == (
        "De interventie is ten minste beschreven. Van geen enkel element is zeker dat het in een "
        "interventie zit die bewezen effectief is; bij twee hangt dat van de codeur af.")
    assert found.text("zelfde") == "De interventie staat niet in de lijst van Divosa."
    assert found.text("overeenstemming") == (
        "Over de elementen zijn de codeurs het in 83% van de gevallen eens. Gecorrigeerd voor "
        "toeval is dat een kappa van −0,09. Over de trede zijn zij het nergens eens. Samen "
        "verschillen zij bij drie oordelen.")


def test_on_what_coders_differ_most(tmp_path):
    first = {("A", name): ({"gedrag", "coalities"}, 0) for name in "abc"}
    found = of(tmp_path, first | {("B", name): ({"gedrag"} if name == "c" else set(), 0)
                                  for name in "abc"})
    # Three times coalities, and gedrag twice; both coders give the lowest rung each time.
    assert found.text("overeenstemming") == (
        "Over de elementen zijn de codeurs het in 86% van de gevallen eens. Gecorrigeerd voor "
        "toeval is dat een kappa van 0,25. Over de trede zijn zij het steeds eens. Samen "
        "verschillen zij bij vijf oordelen. Het vaakst zijn zij het oneens over het element "
        "coalities, bij drie interventies.")


def test_no_difference_and_all_there_is(tmp_path):
    whole = ({*ELEMENTS}, 4)
    found = of(tmp_path, {(coder, name): whole for coder in "AB" for name in ("a", "b")})
    assert found.text("dekking") == (
        "Elk van de twaalf elementen komt in ten minste één interventie voor. Alle elementen komen "
        "even vaak voor, in twee interventies.")
    assert found.text("bewezen") == "Beide interventies zijn bewezen effectief."
    assert found.text("onbewezen") == (
        "Beide interventies zijn ten minste beschreven. Elk element dat voorkomt, zit ook in een "
        "interventie die bewezen effectief is.")
    assert found.text("overeenstemming") == (
        "De codeurs zijn het over alle elementen en treden eens.")
    assert found.table("verschillen").rows == ()
    assert found.table("overeenstemming").cell("Alle elementen", "kappa") is None


def test_nothing_at_all(tmp_path):
    found = of(tmp_path, {(coder, name): (set(), 0) for coder in "AB" for name in "abcd"})
    assert found.text("dekking") == "Geen enkele interventie heeft een van de twaalf elementen."
    assert found.text("bewezen") == "Geen van de vier interventies is bewezen effectief."
    assert found.text("onbewezen") == "Geen van de vier interventies is ten minste beschreven."
    assert found.figure("dekking").title == "Hoe vaak elk element voorkomt"


KINDS = {
    "small": SMALL, "one coder": alone(SMALL),
    "one of both": {("A", "coach"): ({"gedrag"}, 0)},
    "nothing": {(coder, name): (set(), 0) for coder in "AB" for name in "ab"},
    "alike": {(coder, name): ({"gedrag"}, 1) for coder in "AB" for name in "ab"},
    "hostile": {(coder, name): ({"gedrag", "activeren"}, 2) for coder in (HOSTILE, "B")
                for name in (HOSTILE, "{{ titel }}", "$a$ </div>", "x" * 200)}}


@pytest.mark.parametrize("kind", KINDS)
def test_the_notebook_reads_whatever_there_is(kind, tmp_path):
    found = of(tmp_path, KINDS[kind])
    face = StudyFace(found)
    notebook = nbformat.read(STUDIES / "elements/verslag.ipynb", as_version=4)
    words = [word for cell in notebook.cells if cell.cell_type == "markdown"
             for word in re.findall(r"\{m\}`([^`]*)`", cell.source)]
    calls = [cell.source for cell in notebook.cells if cell.source.startswith("m.")]
    assert len(words) > 8
    assert len(calls) == 7
    for call in words:
        text = repr(eval(f"m.{call}", {"m": face}))
        assert text[0] in "“" or text[0] == text[0].upper() or call.startswith("rows_of")
        assert "  " not in text
        assert ".." not in text
    for call in calls:
        text = eval(call, {"m": face}).text
        lines = [line for line in text.splitlines() if not line.startswith(":alt:")]
        assert not re.search(r"(?<!\\)(<b>|\{m\}`|\{\{ titel)", "\n".join(lines))
    for name, figure in found.figures.items():
        canvas = draw_figure(found, name)
        assert canvas.get_size_inches()[0] == pytest.approx(4.4)
        plt.close(canvas)
        assert found.table(figure.table).rows


def test_what_is_stored_is_the_same(small, tmp_path):
    write_report(small, tmp_path / "elements.json")
    assert read_report(tmp_path / "elements.json") == small


def test_the_order_of_rows_and_the_names_of_coders_change_no_number(small, tmp_path):
    turned = {({"A": "B", "B": "A"}[coder], name): coding
              for (coder, name), coding in reversed(SMALL.items())}
    found = published(write_folder(tmp_path / "anders", turned))
    for name in ("elementen", "treden", "overeenstemming"):
        assert found.table(name).rows == small.table(name).rows
    assert {name: found.text(name) for name in ("bewezen", "naast", "eens", "ontbreekt")} == {
        name: small.text(name) for name in ("bewezen", "naast", "eens", "ontbreekt")}


def test_the_example_in_short():
    found = published(example("elements"))
    assert found.text("ontbreekt") == (
        "Het element pragmatische aansturing ontbreekt in alle interventies.")
    assert found.text("bewezen") == (
        "Eén van de 15 interventies is bewezen effectief: “Proefplaatsing”.")
    assert found.figure("overzicht").title == found.text("ontbreekt").removesuffix(".")
