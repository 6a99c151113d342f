"""The reconstruction: the same draw each time, on target, with associations, and never over
observed answers."""

import csv
import math
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
import yaml
from editing import cells, edit, replace, write
from keyed import results_of
from scipy.stats import spearmanr

from participatiemonitor.documents.claims import read_claims
from participatiemonitor.documents.verdicts import HOLDS, check_claims
from participatiemonitor.errors import InputError
from participatiemonitor.project import Project
from participatiemonitor.reconstruction.coded_answers import coded
from participatiemonitor.reconstruction.simulation import simulate_wave
from participatiemonitor.reconstruction.sources import FILES
from participatiemonitor.survey.answered import load_answered

from .conftest import DRAWN


@pytest.fixture(scope="module")
def drawn_anew(redraw):
    """The project with the reconstruction drawn anew."""
    return redraw(None)


@pytest.fixture(scope="module")
def other(redraw):
    """The project with another draw."""
    return redraw(7)


@pytest.fixture(scope="module")
def other_wave(other):
    return load_answered(2011, other)


@pytest.mark.parametrize("name", DRAWN)
def test_the_committed_files_are_those_of_the_fixed_seed_byte_for_byte(
    repository, drawn_anew, name
):
    assert (drawn_anew.wave(2011) / name).read_bytes() == (
        repository.wave(2011) / name).read_bytes()


def test_drawing_over_existing_files_gives_the_same_files(drawn_anew):
    before = {name: (drawn_anew.wave(2011) / name).read_bytes() for name in DRAWN}
    written = simulate_wave(drawn_anew, 2011)
    assert [path.name for path in written] == list(DRAWN)
    assert {path.name: path.read_bytes() for path in written} == before


def test_another_seed_gives_other_answers(drawn_anew, other):
    for name in DRAWN:
        assert (drawn_anew.wave(2011) / name).read_bytes() != (other.wave(2011) / name).read_bytes()


def _published_totals(folder: Path) -> dict[str, float]:
    """What the monitor published about register and response, straight from the csv files."""
    _, frame = cells(folder / "frame.csv")
    _, responses = cells(folder / "responses.csv")
    asked = {row["organisation"]: row for row in frame}
    services = [row["organisation"] for row in responses if row["group"] == "sociale_dienst"]
    departments = [row["organisation"] for row in responses if row["group"] == "afdeling_welzijn"]
    clients = sum(int(row["clients"]) for row in frame)
    reached = sum(int(asked[code]["clients"]) for code in services)
    joint = len(set(services) & set(departments))
    return {
        "organisations": len(frame),
        "municipalities": sum(int(row["municipalities"]) for row in frame),
        "clients": clients,
        "services": len(services),
        "departments": len(departments),
        "represented": sum(int(asked[code]["municipalities"]) for code in services),
        "covered": math.floor(100 * reached / clients + 0.5),
        "joint": math.floor(100 * joint / len(departments) + 0.5),
    }


@pytest.mark.parametrize("project", ["repository", "other"])
def test_the_published_totals_hold(request, project):
    assert _published_totals(request.getfixturevalue(project).wave(2011)) == {
        "organisations": 301, "municipalities": 418, "clients": 323140, "services": 133,
        "departments": 62, "represented": 213, "covered": 84, "joint": 90}


def _targets(project: Project):
    """Targets with their question, beside the base they apply to."""
    source = project.wave(2011) / "reconstruction"
    with (source / "bases.csv").open() as stream:
        bases = {(row["question"], row["group"]): int(row["n"]) for row in csv.DictReader(stream)}
    codebook = yaml.safe_load((project.wave(2011) / "codebook.yml").read_text(encoding="utf-8"))
    for question in codebook["questions"]:
        if sources := question.get("derived", {}).get("highest"):
            bases |= {(question["id"], group): bases[sources[0], group]
                      for group in question["asked"]}
    with (source / "targets.csv").open() as stream:
        for row in csv.DictReader(stream):
            yield row, bases[row["question"], row["group"]]


