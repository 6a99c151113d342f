"""A round in which nothing is wrong and nothing is odd, in a folder of its own."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
import yaml
from editing import write

from participatiemonitor.project import Project
from participatiemonitor.survey.checking.inspection import Inspection, inspect_round

YEAR = 2014
MINI = Path(__file__).parents[2] / "data" / "mini"
KLEIN, GROOT = 36, 12
_PER_ORGANISATION = {"klein": (1, 20_000, 300), "groot": (1, 150_000, 4_000)}
# Beside the questions of the small survey: batteries, and an amount.
MORE = """
  - id: stellingen
    kind: multiple
    section: "2"
    asked: [sociale_dienst, afdeling_welzijn]
    known: source
    nl: Wat geldt er?
    en: What holds?
    short: stellingen
    options: [{id: een, nl: een, en: one}, {id: twee, nl: twee, en: two},
              {id: drie, nl: drie, en: three}, {id: vier, nl: vier, en: four}]
  - id: verdeling
    kind: percentage
    section: "2"
    asked: [sociale_dienst, afdeling_welzijn]
    known: source
    nl: Hoe vaak is dat zo?
    en: How often is that so?
    short: verdeling
    options: [{id: vroeg, nl: vroeg, en: early}, {id: midden, nl: midden, en: middle},
              {id: laat, nl: laat, en: late}]
  - id: projecten
    kind: number
    section: "2"
    asked: [sociale_dienst, afdeling_welzijn]
    known: source
    nl: Hoeveel projecten zijn er?
    en: How many projects are there?
    short: projecten
""" + "".join(f"""
  - id: oordeel_{name}
    kind: single
    section: "2"
    asked: [sociale_dienst, afdeling_welzijn]
    known: source
    nl: Hoe gaat het {name}?
    en: How is it {name}?
    short: oordeel {name}
    options: *fase
""" for name in ("een", "twee", "drie"))


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project with the round alone."""
    root = tmp_path / "monitor"
    folder = root / "data" / "waves" / str(YEAR)
    folder.mkdir(parents=True)
    (root / "data" / "published").mkdir()
    shutil.copyfile(MINI / "_toc.yml", root / "_toc.yml")
    model = MINI / "data" / "waves" / "2009"
    (folder / "codebook.yml").write_text((model / "codebook.yml").read_text() + MORE)
    (folder / "wave.yml").write_text(yaml.safe_dump(_head(yaml.safe_load(
        (model / "wave.yml").read_text())), allow_unicode=True, sort_keys=False))
    _write_answers(folder)
    return Project(root)


@pytest.fixture
def folder(project: Project) -> Path:
    """The folder of the round."""
    return project.wave(YEAR)


def looked_over(folder: Path) -> Inspection:
    """What is found in the round of a folder."""
    return inspect_round(int(folder.name), Project(folder.parents[2]))


def _head(head: dict) -> dict:
    places = {"klein": KLEIN, "groot": GROOT}
    head |= {
        "year": YEAR, "reference_date": f"{YEAR}-01-01",
        "fieldwork": {"sociale_dienst": f"{YEAR}-03", "afdeling_welzijn": f"{YEAR}-05"},
        "population": {
            "municipalities": KLEIN + GROOT,
            "assistance_clients": sum(number * (_PER_ORGANISATION[name][2]) + number * (number - 1)
                                      // 2 for name, number in places.items())},
        "margins": {"inwoners": {"nl": "inwoners", "column": "inhabitants", "bounds": [100_000]}},
        "publication": {**head["publication"], "minimum_base": 5}}
    for name, number in places.items():
        head["strata"][name]["organisations"] = number
    # A date is one in yaml.
    return head | {"reference_date": yaml.safe_load(head["reference_date"])}


def _write_answers(folder: Path) -> None:
    draw = random.Random(14)
    frame, responses, texts = [], [], []
    for stratum, number in (("klein", KLEIN), ("groot", GROOT)):
        municipalities, inhabitants, clients = _PER_ORGANISATION[stratum]
        for place in range(number):
            code = f"{stratum[0].upper()}-{place + 1}"
            frame.append({
                "organisation": code, "name": f"Plaats {code}", "stratum": stratum,
                "municipalities": municipalities, "inhabitants": inhabitants + 7 * place,
                "clients": clients + place})
            for group, letters in (("sociale_dienst", "SD"), ("afdeling_welzijn", "AW")):
                respondent = f"{letters}-{code}"
                answers = _answers(group, draw)
                responses.append({"respondent": respondent, "organisation": code, "group": group,
                                  **answers})
                if answers["taken__geen"] == 0:
                    themes = draw.choice(["geld", "tijd", "geld tijd"])
                    texts.append({"respondent": respondent, "question": "toelichting",
                                  "text": f"Er is te weinig {themes}; zo is het.",
                                  "themes": themes, "themes_second": themes, "quotable": "nee"})
    for name, records in (("frame.csv", frame), ("responses.csv", responses),
                          ("open_answers.csv", texts)):
        write(folder / name, list(records[0]), records)


def _answers(group: str, draw: random.Random) -> dict[str, object]:
    """Answers of somebody who answers everything, never the same in a whole battery."""
    none = draw.random() < 0.2
    zorg = 0 if none else draw.randint(0, 1)
    low, young = draw.randrange(5, 96, 5), draw.randrange(5, 50, 5)
    plans = [draw.choice(("staand", "pilot", "nee")) for _ in range(2)]
    active = plans[0] in ("staand", "pilot") or plans[1] == "staand"
    social = group == "sociale_dienst"
    judgements = draw.sample(("staand", "pilot", "nee"), 3)
    holds = draw.sample((0, 0, 1, 1), 4)
    return {
        "beleid": draw.choice(("ja", "deels", "nee")),
        "taken__zorg": zorg, "taken__werk": 0 if none else 1 - zorg or draw.randint(0, 1),
        "taken__geen": int(none),
        "klanten__jong": young if social else "", "klanten__ziek": 50 - young if social else "",
        "ladder__laag": low if social else "", "ladder__hoog": 100 - low if social else "",
        "plan_een": plans[0], "plan_twee": plans[1],
        "bereik": draw.randrange(2, 60) if active else "",
        **dict(zip(("stellingen__een", "stellingen__twee", "stellingen__drie", "stellingen__vier"),
                   holds, strict=True)),
        "verdeling__vroeg": draw.randrange(5, 30), "verdeling__midden": draw.randrange(5, 30),
        "verdeling__laat": draw.randrange(31, 40), "projecten": draw.randrange(2, 60),
        **dict(zip(("oordeel_een", "oordeel_twee", "oordeel_drie"), judgements, strict=True)),
    }
