"""Files that cannot be right, through the command itself: one message, before anything runs."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from click.testing import CliRunner
from editing import append, edit, replace

from participatiemonitor import cli
from participatiemonitor.documents.claims import COLUMNS
from participatiemonitor.project import Project
from participatiemonitor.publishing import checks
from participatiemonitor.survey.answered import load_answered

Spoil = Callable[[Path], object]


@pytest.fixture(autouse=True)
def _no_kernels(monkeypatch: pytest.MonkeyPatch) -> None:
    """What kernels need would be imported for nothing: no build here gets that far."""
    monkeypatch.setattr(checks, "warm_up", lambda: None)


@pytest.fixture
def book(mini: Project, repository: Project) -> Project:
    """The wave of five respondents, with a book of one page."""
    for name in ("_config.yml", "references.bib"):
        shutil.copyfile(repository.root / name, mini.root / name)
    parameters = nbformat.v4.new_code_cell("year: int = 2009", metadata={"tags": ["parameters"]})
    nbformat.write(nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_markdown_cell("# Begin"), parameters],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python", "language": "python"},
                  "language_info": {"name": "python"}}), mini.root / "index.ipynb")
    return mini


def refused(project: Project, *arguments: str) -> str:
    """Run the command, which must refuse its input; what it says."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        result = CliRunner().invoke(cli.main, arguments)
    assert result.exit_code == 2, result.output
    assert isinstance(result.exception, SystemExit)  # and nothing that was not foreseen
    assert only_the_check_failed(result.stdout)
    # What a build keeps for itself is hidden; of what it makes for readers there is nothing.
    assert not list((project.root / "_build").glob("*/[!.]*"))
    assert result.stderr.replace("\n", "").isprintable()
    assert max(map(len, result.stderr.splitlines())) < 500
    return result.stderr


def only_the_check_failed(shown: str) -> bool:
    """Whether nothing is told of progress but that the check, the first step, found a fault."""
    return re.fullmatch(r"(  ✗ controle \(\d+,\d s\)\n)?", shown) is not None


def raw(content: bytes) -> Spoil:
    return lambda path: path.write_bytes(content)


def end(text: str) -> Spoil:
    return lambda path: path.write_text(path.read_text() + text)


def swap(old: str, new: str) -> Spoil:
    return lambda path: replace(path, old, new)


def cell(row: str, **changes: str) -> Spoil:
    return lambda path: edit(path, row, **changes)


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def circle(path: Path) -> None:
    path.unlink()
    path.symlink_to(path.name)


def encoded(name: str) -> Spoil:
    return lambda path: path.write_bytes(path.read_text().encode(name))


