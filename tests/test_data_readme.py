"""The data README states every assumption, number by number, as the reconstruction uses it."""

import csv
from pathlib import Path

import pytest
import yaml

DATA = Path(__file__).parents[1] / "data"
WAVE = DATA / "waves" / "2011"
README = (DATA / "README.md").read_text(encoding="utf-8")


def _rows(name):
    with (WAVE / "reconstruction" / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def _table_rows(first, second):
    start = f"| `{first}` | {second} |"
    return [line for line in README.splitlines() if line.startswith(start)]


@pytest.mark.parametrize("row", _rows("targets.csv"),
                         ids=lambda row: f"{row['question']}.{row['option']}@{row['group']}")
def test_states_each_target_with_its_basis(row):
    option = f"`{row['option']}`" if row["option"] else "–"
    number = f"{float(row['target']):g}".replace(".", ",")
    stated = f"{number}{'' if row['unit'] == 'count' else '%'} ({row['basis']})"
    column = 3 if row["group"] == "sociale_dienst" else 4
    cells = [line.split("|")[column].strip() for line in _table_rows(row["question"], option)]
    assert stated in cells


@pytest.mark.parametrize("row", _rows("bases.csv"),
                         ids=lambda row: f"{row['question']}@{row['group']}")
def test_states_each_base(row):
    stated = f"{row['n']} ({row['basis']})"
    column = 2 if row["group"] == "sociale_dienst" else 3
    lines = [line for line in README.splitlines() if line.startswith(f"| `{row['question']}` |")]
    assert any(line.split("|")[column].strip() == stated for line in lines)


def test_states_each_assumed_option():
    codebook = yaml.safe_load((WAVE / "codebook.yml").read_text(encoding="utf-8"))
    for question in codebook["questions"]:
        for option in question.get("options", []):
            if option.get("assumed"):
                assert _table_rows(question["id"], f"`{option['id']}`")
