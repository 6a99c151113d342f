"""Names of a round, for prose that is true of any year."""

import datetime as dt

import pytest

from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.names import full_title, names


def test_the_names_of_2011(repository):
    info = read_wave_info(repository.wave(2011))
    assert names(info) == {
        "jaar": "2011", "titel": "Maximaal vermogen",
        "ondertitel": "Over win-winsituaties in gemeentelijk participatiebeleid",
        "bijstandswet": "Wwb", "bijstandswet_voluit": "Wet werk en bijstand",
        "ondersteuningswet": "Wmo",
        "ondersteuningswet_voluit": "Wet maatschappelijke ondersteuning",
        "ondersteuningswet_sinds": "2007", "sd": "sociale diensten", "aw": "afdelingen welzijn",
        "Sd": "Sociale diensten", "Aw": "Afdelingen welzijn", "sd_een": "sociale dienst",
        "aw_een": "afdeling welzijn", "veldwerk_sd": "maart 2011", "veldwerk_aw": "mei 2011",
        "peildatum": "1 januari 2011", "kleinste": "kleinere diensten",
        "grootste": "G32 en G4", "isd": "intergemeentelijke sociale diensten (isd)"}
    assert full_title(info) == "Maximaal vermogen – de levende monitor over Wwb en Wmo"


def test_a_name_is_there_only_where_the_round_has_what_it_names(mini_wave):
    laws = mini_wave.info.laws
    info = mini_wave.info.model_copy(update={
        "reference_date": dt.date(2027, 12, 31), "fieldwork": {"afdeling_welzijn": "2027-02"},
        "laws": laws.model_copy(update={"support": laws.support.model_copy(
            update={"since": None})})})
    found = names(info)
    assert found["peildatum"] == "31 december 2027"
    assert found["veldwerk_aw"] == "februari 2027"
    assert not {"veldwerk_sd", "ondersteuningswet_sinds"} & found.keys()


def test_one_size_class_is_both_the_smallest_and_the_largest(mini_wave, with_rules):
    strata = {name: one.model_copy(update={"intermunicipal": False})
              for name, one in mini_wave.info.strata.items()}
    wave = with_rules(mini_wave, domains=("+".join(strata),))
    found = names(wave.info.model_copy(update={"strata": strata}))
    assert found["kleinste"] == found["grootste"]
    assert "isd" not in found


@pytest.mark.parametrize(("domains", "classes"), [
    (("kleiner", "isd", "g32+g4"), {"kleinste": "kleiner", "grootste": "g32+g4", "isd": "isd"}),
    (("kleiner+isd", "g32", "g4"), {"kleinste": "kleiner+isd", "grootste": "g4"}),
    (("isd+kleiner+g32+g4",), {"kleinste": "isd+kleiner+g32+g4", "grootste": "isd+kleiner+g32+g4"}),
])
def test_size_classes_are_named_where_they_are_shown(wave, with_rules, domains, classes):
    info = with_rules(wave, domains=domains).info
    assert info.size_classes == classes
    assert names(info).keys() & {"kleinste", "grootste", "isd"} == classes.keys()


def test_a_round_of_inter_municipal_services_alone_has_no_smallest(wave):
    strata = {name: one.model_copy(update={"intermunicipal": True})
              for name, one in wave.info.strata.items()}
    info = wave.info.model_copy(update={"strata": strata})
    assert info.size_classes == {"isd": wave.info.publication.domains[0]}
