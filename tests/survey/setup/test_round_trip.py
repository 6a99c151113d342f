"""A setup workbook loses nothing: what is written is read as it was."""

from __future__ import annotations

import datetime as dt
import itertools
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from participatiemonitor.project import Project
from participatiemonitor.survey.codebook import Codebook
from participatiemonitor.survey.setup.contents import contents_of
from participatiemonitor.survey.setup.setup import read_setup, setup_files, write_setup
from participatiemonitor.survey.setup.workbook import setup_workbook
from participatiemonitor.survey.wave import Wave, load_wave
from participatiemonitor.survey.waveinfo import WaveInfo
from survey.setup.filling import fill, written

TESTS = Path(__file__).parents[2]
ROUNDS = {2009: TESTS / "data" / "mini", 2011: TESTS.parent, 2016: TESTS / "data" / "round2016"}


def _same(one: Wave, other: Wave) -> bool:
    return (one.info == other.info and one.codebook == other.codebook
            and one.frame.equals(other.frame))


@pytest.fixture(params=ROUNDS, scope="module")
def round_(request) -> Wave:
    return load_wave(request.param, Project(ROUNDS[request.param]))


def test_a_workbook_reads_as_the_round_it_was_written_of(round_, tmp_path):
    assert _same(read_setup(written(round_, tmp_path / "opzet.xlsx")), round_)


def test_the_workbook_is_the_same_bytes_each_time(round_, tmp_path):
    path = written(round_, tmp_path / "opzet.xlsx")
    assert setup_workbook(contents_of(read_setup(path))) == path.read_bytes()


def test_files_written_from_a_workbook_read_as_it_and_stay_as_they_are(round_, tmp_path):
    found = read_setup(written(round_, tmp_path / "opzet.xlsx"))
    project = Project(tmp_path)
    folder = project.wave(found.year)
    folder.mkdir(parents=True)
    assert [path.name for path in write_setup(found, folder)] == [
        "wave.yml", "codebook.yml", "frame.csv"]
    again = load_wave(found.year, project)
    assert _same(again, round_)
    assert setup_files(again) == {path.name: path.read_text("utf-8")
                                  for path in folder.iterdir()}


def test_a_register_without_predecessors_is_written_as_it_was(round_):
    path = ROUNDS[round_.year] / "data" / "waves" / str(round_.year) / "frame.csv"
    assert setup_files(round_)["frame.csv"] == path.read_text("utf-8")


def test_what_a_spreadsheet_makes_of_what_is_typed_is_taken_as_meant(mini_wave, tmp_path):
    path = written(mini_wave, tmp_path / "opzet.xlsx")
    fill(path, {("Peiling", "B2"): "2009", ("Peiling", "B14"): "2009-01-01",
                ("Groepen", "F2"): dt.datetime(2009, 3, 1), ("Vragen", "C2"): 1,
                ("Vragen", "D2"): "sociale_dienst afdeling_welzijn",
                ("Grootteklassen", "D2"): "3", ("Register", "E2"): 10000.0,
                ("Vragen", "B2"): "Één antwoord"})
    assert _same(read_setup(path), mini_wave)


LINES = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")),
                min_size=1, max_size=40).map(lambda text: f"{text}a")
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True).filter(
    lambda name: name not in ("respons", "register", "respondent", "organisation", "group",
                              "stratum", "beide", "sd", "aw", "totaal"))


@st.composite
def rounds(draw: st.DrawFn) -> Wave:
    """A small round with any names and texts, and everything that a codebook can hold."""
    import pandas as pd

    group, *strata = draw(st.lists(NAMES, min_size=3, max_size=3, unique=True))
    signs = draw(st.lists(LINES, min_size=3, max_size=3))
    lines = (f"{signs[number % 3]} {number}" for number in itertools.count())
    ids = draw(st.lists(NAMES, min_size=4, max_size=4, unique=True))
    options = draw(st.lists(NAMES, min_size=2, max_size=4, unique=True))
    info = WaveInfo.model_validate(dict(
        year=2020, previous=draw(st.none() | st.just(2015)), status="waarneming",
        title=next(lines), subtitle=next(lines), source=next(lines),
        laws=dict(assistance=dict(short=next(lines), name=next(lines)),
                  support=dict(short=next(lines), name=next(lines),
                               since=draw(st.none() | st.just(2015)))),
        reference_date=dt.date(2020, 1, 31), fieldwork=draw(st.sampled_from(
            [{}, {group: "2020-02"}])),
        population=dict(municipalities=355, assistance_clients=400_000),
        groups={group: dict(code="XY", nl=next(lines), singular=next(lines), en=next(lines))},
        strata={name: dict(nl=next(lines), en=next(lines), organisations=1,
                           intermunicipal=draw(st.booleans())) for name in strata},
        publication=dict(minimum_base=1, domains=draw(st.sampled_from(
            [strata, ["+".join(strata)], ["+".join(reversed(strata))]])),
            already_public=draw(st.sampled_from([[], [f"{ids[0]}.{options[0]}@{group}"]])))))
    scale = [dict(id=option, nl=next(lines), en=next(lines), assumed=draw(st.booleans()))
             for option in options]

    def question(place: int, **fields: object) -> dict[str, object]:
        return dict(id=ids[place], section=next(lines), asked=[group], known="source",
                    nl=next(lines), en=next(lines), short=next(lines)) | fields

    scaled = draw(st.booleans())
    book = Codebook.model_validate(dict(
        figures={draw(st.integers(1, 999)): dict(
            section=next(lines), questions=[ids[0]], nl=next(lines), form="grouped",
            headlines=draw(st.sampled_from([[], [dict(nl="wat er uit komt", top=options[0])], [
                dict(nl="dat", at_least=dict(ref=f"{ids[0]}.{options[0]}", percent=10)),
                dict(nl="zo", more=[f"{ids[0]}.{options[0]}", f"{ids[0]}.{options[1]}"])]])))},
        tables={}, scales={"schaal": scale} if scaled else {},
        questions=[
            question(0, kind="single", options=scale),
            question(1, kind="number", total=draw(st.none() | st.floats(0.5, 1e6).map(
                lambda total: round(total, 3))), options=[
                    dict(id="a", nl=next(lines), en=next(lines), theme="deel")],
                when=draw(st.sampled_from([{}, {ids[0]: [options[1]]}]))),
            question(2, kind="single", derived=dict(highest=[ids[0]]), options=scale,
                     earlier={2015: dict(change="options", comparable=draw(st.sampled_from(
                         [True, False, [options[0]]])), nl=next(lines), was="eerst")}),
            question(3, kind="percentage", dropped={"weg": dict(since=2020, nl=next(lines))}),
        ], dropped={"verdwenen": dict(since=2018, nl=next(lines))}))
    frame = pd.DataFrame(dict(
        organisation=["A", "B"], name=["", " ".join(next(lines).split())], stratum=pd.Categorical(
            strata, categories=strata), municipalities=1, inhabitants=[10, 20], clients=[3, 4],
        predecessors=draw(st.sampled_from([[(), ()], [("C", "D"), ("C",)]]))
        if info.previous else [(), ()]))
    return Wave(info, book, frame.set_index("organisation"))


@given(rounds())
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_round_reads_as_it_was_written(tmp_path_factory, wave):
    folder = tmp_path_factory.mktemp("peiling")
    found = read_setup(written(wave, folder / "opzet.xlsx"))
    assert _same(found, wave)
    project = Project(folder)
    project.wave(2020).mkdir(parents=True)
    write_setup(found, project.wave(2020))
    assert _same(load_wave(2020, project), wave)
    assert setup_files(found) == setup_files(wave)
