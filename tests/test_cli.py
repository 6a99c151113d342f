"""The `monitor` command: exit codes, messages, help. The build itself is in publishing/."""

from __future__ import annotations

import io
import os
import re
import socket
import subprocess
import sys
import threading
import types
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

from participatiemonitor import __name__ as package
from participatiemonitor import cli
from participatiemonitor.errors import InputError, RunError
from participatiemonitor.estimation.disclosure.key import fingerprint
from participatiemonitor.project import Project
from participatiemonitor.publishing.round_edition import find_edition
from participatiemonitor.publishing.web.serving import newest_built, open_server

MINI = Path(__file__).parent / "data" / "mini"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """A project without chapters, with the heads of two waves, as the current folder."""
    (tmp_path / "_toc.yml").write_text("format: jb-book\nroot: index\n")
    head = (MINI / "data/waves/2009/wave.yml").read_text()
    for year in ("2009", "2011"):
        folder = tmp_path / "data" / "waves" / year
        folder.mkdir(parents=True)
        (folder / "wave.yml").write_text(head.replace("2009", year))
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)


def run(*arguments: str):
    return CliRunner().invoke(cli.main, arguments)


def stand_in(monkeypatch: pytest.MonkeyPatch, module: str, **functions: object) -> None:
    """Put functions in the place of a module that has tests of its own."""
    fake = types.ModuleType(f"{package}.{module}")
    for name, function in functions.items():
        setattr(fake, name, function)
    parent, _, child = fake.__name__.rpartition(".")
    monkeypatch.setitem(__import__("sys").modules, fake.__name__, fake)
    monkeypatch.setattr(__import__(parent, fromlist=["_"]), child, fake, raising=False)


def test_version():
    result = run("--version")
    assert result.exit_code == 0
    assert re.fullmatch(r"\S+ \d+\.\d+\.\d+\n", result.output)


@pytest.mark.parametrize(
    "arguments", [[], ["build"], ["check"], ["serve"], ["wave"], ["wave", "simulate"],
                  ["wave", "inspect"],
                  ["key"], ["key", "new"]]
)
def test_help_is_dutch(arguments):
    result = run(*arguments, "--help")
    assert result.exit_code == 0
    assert result.output.startswith("Gebruik: ")
    assert not re.search(
        r"\b(Usage|Options|Commands|COMMAND|ARGS|Show|OPTIONS|default|required)\b", result.output
    )


@pytest.mark.parametrize("command", ["build", "check", "serve"])
def test_unknown_year_names_the_waves_there_are(project, command):
    result = run(command, "1999")
    assert result.exit_code == 2
    assert "1999" in result.stderr
    assert "2009, 2011" in result.stderr
    assert "Traceback" not in result.output


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["bouw"], "Onbekende opdracht: bouw."),
        (["build", "--snel"], "Onbekende optie: --snel."),
        *(
            (["build", year], f"Ongeldige waarde voor '[JAAR]': '{year[:80]}' is geen geheel getal")
            for year in ("vorig", "", "٢٠١١", "2_011", "02011", "2011.0", "9" * 20, "9" * 5_000)
        ),
        (["build", "-5"], "Onbekende optie: -5."),
        (["build", "999"], "'[JAAR]': 999 is geen geheel getal in het bereik 1000<=x<=9999."),
        (["build", "--jobs", "1_0"], "Ongeldige waarde voor '--jobs': '1_0' is geen geheel getal."),
        (["serve", "--port", "65536"], "65536 is geen geheel getal in het bereik 0<=x<=65535."),
        *(
            (["wave", "simulate", "2011", "--seed", seed],
             f"Ongeldige waarde voor '--seed': {seed if seed == '-1' else repr(seed)} is geen")
            for seed in ("-1", "1.5", "1e3", "9" * 50)
        ),
        (["\x1b[2Jx"], "\\x1b[2Jx: verwacht een argument op één regel, zonder stuurtekens."),
        (["build", "--\x1b[2J"], "--\\x1b[2J: verwacht een argument op één regel"),
        (["build", "-p", "a=1\n2"], "a=1\\n2: verwacht een argument op één regel"),
        (["build", "--jobs", "0"], "'--jobs': 0 is geen geheel getal in het bereik x>=1."),
        (["buld"], "Onbekende opdracht: buld. Bedoelt u 'build'?"),
        (["build", "--snel"], "Bedoelt u een van '--help', '--only'?"),
        (["build", "--help=1"], "De optie --help krijgt geen waarde."),
        (["build", "--only"], "De optie --only verwacht een waarde."),
        (["serve", "2011", "2012", "2013"], "Deze argumenten zijn er te veel: 2012 2013."),
        (["serve", "2011", "2012"], "Dit argument is er te veel: 2012."),
        (["wave", "simulate"], "Er ontbreekt een argument: 'JAAR'."),
    ],
)
def test_typing_errors_are_told_in_dutch(arguments, expected):
    result = run(*arguments)
    assert result.exit_code == 2
    assert expected in result.stderr
    assert "--help" in result.stderr or expected.startswith("De optie")
    assert not re.search(r"\b(Usage|Try|help\.|Error|Did you|No such|Got|Missing)", result.stderr)