@pytest.mark.parametrize("project", ["repository", "other"])
def test_every_target_is_met(request, project):
    wave = load_answered(2011, request.getfixturevalue(project))
    group = wave.responses["group"]
    remainder = {}  # options of a single choice that take who is left
    for row, _ in _targets(request.getfixturevalue(project)):
        if wave.codebook[row["question"]].kind == "single":
            remainder[row["question"], row["group"]] = row["option"]
    missed = []
    for row, base in _targets(request.getfixturevalue(project)):
        question = wave.codebook[row["question"]]
        answers = wave.indicators(question.id)[row["option"]][group == row["group"]].dropna()
        eligible = int((wave.asked(question.id) & (group == row["group"])).sum())
        n, target = len(answers), float(row["target"])
        fits = n == min(base, eligible)
        if remainder.get((question.id, row["group"])) == row["option"]:
            fits &= abs(100 * answers.mean() - target) < 100 * len(question.options) / n
        elif row["unit"] == "mean":
            step = 1 if question.total else 0.5 if target < 10 else 1
            fits &= abs(answers.sum() - target * n) <= (2 if question.total else 0.5) * step
        elif row["unit"] == "count":
            fits &= answers.sum() == target
        else:
            fits &= answers.sum() == math.floor(target * n / 100 + 0.5)
        if not fits:
            missed.append((row["question"], row["group"], row["option"], n, base, answers.sum()))
    assert missed == []


def test_exact_claims_hold_with_another_seed(other, other_wave):
    claims = read_claims(other.published / "divosa2011" / "claims.csv")
    exact = [one for one in claims if one.type in ("exact", "count") and not one.conflicts]
    verdicts = check_claims(exact, results_of(other_wave, protect=False))
    assert len(verdicts) > 50
    about_answers = [one for one in verdicts if one.claim.ref is not None]
    assert len(about_answers) > 50
    assert [one.claim.id for one in about_answers if one.status != HOLDS] == []


def test_nobody_who_answered_a_multiple_choice_is_without_an_answer(wave):
    for question in wave.codebook.questions:
        if question.kind == "multiple":
            answered = wave.indicators(question.id).dropna()
            assert (answered.sum(axis=1) >= 1).all(), question.id


def test_respondents_left_out_questions(wave):
    """Missing answers occur, else the rule about bases would go untested."""
    assert wave.members("sociale_dienst")["participatievisie"].isna().sum() > 0


def _associations(wave, group):
    """Rank correlation and p-value of every item with the number of clients."""
    clients = wave.frame["clients"].reindex(wave.responses["organisation"])
    clients = pd.Series(clients.to_numpy(), wave.responses.index)
    found = {}
    for question in wave.codebook.questions:
        table = wave.indicators(question.id)[wave.responses["group"] == group]
        for option, answers in table.items():
            given = answers.dropna()
            if given.nunique() > 1:
                found[question.id, option] = tuple(spearmanr(clients[given.index], given))
    return found


@pytest.mark.parametrize("which", ["wave", "other_wave"])
def test_the_number_of_clients_is_associated_with_answers(request, which):
    found = _associations(request.getfixturevalue(which), "sociale_dienst")
    # The monitor's own rule.
    notable = {(*item, bool(rho > 0)) for item, (rho, p) in found.items()
               if abs(rho) >= 0.30 and p < 0.05}
    assert len(notable) >= 20
    # Strong in targets.csv: larger services more often have schools, and all of the Wmo or nothing.
    assert ("taakvelden", "onderwijs", True) in notable
    assert ("wmo_uitvoering", "onderdelen", False) in notable
    # Weaker there: they leave the Wmo to others, and less often lack a vision.
    for item, sign in ((("wmo_uitvoering", "geen"), 1), (("participatievisie", "nee"), -1)):
        rho, p = found[item]
        assert sign * rho > 0.15
        assert p < 0.05


def test_in_2011_large_services_notably_less_often_lack_a_vision(wave):
    rho, p = _associations(wave, "sociale_dienst")["participatievisie", "nee"]
    assert rho <= -0.30
    assert p < 0.05


def test_both_departments_of_a_municipality_resemble_each_other(wave):
    """What a service and a department of one organisation say about linking goes together."""
    answers = wave.responses.assign(linked=wave.responses["koppeling"].eq("ja"))
    pairs = answers.pivot(index="organisation", columns="group", values="linked").dropna()
    same = (pairs["sociale_dienst"] == pairs["afdeling_welzijn"]).mean()
    chance = pairs.astype(float).mean()
    expected = chance.prod() + (1 - chance).prod()
    assert same > expected + 0.1


