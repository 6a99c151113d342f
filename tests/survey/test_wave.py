"""Loading a wave as a whole."""

import math

import pandas as pd
import pytest
from editing import edit, replace

from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import InvalidWave
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.head import read_wave_info


def test_unknown_year_names_the_waves_there_are(repository):
    with pytest.raises(InputError, match=r"1999.*2011") as caught:
        load_answered(1999, repository)
    assert caught.value.exit_code == 2


def test_the_year_must_be_the_name_of_the_folder(mini):
    replace(mini.wave(2009) / "wave.yml", "year: 2009", "year: 2010")
    with pytest.raises(InvalidWave) as caught:
        read_wave_info(mini.wave(2009))
    fault, = caught.value.faults
    assert (fault.file, fault.column, fault.value) == ("wave.yml", "year", 2010)


@pytest.mark.parametrize("domains", [
    "klein", "klein, groot, groot", "klein+groot, groot", "klein, middel", "klein, groot, middel",
    "klein+groot+klein",
])
def test_the_domains_of_publication_cover_every_stratum_once(mini, domains):
    replace(mini.wave(2009) / "wave.yml", "domains: [klein, groot]", f"domains: [{domains}]")
    with pytest.raises(InvalidWave) as caught:
        read_wave_info(mini.wave(2009))
    fault, = caught.value.faults
    assert (fault.file, fault.column) == ("wave.yml", "publication")
    assert fault.value["domains"] == domains.split(", ")
    assert fault.expected == (
        "publication.domains: elke grootteklasse uit strata precies één keer")


def test_strata_may_be_joined_to_one_domain(mini):
    replace(mini.wave(2009) / "wave.yml", "domains: [klein, groot]", "domains: [groot+klein]")
    assert read_wave_info(mini.wave(2009)).publication.domains == ("groot+klein",)


def test_what_may_be_shown_must_be_said(mini):
    replace(mini.wave(2009) / "wave.yml", "publication:", "kleur:")
    with pytest.raises(InvalidWave) as caught:
        read_wave_info(mini.wave(2009))
    assert {fault.column: fault.expected for fault in caught.value.faults} == {
        "publication": "dit veld", "kleur": "een veld dat hier bestaat"}


def test_a_minimum_is_one_at_least(mini):
    replace(mini.wave(2009) / "wave.yml", "minimum_base: 1", "minimum_base: 0")
    with pytest.raises(InvalidWave) as caught:
        read_wave_info(mini.wave(2009))
    fault, = caught.value.faults
    assert (fault.row, fault.column, fault.value) == ("publication", "minimum_base", 0)
    assert fault.expected == "1 of meer"


@pytest.mark.parametrize("stated", ['""', "fde3e5e00fbc65e", '"FDE3E5E00FBC65EB"', "123",
                                    '"fde3e5e00fbc65eb0"', '"fde3e5e00fbc65eb\\n"'])
def test_a_key_is_stated_by_its_fingerprint(mini, stated):
    replace(mini.wave(2009) / "wave.yml", '"fde3e5e00fbc65eb"', stated)
    with pytest.raises(InvalidWave) as caught:
        read_wave_info(mini.wave(2009))
    fault, = caught.value.faults
    assert (fault.row, fault.column) == ("publication", "key")


def test_a_reconstruction_states_no_key(mini):
    replace(mini.wave(2009) / "wave.yml", "waarneming", "reconstructie")
    with pytest.raises(InvalidWave, match="kolom key: 'fde3e5e00fbc65eb'; verwacht: geen sleutel"):
        read_wave_info(mini.wave(2009))


def test_a_stratum_may_be_intermunicipal(mini):
    replace(mini.wave(2009) / "wave.yml", "en: large,", "en: large, intermunicipal: true,")
    strata = read_wave_info(mini.wave(2009)).strata
    assert {name: one.intermunicipal for name, one in strata.items()} == {
        "klein": False, "groot": True}


def with_margin(mini, bounds):
    replace(mini.wave(2009) / "wave.yml", "publication:",
            f"margins: {{klanten: {{nl: klanten, column: clients, bounds: {bounds}}}}}\n"
            "publication:")


@pytest.mark.parametrize("bounds", [[300, 100], [100, 100]])
def test_the_bounds_of_a_margin_ascend(mini, bounds):
    with_margin(mini, bounds)
    with pytest.raises(InvalidWave) as caught:
        read_wave_info(mini.wave(2009))
    fault, = caught.value.faults
    assert (fault.row, fault.column, fault.expected) == (
        "margins > klanten", "bounds", "oplopende grenzen")


