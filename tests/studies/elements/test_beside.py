"""Own interventions beside the 28 of 2012."""

import pandas as pd
import pytest

from participatiemonitor.documents.printed.limits import Limits, exact
from participatiemonitor.documents.printed.tables import read_printed
from participatiemonitor.studies.elements.beside import rungs_beside, same_names
from participatiemonitor.studies.elements.codings import coded


@pytest.fixture(scope="module")
def published(repository):
    table = read_printed(repository)["divosa2012"].tables["interventies"]
    return pd.DataFrame({
        "name": [table.cells[row, "naam"].published for row in table.head.rows],
        "low": [table.cells[row, "niveau"].low for row in table.head.rows],
        "high": [table.cells[row, "niveau"].high for row in table.head.rows]})


OWN = pd.DataFrame({"motivatie": [1, 0, 1], "rung": [0, 2, 3]},
                   index=["kans werk", "OP EIGEN BENEN", "Moestuin"])


def test_rungs_of_own_and_published(published):
    found = rungs_beside(coded(OWN, OWN.assign(rung=[0, 4, 3]), ["motivatie"]), published)
    assert [one.rung for one in found] == [0, 1, 2, 3, 4]
    assert [one.own for one in found] == [exact(1), exact(0), Limits(0, 1), exact(1), Limits(0, 1)]
    assert [one.published for one in found] == [exact(0), exact(0), *[Limits(0, 28)] * 3]


def test_published_rungs_that_are_known_count(published):
    known = published.assign(low=[4, *[2] * 27], high=[4, *[3] * 27])
    found = rungs_beside(coded(OWN, OWN, ["motivatie"]), known)
    assert [one.published for one in found][2:] == [Limits(0, 27), Limits(0, 27), exact(1)]
    unknown = rungs_beside(coded(OWN, OWN, ["motivatie"]), published.assign(low=None, high=None))
    assert {one.published for one in unknown} == {Limits(0, 28)}


def test_names_that_are_the_same(published):
    assert same_names(coded(OWN, OWN, ["motivatie"]), published) == {
        "kans werk": "KanSWerk", "OP EIGEN BENEN": "Op eigen benen"}
