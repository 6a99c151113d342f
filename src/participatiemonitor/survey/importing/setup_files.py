"""What a round asked of whom, as an analyst set it up: a workbook, or its three files."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.project import Project
from participatiemonitor.survey.head import HEAD
from participatiemonitor.survey.setup.setup import CODEBOOK, FRAME, read_setup, write_setup
from participatiemonitor.survey.wave import Wave, former_codes, load_wave

SETUP = (HEAD, CODEBOOK, FRAME)


def lay_down_setup(setup: Path, year: int, stage: Project) -> Wave:
    """Put the files of a setup in the folder of a wave, and read them.

    Parameters
    ----------
    setup : pathlib.Path
    year : int
    stage : Project
        With the folder of the wave, and the registers of other rounds.

    Returns
    -------
    Wave

    Raises
    ------
    InvalidWave
        With every fault: there is no such setup, it is none, or that of another year.
    """
    folder = stage.wave(year)
    if setup.is_dir():
        refuse(Fault(str(setup), None, None, name, f"een map met {', '.join(SETUP)}")
               for name in SETUP if not (setup / name).is_file())
        for name in SETUP:
            shutil.copyfile(setup / name, folder / name)
        return load_wave(year, stage)
    wave = read_setup(setup, partial(former_codes, project=stage))
    if wave.year != year:
        refuse([Fault(setup.name, None, "year", wave.year, f"{year}, het jaar van de opdracht")])
    write_setup(wave, folder)
    return wave
