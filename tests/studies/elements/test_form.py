"""Folders for the study of elements: what they come to, and what is wrong with them."""

import pytest

from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.studies.elements.agreement import element_agreement, rung_agreement
from participatiemonitor.studies.elements.coverage import element_coverage
from participatiemonitor.studies.elements.form import ELEMENTS
from participatiemonitor.studies.elements.published import read_published

from ..breaking import example, inputs_of, one_line, refused, spoilt
from ..pages import DOCS

SETUP, INTERVENTIONS, CODINGS = "opzet.csv", "interventies.csv", "coderingen.csv"
HEADS = f"codeur,interventie,{','.join(ELEMENTS)},trede\n"
RUNGS = "een van 0, 1, 2, 3, 4"
NAMES = ("Aan de slag in de wijk, Achter de voordeur, Buddy’s, Eerst de schulden, Eigen plan, "
         "Groene vingers, Jong en aan zet, Kleine stappen, Kookcafé, Leren op de werkvloer, …")
LINES = (example("elements") / CODINGS).read_text(encoding="utf-8").splitlines()
FIRST = LINES[1]
ALL = ",".join(["ja"] * 12)


def coding(change):
    """The first coding, changed."""
    return {CODINGS: (FIRST, change(FIRST.split(",")))}


def cell(place, value):
    return coding(lambda cells: ",".join([*cells[:place], value, *cells[place + 1:]]))


BROKEN = [
    (cell(2, "misschien"),
     "coderingen.csv, rij 2, kolom motivatie: 'misschien'; verwacht: een van ja, nee"),
    (cell(2, "1"), "coderingen.csv, rij 2, kolom motivatie: '1'; verwacht: een van ja, nee"),
    (cell(3, ""), "coderingen.csv, rij 2, kolom activeren: ''; verwacht: een ingevulde cel"),
    (cell(14, "5"), f"coderingen.csv, rij 2, kolom trede: '5'; verwacht: {RUNGS}"),
    (cell(14, "-1"), f"coderingen.csv, rij 2, kolom trede: '-1'; verwacht: {RUNGS}"),
    (cell(14, '"2,5"'), f"coderingen.csv, rij 2, kolom trede: '2,5'; verwacht: {RUNGS}"),
    (cell(14, "bewezen"), f"coderingen.csv, rij 2, kolom trede: 'bewezen'; verwacht: {RUNGS}"),
    (cell(14, ""), "coderingen.csv, rij 2, kolom trede: ''; verwacht: een ingevulde cel"),
    (cell(0, ""), "coderingen.csv, rij 2, kolom codeur: ''; verwacht: een ingevulde cel"),
    (coding(lambda cells: ",".join(cells) + f"\nC,{cells[1]},{ALL},2"),
     "coderingen.csv, rij 3, kolom codeur: 'C'; verwacht: een van ten hoogste twee codeurs, zoals "
     "A en B, die elk alle interventies coderen"),
    (coding(lambda cells: ",".join(cells) + f"\nA,Zwemles,{ALL},2"),
     f"coderingen.csv, rij 3, kolom interventie: 'Zwemles'; verwacht: een interventie uit "
     f"interventies: {NAMES}"),
    (coding(lambda cells: ",".join(cells) + f"\nA,{cells[1]},{ALL},2"),
     "coderingen.csv, rij 3, kolom interventie: 'A, Aan de slag in de wijk'; verwacht: elke "
     "combinatie van codeur en interventie één keer"),
    ({CODINGS: (FIRST + "\n", "")}, "interventies.csv, rij 2, kolom interventie: 'Aan de slag in "
                                    "de wijk'; verwacht: een rij in coderingen van codeur A"),
    ({CODINGS: "\n".join(LINES[:15])},
     "interventies.csv, rij 16, kolom interventie: 'Weer op de been'; verwacht: een rij in "
     "coderingen van codeur A"),
    (coding(lambda cells: ",".join(cells[:-1])),
     "coderingen.csv, rij 2: '14 cellen'; verwacht: 15 cellen, als de kopregel; een cel waarin het "
     "scheidingsteken staat, tussen aanhalingstekens"),
    ({CODINGS: None}, "coderingen.csv: ''; verwacht: deze tabel. Een rij per codeur en "
                      "interventie: liefst coderen twee codeurs elk alle interventies, zonder "
                      "overleg."),
    ({CODINGS: HEADS}, "coderingen.csv: 'geen rijen'; verwacht: ten minste één rij"),
    ({INTERVENTIONS: ("Kookcafé,Koken", "Kookcafé,Koken\x07")},
     "interventies.csv, rij 10, kolom omschrijving: 'U+0007'; verwacht: tekst zonder "
     "besturingstekens"),
    ({SETUP: None}, "opzet.csv: ''; verwacht: deze tabel. Over wie het verslag gaat: één rij."),
    ({SETUP: "gemeente,peildatum\nA,2012-12-01\nB,2012-12-01\n"},
     "opzet.csv, rij 3: '2 rijen'; verwacht: één rij"),
    ({"interventie.csv": "a\n"}, "interventie.csv: 'interventie.csv'; verwacht: een van "
                                 "opzet.csv, interventies.csv, coderingen.csv"),
    ({"invoer.xlsx": b"PK"}, "map: 'invoer.xlsx, coderingen.csv, interventies.csv, opzet.csv'; "
                             "verwacht: csv-bestanden of één werkmap, en niet beide; haal weg wat "
                             "niet meer geldt")]


