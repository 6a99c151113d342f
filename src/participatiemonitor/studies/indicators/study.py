"""The study of indicators: municipalities compared on what all of them measured alike."""

from participatiemonitor.studies.indicators.form import FORM
from participatiemonitor.studies.indicators.inputs import read_inputs
from participatiemonitor.studies.indicators.report import report
from participatiemonitor.studies.study import Study

STUDY = Study(FORM, read_inputs, report)
