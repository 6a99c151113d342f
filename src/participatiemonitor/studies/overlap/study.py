"""The study of overlap."""

from __future__ import annotations

from participatiemonitor.studies.overlap.example_key import PSEUDONYMS
from participatiemonitor.studies.overlap.form import FORM
from participatiemonitor.studies.overlap.inputs import fingerprint, read_inputs
from participatiemonitor.studies.overlap.report import report
from participatiemonitor.studies.study import Study

STUDY = Study(FORM, read_inputs, report, documents=("divosa2012",), fingerprint=fingerprint,
              example={"pseudonyms": PSEUDONYMS})
