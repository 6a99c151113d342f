"""Survey: what was asked of whom, and what they answered."""

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.project import Project, find_project
from participatiemonitor.survey.codebook import Codebook, Option, Question
from participatiemonitor.survey.wave import Wave, load_wave, read_wave_info

__all__ = ["Codebook", "Fault", "InvalidWave", "Option", "Project", "Question", "Wave",
           "find_project", "load_wave", "read_wave_info"]
