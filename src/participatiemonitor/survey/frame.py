"""The frame: the register of all organisations that were asked."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from pathlib import Path

import pandas as pd

from participatiemonitor.files.cells import Check, filled, one_of, optional, own_code, wrong_cells
from participatiemonitor.files.faults import Checked, Fault
from participatiemonitor.files.numbers import count_fault
from participatiemonitor.files.signs import is_code
from participatiemonitor.files.tables import Row, beyond_form, check_rows, read_rows, row_faults
from participatiemonitor.survey.waveinfo import Stratum

COLUMNS = ("organisation", "name", "stratum", "municipalities", "inhabitants", "clients")
COUNTS = ("municipalities", "inhabitants", "clients")
PREDECESSORS = "predecessors"
FORMER = "codes uit het register van de peiling die wave.yml met previous noemt, elk één keer"


def read_frame(path: Path, strata: Mapping[str, Stratum],
               former: Container[str] | None = None) -> pd.DataFrame:
    """Read the register of organisations, which has no fault.

    Parameters
    ----------
    path : pathlib.Path
    strata : mapping of str to Stratum
    former : container of str, optional
        As in `check_frame`.

    Returns
    -------
    pandas.DataFrame
        As `frame_of` makes it.

    Raises
    ------
    InvalidWave
        With every fault.
    """
    return check_frame(path, strata, former).sound().astype(dict.fromkeys(COUNTS, int))


def check_frame(path: Path, strata: Mapping[str, Stratum],
                former: Container[str] | None = None) -> Checked[pd.DataFrame]:
    """Read and check the register of organisations.

    Parameters
    ----------
    path : pathlib.Path
        A ``frame.csv`` with the columns `COLUMNS` and, if wanted, `PREDECESSORS`.
    strata : mapping of str to Stratum
        The size classes of the wave.
    former : container of str, optional
        The codes of the former round; None when they are not known.

    Returns
    -------
    Checked of pandas.DataFrame
        As `frame_of` makes it, a faulty count or stratum as missing.

    Raises
    ------
    InvalidWave
        When there are no rows to be had.
    """
    table = check_rows(path, COLUMNS, (PREDECESSORS,))
    checked = _checked(table.value.rows, path.name, strata, former)
    return Checked(checked.value, tuple(beyond_form(table, checked.faults)))


def frame_of(rows: Sequence[Row], file: str, strata: Mapping[str, Stratum],
             former: Container[str] | None = None) -> pd.DataFrame:
    """Check the rows of a register.

    Parameters
    ----------
    rows : sequence of Row
    file : str
        Its name in the faults.
    strata : mapping of str to Stratum
    former : container of str, optional

    Returns
    -------
    pandas.DataFrame
        One row an organisation, indexed by its code; ``name`` is empty where the name is not
        public; ``municipalities``, ``inhabitants`` and ``clients`` are whole numbers;
        ``predecessors`` are tuples of codes of the former round, empty for who is new or kept its
        code.

    Raises
    ------
    InvalidWave
        With every fault: double codes, unknown strata, counts that are not whole and positive,
        predecessors that the former round did not have, strata whose size is not the one
        ``wave.yml`` gives.
    """
    return _checked(rows, file, strata, former).sound().astype(dict.fromkeys(COUNTS, int))


def _checked(rows: Sequence[Row], file: str, strata: Mapping[str, Stratum],
             former: Container[str] | None) -> Checked[pd.DataFrame]:
    """The register, with its faults; what is faulty is missing."""
    checks = {"organisation": own_code(), "stratum": one_of(strata),
              **dict.fromkeys(COUNTS, count_fault),
              "name": optional(filled("een naam die te lezen is, of niets")),
              PREDECESSORS: optional(_codes(former))}
    sizes = Counter(row.cells["stratum"] for row in rows)
    faults = (*row_faults(file, rows, wrong_cells, checks),
              *(Fault(file, None, "stratum", f"{name}: {sizes[name]} organisaties",
                      f"{stratum.organisations}, zoals in wave.yml", "omvang")
                for name, stratum in strata.items() if sizes[name] != stratum.organisations))
    frame = pd.DataFrame([row.cells for row in rows], columns=[*COLUMNS, PREDECESSORS])
    for column in COUNTS:
        frame[column] = frame[column].map(
            lambda cell: math.nan if count_fault(cell) else int(cell)).astype(float)
    frame = frame.set_index("organisation")
    placed = frame["stratum"].where(frame["stratum"].isin(list(strata)))
    frame["stratum"] = pd.Categorical(placed, categories=list(strata))
    frame[PREDECESSORS] = [tuple(row.cells[PREDECESSORS].split()) for row in rows]
    return Checked(frame, faults)


def register_codes(path: Path) -> set[str]:
    """The codes of a ``frame.csv``, whatever else may be wrong with it."""
    return {row.cells["organisation"] for row in read_rows(path, COLUMNS, (PREDECESSORS,))}


def _codes(former: Container[str] | None) -> Check:
    """Cells hold codes, of the former round where these are known, each once."""
    def check(cell: str) -> str | None:
        codes = cell.split()
        right = len(set(codes)) == len(codes) and all(
            is_code(code) and (former is None or code in former) for code in codes)
        return None if right else FORMER

    return check
