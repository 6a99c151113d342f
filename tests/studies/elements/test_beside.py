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
        "high": [table.cells[row, "niveau"].high for row in table.head.rows],
        "mostly": [table.cells[row, "bron"].published == "Interventies naar werk"
                   for row in table.head.rows]})


OWN = pd.DataFrame({"motivatie": [1, 0, 1], "rung": [0, 2, 3]},
                   index=["kans werk", "OP EIGEN BENEN", "Moestuin"])


def test_rungs_of_own_and_published(published):
    found = rungs_beside(coded([OWN, OWN.assign(rung=[0, 4, 3])], ["motivatie"]), published)
    assert [one.rung for one in found] == [1, 2, 3, 4]
    assert [one.own for one in found] == [exact(2), exact(2), Limits(1, 2), Limits(0, 1)]
    # Ten of Movisie for sure, and the eighteen of which the document says so with "meestal".
    assert [one.published for one in found] == [Limits(10, 28)] * 2 + [None] * 2


def test_published_rungs_that_are_known_count(published):
    found = coded([OWN], ["motivatie"])
    known = published.assign(low=[4, *[2] * 27], high=[4, *[2] * 27], mostly=False)
    assert [one.published for one in rungs_beside(found, known)] == [
        exact(28), exact(28), exact(1), exact(1)]
    partly = published.assign(low=[4, *[2] * 27], high=[4, *[3] * 27], mostly=False)
    assert [one.published for one in rungs_beside(found, partly)] == [
        exact(28), exact(28), None, exact(1)]


def test_of_one_coder_all_is_sure(published):
    found = rungs_beside(coded([OWN], ["motivatie"]), published)
    assert [one.own for one in found] == [exact(2), exact(2), exact(1), exact(0)]


def test_names_that_are_the_same(published):
    assert same_names(coded([OWN, OWN], ["motivatie"]), published) == {
        "kans werk": "KanSWerk", "OP EIGEN BENEN": "Op eigen benen"}