SPOILED = [
    # Every file of a wave, by form.
    *((name, spoil, name) for name in
      ("wave.yml", "codebook.yml", "frame.csv", "responses.csv", "open_answers.csv")
      for spoil in (raw(b""), raw(b"\x00" * 10), raw(b"\xff\xfe\x00"), encoded("utf-16"), folder,
                    pipe, circle, Path.unlink)),
    # The head.
    ("wave.yml", end("a: &a [x, x]\n" + "".join(
        f"{two}: &{two} [{', '.join([f'*{one}'] * 9)}]\n" for one, two in zip(
            "abcdefgh", "bcdefghi", strict=True))), "meer dan 100000 waarden"),
    ("wave.yml", end("diep: " + "[" * 50_000), "21 niveaus"),
    ("wave.yml", end("year: 2010\n"), "kolom year: 'year'; verwacht: elk veld één keer"),
    ("wave.yml", swap("2009-01-01", "2009-02-30"), "kolom reference_date: '2009-02-30'"),
    ("wave.yml", swap("year: 2009", f"year: {'9' * 5000}"), "kolom year: '9999"),
    ("wave.yml", swap("year: 2009", "year: '2009'"), "kolom year: '2009'; verwacht: een geheel"),
    ("wave.yml", swap("year: 2009", "year: 2_009"), "kolom year: '2_009'"),
    ("wave.yml", swap("year: 2009", "year: true"), "kolom year: True"),
    ("wave.yml", swap("title: Kleine peiling", "title: "), "kolom title: ''; verwacht: tekst"),
    ("wave.yml", swap("title: Kleine peiling", 'title: "  "'), "kolom title: '  '"),
    ("wave.yml", swap("title: Kleine peiling", 'title: "\\u200b\\u00ad"'), "kolom title:"),
    ("wave.yml", swap("title: Kleine peiling", 'title: "a\\nb"'), "tekst op één regel"),
    ("wave.yml", swap("title: Kleine peiling", 'title: "a\\eb"'), "kolom title: 'U+001B'"),
    ("wave.yml", swap("title: Kleine peiling", "title: a\u202eb"), "rij 4: 'U+202E'"),
    ("wave.yml", swap("title: Kleine peiling", "title: [a]"), "kolom title: ['a']"),
    ("wave.yml", swap("title: Kleine peiling", "title: 2009"), "kolom title: 2009"),
    ("wave.yml", swap("title: Kleine peiling", f"title: {'lang' * 1000}"), "ten hoogste 2000"),
    ("wave.yml", swap("subtitle: Vier organisaties", "subtitle: '\u3164'"), "kolom subtitle"),
    ("wave.yml", swap("subtitle: Vier organisaties", "subtitle: x\nyes: 1"), "'yes'"),
    ("wave.yml", swap("code: AW", "code: SD"), "rij groups > afdeling_welzijn, kolom code: 'SD'"),
    ("wave.yml", swap("nl: afdelingen welzijn", "nl: Sociale diensten"), "kolom nl: 'Sociale"),
    ("wave.yml", swap("nl: grote gemeenten", "nl: kleine gemeenten"), "rij strata > groot"),
    ("wave.yml", swap("{sociale_dienst: 2009-03", "{wijkteam: 2009-03"), "kolom wijkteam"),
    ("wave.yml", swap("2009-03", "2009-13"), "kolom sociale_dienst: '2009-13'"),
    ("wave.yml", swap("minimum_base: 1", "minimum_base: 5"), "ten hoogste 4, het aantal"),
    ("wave.yml", swap("domains: [klein, groot]", "domains: [klein, reuze]"), "publication"),
    ("wave.yml", swap("[klein, groot]}", "[klein, groot], already_public: [taken.slaap@sd]}"),
     "kolom already_public: 'taken.slaap@sd'"),
    # The codebook.
    ("codebook.yml", raw(b"- 1\n"), "codebook.yml: [1]; verwacht: velden met een waarde"),
    ("codebook.yml", swap('  1: {section: "1", form: grouped', '  0: {section: "1", form: grouped'),
     "rij figures, kolom 0: 0"),
    ("codebook.yml", swap("form: grouped, ", ""), "rij figures > 1, kolom form: ''"),
    ("codebook.yml", swap("form: grouped", "form: taart"),
     "rij figures > 1, kolom form: 'taart'; verwacht: een van grouped, stacked"),
    ("codebook.yml", swap("form: grouped", "form: means"), "verwacht: een van grouped, stacked"),
    ("codebook.yml", swap("form: response", "form: means"), "rij tables > 2, kolom questions"),
    ("codebook.yml", swap("form: means", "form: response"), "rij tables > 1, kolom questions"),
    ("codebook.yml", swap("questions: [taken]", "questions: []"), "rij figures > 1"),
    ("codebook.yml", swap("questions: [taken]", "questions: [slaap]"), "kolom questions: 'slaap'"),
    ("codebook.yml", swap("questions: [klanten]", "questions: [klanten, ladder]"),
     "rij tables > 1, kolom questions: '2 vragen'; verwacht: één vraag in een tabel met means"),
    ("codebook.yml", swap("questions: [klanten]", "questions: [beleid]"), "rij tables > 1"),
    ("codebook.yml", swap("questions: [taken]", "questions: [taken, beleid]"), "2 vragen"),
    ("codebook.yml", swap("form: grouped", "form: stacked"), "vragen van de soort single"),
    ("codebook.yml", swap("[plan_een, plan_twee], nl", "[plan_een, beleid], nl"),
     "dezelfde opties als plan_een"),
    ("codebook.yml", swap("nl: geen taken", "nl: Werk"), "rij taken, kolom options: 'werk'"),
    ("codebook.yml", swap("    total: 100", "    exclusive: laag"), "rij ladder, kolom exclusive"),
    ("codebook.yml", swap("exclusive: geen", "total: 100"), "rij taken, kolom total: 100"),
    ("codebook.yml", swap("total: 100", "total: .inf"), "kolom total: '.inf'"),
    ("codebook.yml", swap("when: {taken: [zorg, werk]}", "when: {klanten: [jong]}"),
     "rij toelichting, kolom when: 'klanten'"),
    ("codebook.yml", swap("when: {taken: [zorg, werk]}", "when: {taken: []}"), "kolom when"),
    ("codebook.yml", swap("short: eerste plan", "short: ' '"), "kolom short: ' '"),
    ("codebook.yml", swap("short: eerste plan", "short: tweede plan"), "elke vraag een eigen"),
    ("codebook.yml", swap("- id: beleid", "- id: respons"), "rij respons, kolom id: 'respons'"),
    ("codebook.yml", swap("- id: beleid", "- id: taken__zorg"), "taken__zorg"),
    ("codebook.yml", swap("    - {id: pilot, nl: pilot, en: pilot}", "".join(
        f"    - {{id: stap_{step}, nl: stap {step}, en: x}}\n" for step in range(8))),
     "ten hoogste 7 opties in een figuur met stacked"),
    # Register and answers.
    *(("frame.csv", cell("K-1", clients=number), f"rij 2, kolom clients: '{number}'")
      for number in ("1_0", "٣", "１", "1e400", "nan", "0x10", "+1", "1,5", "--5", "9" * 12)),
    ("frame.csv", cell("G-1", name="\u200b"), "kolom name"),
    ("frame.csv", cell("G-1", name="Groot\x07stad"), "kolom name: 'U+0007'"),
    ("frame.csv", cell("G-1", organisation="G 1"), "kolom organisation: 'G 1'"),
    ("responses.csv", cell("SD-1", bereik="1_0"), "rij 2, kolom bereik: '1_0'"),
    ("responses.csv", swap("SD-1,", '"SD-1,'), "aanhalingstekens"),
    ("responses.csv", swap("SD-2,", f"{'x' * 200_000},"), "ten hoogste 131072 tekens"),
    ("responses.csv", raw(b"a," * 100_000 + b"a\n"), "en nog"),
    ("responses.csv", end("x,y\n"), "rij 7: '2 cellen'; verwacht: 14 cellen"),
    ("responses.csv", lambda path: path.write_text(path.read_text().split("\n")[0]),
     "geen rij"),
    ("open_answers.csv", lambda path: append(path, respondent="SD-3\x1b]0;"),
     "rij 5, kolom respondent: 'U+001B'"),
    ("open_answers.csv", cell("SD-1", text="a\u2066b"), "rij 2, kolom text: 'U+2066'"),
    ("open_answers.csv", cell("SD-1", themes="geld\u200b"), "kolom themes"),
]


