"""Draw a frame and answers that reproduce what was published.

The answers of 2011 were never published. What was published, and an assumption for each number
that was not, stand in ``data/waves/<year>/reconstruction/``. From these the frame and the answers
are drawn: the number of respondents that give an answer is fixed by its target, *which* ones give
it follows from a propensity that depends on the organisation's size, on its being
inter-municipal, on how active it is in linking the two acts, on the respondent's other answers,
and on chance. The same seed gives the same files, byte for byte.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.files.tables import write_rows
from participatiemonitor.project import Project
from participatiemonitor.reconstruction.drawing import draw_answers
from participatiemonitor.reconstruction.sources import FILES, read_sources
from participatiemonitor.reconstruction.synthetic_frame import draw_frame, draw_respondents
from participatiemonitor.survey.codebook import Codebook, read_codebook
from participatiemonitor.survey.frame import COLUMNS as FRAME_COLUMNS
from participatiemonitor.survey.head import read_wave_info
from participatiemonitor.survey.responses import KEYS, OPEN_COLUMNS

SEED = 2011


def simulate_wave(project: Project, year: int, seed: int | None = None) -> list[Path]:
    """Draw the frame and the answers of a wave and write them into its folder.

    Parameters
    ----------
    project : Project
    year : int
        A wave with a ``reconstruction`` folder.
    seed : int, optional
        Seed of the draw; the published reconstruction uses `SEED`.

    Returns
    -------
    list of pathlib.Path
        ``frame.csv``, ``responses.csv`` and ``open_answers.csv``, all replaced.

    Raises
    ------
    InvalidWave
        With every fault of the files it is drawn from.
    InputError
        When the wave holds observed answers, has no targets, or a target cannot be met.
    """
    folder = project.wave(year)
    source = folder / "reconstruction"
    missing = ", ".join(name for name in FILES if not (source / name).is_file())
    if missing:
        raise InputError(
            f"Peiling {year}: in {source.relative_to(project.root)} ontbreekt {missing}; alleen "
            f"een peiling met streefcijfers kan worden getrokken. Verwacht: {', '.join(FILES)}."
        )
    info = read_wave_info(folder)
    if not info.reconstructed:
        raise InputError(
            f"Peiling {year} is een waarneming: de antwoorden worden niet door getrokken "
            "antwoorden vervangen. Zet in wave.yml status op reconstructie als dat wel de "
            "bedoeling is."
        )
    codebook = read_codebook(folder / "codebook.yml", info.groups)
    sources = read_sources(source, info, codebook)

    rng = np.random.default_rng(SEED if seed is None else seed)
    frame, taking_part = draw_frame(sources.strata, rng)
    codes = {group: entry.code for group, entry in info.groups.items()}
    responses = draw_respondents(frame, sources.strata, taking_part, codes,
                                 sources.assumptions.activity, rng)
    open_answers = draw_answers(codebook, responses, sources, rng)

    paths = [folder / name for name in ("frame.csv", "responses.csv", "open_answers.csv")]
    write_rows(paths[0], FRAME_COLUMNS, frame.reset_index()[[*FRAME_COLUMNS]].to_numpy().tolist())
    write_rows(paths[1], (*KEYS, *codebook.columns), _as_text(responses, codebook))
    write_rows(paths[2], OPEN_COLUMNS, open_answers)
    return paths


def _as_text(responses: pd.DataFrame, codebook: Codebook) -> list[list[str]]:
    table = responses.reset_index()[[*KEYS, *codebook.columns]]
    return [["" if pd.isna(cell) else cell if isinstance(cell, str) else f"{cell:g}"
             for cell in row] for row in table.to_numpy(object)]
