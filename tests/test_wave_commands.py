"""The commands `monitor wave template`, `setup` and `code`, as they are typed."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from participatiemonitor import cli
from participatiemonitor.project import Project


@pytest.fixture
def here(mini, monkeypatch) -> Project:
    """The project of five respondents, as the current folder."""
    monkeypatch.chdir(mini.root)
    return mini


def run(*arguments: str):
    return CliRunner().invoke(cli.main, ["wave", *arguments])


def test_template_writes_a_workbook_and_lists_what_must_come(here):
    result = run("template", "2013")
    assert result.exit_code == 0
    assert Path("opzet-2013.xlsx").is_file()
    assert result.output.startswith("Geschreven: opzet-2013.xlsx. Wat al is ingevuld, komt uit de "
                                    "peiling van 2009.\nNog in te vullen:\n  Peiling, B7: Bron\n")
    assert "\nNa te kijken:\n  Peiling, B5: Titel\n" in result.output


def test_template_overwrites_nothing(here):
    assert run("template", "--to", "a.xlsx").exit_code == 0
    result = run("template", "--to", "a.xlsx")
    assert result.exit_code == 2
    assert "a.xlsx: staat er al" in result.output


def test_a_folder_that_is_not_there_is_told(here):
    result = run("template", "2013", "--to", "weg/a.xlsx")
    assert result.exit_code == 2
    assert "weg" in result.output
    assert "Traceback" not in result.output


def test_code_hands_out_and_takes_in(here):
    assert run("code", "2009").output == ("Geschreven: codering-2009-1.xlsx\n"
                                          "Geschreven: codering-2009-2.xlsx\n")
    for name in ("codering-2009-1.xlsx", "codering-2009-2.xlsx"):
        book = load_workbook(name)
        sheet = book["1 toelichting"]
        for row in (2, 3, 4):
            sheet[f"C{row}"], sheet[f"E{row}"] = "nee", "x"
        book.save(name)
    result = run("code", "2009", "--from", "codering-2009-1.xlsx", "--from", "codering-2009-2.xlsx")
    assert result.exit_code == 0
    assert "1 toelichting (3 antwoorden): κ = 1,00, 100% van de keuzes gelijk" in result.output
    lines = (here.wave(2009) / "open_answers.csv").read_text("utf-8").splitlines()
    assert [line.endswith(",tijd,tijd,nee") for line in lines[1:]] == [True] * 3


def test_code_tells_what_is_wrong(here):
    result = run("code", "2009", "--from", "een.xlsx", "--from", "twee.xlsx")
    assert result.exit_code == 2
    assert result.output.count("een bestand op deze plaats") == 2
    assert run("code", "2009", "--from", "een.xlsx").exit_code == 2


def test_setup_changes_a_round_that_is_there(here):
    assert run("template", "2009").exit_code == 0
    assert run("setup", "2009", "--from", "opzet-2009.xlsx").exit_code == 0
    assert run("setup", "2009", "--from", "opzet-2009.xlsx").output == "Er is niets veranderd.\n"
    book = load_workbook("opzet-2009.xlsx")
    book["Peiling"]["B5"] = "Een andere titel"
    book.save("opzet-2009.xlsx")
    assert run("setup", "2009", "--from", "opzet-2009.xlsx").output == "Veranderd: wave.yml.\n"
    assert "title: Een andere titel\n" in (here.wave(2009) / "wave.yml").read_text("utf-8")
