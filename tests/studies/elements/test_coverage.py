"""What is missing and what is unproven, by hand."""

import pandas as pd

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.studies.elements.codings import coded
from participatiemonitor.studies.elements.coverage import element_coverage, proofs

NAMES = ["coach", "moestuin", "werkplaats"]
FIRST = pd.DataFrame({"motivatie": [1, 1, 0], "activeren": [0, 1, 1], "gedrag": [0, 0, 0],
                      "coalities": [0, 0, 1], "rung": [1, 2, 4]}, index=NAMES)
SECOND = FIRST.assign(motivatie=[1, 0, 0], coalities=[0, 0, 0], rung=[1, 3, 4])
FOUND = coded([FIRST, SECOND], ["motivatie", "activeren", "gedrag", "coalities"])


def test_elements():
    motivatie, activeren, gedrag, coalities = element_coverage(FOUND)
    assert (motivatie.interventions, motivatie.highest) == (Limits(1, 2), Limits(1, 3))
    assert (activeren.interventions, activeren.highest) == (exact(2), exact(4))
    assert (gedrag.interventions, gedrag.highest) == (exact(0), None)
    assert (coalities.interventions, coalities.highest) == (Limits(0, 1), Limits(0, 4))
    assert [one.missing for one in element_coverage(FOUND)] == [False, False, True, None]
    assert [one.proven for one in element_coverage(FOUND)] == [False, True, False, None]


def test_interventions():
    found = proofs(FOUND)
    assert [one.intervention for one in found] == ["coach", "moestuin", "werkplaats"]
    assert [one.rung for one in found] == [exact(1), Limits(2, 3), exact(4)]
    assert [one.elements for one in found] == [exact(1), Limits(1, 2), Limits(1, 2)]
    assert [one.proven for one in found] == [False, False, True]


def test_what_one_coder_takes_for_proven_is_disputed():
    found = proofs(coded([FIRST.assign(rung=[4, 0, 0]), SECOND.assign(rung=[3, 0, 0])],
                         FOUND.elements))
    assert [(one.intervention, one.proven) for one in found] == [
        ("moestuin", False), ("werkplaats", False), ("coach", None)]


def test_ends_hold_on_drawn_codings(found):
    for place, one in enumerate(element_coverage(found)):
        marks = found.marks[:, :, place]
        assert one.interventions.low <= min(marks.sum(axis=1))
        assert one.interventions.high >= max(marks.sum(axis=1))
        for coder in range(2):
            rungs = found.rungs[coder][marks[coder]]
            if len(rungs):
                assert one.highest.low <= rungs.max() <= one.highest.high
