"""Folders for the study of the ladder: what they come to, and what is wrong with them."""

import datetime as dt
import time

import numpy as np
import pytest

from participatiemonitor.studies.forms.examples import MADE_UP
from participatiemonitor.studies.forms.setup import Setup
from participatiemonitor.studies.ladder.inputs import read_inputs

from ..breaking import example, one_line, refused, spoilt

SETUP, REGISTERED, PERSONS = "opzet.csv", "registraties.csv", "personen.csv"
RUNG = "een van 1, 2, 3, 4, 5, 6, uitstroom"
DATE = "een datum als 2012-03-31 of 31-03-2012"
FIRST = "P001,2010-01-29,6\n"
BROKEN = [
    ({REGISTERED: (FIRST, "P001,2010-01-29,7\n")},
     f"registraties.csv, rij 2, kolom trede: '7'; verwacht: {RUNG}"),
    ({REGISTERED: (FIRST, "P001,2010-01-29,0\n")},
     f"registraties.csv, rij 2, kolom trede: '0'; verwacht: {RUNG}"),
    ({REGISTERED: (FIRST, 'P001,2010-01-29,"2,5"\n')},
     f"registraties.csv, rij 2, kolom trede: '2,5'; verwacht: {RUNG}"),
    ({REGISTERED: (FIRST, "P001,2010-01-29,\n")},
     "registraties.csv, rij 2, kolom trede: ''; verwacht: een ingevulde cel"),
    ({REGISTERED: (FIRST, "P001,29/01/2010,6\n")},
     f"registraties.csv, rij 2, kolom datum: '29/01/2010'; verwacht: {DATE}"),
    ({REGISTERED: (FIRST, "P001,2010-02-30,6\n")},
     f"registraties.csv, rij 2, kolom datum: '2010-02-30'; verwacht: {DATE}"),
    ({REGISTERED: (FIRST, "P001,40207,6\n")},
     f"registraties.csv, rij 2, kolom datum: '40207'; verwacht: {DATE}"),
    ({REGISTERED: (FIRST, ",2010-01-29,6\n")},
     "registraties.csv, rij 2, kolom persoon: ''; verwacht: een ingevulde cel"),
    ({REGISTERED: (FIRST, FIRST + "P001,29-01-2010,5\n")},
     "registraties.csv, rij 3, kolom datum: 'P001, 29-01-2010'; verwacht: elke combinatie van "
     "persoon en datum één keer"),
    ({REGISTERED: (FIRST, FIRST + "P999,2010-01-29,6\n")},
     "registraties.csv, rij 3, kolom persoon: 'P999'; verwacht: een persoon die ook in personen "
     "staat"),
    ({REGISTERED: (FIRST, "P001;2010-01-29;6\n")},
     "registraties.csv, rij 2: '1 cellen'; verwacht: 3 cellen, als de kopregel; een cel waarin "
     "het scheidingsteken staat, tussen aanhalingstekens"),
    ({REGISTERED: None}, "registraties.csv: ''; verwacht: deze tabel. Een rij per persoon en "
                         "datum: op welke trede iemand toen stond."),
    ({REGISTERED: "persoon,datum,trede\nP001,2010-01-29,6\nP001,2010-03-01,uitstroom\n",
      PERSONS: None},
     "registraties.csv, rij 1, kolom persoon: 'elke persoon één keer'; verwacht: van ten minste "
     "een deel van de personen meer dan één datum op een trede"),
    ({PERSONS: ("P001,ja", "P001,soms")},
     "personen.csv, rij 2, kolom project: 'soms'; verwacht: een van ja, nee"),
    ({PERSONS: ("P001,ja", "P001,")},
     "personen.csv, rij 2, kolom project: ''; verwacht: een ingevulde cel, want deze kolom is in "
     "gebruik; haal haar anders weg"),
    ({SETUP: ("2010-01-01,2011-01-01", "2010-01-01,")},
     "opzet.csv, rij 2, kolom eerste_tot: ''; verwacht: een datum, want andere datums van de twee "
     "periodes zijn ingevuld; vul alle vier in, of geen"),
    ({SETUP: ("2011-01-01,2011-01-01", "2011-01-01,2010-07-01")},
     "opzet.csv, rij 2, kolom tweede_van: '2010-07-01'; verwacht: een datum vanaf eerste_tot: "
     "periodes overlappen niet"),
    ({SETUP: ("2010-01-01,2011-01-01", "2011-01-01,2010-01-01")},
     "opzet.csv, rij 2, kolom eerste_tot: '2010-01-01'; verwacht: een datum na eerste_van"),
    ({SETUP: ("Voorbeeldgemeente,", ",")},
     "opzet.csv, rij 2, kolom gemeente: ''; verwacht: een ingevulde cel"),
    ({SETUP: ("2012-01-31", "")},
     "opzet.csv, rij 2, kolom peildatum: ''; verwacht: een ingevulde cel"),
    ({REGISTERED: (FIRST, FIRST + "P001,2021-01-29,6\n")},
     "registraties.csv, rij 3, kolom datum: '2021-01-29'; verwacht: een datum op of voor de "
     "peildatum in opzet"),
    ({"registratie.csv": "x\n"}, "registratie.csv: 'registratie.csv'; verwacht: een van opzet.csv, "
                                 "registraties.csv, personen.csv")]


