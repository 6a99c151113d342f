"""What counts are refused, and by which words."""

import pandas as pd
import pytest

from participatiemonitor.errors import InputError
from participatiemonitor.studies.indicators.counts import counts_of


def frame(*rows):
    return pd.DataFrame(rows, columns=["municipality", "events", "at_risk"])


@pytest.mark.parametrize(("rows", "kind", "words"), [
    ([("Ede", 1, 2)], "share", "de soort 'share' bestaat niet"),
    ([], "rate", "geen tellingen"),
    ([("Ede", 1, 2), ("Ede", 1, 3)], "rate", "Ede komt meer dan één keer voor"),
    ([("Ede", -1, 2), ("Tiel", 1.5, 2), ("Epe", None, 2)], "rate", "Ede, Tiel en Epe heeft"),
    ([("Ede", 1, 0)], "rate", "geen noemer boven 0"),
    ([("Ede", 1, 2.5)], "proportion", "noemer die geen telling is"),
    ([("Ede", 3, 2)], "proportion", "groter is dan de noemer")])
def test_what_is_no_count_is_refused(rows, kind, words):
    with pytest.raises(InputError, match=words):
        counts_of(frame(*rows), kind)


def test_a_rate_may_have_more_events_than_time():
    counts = counts_of(frame(("Ede", 3, 1.5), ("Tiel", 1, 0.5)), "rate")
    assert counts.values.tolist() == [2, 2]
    assert counts.pooled == 2
