"""Changes are kept as they are, and listed with what several tests do."""

import numpy as np
import pytest

from participatiemonitor.estimation.estimates import OBSERVED
from participatiemonitor.estimation.quotes import Quote
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.trend.change import Change, Side
from participatiemonitor.estimation.trend.difference import Difference
from participatiemonitor.estimation.trend.several import demonstrable
from participatiemonitor.estimation.trend.trend import Trend, read_trends, write_trends


def test_changes_are_kept_with_what_documents_said(tmp_path):
    ref, now = Ref("vraag", "o", "g", source="2011"), Ref("vraag", "o", "g", source="2016")
    one = Change(Side(ref, quote=Quote("een kleine 30%", "A-01", "Divosa (2011)", None, True)),
                 Side(now, 31, 0.25, 0.26, "ok"), standing="published", why="Zo is het.")
    counted = Change(Side(ref, quote=Quote("3", "A-02", "Divosa (2011)", 3)),
                     Side(now, value=0.5), why="Anders gevraagd.", alike=False)
    trends = (Trend(2011, True, (one, counted), ("de taken",)), Trend(2013, False, (counted,)))
    write_trends(trends, tmp_path / "trends.json")
    assert repr(read_trends(tmp_path / "trends.json")) == repr(trends)
    assert [bool(trend) for trend in trends] == [True, True]
    assert trends[1][now] is counted
    assert trends[0][Ref("andere", "o", "g")] is None


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