def test_a_class_without_respondents_is_named_with_its_group(mini):
    with_margin(mini, [250, 400])  # K-3 alone in the middle, and G-1 alone above
    with pytest.raises(InvalidWave) as caught:
        load_answered(2009, mini)
    assert [fault.value for fault in caught.value.faults] == [
        "250 tot 400: 1 in het register, geen respondent van de sociale diensten",
        "400 of meer: 1 in het register, geen respondent van de afdelingen welzijn"]


def test_a_margin_has_classes_from_each_bound(wave):
    margin = wave.info.margins["inwoners"]
    assert margin.names == ("minder dan 20000", "20000 tot 50000", "50000 of meer")
    found = margin.classes(pd.Series([1, 19999, 20000, 49999, 50000]))
    assert found.tolist() == [0, 0, 1, 1, 2]


def test_in_2011_only_the_intermunicipal_services_are_so(wave):
    assert [name for name, one in wave.info.strata.items() if one.intermunicipal] == ["isd"]
    assert wave.info.publication.domains == ("kleiner", "isd", "g32+g4")


def test_unknown_status_and_unknown_fields_are_faults_of_the_head(mini):
    head = mini.wave(2009) / "wave.yml"
    replace(head, "status: waarneming", "status: verzonnen\nkleur: rood")
    with pytest.raises(InvalidWave) as caught:
        load_answered(2009, mini)
    assert {fault.column for fault in caught.value.faults} == {"status", "kleur"}


@pytest.mark.parametrize(
    "name", ["wave.yml", "codebook.yml", "frame.csv", "responses.csv", "open_answers.csv"])
def test_a_missing_file_is_named(mini, name):
    (mini.wave(2009) / name).unlink()
    with pytest.raises(InvalidWave, match=name):
        load_answered(2009, mini)


def test_a_long_list_of_faults_is_grouped_and_counted(mini):
    path = mini.wave(2009) / "responses.csv"
    header, first, *_, last = path.read_text().splitlines()
    rows = [last, *(first.replace("SD-1", f"SD-{number}").replace("K-1", "K-9")
                    for number in range(60))]
    path.write_text("\n".join([header, *rows]) + "\n")
    with pytest.raises(InvalidWave) as caught:
        load_answered(2009, mini)
    message = str(caught.value)
    assert len(caught.value.faults) == 60 + 59  # unknown organisation; the same one 59 times more
    assert message.startswith("119 fouten")
    assert message.splitlines()[1:-1] == [
        "  responses.csv, 60 cellen in kolom organisation, bijvoorbeeld rij 3: 'K-9'; verwacht: "
        "een code uit frame.csv",
        "  responses.csv, 59 cellen in kolom organisation, bijvoorbeeld rij 4: 'K-9'; verwacht: "
        "één respondent per organisatie en groep"]


def test_one_fault_reads_as_one(mini):
    edit(mini.wave(2009) / "responses.csv", "SD-1", beleid="soms")
    with pytest.raises(InvalidWave) as caught:
        load_answered(2009, mini)
    assert str(caught.value).splitlines()[:2] == [
        "1 fout in de gegevens:",
        "  responses.csv, rij 2, kolom beleid: 'soms'; verwacht: een van ja, deels, nee",
    ]


def test_indicators_of_a_choice_are_ones_and_zeros_and_missing(mini_wave):
    table = mini_wave.indicators("beleid")
    assert table.loc["SD-1"].to_dict() == {"ja": 1, "deels": 0, "nee": 0}
    assert table.loc["SD-3"].isna().all()
    assert list(mini_wave.indicators("taken").columns) == ["zorg", "werk", "geen"]
    assert list(mini_wave.indicators("bereik").columns) == [""]


def test_indicators_of_an_open_question_are_its_themes_for_who_wrote_something(mini_wave):
    table = mini_wave.indicators("toelichting")
    assert table.loc["SD-1"].to_dict() == {"geld": 1, "tijd": 0}
    assert math.isnan(table.loc["AW-2", "geld"])


def test_asked_follows_group_and_routing(mini_wave):
    asked = mini_wave.asked("bereik")
    assert list(asked[asked].index) == ["SD-1", "SD-3"]
    assert not mini_wave.asked("klanten")["AW-1"]
    asked = mini_wave.asked("toelichting")
    assert list(asked[asked].index) == ["SD-1", "SD-2", "AW-1"]


def test_members_are_the_responses_of_one_group(mini_wave):
    assert list(mini_wave.members("afdeling_welzijn").index) == ["AW-1", "AW-2"]


def test_stratum_of_a_response_is_that_of_its_organisation(mini_wave):
    assert mini_wave.responses["stratum"].to_dict() == {
        "SD-1": "klein", "SD-2": "klein", "SD-3": "groot", "AW-1": "klein", "AW-2": "klein"}
