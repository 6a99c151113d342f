"""The study of the demand for provisions."""

from __future__ import annotations

from participatiemonitor.studies.demand.form import FORM
from participatiemonitor.studies.demand.inputs import read_inputs
from participatiemonitor.studies.demand.report import report
from participatiemonitor.studies.study import Study

STUDY = Study(FORM, read_inputs, report)
