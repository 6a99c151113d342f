"""What `monitor wave inspect` tells, and what it does not."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner

from participatiemonitor import cli
from participatiemonitor.survey.importing.inspection import inspection
from participatiemonitor.survey.importing.received import Missing, Received, Variable

SECRET = "Onze wethouder luistert niet"
TOLD = """Bestand: x.sav
Soort: SPSS
Tekens: UTF-8
5 rijen (vanaf rij 1), 3 variabelen

org: Code
  5 ingevuld, 0 leeg, 5 verschillende waarden

beleid: Is er beleid?
  4 ingevuld, 1 leeg, 4 verschillende waarden
  1 = ja (1×)
  99 = weet niet (1×)
  zonder label: 2 waarden (2×)
  geldt als ontbrekend: 99, alles tot en met -1, 900 en hoger, 50 tot en met 60 (2×)

open
  1 ingevuld, 4 leeg, 1 verschillende waarde"""


def test_variables_labels_values_and_ranges_are_told_and_no_answers():
    variables = (
        Variable("org", "Code", ("G1", "G2", "G3", "G4", "G5"), {}, ()),
        Variable("beleid", "Is er beleid?", ("1", "99", "-8", "", "7"),
                 {"1": "ja", "99": "weet niet"},
                 (Missing("99", "99"), Missing("-inf", "-1"), Missing("900", "inf"),
                  Missing("50", "60"))),
        Variable("open", "", (SECRET, "", "", "", ""), {}, ()))
    received = Received(Path("x.sav"), "SPSS", variables, 5, 1, ("tekens: UTF-8",))
    assert inspection(received) == TOLD


def test_the_command_tells_how_a_file_was_read(tmp_path):
    path = tmp_path / "antwoorden.csv"
    path.write_bytes(f"org;cijfer;open\nG1;1,5;{SECRET}\nG2;;\n".encode("utf-16"))
    told = CliRunner().invoke(cli.main, ["wave", "inspect", str(path)])
    assert told.exit_code == 0
    assert told.output.splitlines()[:6] == [
        "Bestand: antwoorden.csv", "Soort: csv", "Tekens: UTF-16", "Scheidingsteken: puntkomma",
        "Decimale komma in: cijfer", "2 rijen (vanaf rij 2), 3 variabelen"]
    assert SECRET not in told.output


def test_markup_and_blanks_in_names_and_labels_stay_on_their_line(tmp_path):
    path = tmp_path / "antwoorden.csv"
    path.write_text('"q\n1",b\n1,2\n')
    told = CliRunner().invoke(cli.main, ["wave", "inspect", str(path)])
    assert "\nq 1\n" in told.output
