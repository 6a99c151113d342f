"""What an analysis may rest on: answers that are shown, and enough on either side."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results

# What is computed from answers one by one has as many of them at least on either side of a yes
# and no: one respondent more or less then moves little.
SIDE = 10


def shown_answers(results: Results) -> Iterator[Ref]:
    """Every answer of every group that is not hidden, in codebook order."""
    for question in results.wave.codebook.questions:
        for group in question.asked:
            for option in question.option_ids or ("",):
                ref = Ref(question.id, option, group)
                if results[ref].status == OK:
                    yield ref
