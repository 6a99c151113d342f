"""The table of all changes since the rounds before."""

import numpy as np
import rounds

from participatiemonitor.documents.trends import open_trends
from participatiemonitor.publishing.files.changes_csv import COLUMNS, changes_table


def test_it_has_each_change_with_what_it_rests_on(tmp_path):
    trends = open_trends(2020, rounds.two_rounds(tmp_path))
    table = changes_table(trends)
    assert list(table) == list(COLUMNS)
    assert len(table) == sum(len(trend.changes) for trend in trends) > 200
    for row, one in zip(table.itertuples(), trends[0].changes, strict=True):
        assert (row.question, row.option, row.group) == (one.ref.question, one.ref.option,
                                                         one.ref.group)
        assert np.array_equal([row.value_then, row.value, row.change, row.change_low],
                              [one.earlier.value, one.later.value, one.weighted.value,
                               one.weighted.low], equal_nan=True)
        # A number, or a reason why there is none.
        assert np.isfinite(row.change) or row.remark
