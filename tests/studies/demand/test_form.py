"""Folders for the study of the demand: five ways to tell the clients, and what may be wrong."""

import csv
import io
import time

import openpyxl
import pytest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.demand.demand import demands

from ..breaking import example, inputs_of, one_line, refused, spoilt

SETUP, PROFILES, PROVISIONS, NEEDS, FUNDING, CLIENTS = (
    "opzet.csv", "profielen.csv", "voorzieningen.csv", "behoefte.csv", "bekostiging.csv",
    "klanten.csv")
AMOUNT = ("een getal (12 of 12,5), een reeks (10-15), een grens (<1), ongeveer 40, of ? als het "
          "niet bekend is; een streepje alleen bij een percentage")
FIRST = 'K001,46,vrouw,alleenstaand,Nederland,"1,3",geen'
RULE = "geslacht = vrouw en leeftijd >= 50"
WAYS = ("precies een van: een klantenbestand (klanten); getelde aantallen (aantallen); schattingen "
        "van consulenten (schattingen); een steekproef (steekproef); landelijke aandelen "
        "(landelijk, samenstelling)")
SMALL = {PROFILES: "profiel,naam\na,A\nb,B\n", NEEDS: "voorziening,aandeel\nx,10%\n",
         PROVISIONS: "voorziening,naam,prestatieveld,gebruikers\nx,X,1,100\n", FUNDING: None,
         CLIENTS: None, SETUP: "gemeente,peildatum,klanten\nA,2005-06-30,200-220\n"}
NATIONAL = {"landelijk.csv": "profiel,aandeel\na,40%\nb,60%\n",
            "samenstelling.csv": "kenmerk,klasse,landelijk,lokaal\nleeftijd,jong,\"33,3\",50\n"
                                 "leeftijd,oud,\"66,6\",150\n"}
