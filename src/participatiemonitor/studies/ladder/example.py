"""An example for the study of the ladder: 400 persons who do not exist, from one seed.

Each half year all are seen, give or take two weeks. Who stands on a rung rises, stays, falls or
leaves by chances that are made up, and rises more often in a project; those in the project are
somewhat younger, so that the report has something to warn of.
"""

from __future__ import annotations

import datetime as dt
import random

from participatiemonitor.studies.forms.examples import MADE_UP, Rows
from participatiemonitor.studies.forms.setup import SETUP
from participatiemonitor.studies.ladder.form import PERSONS, REGISTERED
from participatiemonitor.studies.ladder.registrations import LEFT, RUNGS

ADDED = {PERSONS: ("leeftijd", "opleiding")}
_SEED, _PERSONS = 2010, 400
_ROUNDS = tuple(dt.date(year, month, 15) for year in (2010, 2011, 2012) for month in (1, 7))[:5]
_GROUPS, _SCHOOLING = ("Noord", "Zuid", "Oost", "West"), ("laag", "midden", "hoog")


def example_rows() -> Rows:
    """The rows of the example.

    Returns
    -------
    mapping of str to list
        By table of `participatiemonitor.studies.ladder.form.FORM`.
    """
    draw = random.Random(_SEED)
    persons: list[list[object]] = []
    registered: list[list[object]] = []
    for number in range(1, _PERSONS + 1):
        name, project = f"P{number:03}", draw.random() < 0.4
        age = min(max(round(draw.gauss(42 if project else 46, 11)), 18), 64)
        persons.append([name, "ja" if project else "nee", draw.choice(_GROUPS), age,
                        draw.choices(_SCHOOLING, (5, 3, 1))[0]])
        registered += ([name, day.isoformat(), rung] for day, rung in _course(draw, project))
    setup = [["Voorbeeldgemeente", "2012-01-31", MADE_UP, "2010-01-01", "2011-01-01",
              "2011-01-01", "2012-01-01"]]
    return {SETUP: setup, REGISTERED: registered, PERSONS: persons}


def _course(draw: random.Random, project: bool) -> list[tuple[dt.date, object]]:
    """Where a person stands each half year, from the first time that he or she is seen."""
    rung = draw.choices(range(1, RUNGS + 1), (20, 30, 22, 14, 8, 6))[0]
    course: list[tuple[dt.date, object]] = []
    for place in range(draw.choices((0, 1, 2), (7, 2, 1))[0], len(_ROUNDS)):
        day = _ROUNDS[place] + dt.timedelta(days=draw.randint(-14, 14))
        course.append((day, rung))
        rises, leaves = 0.24 if project else 0.14, 0.02 + (0.12 if rung == RUNGS else 0.015 * rung)
        chance = draw.random()
        if chance < leaves and place + 1 < len(_ROUNDS):
            course.append((day + dt.timedelta(days=draw.randint(20, 160)), LEFT))
            break
        if leaves <= chance < leaves + rises and rung < RUNGS:
            rung += 2 if draw.random() < 0.1 and rung < RUNGS - 1 else 1
        elif chance > 0.9 and rung > 1:
            rung -= 1
    return course
