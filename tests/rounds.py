"""Two observed rounds on one register, of 2016 and 2020, as an office would bring them.

Nobody was asked anything. The round of 2016 is that of ``tests/data/round2016``. In 2020 part of
its respondents answer again, and the others are organisations that did not answer then. Who answers
again mostly says the same; all others say what a respondent of 2016 said, the rather the more this
one has a vision and the less it meets with walls between budgets: these are the changes. In between
small municipalities merged, one of middle size was split, some got another code, and one grew.
The same seed gives the same files.
"""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import numpy as np
from editing import cells, replace, write
from observing import bring_key

from participatiemonitor.project import Project

FIRST, SECOND = 2016, 2020
ROUND = Path(__file__).parent / "data" / "round2016" / "data" / "waves" / str(FIRST)
# Of the respondents of 2020 this part answered in 2016, and of these this part says the same.
AGAIN, SAME = 0.6, 0.6
# Where organisations of now came from. The first three are made of two; of the next two each is
# half of one; the last three have another code.
CAME_FROM = {
    "MIDDELGROOT-129": ("KLEIN-010", "KLEIN-011"), "MIDDELGROOT-130": ("KLEIN-020", "KLEIN-021"),
    "MIDDELGROOT-131": ("KLEIN-030", "KLEIN-031"),
    "MIDDELGROOT-132": ("MIDDELGROOT-005",), "MIDDELGROOT-133": ("MIDDELGROOT-005",),
    "KLEIN-231": ("KLEIN-006",), "KLEIN-232": ("KLEIN-008",), "GROOT-033": ("GROOT-001",)}
GREW = "KLEIN-004"
# What the codebook of 2020 says has changed.
CHANGED = {"deelnemers": "change: reworded, comparable: false, nl: Gevraagd is nu naar deelnemers "
                         "van het afgelopen jaar.",
           "partners": "change: reworded, comparable: [welzijnsinstellingen, zorginstellingen], "
                       "nl: De andere partners zijn anders omschreven."}


def observe_first(project: Project) -> None:
    """Add the round of 2016, and the key."""
    shutil.copytree(ROUND, project.wave(FIRST))
    bring_key(project)


def observe_second(project: Project, again: float = AGAIN) -> None:
    """Add the round of 2020 to a project that has that of 2016.

    Parameters
    ----------
    project : Project
    again : float
        The part of its respondents, in each size class, that answered in 2016 as well.
    """
    wave = project.wave(SECOND)
    shutil.copytree(project.wave(FIRST), wave)
    register = _register(wave / "frame.csv")
    _head(wave / "wave.yml", register)
    _codebook(wave / "codebook.yml")
    _answers(wave, register, again)


def two_rounds(root: Path, again: float = AGAIN) -> Project:
    """A project with both rounds and nothing else but the list of contents."""
    project = Project(root)
    root.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(Path(__file__).parents[1] / "_toc.yml", root / "_toc.yml")
    observe_first(project)
    observe_second(project, again)
    return project


def _register(path: Path) -> list[dict[str, str]]:
    """Write who there are now, with whom they came from."""
    header, rows = cells(path)
    before = {row["organisation"]: row for row in rows}
    heirs = Counter(code for codes in CAME_FROM.values() for code in codes)
    for code, codes in CAME_FROM.items():
        parts = [before[one] for one in codes]
        joined = {column: str(max(sum(int(part[column]) for part in parts) // heirs[codes[0]], 1))
                  for column in ("inhabitants", "clients")}
        rows.append({**parts[0], **joined, "organisation": code, "municipalities": "1",
                     "stratum": code.partition("-")[0].lower(), "predecessors": " ".join(codes)})
    rows = [{"predecessors": "", **row} for row in rows if row["organisation"] not in heirs]
    for row in rows:
        if row["organisation"] == GREW:
            row["stratum"] = "middelgroot"
    write(path, [*[name for name in header if name != "predecessors"], "predecessors"], rows)
    return rows


def _head(path: Path, register: list[dict[str, str]]) -> None:
    sizes = Counter(row["stratum"] for row in register)
    replace(path, "year: 2016\n", "year: 2020\nprevious: 2016\n")
    replace(path, "title: Meedoen op maat", "title: Samen verder")
    replace(path, "reference_date: 2016-01-01", "reference_date: 2020-01-01")
    replace(path, "sociale_dienst: 2016-02", "sociale_dienst: 2020-02")
    replace(path, "afdeling_welzijn: 2016-04", "afdeling_welzijn: 2020-04")
    replace(path, "municipalities: 390", f"municipalities: {len(register)}")
    for name, size in (("klein", 230), ("middelgroot", 128), ("groot", 32)):
        replace(path, f"organisations: {size}}}", f"organisations: {sizes[name]}}}")


def _codebook(path: Path) -> None:
    """What was said of 2011 follows from round to round; what differs from 2016 is said here."""
    text = path.read_text(encoding="utf-8")
    path.write_text("".join(line for line in text.splitlines(keepends=True)
                            if not line.startswith("    earlier: {2011")), encoding="utf-8")
    for question, change in CHANGED.items():
        replace(path, f"  - id: {question}\n",
                f"  - id: {question}\n    earlier: {{{FIRST}: {{{change}}}}}\n")


def _answers(wave: Path, register: list[dict[str, str]], again: float) -> None:
    rng = np.random.default_rng(SECOND)
    header, rows = cells(wave / "responses.csv")
    open_header, written = cells(wave / "open_answers.csv")
    found, texts = [], []
    for group in dict.fromkeys(row["group"] for row in rows):
        # Who answered then, by the code of now if it is still the same organisation.
        now = {codes[0]: code for code, codes in CAME_FROM.items()
               if len(codes) == 1 and code not in ("MIDDELGROOT-132", "MIDDELGROOT-133")}
        gone = {code for codes in CAME_FROM.values() for code in codes} - set(now)
        then = {now.get(row["organisation"], row["organisation"]): row for row in rows
                if row["group"] == group and row["organisation"] not in gone}
        donors = [row for row in rows if row["group"] == group]
        likely = np.array([(1 + 3 * (row["participatievisie"] == "ja"))
                           / (1 + 2 * (row["knelpunten__schotten"] == "1")) for row in donors])
        code = donors[0]["respondent"].partition("-")[0]
        chosen = _respondents(rng, register, then, again)
        for number, organisation in enumerate(chosen, 1):
            row = then.get(organisation)
            if row is None or rng.random() >= SAME:
                row = donors[rng.choice(len(donors), p=likely / likely.sum())]
            name = f"{code}-{number:03}"
            found.append({**row, "respondent": name, "organisation": organisation})
            texts += [{**text, "respondent": name} for text in written
                      if text["respondent"] == row["respondent"]]
    write(wave / "responses.csv", header, found)
    write(wave / "open_answers.csv", open_header, texts)


def _respondents(rng: np.random.Generator, register: list[dict[str, str]],
                 then: dict[str, dict[str, str]], again: float) -> list[str]:
    """Who answers now: as many by size class, of whom a part answered then."""
    chosen: list[str] = []
    for stratum in dict.fromkeys(row["stratum"] for row in register):
        here = [row["organisation"] for row in register if row["stratum"] == stratum]
        before = [code for code in here if code in then]
        others = [code for code in here if code not in then]
        kept = min(round(again * len(before)), len(before))
        fresh = min(len(before) - kept, len(others))
        chosen += [*rng.choice(before, kept, replace=False), *rng.choice(others, fresh,
                                                                         replace=False)]
    return sorted(map(str, chosen))
