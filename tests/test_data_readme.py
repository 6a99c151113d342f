"""The data README states every assumption, number by number, as the reconstruction uses it."""

import csv
import re
from pathlib import Path

import pytest
import yaml

from participatiemonitor.reconstruction.coded_answers import ADDED, MISSED

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


def test_states_each_routing():
    codebook = yaml.safe_load((WAVE / "codebook.yml").read_text(encoding="utf-8"))
    for question in codebook["questions"]:
        for name, answers in question.get("when", {}).items():
            start = f"| `{question['id']}` | `{name}`: {', '.join(answers)} |"
            assert any(line.startswith(start) for line in README.splitlines()), start


@pytest.mark.parametrize("name", [
    "koppeling_wmo.staand_beleid+pilot+plan", "koppeling_wmo.staand_beleid+pilot",
    "koppeling_wwb.staand_beleid+pilot+plan", "koppeling_wwb.staand_beleid+pilot",
    "koppeling.ja"])
def test_states_each_net_as_it_was_drawn(name, oracle):
    line, = (line for line in README.splitlines() if line.startswith(f"| `{name}` |"))
    stated = [cell.strip() for cell in line.split("|")[2:4]]
    assert stated == [f"{float(oracle[f'{name}@{group}'].percent):.1f}%".replace(".", ",")
                      for group in ("sociale_dienst", "afdeling_welzijn")]


def test_states_how_the_second_coder_was_drawn():
    for chance in (MISSED, ADDED):
        assert f"een kans van {100 * chance:g}%".replace(".", ",") in README


def test_every_claim_that_a_target_rests_on_is_listed():
    with (DATA / "published/divosa2011/claims.csv").open(encoding="utf-8", newline="") as stream:
        ids = {row["id"] for row in csv.DictReader(stream)}
    for row in (*_rows("targets.csv"), *_rows("bases.csv"), *_rows("strata.csv")):
        assert set(re.findall(r"\b[A-Z0-9.]+-\d+\b", row["basis"])) <= ids, row


def _dutch(number):
    return f"{number:g}".replace(".", ",").replace("-", "−")


def test_states_each_assumption_about_how_people_answer():
    assumed = yaml.safe_load((WAVE / "reconstruction" / "assumptions.yml").read_text("utf-8"))
    part = README.partition("### Hoe er is geantwoord")[2].partition("\n### ")[0]
    for share in assumed["activity"].values():
        assert f"{_dutch(share)} maal" in part
    for question, kappa in assumed["facts"].items():
        assert f"| `{question}` | {_dutch(kappa)} |" in part
    assert f"{_dutch(100 * assumed['exact'])}% van de respondenten" in part
    for question, steps in assumed["rounding"].items():
        assert f"| `{question}` | {_dutch(steps['usual'])} | {_dutch(steps['finest'])} |" in part
        assert f"`{steps.get('rest_of', question)}`" in part
    for pull in assumed["consistency"]:
        assert f"| `{pull['given']}` | `{pull['answer']}` | {_dutch(pull['effect'])} |" in part


def test_states_how_far_the_percentages_spread():
    part = README.partition("### Hoe er is geantwoord")[2].partition("\n### ")[0]
    for row in _rows("targets.csv"):
        if row["unit"] == "mean":
            option = f"`{row['option']}`" if row["option"] else "–"
            line, = (line for line in part.splitlines()
                     if line.startswith(f"| `{row['question']}` | {option} |"))
            column = 3 if row["group"] == "sociale_dienst" else 4
            assert line.split("|")[column].strip() == _dutch(float(row["noise"]))