BROKEN = [
    ({CLIENTS: (FIRST, FIRST.replace("46", "146"))},
     "klanten.csv, rij 2, kolom leeftijd: '146'; verwacht: een getal vanaf 0 tot en met 120"),
    ({CLIENTS: (FIRST, FIRST.replace("geen", "geen;schulden"))},
     "klanten.csv, rij 2, kolom belemmeringen: 'geen;schulden'; verwacht: woorden met een "
     "puntkomma ertussen, of geen"),
    ({CLIENTS: (FIRST, FIRST.replace("K001", "K002"))},
     "klanten.csv, rij 3, kolom klant: 'K002'; verwacht: elke klant één keer"),
    ({CLIENTS: (FIRST, FIRST.replace("1,3", "vier jaar"))},
     "klanten.csv, rij 2, kolom duur: 'vier jaar'; verwacht: een getal vanaf 0 tot en met 100"),
    ({CLIENTS: ("klant,leeftijd", "klant,jaren")},
     "klanten.csv, rij 1, kolom jaren: 'jaren'; verwacht: een van klant, leeftijd, geslacht, "
     "huishouden, herkomst, duur, belemmeringen"),
    ({CLIENTS: (FIRST, FIRST + ",x")},
     "klanten.csv, rij 2: '8 cellen'; verwacht: 7 cellen, als de kopregel; een cel waarin het "
     "scheidingsteken staat, tussen aanhalingstekens"),
    ({CLIENTS: None}, f"map: ''; verwacht: {WAYS}"),
    ({"aantallen.csv": "profiel,aantal\n" + "".join(f"{one},9\n" for one in (
        "ouders", "jongeren", "psychisch", "verslaafd", "oudkomers", "vrouwen", "mannen")),
      SETUP: "gemeente,peildatum,klanten\nA,2005-06-30,300\n"},
     f"map: 'klanten, aantallen'; verwacht: {WAYS}"),
    ({PROFILES: (RULE, "sekse = vrouw")},
     "profielen.csv, rij 7, kolom regel: 'sekse = vrouw'; verwacht: een regel; aan het begin "
     "staat “sekse”; verwacht: een veld: leeftijd, geslacht, huishouden, herkomst, duur, "
     "belemmeringen."),
    ({PROFILES: (RULE, "__import__('os').system('ls')")},
     "profielen.csv, rij 7, kolom regel: \"__import__('os').system('ls')\"; verwacht: een regel; "
     "aan het begin staat “__import__('os').system('ls')”; verwacht: een woord, een getal, een "
     "teken als >= of een haakje."),
    ({PROFILES: (RULE, "")}, "profielen.csv, rij 7, kolom regel: ''; verwacht: een regel, want er "
                             "is een klantenbestand"),

    ({PROVISIONS: ("jongerenwerk,Jongerenwerk,2,240", "jongerenwerk,Jongerenwerk,2,veel")},
     f"voorzieningen.csv, rij 3, kolom gebruikers: 'veel'; verwacht: {AMOUNT}"),
    ({PROVISIONS: ("jongerenwerk,Jongerenwerk,2,240", "jongerenwerk,Jongerenwerk,2,")},
     "voorzieningen.csv, rij 3, kolom gebruikers: ''; verwacht: een ingevulde cel"),
    ({PROVISIONS: ("opvang,Opvang,7,60\n", "opvang,Opvang,7,60\nopvang,Opvang,7,60\n")},
     "voorzieningen.csv, rij 13, kolom voorziening: 'opvang'; verwacht: elke voorziening één keer"),
    ({PROVISIONS: ("opvang,Opvang,7,60\n", "opvang,Opvang,7,60\nkapper,Kapper,7,40\n")},
     "voorzieningen.csv, rij 13, kolom voorziening: 'kapper'; verwacht: in behoefte een rij voor "
     "ouders, jongeren, psychisch, verslaafd, oudkomers, …, of een met een leeg profiel"),
    ({NEEDS: ("buurthuis,psychisch,50%", "buurthuis,psychisch,150%")},
     f"behoefte.csv, rij 3, kolom aandeel: '150%'; verwacht: {AMOUNT}, van 0 tot en met 100"),
    ({NEEDS: ("buurthuis,psychisch,50%", "buurthuis,psychisch,20-10%")},
     f"behoefte.csv, rij 3, kolom aandeel: '20-10%'; verwacht: {AMOUNT}, van 0 tot en met 100"),
    ({NEEDS: ("buurthuis,psychisch,50%", "buurthuis,psych,50%")},
     "behoefte.csv, rij 3, kolom profiel: 'psych'; verwacht: een profiel uit profielen: ouders, "
     "jongeren, psychisch, verslaafd, oudkomers, vrouwen, mannen"),
    ({NEEDS: ("buurthuis,psychisch,50%", "buurthuis,,50%")},
     "behoefte.csv, rij 3, kolom profiel: ''; verwacht: elke combinatie van voorziening en "
     "profiel één keer; één rij met een leeg profiel"),
    ({FUNDING: ("algemeen,natura,vast", "algemeen,gratis,vast")},
     "bekostiging.csv, rij 2, kolom vorm: 'gratis'; verwacht: een van declaratie, natura, "
     "tegemoetkoming"),
    ({FUNDING: ("buurthuis,algemeen", "zwembad,algemeen")},
     "bekostiging.csv, rij 2, kolom voorziening: 'zwembad'; verwacht: een voorziening uit "
     "voorzieningen: buurthuis, jongerenwerk, opvoedcursus, gezinscoach, rechtshulp, zorgloket, "
     "inburgering, mantelzorg, vervoer, dagopvang, …"),
    ({SETUP: ("verzonnen.,,", "verzonnen.,,140")},
     "opzet.csv, rij 2, kolom dominant: '140'; verwacht: een getal boven 0 tot en met 100"),
    (SMALL | {"aantallen.csv": "profiel,aantal\na,9\n"},
     "aantallen.csv, rij 1, kolom profiel: 'b'; verwacht: ten minste één rij voor dit profiel; 0 "
     "als er niemand van is"),
    (SMALL | {"aantallen.csv": "profiel,aantal\na,9\nb,9\n",
              SETUP: "gemeente,peildatum\nA,2005-06-30\n"},
     "opzet.csv, rij 2, kolom klanten: ''; verwacht: hoeveel klanten er in totaal zijn"),
    (SMALL | NATIONAL | {"samenstelling.csv": None},
     "samenstelling.csv: ''; verwacht: deze tabel, die hoort bij landelijke aandelen"),
    (SMALL | NATIONAL | {"samenstelling.csv": "kenmerk,klasse,landelijk,lokaal\nleeftijd,jong,40,5"
                                              "\nleeftijd,oud,50,5\n"},
     "samenstelling.csv, rij 2, kolom landelijk: 'samen 90'; verwacht: bij leeftijd samen 100")]


@pytest.mark.parametrize(("changes", "line"), BROKEN)
def test_what_is_wrong_is_told_in_one_line(tmp_path, changes, line):
    changes = {name: change for name, change in changes.items()
               if change is not None or (example("demand") / name).exists()}
    assert one_line("demand", tmp_path / "map", changes) == line


def test_twenty_broken_inputs_at_least():
    assert len(BROKEN) >= 20