@pytest.mark.parametrize(("name", "spoil", "said"), SPOILED)
def test_a_spoiled_file_is_one_message_that_names_it_and_nothing_is_made(book, name, spoil, said):
    spoil(book.wave(2009) / name)
    message = refused(book, "build", "2009")
    assert name in message
    assert said in message


def test_line_ends_of_any_kind_are_read_alike(mini):
    before = load_answered(2009, mini)
    for path in mini.wave(2009).glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    after = load_answered(2009, mini)
    assert after.responses.equals(before.responses)
    assert after.open_answers.equals(before.open_answers)


@pytest.mark.skipif(os.geteuid() == 0, reason="root mag alles lezen")
def test_a_file_that_may_not_be_read_is_named(book):
    (book.wave(2009) / "frame.csv").chmod(0)
    assert "een bestand dat te lezen is" in refused(book, "build", "2009")


@pytest.mark.parametrize("name", ["²", "٣", "２０１１", "02009", "-2009", "2009.5", "20090"])
def test_a_folder_that_is_no_year_is_no_wave(book, name):
    shutil.copytree(book.wave(2009), book.waves / name)
    assert book.years() == [2009]
    assert "Metingen die er zijn: 2009." in refused(book, "build", "1999")


def test_a_project_without_a_folder_of_waves_has_no_years(tmp_path):
    assert Project(tmp_path).years() == []