@pytest.mark.parametrize("languages", [
    {"LC_ALL": "C"}, {"LANG": "de_DE.UTF-8", "LANGUAGE": "fr:en"}, {"LANGUAGE": ""}])
def test_dutch_does_not_depend_on_the_language_of_the_user(languages):
    command = [sys.executable, "-c", "from participatiemonitor.cli import main; main()", "bouw"]
    done = subprocess.run(command, env={**os.environ, **languages}, capture_output=True,
                          encoding="utf-8", check=False)
    assert done.returncode == 2
    assert "Onbekende opdracht: bouw." in done.stderr


def test_the_catalogue_is_compiled_from_its_source():
    folder = Path(cli.__file__).parent / "locales" / "nl" / "LC_MESSAGES"
    compiled = io.BytesIO()
    with (folder / "click.po").open("rb") as source:
        write_mo(compiled, read_po(source))
    assert (folder / "click.mo").read_bytes() == compiled.getvalue(), (
        "pybabel compile -i click.po -o click.mo")


def test_outside_a_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = run("build")
    assert result.exit_code == 2
    assert "_toc.yml" in result.stderr


@pytest.mark.parametrize(("holds", "exit_code"), [(True, 0), (False, 1)])
def test_check_ends_with_the_verdict(project, monkeypatch, holds, exit_code):
    asked = []

    def report(project, year):
        asked.append(year)
        return "101 uitspraken", holds

    stand_in(monkeypatch, "documents.verdicts", report=report)
    result = run("check")
    assert result.exit_code == exit_code
    assert result.stdout == "101 uitspraken\n"
    assert asked == [2011]  # without a year, the newest wave


def test_errors_of_the_user_are_shown_without_traceback(project, monkeypatch):
    def report(project, year):
        raise InputError("regel 3, kolom a: verwacht een getal")

    stand_in(monkeypatch, "documents.verdicts", report=report)
    result = run("check")
    assert result.exit_code == 2
    assert result.stderr == "regel 3, kolom a: verwacht een getal\n"
    assert result.stdout == ""


def test_simulate_passes_year_and_seed_and_names_the_files(project, monkeypatch):
    asked = []

    def simulate_wave(project, year, seed=None):
        asked.append((year, seed))
        return [project.wave(year) / "responses.csv"]

    stand_in(monkeypatch, "reconstruction.simulation", simulate_wave=simulate_wave)
    result = run("wave", "simulate", "2011", "--seed", "7")
    assert result.exit_code == 0
    assert "responses.csv" in result.output
    run("wave", "simulate", "2011")
    assert asked == [(2011, 7), (2011, None)]


def test_a_new_key_is_told_by_its_fingerprint_only(project):
    result = run("key", "new")
    assert result.exit_code == 0
    path = project.root / "sleutel.txt"
    key = path.read_text().strip()
    assert key not in result.output
    assert f"Geschreven: {path}\n" in result.stdout
    line = f'  key: "{fingerprint(bytes.fromhex(key))}"'
    assert line in result.stdout.splitlines()
    for wanted in ("voor alle peilingen", "buiten het project", "uitmiddelen"):
        assert wanted in " ".join(result.stdout.split())
    again = run("key", "new")
    assert (again.exit_code, again.stdout) == (2, "")
    assert "nooit overschreven" in again.stderr
    assert path.read_text().strip() == key


def test_a_key_is_made_where_the_setting_says(project, monkeypatch, tmp_path):
    monkeypatch.setenv("MONITOR_KEY", str(tmp_path / "kluis.txt"))
    assert f"Geschreven: {tmp_path / 'kluis.txt'}\n" in run("key", "new").stdout
    assert not (project.root / "sleutel.txt").exists()
    monkeypatch.setenv("MONITOR_KEY", str(tmp_path / "weg" / "kluis.txt"))
    result = run("key", "new")
    assert result.exit_code == 1
    assert "dit bestaat niet. Controleer de map" in result.stderr


def test_build_takes_a_year_or_all(project):
    result = run("build", "2011", "--all")
    assert result.exit_code == 2
    assert "Geef 2011 of --all, en niet allebei." in result.stderr


def test_all_years_are_built_in_order_and_one_that_fails_stops_no_other(project, monkeypatch):
    asked = []

    def build_book(edition, **settings):
        asked.append((edition.id, settings["only"]))
        if edition.id == "2009":
            raise RunError("cel 3 is mislukt")
        return edition.id

    stand_in(monkeypatch, "publishing.build", build_book=build_book,
             summary=lambda edition, outcome: f"Het boek van {outcome} is klaar")
    (project.wave(2016)).mkdir()
    result = run("build", "--all", "--only", "feiten")
    assert asked == [("2009", ("feiten",)), ("2011", ("feiten",))]
    assert result.stdout == (
        "Meting van 2009\n\nMeting van 2011\nHet boek van 2011 is klaar\n\nMeting van 2016\n\n")
    first, *_, last = result.stderr.splitlines()
    assert first == "cel 3 is mislukt"
    assert "\n  wave.yml: " in result.stderr
    assert last == "Niet gelukt: 2009, 2016; waarom, staat hierboven. Wel gelukt: 2011."
    assert result.exit_code == 2  # of a fault in what a user wrote
    (project.wave(2016)).rmdir()
    assert run("build", "--all").exit_code == 1


