"""The steps that compute what an edition publishes, once: of a wave, and of the studies."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import chain, product
from typing import Any

from participatiemonitor.documents.documents import require_claims
from participatiemonitor.documents.trends import open_trends
from participatiemonitor.documents.verdicts import check_claims
from participatiemonitor.errors import InputError
from participatiemonitor.estimation.analyses.agreement import coder_agreement
from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.analyses.differences import differences
from participatiemonitor.estimation.analyses.link_model import link_model
from participatiemonitor.estimation.analyses.quotable import quotable
from participatiemonitor.estimation.analyses.raking import raking_shift
from participatiemonitor.estimation.analyses.uncoded import uncoded_questions
from participatiemonitor.estimation.analyses.weighting_shift import weighting_shift
from participatiemonitor.estimation.known import OPTIONS
from participatiemonitor.estimation.opening import compute_results
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.stored import write_known
from participatiemonitor.estimation.trend.trend import write_trends
from participatiemonitor.presentation.exhibits.exhibit import exhibits
from participatiemonitor.presentation.words.quantities import any_option
from participatiemonitor.publishing.asked import Asked
from participatiemonitor.publishing.round_edition import RoundEdition
from participatiemonitor.studies.examples import write_example_report
from participatiemonitor.survey.wave import Wave


def write_results(edition: RoundEdition, asked: Asked) -> None:
    """Compute everything that is published and write it.

    Parameters
    ----------
    edition : RoundEdition
    asked : Asked
        What its notebooks ask for besides the table.
    """
    results = compute_results(edition.wave.year, edition.project)
    for ref in (*results.refs, *asked_refs(asked, results.wave)):
        results[ref]
    exhibits(results)  # with the groups that were not asked, and what their findings rest on
    check_claims(require_claims(edition.project, results.wave), results)
    for analysis, *args in _analyses(results.wave, asked):
        # What a wave does not have is for the notebook to say that asks for it.
        with suppress(InputError):
            results.once(analysis, *args)
    write_known(results.known, edition.results)


def write_earlier(edition: RoundEdition) -> None:
    """Lay its wave beside each of the rounds before, and write what may be told of that."""
    write_trends(open_trends(edition.wave.year, edition.project), edition.trends)


def write_example(edition: RoundEdition, study: str) -> None:
    """Compute what a study publishes of its example, and write it."""
    write_example_report(study, edition.project, edition.example(study))


def asked_refs(asked: Asked, wave: Wave) -> Iterator[Ref]:
    """The quantities that a wave has of what is asked, for each group.

    Parameters
    ----------
    asked : Asked
    wave : Wave

    Yields
    ------
    Ref
    """
    strata = set(wave.info.strata)
    domains = (ALL, *wave.info.publication.domains, *strata,
               *(union for union in asked.unions if set(union.split("+")) <= strata))
    for question in wave.codebook.questions:
        options = set(question.option_ids)
        nets = (net for net in asked.nets if set(net.split("+")) <= options)
        whole = [any_option(question)] if question.id in asked.wholes else []
        for option in dict.fromkeys(chain(question.option_ids or ("",), nets, whole)):
            yield from (Ref(question.id, option, group, domain)
                        for group, domain in product(question.asked, domains))
    for question, options in OPTIONS.items():
        yield from (Ref(question, option, group, domain) for option, group, domain in
                    product(options, wave.info.groups, domains))


def _analyses(wave: Wave, asked: Asked) -> Iterator[tuple[Any, ...]]:
    """The analyses that pages show: of answers that were drawn they would repeat assumptions."""
    if wave.info.reconstructed:
        return
    yield from ((associations,), (coder_agreement,), (uncoded_questions,), (weighting_shift,))
    yield from ((differences, left, right) for left, right in asked.differences)
    yield from product((link_model, raking_shift), wave.info.groups)
    yield from ((quotable, question.id, theme) for question in wave.codebook.questions
                if question.kind == "open" for theme in question.option_ids)
