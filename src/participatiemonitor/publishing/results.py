"""The step `results`: everything that an edition publishes of a wave, computed once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import product
from typing import Any

from participatiemonitor.documents.documents import require_claims
from participatiemonitor.documents.verdicts import check_claims
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.analyses.agreement import coder_agreement
from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.analyses.differences import differences
from participatiemonitor.estimation.analyses.link_model import link_model
from participatiemonitor.estimation.analyses.quotable import quotable
from participatiemonitor.estimation.analyses.raking import raking_shift
from participatiemonitor.estimation.disclosure.ranking import in_place
from participatiemonitor.estimation.opening import compute_results
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.estimation.stored import write_known
from participatiemonitor.publishing.asked import Asked
from participatiemonitor.publishing.edition import Edition
from participatiemonitor.survey.wave import Wave


def write_results(edition: Edition, asked: Asked) -> None:
    """Compute everything that is published and write it.

    Parameters
    ----------
    edition : Edition
    asked : Asked
        What its notebooks ask for besides the table.
    """
    results = compute_results(edition.wave.year, edition.project)
    for ref in (*results.refs, *asked.refs(results.wave)):
        results[ref]
    check_claims(require_claims(edition.project, results.wave), results)
    _rank(results)
    for analysis, *args in _analyses(results.wave, asked):
        # What a wave does not have is for the notebook to say that asks for it.
        with suppress(InputError):
            results.once(analysis, *args)
    write_known(results.known, edition.results)


def _rank(results: Results) -> None:
    """Name the place of every option, which may rest on answers that are hidden."""
    for question in results.wave.codebook.questions:
        options = [option for option in question.option_ids if option != question.exclusive]
        for group in question.asked:
            for rank in range(1, len(options) + 1):
                in_place(results, (Ref(question.id, option, group) for option in options), rank)


def _analyses(wave: Wave, asked: Asked) -> Iterator[tuple[Any, ...]]:
    yield from ((associations,), (coder_agreement,))
    yield from ((differences, left, right) for left, right in asked.differences)
    yield from product((link_model, raking_shift), wave.info.groups)
    yield from ((quotable, question.id, theme) for question in wave.codebook.questions
                if question.kind == "open" for theme in question.option_ids)