def test_the_installed_command_says_the_same_without_a_traceback(book):
    pipe(book.wave(2009) / "frame.csv")
    command = [sys.executable, "-c", "from participatiemonitor.cli import main; main()"]
    done = subprocess.run([*command, "build", "2009"], cwd=book.root, capture_output=True,
                          text=True, timeout=300)
    assert done.returncode == 2
    assert only_the_check_failed(done.stdout)
    assert done.stderr.startswith("1 fout in de gegevens:\n  frame.csv: ")
    assert "Traceback" not in done.stderr


RECONSTRUCTION = [
    *((name, spoil, name) for name in
      ("strata.csv", "bases.csv", "targets.csv", "assumptions.yml")
      for spoil in (raw(b""), raw(b"caf\xe9,1\n"), encoded("utf-16"), folder)),
    ("strata.csv", swap("stratum,organisations", "stratum,stratum"), "kolom organisations"),
    *(("strata.csv", cell("isd", clients=number), f"rij 3, kolom clients: '{number}'")
      for number in ("-1", "1.5", "1e5", "veel", "9" * 12, "4114O")),
    ("strata.csv", cell("isd", stratum="reuze"), "kolom stratum: 'reuze'"),
    ("strata.csv", cell("isd", organisations="35"), "34, zoals in wave.yml"),
    ("strata.csv", cell("isd", joint="28"), "kolom joint: 28"),
    ("strata.csv", cell("isd", respondents_sd="35"), "kolom respondents_sd: 35"),
    ("strata.csv", cell("isd", municipalities_sd="1"), "kolom municipalities_sd: 1"),
    ("bases.csv", swap("taakvelden,sociale_dienst,131", "taakvelden,sociale_dienst,nan"),
     "kolom n: 'nan'"),
    ("bases.csv", swap("taakvelden,sociale_dienst", "taken,sociale_dienst"), "'taken'"),
    ("bases.csv", swap("taakvelden,sociale_dienst", "taakvelden,wijkteam"), "'wijkteam'"),
    ("bases.csv", end("taakvelden,sociale_dienst,1,x,y\n"), "taakvelden sociale_dienst"),
    ("bases.csv", end("koppeling,sociale_dienst,1,x,y\n"), "kolom question: 'koppeling'"),
    ("bases.csv", swap("koppeling_wmo_diensten,sociale_dienst,127",
                       "koppeling_wmo_diensten,sociale_dienst,126"), "één n en één block"),
    ("targets.csv", end("taakvelden,sociale_dienst,wmo,1,percent,0,0,0,1,x\n"), "één rij"),
    *(("targets.csv", end(f"{row},x\n"), said) for row, said in (
        ("taakvelden,sociale_dienst,slaap,1,percent,0,0,0,1", "kolom option: 'slaap'"),
        ("taakvelden,sociale_dienst,wmo,101,percent,0,0,0,1", "kolom target: '101'"),
        ("taakvelden,sociale_dienst,wmo,inf,percent,0,0,0,1", "kolom target: 'inf'"),
        ("taakvelden,sociale_dienst,wmo,1,mean,0,0,0,1", "kolom unit: 'mean'"),
        ("taakvelden,sociale_dienst,wmo,1,percent,0,0,0,1e400", "kolom noise: '1e400'"),
        ("deelname_wmo,sociale_dienst,,0,mean,0,0,0,1", "kolom target: '0'"),
        ("deelname_wmo,sociale_dienst,,3,mean,0,0,0,0", "kolom noise: '0'"),
        ("koppeling,sociale_dienst,ja,50,percent,0,0,0,1", "kolom question: 'koppeling'"))),
    *(("assumptions.yml", swap(before, after), said) for before, after, said in (
        ("size: 0.5", "size: veel", "kolom size: 'veel'; verwacht: een getal"),
        ("participatievisie: 0.55", "participatievisie: 1.1", "1.1; verwacht: 1.0 of minder"),
        ("participatievisie: 0.55", "koppeling: 0.5", "kolom koppeling: 'koppeling'"),
        ("  deelname_wwb:", "  deelname:", "kolom deelname: 'deelname'"),
        ("rest_of: geen", "rest_of: niets", "kolom rest_of: 'niets'"),
        ("answer: wmo_uitvoering.geen", "answer: wmo_uitvoering.alles",
         "kolom answer: 'wmo_uitvoering.alles'"),
        ("given: knelpunten.schotten", "given: belemmeringen.geen",
         "kolom given: 'belemmeringen.geen'; verwacht: vraag.optie van een gesloten vraag"),
        ("given: knelpunten.schotten", "given: knelpunten", "kolom given: 'knelpunten'"),
        ("given: taakvelden.wmo, effect: 20", "given: wmo_budget.elders, effect: 20",
         "een vraag die vóór wmo_uitvoering komt"))),
]


