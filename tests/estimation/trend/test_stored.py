"""Changes are kept with the results of the later round, and listed with what several tests do."""

import numpy as np
import pytest

from participatiemonitor.estimation.estimates import OBSERVED
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.stored import read_known, write_known
from participatiemonitor.estimation.trend.change import Change, Side
from participatiemonitor.estimation.trend.difference import Difference
from participatiemonitor.estimation.trend.several import demonstrable
from participatiemonitor.estimation.trend.stored import changes_of, changes_since, table_of


def closed():
    raise AssertionError("the door was opened")


def test_a_build_computes_changes_once(rounds, changes, tmp_path):
    earlier, later = rounds
    path = tmp_path / "2020.json"
    write_known(later.known, path)
    kept = Results(later.wave, closed, read_known(path))
    found = changes_since(kept, Results(earlier.wave, closed))
    assert repr(found) == repr(tuple(changes.values()))  # no number is not equal to itself
    assert len(found) > 200


def test_changes_of_documents_are_kept_as_well():
    ref = Ref("vraag", "o", "g", source="2011")
    one = Change(Side(ref, quote=Quote("een kleine 30%", "A-01", "Divosa (2011)", None, True)),
                 Side(ref, 31, 0.25, 0.26, "ok"), standing="published", why="Zo is het.")
    counted = Change(Side(ref, quote=Quote("3", "A-02", "Divosa (2011)", 3)), Side(ref))
    for some in ([one], [one, counted], []):
        assert repr(changes_of(table_of(some))) == repr(tuple(some))


def with_chance(p: float) -> Change:
    ref = Ref("vraag", "o", "g")
    if np.isnan(p):
        return Change(Side(ref), Side(ref), why="Niet gevraagd.")
    return Change(Side(ref), Side(ref), Difference(0.1, 0.05, 0.0, 0.2, p), standing=OBSERVED)


@pytest.mark.parametrize("chances, expected", [
    # Example of Benjamini and Hochberg (1995), § 3.2: the first four of fifteen.
    ([0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0], [True] * 4 + [False] * 11),
    ([0.04, np.nan, 0.03], [True, False, True]), ([np.nan], [False]), ([], [])])
def test_of_many_changes_few_are_demonstrable(chances, expected):
    assert demonstrable([with_chance(p) for p in chances]) == expected