@pytest.mark.parametrize(("changes", "line"), BROKEN)
def test_what_is_wrong_is_told_in_one_line(tmp_path, changes, line):
    assert one_line("elements", tmp_path / "map", changes) == line


def test_twenty_broken_inputs_at_least():
    assert len(BROKEN) >= 20


def test_another_name_for_an_element_is_two_faults(tmp_path):
    message = refused("elements", tmp_path / "map", {CODINGS: (",gedrag,", ",gedragen,")})
    assert "coderingen.csv, rij 1, kolom gedrag: ''; verwacht: deze kolom; zij ontbreekt" in message
    assert "kolom gedragen: 'gedragen'; verwacht: een van codeur, interventie" in message
    assert message.startswith("2 fouten")


def test_what_the_example_comes_to(tmp_path):
    found = inputs_of("elements", example("elements"))
    assert found.coders == ("A", "B")
    assert len(found.coded.interventions) == len(found.descriptions) == 15
    assert found.coded.elements == tuple(ELEMENTS)
    row = dict(zip(LINES[0].split(","), FIRST.split(","), strict=True))
    assert [row[name] == "ja" for name in ELEMENTS] == found.coded.marks[0][0].tolist()
    assert found.coded.rungs[0][0] == int(row["trede"])
    assert [one.name for one in element_coverage(found.coded) if one.missing] == ["aansturing"]
    assert 0.8 < element_agreement(found.coded)[0].same < 1
    assert rung_agreement(found.coded).kappa > 0


def test_rows_may_stand_in_any_order(tmp_path):
    turned = "\n".join([LINES[0], *reversed(LINES[1:])])
    found = inputs_of("elements", spoilt("elements", tmp_path / "map", {CODINGS: turned}))
    assert found.coders == ("B", "A")
    assert found.coded.interventions[0] == "Aan de slag in de wijk"


def test_one_coder_is_enough(tmp_path):
    alone = "\n".join(LINES[:16])
    found = inputs_of("elements", spoilt("elements", tmp_path / "map", {CODINGS: alone}))
    assert found.coders == ("A",)
    assert not found.coded.double
    assert found.coded.marks.shape == (1, 15, 12)
    assert found.coded.sure.tolist() == found.coded.possible.tolist()


def test_a_project_without_the_document_is_refused(tmp_path):
    with pytest.raises(InputError, match=r"interventies, elementen ontbreekt.*Zet deze tabellen"):
        read_published(Project(tmp_path))


def test_what_the_document_says(repository):
    found = read_published(repository)
    assert len(found.interventions) == 28
    assert found.interventions["mostly"].sum() == 18
    assert found.proofs["gedrag"] == "bewezen"


def test_the_page_says_what_the_document_means(repository):
    page = (DOCS / "elements.md").read_text(encoding="utf-8")
    tables = read_printed(repository)["divosa2012"].tables
    for name, label in ELEMENTS.items():
        meant = tables["elementen"].cells[name, "inhoud"].published
        assert f"| `{name}` | {label} | {meant} |" in page
    for row in tables["effectladder"].head.rows:
        rung = int(tables["effectladder"].cells[row, "niveau"].value)
        line = next(line for line in page.splitlines() if line.startswith(f"| {rung} | "))
        assert tables["effectladder"].cells[row, "betekenis"].published in line


def test_the_elements_are_those_of_the_document(repository):
    table = read_printed(repository)["divosa2012"].tables["elementen"]
    assert {name: row.nl for name, row in table.head.rows.items()} == ELEMENTS
