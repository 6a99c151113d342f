"""`monitor check`: what was published, held against the answers."""

import re
import subprocess

from bookmaking import BIN, YEAR
from editing import cells, edit


def check(project) -> subprocess.CompletedProcess:
    return subprocess.run([BIN / "monitor", "check", str(YEAR)], cwd=project.root,
                          capture_output=True, text=True, check=False)


def claims(project) -> list[dict[str, str]]:
    """What the documents published."""
    return [row for path in sorted(project.published.glob("*/claims.csv"))
            for row in cells(path)[1]]


def test_the_check_passes_and_says_how_many_claims_it_checked(data_copy):
    done = check(data_copy)
    assert done.returncode == 0, done.stderr
    checked = sum(claim["basis"] == "survey" for claim in claims(data_copy))
    assert re.search(rf"\b{checked} uitspraken\b", done.stdout)


def test_the_check_fails_on_one_changed_answer_and_names_the_claim(data_copy):
    path = data_copy.wave(YEAR) / "responses.csv"
    _, responses = cells(path)
    respondent = next(row["respondent"] for row in responses if row["group"] == "sociale_dienst"
                      and row["knelpunten__schotten"] == row["knelpunten__resultaten"] == "1")
    edit(path, respondent, knelpunten__schotten="0")
    done = check(data_copy)
    assert done.returncode == 1
    broken = done.stdout.partition("Klopt niet en kan")[0]
    assert any(claim["id"] in broken for claim in claims(data_copy)
               if (claim["question"], claim["option"]) == ("knelpunten", "schotten"))
    assert "Traceback" not in done.stderr


def test_the_check_names_a_fault_in_the_answers_and_ends_with_2(data_copy):
    edit(data_copy.wave(YEAR) / "responses.csv", "SD-001", participatievisie="misschien")
    done = check(data_copy)
    assert done.returncode == 2
    assert "responses.csv, rij 2, kolom participatievisie: 'misschien'" in done.stderr
    assert "Traceback" not in done.stderr
