"""Hand workbooks out to two coders, and take them in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.coding.answers import assignments
from participatiemonitor.estimation.coding.outcome import (
    agreement_text,
    coded,
    one_sided,
    write_open_answers,
)
from participatiemonitor.estimation.coding.reading import Codings, read_codings
from participatiemonitor.estimation.coding.workbook import coding_workbook
from participatiemonitor.files.faults import Fault, InvalidWave, refuse
from participatiemonitor.files.replacing import replace_bytes
from participatiemonitor.project import Project
from participatiemonitor.survey.answered import load_answered

CODERS = 2


def hand_out(project: Project, year: int, folder: Path) -> list[Path]:
    """Write an empty workbook for each coder.

    Parameters
    ----------
    project : Project
    year : int
    folder : pathlib.Path
        Where they come.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    InputError
        When there is nothing to code, or a file that may hold somebody's work.
    """
    answered = load_answered(year, project)
    content = coding_workbook(year, assignments(answered))
    paths = [folder / f"codering-{year}-{number}.xlsx" for number in range(1, CODERS + 1)]
    if there := [str(path) for path in paths if path.exists()]:
        raise InputError(f"{', '.join(there)}: staat er al, en wordt niet overschreven. Verwacht: "
                         "een andere map, met --to.")
    if not folder.is_dir():
        raise InputError(f"{folder}: geen map. Verwacht: een map die er is, met --to.")
    for path in paths:
        replace_bytes(path, content)
    return paths


def take_in(project: Project, year: int, paths: Sequence[Path]) -> str:
    """Read the workbooks of both coders and write ``open_answers.csv``.

    Parameters
    ----------
    project : Project
    year : int
    paths : sequence of pathlib.Path
        That of the first coder first.

    Returns
    -------
    str
        How far they agree, and what was written.

    Raises
    ------
    InputError
        When these are not two, or hold faults; nothing is written then.
    """
    if len(paths) != CODERS or len({path.resolve() for path in paths}) != CODERS:
        raise InputError("--from hoort er twee keer te staan: de werkmap van elke codeur, de "
                         "eerste codeur eerst.")
    answered = load_answered(year, project)
    assigned = assignments(answered)
    codings: list[Codings] = []
    faults: list[Fault] = []
    for path in paths:
        try:
            codings.append(read_codings(path, assigned))
        except InvalidWave as error:
            faults += error.faults
    refuse(faults)
    first, second = codings
    refuse(one_sided(first, second, paths, assigned))
    if not first:
        raise InputError(f"{' en '.join(path.name for path in paths)}: niets ingevuld. Verwacht: "
                         "ten minste één vraag met bij elk antwoord ja of nee onder Citeren.")
    found = coded(answered, assigned, first, second)
    target = project.wave(year) / "open_answers.csv"
    write_open_answers(found, target)
    return f"{agreement_text(found, assigned, first, second)}\nGeschreven: {target}"