def test_counts_that_are_more_than_all_clients(tmp_path):
    changes = SMALL | {"aantallen.csv": "profiel,aantal\na,200\nb,21\n"}
    assert refused("demand", tmp_path / "map", changes).startswith(
        "aantallen: de profielen hebben samen ten minste 221 klanten, meer dan de 220")


def test_national_shares_that_are_not_all(tmp_path):
    changes = SMALL | NATIONAL | {"landelijk.csv": "profiel,aandeel\na,40%\nb,50%\n"}
    assert refused("demand", tmp_path / "map", changes).startswith(
        "landelijk, samenstelling: de landelijke aandelen van de profielen zijn samen 90%")


def test_what_the_example_comes_to():
    found = inputs_of("demand", example("demand"))
    assert found.way == "klanten"
    assert found.clients.total == exact(1_200)
    assert found.names[:2] == ("K001", "K002")
    assert len(found.names) == len(found.matched.sure) == 1_200
    assert not found.matched.unseen
    assert found.needs["buurthuis", "psychisch"] == exact(50)
    assert found.needs["buurthuis", "mannen"] == Limits(10, 20)
    assert found.fundings[0].cost == exact(720_000)
    assert found.fundings[0].field == "1"
    assert found.dominant == 37
    one = demands(found.clients, found.provisions, found.needs, found.dominant)
    assert {demand.waiting for demand in one} == {True, False, None}


def test_counts(tmp_path):
    found = inputs_of("demand", spoilt("demand", tmp_path / "map", SMALL | {
        "aantallen.csv": "profiel,aantal\na,50-60\nb,?\n"}))
    assert found.clients.total == Limits(200, 220)
    assert found.clients.counts == (Limits(50, 60), Limits(0, 170))
    assert found.needs == {("x", "a"): exact(10), ("x", "b"): exact(10)}
    assert found.fundings == ()
    assert found.names == ()


def test_estimates_of_consultants(tmp_path):
    found = inputs_of("demand", spoilt("demand", tmp_path / "map", SMALL | {
        SETUP: "gemeente,peildatum,klanten,dominant\nA,2005-06-30,200,50\n",
        "schattingen.csv": "consulent;profiel;aandeel\n1;a;10%\n2;a;20%\n1;b;30-40%\n"}))
    assert found.clients.counts == (Limits(20, 40, 30), Limits(60, 80))
    assert found.dominant == 50


def test_a_sample(tmp_path):
    found = inputs_of("demand", spoilt("demand", tmp_path / "map", SMALL | {
        SETUP: "gemeente,peildatum,klanten\nA,2005-06-30,200\n",
        "steekproef.csv": "profiel,aantal\na,10\nb,20\n,70\n"}))
    assert found.clients.counts[0].value == pytest.approx(20)
    assert found.clients.counts[0].low == pytest.approx(200 * 0.0490, abs=0.05)


def test_national_shares(tmp_path):
    found = inputs_of("demand", spoilt("demand", tmp_path / "map", SMALL | NATIONAL | {
        SETUP: "gemeente,peildatum\nA,2005-06-30\n",
        "profielverdeling.csv": "profiel,kenmerk,klasse,landelijk\na,leeftijd,jong,50\n"
                                "a,leeftijd,oud,50\n"}))
    assert found.clients.total == exact(200)
    # Of a half are young, of whom there are a quarter here and a third in the country.
    assert found.national.corrected().factors["a"] == pytest.approx(0.5 * 0.75 + 0.5 * 1.125)


@pytest.mark.audit
@pytest.mark.parametrize("workbook", [False, True])
def test_twenty_thousand_clients_are_read_at_once(tmp_path, workbook):
    head, *rows = (example("demand") / CLIENTS).read_text(encoding="utf-8").splitlines()
    many = "\n".join([head, *(f"K{place}x{row.partition(',')[0]},{row.partition(',')[2]}"
                              for place in range(17) for row in rows)])
    place = spoilt("demand", tmp_path / "map", {CLIENTS: many})
    if workbook:
        book = openpyxl.Workbook()
        for path in place.glob("*.csv"):
            sheet = book.create_sheet(path.stem)
            for row in csv.reader(io.StringIO(path.read_text(encoding="utf-8"))):
                sheet.append(row)
            path.unlink()
        del book["Sheet"]
        book.save(place / "invoer.xlsx")
    start = time.process_time()
    found = inputs_of("demand", place)
    assert time.process_time() - start < (6 if workbook else 2)
    assert found.clients.total == exact(20_400)