def test_a_build_of_one_year_says_to_which_books_it_leads_in_vain(project, monkeypatch):
    stand_in(monkeypatch, "publishing.build", build_book=lambda edition, **settings: "",
             summary=lambda edition, outcome: "Klaar.")
    assert run("build").stdout == (
        "Klaar.\nHet boek verwijst naar dat van 2009, dat nog niet is gemaakt. Maak alle boeken "
        "met: make book, of dat ene met: monitor build 2009\n")
    (project.build(2009) / "html").mkdir(parents=True)
    (project.build(2009) / "html" / "index.html").touch()
    assert run("build").stdout == "Klaar.\n"


def test_all_of_one_year_is_a_build_of_that_year(project, monkeypatch):
    def build_book(edition, **settings):
        raise RunError("cel 3 is mislukt")

    stand_in(monkeypatch, "publishing.build", build_book=build_book, summary=None)
    (project.wave(2009) / "wave.yml").unlink()
    project.wave(2009).rmdir()
    result = run("build", "--all")
    assert (result.exit_code, result.stdout, result.stderr) == (1, "", "cel 3 is mislukt\n")


def test_serve_without_a_book(project):
    result = run("serve")
    assert result.exit_code == 2
    assert "monitor build 2011" in result.stderr


@pytest.fixture
def book(project: Project) -> Project:
    html = project.build(2011) / "html"
    html.mkdir(parents=True)
    (html / "index.html").write_text("<h1>Het boek</h1>")
    return project


def test_serve_on_a_taken_port(book):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.exit_code == 1
    assert str(port) in result.stderr


def test_serve_shows_the_book_on_this_computer_only(book):
    with open_server(find_edition(book, "2011"), 0) as server:
        assert server.server_address[0] == "127.0.0.1"
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            address = f"http://127.0.0.1:{server.server_port}/"
            with urllib.request.urlopen(address) as answer:
                assert answer.read() == b"<h1>Het boek</h1>"
                assert answer.url == f"{address}2011/html/index.html"
        finally:
            server.shutdown()
            thread.join()


def test_serve_shows_the_sites_of_all_years_and_nothing_else(book):
    for year in (2009, 1999):  # of the last there is no wave
        (book.build(year) / "html").mkdir(parents=True)
        (book.build(year) / "html" / "index.html").write_text(f"<h1>Het boek van {year}</h1>")
    (book.build(2011) / "niet-getoond.csv").write_text("geheim")
    (book.build(2011) / "html2").mkdir()
    (book.build(2011) / "html2" / "index.html").write_text("geheim")
    assert newest_built(book) == 2011
    with open_server(find_edition(book, "2009"), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        address = f"http://127.0.0.1:{server.server_port}"
        try:
            for path, said in (("/?x=1", "van 2009"), ("/2009/html/index.html#a", "van 2009"),
                               ("/2011/html", "Het boek<"), ("/2011/%68tml/./index.html", "boek<")):
                with urllib.request.urlopen(address + path) as answer:
                    assert said in answer.read().decode()
            for path in ("/2011/niet-getoond.csv", "/2011/html/../niet-getoond.csv",
                         "/2011/html/%2e%2e/niet-getoond.csv", "/2011/html2/index.html", "/2011/",
                         "/1999/html/index.html", "/2011", "//2011/niet-getoond.csv", "/html"):
                with pytest.raises(urllib.error.HTTPError, match="404") as refused:
                    urllib.request.urlopen(address + path)
                refused.value.close()
        finally:
            server.shutdown()
            thread.join()


def test_serve_without_a_year_begins_with_the_newest_that_was_built(project):
    assert newest_built(project) is None
    (project.build(2009) / "html").mkdir(parents=True)
    (project.build(2009) / "html" / "index.html").touch()
    assert newest_built(project) == 2009


@pytest.mark.parametrize("own", [True, False])
@pytest.mark.parametrize("address", ["/2011/html/een/twee/weg.html", "/2009/html/", "/weg.html"])
def test_serve_answers_a_wrong_address_with_the_page_of_the_book(book, own, address):
    if own:
        (book.build(2011) / "html" / "404.html").write_text("<h1>Deze pagina is er niet</h1>")
    with open_server(find_edition(book, "2011"), 0) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            with pytest.raises(urllib.error.HTTPError) as answer:
                urllib.request.urlopen(f"http://127.0.0.1:{server.server_port}{address}")
            with answer.value as page:
                assert page.status == 404
                assert (b"Deze pagina is er niet" in page.read()) == own
                assert page.headers["X-Content-Type-Options"] == "nosniff"
        finally:
            server.shutdown()
            thread.join()
