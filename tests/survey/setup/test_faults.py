"""A fault in a setup workbook is told by sheet, cell and head, in the words of the workbook."""

from __future__ import annotations

import pytest

from participatiemonitor.files.faults import Cell, InvalidWave
from participatiemonitor.survey.setup.setup import read_setup
from survey.setup.filling import faults_of, fill, told, written

NAME = "een naam van kleine letters, cijfers en _, met een letter vooraan"
HEADLINE = {("Koppen", "A2"): "figuur", ("Koppen", "B2"): 1, ("Koppen", "C2"): "Zorg voorop"}
CASES = [
    ({("Peiling", "B2"): None}, "blad Peiling, cel B2 (Jaar): ''; verwacht: een ingevulde cel"),
    ({("Peiling", "B4"): "gok"}, "blad Peiling, cel B4 (Soort antwoorden): 'gok'; verwacht: een "
                                 "van waarneming, reconstructie"),
    ({("Peiling", "B14"): "ooit"}, "blad Peiling, cel B14 (Peildatum): 'ooit'; verwacht: een datum "
                                   "als 2011-01-31"),
    ({("Peiling", "B17"): 5}, "blad Peiling, cel B17 (Minste aantal antwoorden): '5'; verwacht: "
                              "ten hoogste 4, het aantal organisaties"),
    ({("Peiling", "B18"): "klein"}, "blad Peiling, cel B18 (Getoonde grootteklassen): 'klein'; "
     "verwacht: elke klasse van het blad Grootteklassen precies één keer"),
    ({("Peiling", "B19"): "geheim"}, "blad Peiling, cel B19 (Vingerafdruk van de sleutel): "
     "'geheim'; verwacht: zestien cijfers en letters van a tot en met f"),
    ({("Groepen", "B2"): "sd"}, "blad Groepen, cel B2 (Code): 'sd'; verwacht: twee hoofdletters"),
    ({("Groepen", "F2"): "maart"}, "blad Groepen, cel F2 (Veldwerk): 'maart'; verwacht: een maand "
                                   "als 2011-03"),
    ({("Grootteklassen", "D2"): 12}, "blad Register (Grootteklasse): 'klein: 3 organisaties'; "
                                     "verwacht: 12, zoals op het blad Grootteklassen"),
    ({("Kantlijnen", "A2"): "x", ("Kantlijnen", "B2"): "X", ("Kantlijnen", "C2"): "inwoners",
      ("Kantlijnen", "D2"): "50, 20"},
     "blad Kantlijnen, cel D2 (Grenzen): '50, 20'; verwacht: oplopende grenzen"),
    ({("Al gepubliceerd", "A2"): "taken", ("Al gepubliceerd", "B2"): "niets",
      ("Al gepubliceerd", "C2"): "sociale_dienst"},
     "blad Al gepubliceerd, cel A2 (Vraag): 'taken.niets@sociale_dienst'; verwacht: "
     "vraag.optie@groep uit het blad Vragen, voor een groep aan wie zij is gesteld"),
    ({("Vragen", "B2"): "keuze"}, "blad Vragen, cel B2 (Soort): 'keuze'; verwacht: een van één "
                                  "antwoord, meer antwoorden, percentage, getal, open"),
    ({("Vragen", "D2"): "sociale_dienst, niemand"}, "blad Vragen, cel D2 (Gevraagd aan): "
     "'niemand'; verwacht: een van sociale_dienst, afdeling_welzijn"),
    ({("Vragen", "I6"): "weg"}, "blad Vragen, cel I6 (Schaal): 'weg'; verwacht: een naam van het "
                                "blad Schalen"),
    ({("Vragen", "J2"): "ja"}, "blad Vragen, cel J2 (Sluit andere uit): 'ja'; verwacht: alleen bij "
                               "een vraag van de soort meer antwoorden"),
    ({("Vragen", "K3"): 100}, "blad Vragen, cel K3 (Totaal): '100'; verwacht: alleen bij een "
                              "percentage of getal met opties"),
    ({("Opties", "A2"): "weg"}, "blad Opties, cel A2 (Vraag): 'weg'; verwacht: een vraag van het "
                                "blad Vragen"),
    ({("Opties", "B2"): "Ja!"}, f"blad Opties, cel B2 (Naam): 'Ja!'; verwacht: {NAME}"),
    ({("Opties", "B2"): "deels"}, "blad Opties, cel B2 (Naam): 'deels'; verwacht: elke optie één "
                                  "keer"),
    ({("Routering", "D2"): "nooit"}, "blad Routering, cel D2 (Antwoorden): 'nooit'; verwacht: een "
                                     "optie van plan_een: staand, pilot, nee"),
    ({("Routering", "C2"): "weg"}, "blad Routering, cel C2 (Bij de vraag): 'weg'; verwacht: een "
                                   "vraag die eerder op het blad Vragen staat"),
    ({("Figuren", "D2"): "gemiddelden"}, "blad Figuren, cel D2 (Vorm): 'gemiddelden'; verwacht: "
                                         "een van staven per groep, gestapelde staven"),
    ({("Figuren", "B3"): 1}, "blad Figuren, cel B3 (Nummer): '1'; verwacht: elk nummer één keer"),
    (HEADLINE | {("Koppen", "D2"): "wordt het meest gegeven", ("Koppen", "E2"): "zorgen"},
     "blad Koppen, cel E2 (Grootheid): 'zorgen'; verwacht: een optie van de ene vraag van deze "
     "figuur"),
    (HEADLINE | {("Koppen", "D2"): "is ten minste", ("Koppen", "E2"): "taken.zorg"},
     "blad Koppen, cel G2 (Procent): ''; verwacht: ingevuld, bij “is ten minste”"),
    ({("Eerdere rondes", "A2"): "taken", ("Eerdere rondes", "B2"): 2005,
      ("Eerdere rondes", "C2"): "andere opties", ("Eerdere rondes", "D2"): "zorg, niets",
      ("Eerdere rondes", "F2"): "Anders."},
     "blad Eerdere rondes, cel D2 (Te vergelijken): 'niets'; verwacht: een optie van taken"),
    ({("Vervallen", "B2"): "taken", ("Vervallen", "C2"): 2009, ("Vervallen", "D2"): "de taken"},
     "blad Vervallen, cel B2 (Naam): 'taken'; verwacht: een vraag die niet meer op het blad Vragen "
     "staat; haal haar hier of daar weg"),
    ({("Register", "E3"): 1.5}, "blad Register, cel E3 (Inwoners): '1.5'; verwacht: een geheel "
     "getal in cijfers, zonder punten of komma's, van 1 of meer"),
    ({("Register", "C3"): "weg"}, "blad Register, cel C3 (Grootteklasse): 'weg'; verwacht: een van "
                                  "klein, groot"),
    ({("Register", "E2"): "=1+1"}, "blad Register, cel E2: '=1+1'; verwacht: een waarde; kopieer "
                                   "de cellen en plak ze als waarden"),
    ({("Vragen", "C2"): "a\nb"}, "blad Vragen, cel C2: 'U+000A'; verwacht: tekst op één regel, "
                                 "zonder tabs"),
]


