"""The guide to reading answers says what the program does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from participatiemonitor import cli
from participatiemonitor.survey.importing.acceptable import WARNINGS
from participatiemonitor.survey.importing.crosswalk import DECISIONS, EMPTY, MISSING

GUIDE = (Path(__file__).parents[3] / "docs" / "antwoorden-inlezen.md").read_text("utf-8")


def names(heading):
    table = GUIDE.partition(f"\n| {heading} |")[2].partition("\n\n")[0]
    return re.findall(r"^\| `([^`]+)` \|", table, re.M)


def test_it_names_each_decision_and_each_warning():
    assert names("besluit") == list(DECISIONS)
    assert names("naam") == list(WARNINGS)
    assert f"`{EMPTY}`" in GUIDE and f"`{MISSING}`" in GUIDE


@pytest.mark.parametrize("command", sorted(set(re.findall(r"monitor (wave \w+)", GUIDE))))
def test_its_commands_and_options_are_there(command):
    shown = CliRunner().invoke(cli.main, [*command.split(), "--help"])
    assert shown.exit_code == 0
    if command == "wave new":
        for option in set(re.findall(r"--[a-z]+", GUIDE)):
            assert option in shown.output
