"""What the appendices show: claims and verdicts, the codebook, and how the numbers were made."""

from __future__ import annotations

from collections.abc import Iterable

from participatiemonitor import dutch
from participatiemonitor.documents.review import Review
from participatiemonitor.documents.verdicts import CONFLICT, Verdict
from participatiemonitor.estimation.analyses.agreement import coder_agreement
from participatiemonitor.estimation.analyses.associations import associations
from participatiemonitor.estimation.analyses.differences import differences
from participatiemonitor.estimation.analyses.link_model import link_model
from participatiemonitor.estimation.refs import ALL, Ref
from participatiemonitor.estimation.results import Results
from participatiemonitor.presentation.exhibits import method_tables, review_tables
from participatiemonitor.presentation.markdown import Block


def claims_table(review: Review, *sections: str) -> Block:
    """Claims of the named sections beside their computed values; of all when none is named."""
    return _claims(review, (one for one in review.verdicts
                            if not sections or one.claim.section in sections))


def failing(review: Review) -> Block:
    """The claims that do not hold because the document contradicts itself."""
    chosen = [one for one in review.verdicts if one.status == CONFLICT]
    if not chosen:
        return Block("Bij deze antwoorden is er geen uitspraak die daardoor niet klopt.")
    return _claims(review, chosen)


def contradictions(review: Review) -> Block:
    """The sets of claims that cannot all be true."""
    return Block(review_tables.contradictions_table(review.contradictions, review.claims))


def codebook_table(source: Results, *sections: str) -> Block:
    """The questions of the named sections."""
    chosen = [one for one in source.wave.codebook.questions if one.section in sections]
    return Block(review_tables.codebook_table(chosen, source.wave))


def associations_table(source: Results, group: str, feature: str, most: int) -> Block:
    """The strongest rank correlations with a feature that meet the monitor's rule."""
    found = source.once(associations)
    found = found[found["notable"] & found["group"].eq(group) & found["feature"].eq(feature)]
    if found.empty:
        return Block("Geen enkel verband voldoet aan de regel.")
    order = found["rho"].abs().sort_values(ascending=False, kind="stable").index[:most]
    return Block(method_tables.associations_table(found.loc[order], source.wave))


def differences_table(source: Results, left: str, right: str) -> Block:
    """The differences between two populations that can be demonstrated."""
    found = source.once(differences, left, right)
    found = found[found["demonstrable"]]
    if found.empty:
        return Block("Geen enkel verschil is aantoonbaar.")
    return Block(method_tables.differences_table(found, source.wave, _population(source, left),
                                                 _population(source, right)))


def link_table(source: Results) -> Block:
    """The model of who makes a link, for each group."""
    models = {entry.nl: source.once(link_model, group)
              for group, entry in source.wave.info.groups.items()}
    return Block(method_tables.link_table(models))


def agreement_table(source: Results) -> Block:
    """How far the two coders of the open answers agree."""
    return Block(method_tables.agreement_table(source.once(coder_agreement), source.wave))


def _claims(review: Review, verdicts: Iterable[Verdict]) -> Block:
    return Block(review_tables.claims_table(list(verdicts), review.source.wave))


def _population(source: Results, text: str) -> str:
    ref = Ref.parse(f"@{text}")
    info = source.wave.info
    who = info.groups[ref.group].nl
    strata = [info.strata[one].nl for one in ref.domains if one != ALL]
    return f"{who} ({dutch.enumeration(strata)})" if strata else who
