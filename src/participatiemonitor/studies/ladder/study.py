"""The study of the participation ladder."""

from __future__ import annotations

from participatiemonitor.studies.ladder.form import FORM
from participatiemonitor.studies.ladder.inputs import read_inputs
from participatiemonitor.studies.ladder.report import report
from participatiemonitor.studies.study import Study

STUDY = Study(FORM, read_inputs, report)
