"""What the study of elements publishes: own interventions, their elements, and how proven they are.

Nothing in it counts persons.
"""

from __future__ import annotations

from collections.abc import Sequence

from participatiemonitor.studies.elements import comparisons, findings, tables
from participatiemonitor.studies.elements.agreement import (
    Agreement,
    element_agreement,
    rung_agreement,
)
from participatiemonitor.studies.elements.beside import rungs_beside, same_names
from participatiemonitor.studies.elements.coverage import element_coverage, proofs
from participatiemonitor.studies.elements.form import ELEMENTS, FORM
from participatiemonitor.studies.elements.inputs import Inputs
from participatiemonitor.studies.elements.sentences import how_many
from participatiemonitor.studies.report import Report, ReportFigure, report_of


def report(given: Inputs) -> Report:
    """What is published of codings.

    Parameters
    ----------
    given : Inputs

    Returns
    -------
    Report
    """
    found, published = given.coded, given.published
    total, theirs = len(found.interventions), len(published.interventions)
    covered, proof = element_coverage(found), proofs(found)
    rungs = rungs_beside(found, published.interventions)
    same = same_names(found, published.interventions)
    of_elements = element_agreement(found) if found.double else ()
    of_rungs = rung_agreement(found) if found.double else None
    differ = (*of_elements[0].differ, *of_rungs.differ) if of_rungs else ()
    theory = next(one for one in rungs if one.rung == comparisons.THEORY)
    described = next(one for one in rungs if one.rung == 1)
    return report_of(
        FORM.study,
        [tables.coding_table(found), tables.element_table(covered, found, published.proofs),
         tables.intervention_table(proof, found, given.descriptions, same),
         tables.rung_table(rungs, found, theirs),
         tables.agreement_table(of_elements, of_rungs),
         tables.difference_table(found, given.coders, differ)],
        _figures(found.double, findings.missing(covered, total), findings.most(covered, found),
                 how_many(theory.own, total, findings.AT_LEAST[theory.rung])),
        ontbreekt=findings.joined([findings.missing(covered, total)]),
        dekking=findings.coverage(covered, found),
        bewezen=findings.proven(proof),
        onbewezen=findings.joined([findings.described(found, described.own),
                                   findings.proven_elements(covered)]),
        naast=comparisons.beside(theory, total, theirs),
        zelfde=comparisons.same(same, total),
        codeurs=comparisons.coders(found),
        **_agreement(of_elements, of_rungs))


def _figures(double: bool, missing: str, most: str, theory: str) -> list[ReportFigure]:
    low, high = ("zeker", "mogelijk") if double else ("aantal", "aantal")
    own = {"low": low, "high": high}
    elements = [*ELEMENTS]
    return [
        ReportFigure("overzicht", missing, "matrix", "codering",
                     {"first": elements[0], "last": elements[-1], "beside": "trede"}),
        ReportFigure("dekking", most or "Hoe vaak elk element voorkomt", "spans", "elementen", own),
        ReportFigure("bewijs", theory, "spans", "treden",
                     {**own, "of": "van", "beside_low": "divosa-zeker",
                      "beside_high": "divosa-meestal", "beside_of": "divosa-van"})]


def _agreement(of_elements: Sequence[Agreement], of_rungs: Agreement | None) -> dict[str, str]:
    if of_rungs is None:
        return dict.fromkeys(("eens", "overeenstemming"), comparisons.ALONE)
    return {"eens": comparisons.agreement(of_elements[0], of_rungs),
            "overeenstemming": comparisons.agreement_at_length(of_elements[0], of_rungs)}