def test_answers_that_were_given_are_never_overwritten(data_copy):
    replace(data_copy.wave(2011) / "wave.yml", "status: reconstructie", "status: waarneming")
    before = (data_copy.wave(2011) / "responses.csv").read_bytes()
    with pytest.raises(InputError, match="waarneming") as caught:
        simulate_wave(data_copy, 2011)
    assert caught.value.exit_code == 2
    assert (data_copy.wave(2011) / "responses.csv").read_bytes() == before


def test_a_wave_without_targets_cannot_be_drawn(mini):
    with pytest.raises(InputError, match=r"targets\.csv"):
        simulate_wave(mini, 2009)


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_of_targets_is_named(data_copy, name):
    (data_copy.wave(2011) / "reconstruction" / name).unlink()
    with pytest.raises(InputError, match=re.escape(f"ontbreekt {name};")):
        simulate_wave(data_copy, 2011)


def test_a_question_without_a_target_is_named(data_copy):
    bases = data_copy.wave(2011) / "reconstruction" / "bases.csv"
    bases.write_text("".join(line for line in bases.read_text().splitlines(keepends=True)
                             if not line.startswith("deelname_wmo,")))
    with pytest.raises(InputError, match="deelname_wmo"):
        simulate_wave(data_copy, 2011)


def test_a_target_sets_how_many_give_an_answer(data_copy):
    targets = data_copy.wave(2011) / "reconstruction" / "targets.csv"
    header, records = cells(targets)
    changed = 0
    for record in records:
        if (record["question"], record["group"], record["option"]) == (
                "taakvelden", "sociale_dienst", "onderwijs"):
            record["target"] = "61"
            changed += 1
    assert changed == 1
    write(targets, header, records)
    simulate_wave(data_copy, 2011)
    one = results_of(load_answered(2011, data_copy), protect=False)["taakvelden.onderwijs@sd"]
    assert (one.count, one.n) == (math.floor(0.61 * 131 + 0.5), 131)


def test_no_open_answer_of_2011_has_words(repository):
    _, answers = cells(repository.wave(2011) / "open_answers.csv")
    assert answers
    assert {(answer["text"], answer["quotable"]) for answer in answers} == {("", "nee")}


def _coded(question, respondents, seed=1):
    """Answers of many respondents: the first half voices *geld*, all of them *tijd*."""
    index = [f"R-{number}" for number in range(respondents)]
    themes = pd.DataFrame({"geld": 0.0, "tijd": 1.0}, index=index)
    themes.iloc[: respondents // 2, 0] = 1.0
    return coded(question, themes, np.random.default_rng(seed))


def test_an_open_answer_has_two_codings_and_nothing_to_quote(mini_wave):
    rows = _coded(mini_wave.codebook["toelichting"], 4)
    assert [row[:2] for row in rows] == [(f"R-{n}", "toelichting") for n in range(4)]
    assert [row[3] for row in rows] == ["geld tijd", "geld tijd", "tijd", "tijd"]
    assert {(row[2], row[5]) for row in rows} == {("", "nee")}


def test_the_second_coder_overlooks_a_theme_in_ten_and_seldom_adds_one(mini_wave):
    rows = _coded(mini_wave.codebook["toelichting"], 4000)
    voiced = [set(row[3].split()) for row in rows]
    second = [set(row[4].split()) for row in rows]
    given = sum(map(len, voiced))
    missed = sum(len(one - other) for one, other in zip(voiced, second, strict=True))
    added = sum(len(other - one) for one, other in zip(voiced, second, strict=True))
    assert given == 6000
    assert missed / given == pytest.approx(0.10, abs=0.02)
    assert added / (8000 - given) == pytest.approx(0.015, abs=0.01)


def test_in_2011_the_second_coder_mostly_agrees_with_the_first(repository):
    _, answers = cells(repository.wave(2011) / "open_answers.csv")
    pairs = [(set(one["themes"].split()), set(one["themes_second"].split())) for one in answers]
    same = sum(first == second for first, second in pairs)
    assert 0.7 < same / len(pairs) < 0.95
    assert any(first - second for first, second in pairs)
    assert any(second - first for first, second in pairs)


def test_an_edited_answer_is_undone_by_drawing_again(data_copy, repository):
    path = data_copy.wave(2011) / "responses.csv"
    edit(path, "SD-001", participatievisie="nee")
    simulate_wave(data_copy, 2011)
    assert path.read_bytes() == (repository.wave(2011) / "responses.csv").read_bytes()