@pytest.mark.parametrize(("changes", "line"), BROKEN)
def test_what_is_wrong_is_told_in_one_line(tmp_path, changes, line):
    assert one_line("ladder", tmp_path / "map", changes) == line


def test_twenty_broken_inputs_at_least():
    assert len(BROKEN) >= 20


def test_a_registration_after_leaving(tmp_path):
    changes = {REGISTERED: (FIRST, "P001,2009-01-01,uitstroom\n")}
    message = refused("ladder", tmp_path / "map", changes)
    assert "registraties.csv, 4 cellen in kolom datum, bijvoorbeeld rij 3: '2010-07-17'; " \
        "verwacht: geen registratie na uitstroom; geef wie terugkomt een nieuw nummer" in message


def test_a_person_twice_and_one_left_out(tmp_path):
    message = refused("ladder", tmp_path / "map", {PERSONS: ("P002,nee", "P001,nee")})
    assert "personen.csv, rij 3, kolom persoon: 'P001'; verwacht: elke persoon één keer" in message
    assert "kolom persoon: 'P002'; verwacht: een persoon die ook in personen staat" in message


def test_a_person_without_registrations(tmp_path):
    message = refused("ladder", tmp_path / "map",
                      {PERSONS: ("P001,ja", "P000,ja,West,9,x\nP001,ja")})
    assert "personen.csv, rij 2, kolom persoon: 'P000'; verwacht: een persoon uit registraties: " \
        "P001, P002" in message


def test_what_the_example_comes_to():
    found = read_inputs(example("ladder"))
    assert found.setup == Setup("Voorbeeldgemeente", dt.date(2012, 1, 31), MADE_UP)
    assert len(found.registered.people) == 400
    assert [str(period.since) for period in found.periods] == ["2010-01-01", "2011-01-01"]
    place = list(found.registered.people).index("P002")
    assert (found.project[place], found.group[place]) == (False, "Oost")
    assert found.covariates.loc[place].tolist() == [47, "midden"]
    assert found.registered.state[:2].tolist() == [5, 5]


def test_without_periods_and_persons(tmp_path):
    place = spoilt("ladder", tmp_path / "map",
                   {SETUP: "gemeente,peildatum\nA,2012-01-31\n", PERSONS: None})
    found = read_inputs(place)
    assert (found.periods, found.project, found.group) == ((), None, None)
    assert found.covariates.shape == (400, 0)


@pytest.mark.audit
def test_a_large_file_is_read_at_once(tmp_path):
    days = np.datetime64("2010-01-01") + np.arange(10) * 180
    rows = "".join(f"P{person},{day},{1 + (person + place) % 6}\n"
                   for person in range(20_000) for place, day in enumerate(days))
    place = spoilt("ladder", tmp_path / "map",
                   {PERSONS: None, SETUP: "gemeente,peildatum\nA,2014-12-31\n",
                    REGISTERED: f"persoon,datum,trede\n{rows}"})
    start = time.process_time()
    assert len(read_inputs(place).registered.person) == 200_000
    assert time.process_time() - start < 3
