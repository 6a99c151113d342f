"""Codebooks as hypothesis draws them, with routing of every kind, and answers that follow it."""

from __future__ import annotations

from operator import attrgetter

import numpy as np
import pandas as pd
from hypothesis import strategies as st

from participatiemonitor.survey.codebook import Codebook, Derivation, Option, Question
from participatiemonitor.survey.codebook_checks import codebook_faults
from participatiemonitor.survey.responses import derive, was_asked

GROUPS = ("sociale_dienst", "afdeling_welzijn")
PEOPLE = 40
_name = attrgetter("id")


def question(name: str, kind: str, options: tuple[str, ...] = (), **more) -> Question:
    """A question whose texts are its names."""
    asked = more.pop("asked", GROUPS)
    return Question(id=name, kind=kind, section=more.pop("section", "1.1"), asked=asked,
                    known="source", nl=f"Vraag {name}?", en=f"Question {name}?", short=name,
                    options=tuple(Option(id=one, nl=f"optie {one}", en=f"option {one}")
                                  for one in options), **more)


def codebook(*questions: Question) -> Codebook:
    """A codebook without figures, in which everything fits together."""
    book = Codebook(figures={}, tables={}, questions=questions)
    assert not list(codebook_faults(book, "codebook.yml", dict.fromkeys(GROUPS)))
    return book


@st.composite
def codebooks(draw: st.DrawFn) -> Codebook:
    """Single and multiple choices and derived questions, each perhaps led to by others."""
    made: list[Question] = []
    for place in range(draw(st.integers(2, 8))):
        asked = draw(st.sampled_from([GROUPS, GROUPS[:1], GROUPS[1:]]))
        before = [one for one in made if set(asked) <= set(one.asked)]
        singles = [one for one in before if one.kind == "single"]
        name = f"q{place}"
        kind = draw(st.sampled_from(["single", "multiple", "highest", "any"]))
        if kind == "highest":
            same = [one for one in singles if one.option_ids == ("a", "b", "c")]
            sources = draw(st.lists(st.sampled_from(same), min_size=1, max_size=3, unique_by=_name)
                           ) if same else []
            if sources:
                rule = Derivation(highest=tuple(one.id for one in sources))
                made.append(question(name, "single", ("a", "b", "c"), asked=asked, derived=rule))
                continue
        if kind == "any" and singles:
            sources = draw(st.lists(st.sampled_from(singles), min_size=1, max_size=3,
                                    unique_by=_name))
            rule = Derivation(any={one.id: _some(draw, one) for one in sources})
            made.append(question(name, "single", ("ja", "nee"), asked=asked, derived=rule))
            continue
        routers = draw(st.lists(st.sampled_from(before), max_size=2, unique_by=_name)
                       ) if before else []
        exclusive = {"exclusive": "c"} if kind == "multiple" and draw(st.booleans()) else {}
        made.append(question(name, "multiple" if kind == "multiple" else "single",
                             ("a", "b", "c"), asked=asked, **exclusive,
                             when={one.id: _some(draw, one) for one in routers}))
    return codebook(*made)


def _some(draw: st.DrawFn, source: Question) -> tuple[str, ...]:
    return tuple(draw(st.lists(st.sampled_from(source.option_ids), min_size=1, unique=True)))


def answers(book: Codebook, seed: int) -> pd.DataFrame:
    """Answers that people may give: to what they are asked, and not to all of that."""
    chance = np.random.default_rng(seed)
    table = pd.DataFrame({"group": chance.choice(GROUPS, PEOPLE)})
    for one in book.questions:
        if one.derived:
            table[one.id] = derive(table, one, book)
            continue
        put = was_asked(table, one) & (chance.random(PEOPLE) > 0.2)
        if one.kind == "single":
            table[one.id] = pd.Series(chance.choice(one.option_ids, PEOPLE), dtype=object
                                      ).where(put, None)
            continue
        ticked = pd.DataFrame(chance.integers(0, 2, (PEOPLE, len(one.option_ids))),
                              columns=list(one.option_ids)).astype(float)
        if one.exclusive:
            ticked[one.exclusive] = (ticked.drop(columns=one.exclusive).sum(axis=1) == 0) * 1.0
        else:
            put = was_asked(table, one)  # a list of which nothing need be ticked is never left out
        for option in one.option_ids:
            table[f"{one.id}__{option}"] = ticked[option].where(put)
    return table
