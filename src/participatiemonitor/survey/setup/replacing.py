"""Another setup for a round that is there: its workbook was changed, its answers stay."""

from __future__ import annotations

import shutil
import tempfile
from functools import partial
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.replacing import fresh_folder
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered
from participatiemonitor.survey.rounds import earlier_rounds
from participatiemonitor.survey.setup.setup import FRAME, read_setup, setup_files, write_setup
from participatiemonitor.survey.wave import former_codes, load_wave

ANSWERS = ("responses.csv", "open_answers.csv")


def replace_setup(project: Project, year: int, path: Path) -> tuple[str, ...]:
    """Write head, codebook and register of a round from a setup workbook.

    Parameters
    ----------
    project : Project
    year : int
    path : pathlib.Path

    Returns
    -------
    tuple of str
        The files that became otherwise.

    Raises
    ------
    InputError
        When there is no such round, the workbook holds faults or is of another year, or the answers
        do not fit it; nothing is written then.
    """
    folder = project.wave(year)
    if not folder.is_dir():
        raise InputError(f"Er is geen peiling {year}. Een nieuwe komt er met monitor wave new.")
    wave = read_setup(path, partial(former_codes, project=project),
                      lambda info: next(reversed(earlier_rounds(info.year, project)), None))
    if wave.year != year:
        refuse([Fault(path.name, None, "Jaar", wave.year, f"{year}, het jaar van de opdracht")])
    before = {name: (folder / name).read_text("utf-8") if (folder / name).is_file() else ""
              for name in setup_files(wave)}
    with tempfile.TemporaryDirectory() as root:
        stage = Project(Path(root))
        shutil.copytree(folder, stage.wave(year))
        if wave.info.previous and (register := project.wave(wave.info.previous) / FRAME).is_file():
            stage.wave(wave.info.previous).mkdir()
            shutil.copyfile(register, stage.wave(wave.info.previous) / FRAME)
        write_setup(wave, stage.wave(year))
        answered = all((folder / name).is_file() for name in ANSWERS)
        (load_answered if answered else load_wave)(year, stage)
        with fresh_folder(folder) as fresh:
            shutil.copytree(stage.wave(year), fresh, dirs_exist_ok=True)
    return tuple(name for name, text in setup_files(wave).items() if text != before[name])