@pytest.mark.parametrize(("cells", "message"), CASES, ids=lambda case: "")
def test_a_fault_names_sheet_cell_and_what_belongs_there(mini_wave, tmp_path, cells, message):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    fill(path, cells)
    assert message in told(path)


def test_faults_of_all_sheets_are_told_at_once(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    fill(path, {("Vragen", "B2"): "keuze", ("Register", "C3"): "weg", ("Opties", "C5"): None,
                ("Koppen", "A2"): "figuur"})
    sheets = {fault.row.sheet for fault in faults_of(path) if isinstance(fault.row, Cell)}
    assert sheets == {"Vragen", "Register", "Opties", "Koppen"}


def test_an_option_that_is_called_like_a_word_of_the_files_keeps_its_name(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    fill(path, {("Schalen", "B2"): "top", ("Routering", "D2"): "staand"})
    assert told(path)[0].endswith("verwacht: een optie van plan_een: top, pilot, nee")


@pytest.mark.parametrize("name", ["Vragen", "Register", "Peiling"])
def test_a_sheet_that_is_gone_is_missed(mini_wave, tmp_path, name):
    from openpyxl import load_workbook

    path = written(mini_wave, tmp_path / "opzet.xlsx")
    book = load_workbook(path)
    book[name].title = "Iets anders"
    book.save(path)
    [fault] = faults_of(path)
    assert fault.value == f"zonder {name}"
    assert fault.expected.startswith("een opzet met de bladen Peiling, Groepen, ")


def test_a_head_that_is_gone_is_missed_and_an_unknown_one_named(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    fill(path, {("Vragen", "A1"): "Naamm"})
    first, second = told(path)
    assert first.startswith("blad Vragen, cel A1: 'Naamm'; verwacht: een van de koppen Naam, ")
    assert second == "blad Vragen, rij 1: ''; verwacht: een kolom met de kop Naam"


def test_predecessors_are_codes_of_the_former_round(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    fill(path, {("Register", "G2"): "O-1, O-2", ("Peiling", "B3"): 2005})
    assert read_setup(path).frame.at["K-1", "predecessors"] == ("O-1", "O-2")
    with pytest.raises(InvalidWave) as caught:
        read_setup(path, lambda info: {"O-1"} if info.previous == 2005 else None)
    assert ("blad Register, cel G2 (Voorgangers): 'O-1 O-2'; verwacht: codes uit het register van "
            "de peiling die het blad Peiling met Vorige peiling noemt") in str(caught.value)


def test_what_differs_from_the_round_before_must_be_said_in_the_workbook(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    fill(path, {("Peiling", "B2"): 2013, ("Vragen", "E2"): "Is er ook beleid?",
                ("Vragen", "A11"): "uitleg", ("Opties", "A14"): "uitleg",
                ("Opties", "A15"): "uitleg", ("Routering", "A5"): "uitleg"})
    with pytest.raises(InvalidWave) as caught:
        read_setup(path, before=lambda info: mini_wave)
    changed, gone = caught.value.faults
    assert str(changed).startswith("opzet.xlsx, blad Vragen, cel A2 (Naam): ")
    assert ("2009 op het blad Eerdere rondes, met Wat er anders is: anders gesteld of andere "
            "opties, Te vergelijken: ja, nee of een lijst van opties") in changed.expected
    assert str(gone).startswith("opzet.xlsx, blad Vervallen: ''; verwacht: Sinds: 2013 en Uitleg: ")
    fill(path, {("Eerdere rondes", "A2"): "beleid", ("Eerdere rondes", "B2"): 2009,
                ("Eerdere rondes", "C2"): "anders gesteld", ("Eerdere rondes", "D2"): "ja",
                ("Eerdere rondes", "F2"): "Er kwam een woord bij.",
                ("Eerdere rondes", "A3"): "uitleg", ("Eerdere rondes", "B3"): 2009,
                ("Eerdere rondes", "C3"): "dezelfde vraag",
                ("Eerdere rondes", "E3"): "toelichting"})
    found = read_setup(path, before=lambda info: mini_wave)
    assert found.codebook["uitleg"].earlier[2009].was == "toelichting"
