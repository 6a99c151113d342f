"""The study of elements: interventions by what works, and how proven they are."""

from __future__ import annotations

from participatiemonitor.studies.elements.form import FORM
from participatiemonitor.studies.elements.inputs import Inputs, read_inputs
from participatiemonitor.studies.elements.published import DOCUMENT
from participatiemonitor.studies.elements.report import report
from participatiemonitor.studies.report import Report
from participatiemonitor.studies.study import Study


def _report(given: Inputs, _: bytes) -> Report:
    """What is published, without a key: no persons are counted."""
    return report(given)


STUDY = Study(FORM, read_inputs, _report, persons=False, documents=(DOCUMENT,))