@pytest.mark.parametrize(("name", "spoil", "said"), RECONSTRUCTION)
def test_a_spoiled_file_of_a_reconstruction_is_one_message(data_copy, name, spoil, said):
    before = (data_copy.wave(2011) / "responses.csv").read_bytes()
    spoil(data_copy.wave(2011) / "reconstruction" / name)
    message = refused(data_copy, "wave", "simulate", "2011")
    assert name in message
    assert said in message
    assert (data_copy.wave(2011) / "responses.csv").read_bytes() == before


def test_the_faults_of_all_files_of_a_reconstruction_are_told_at_once(data_copy):
    source = data_copy.wave(2011) / "reconstruction"
    edit(source / "strata.csv", "isd", clients="veel")
    replace(source / "assumptions.yml", "size: 0.5", "size: veel")
    (source / "bases.csv").write_bytes(b"\xff")
    replace(source / "targets.csv", "question,group,option,", "question,group,optie,")
    message = refused(data_copy, "wave", "simulate", "2011")
    for name in ("strata.csv", "bases.csv", "targets.csv", "assumptions.yml"):
        assert f"  {name}" in message


CLAIMS = [
    *(("claims.csv", spoil, "claims.csv") for spoil in (
        raw(b""), encoded("utf-16"), encoded("latin-1"), folder, pipe, Path.unlink)),
    ("claims.csv", cell("F-02", question="werk"), "rij F-02, kolom question: 'werk'"),
    ("claims.csv", cell("F-02", option="hele+halve"), "rij F-02, kolom option: 'halve'"),
    ("claims.csv", cell("F-02", domain="g4+g5"), "rij F-02, kolom domain: 'g5'"),
    ("claims.csv", cell("A-12", versus="slaap.ja"), "rij A-12, kolom versus: 'question slaap'"),
    ("claims.csv", cell("F-02", value="26.5"), "kolom value: '26.5'"),
    ("claims.csv", cell("A-05", high="40"), "kolom high: '40'; verwacht: meer dan low, 40"),
    ("claims.csv", cell("F-02", conflicts="F-99"), "kolom conflicts: 'F-99'"),
    ("claims.csv", cell("F-02", statement="a\x1b]8;;b"), "kolom statement: 'U+001B'"),
    ("document.yml", swap("wave: 2011", "wave: '2011'"), "kolom wave: '2011'"),
    ("document.yml", swap("wave: 2011", ""), "divosa2011/document.yml, kolom wave"),
    ("document.yml", raw(b"a: &a [*a]"), "divosa2011/document.yml, rij 1"),
]


@pytest.mark.parametrize(("name", "spoil", "said"), CLAIMS)
def test_a_spoiled_file_of_a_document_is_one_message(data_copy, name, spoil, said):
    spoil(data_copy.published / "divosa2011" / name)
    assert said in refused(data_copy, "check", "2011")


def test_a_claim_about_nothing_stops_the_build_before_it_begins(book):
    document = book.published / "klein2009"
    document.mkdir(parents=True)
    (document / "document.yml").write_text("name: Klein (2009)\nwave: 2009\n")
    (document / "claims.csv").write_text(
        f"{','.join(COLUMNS)}\nA-1,1,beide,totaal,taken,slaap,band,above,,0,,,,survey,soms,Soms.,,\n")
    assert "klein2009/claims.csv, rij A-1, kolom option: 'slaap'" in refused(book, "build", "2009")
