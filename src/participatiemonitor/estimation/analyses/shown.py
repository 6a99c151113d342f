"""The answers that an analysis may rest on: those that are shown."""

from __future__ import annotations

from collections.abc import Iterator

from participatiemonitor.estimation.estimates import OK
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results


def shown_answers(results: Results) -> Iterator[Ref]:
    """Every answer of every group that is not hidden, in codebook order."""
    for question in results.wave.codebook.questions:
        for group in question.asked:
            for option in question.option_ids or ("",):
                ref = Ref(question.id, option, group)
                if results[ref].status == OK:
                    yield ref
