"""The frame: the register of all organisations that were asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from participatiemonitor.files.cells import filled, one_of, optional, own_code, wrong_cells
from participatiemonitor.files.faults import Checked, Fault
from participatiemonitor.files.numbers import count_fault
from participatiemonitor.files.tables import beyond_form, check_rows, row_faults
from participatiemonitor.survey.waveinfo import Stratum

COLUMNS = ("organisation", "name", "stratum", "municipalities", "inhabitants", "clients")
COUNTS = ("municipalities", "inhabitants", "clients")


def read_frame(path: Path, strata: Mapping[str, Stratum]) -> pd.DataFrame:
    """Read the register of organisations, which has no fault.

    Parameters
    ----------
    path : pathlib.Path
    strata : mapping of str to Stratum
        As in `check_frame`.

    Returns
    -------
    pandas.DataFrame
        One row an organisation, indexed by its code; ``name`` is empty where the name is not
        public; ``municipalities``, ``inhabitants`` and ``clients`` are whole numbers.

    Raises
    ------
    InvalidWave
        With every fault.
    """
    return check_frame(path, strata).sound().astype(dict.fromkeys(COUNTS, int))


def check_frame(path: Path, strata: Mapping[str, Stratum]) -> Checked[pd.DataFrame]:
    """Read and check the register of organisations.

    Parameters
    ----------
    path : pathlib.Path
        A ``frame.csv`` with the columns `COLUMNS`.
    strata : mapping of str to Stratum
        The size classes of the wave.

    Returns
    -------
    Checked of pandas.DataFrame
        As `read_frame` gives it, a faulty count or stratum as missing. Faults are those of form,
        double codes, unknown strata, counts that are not whole and positive, strata whose size is
        not the one ``wave.yml`` gives.

    Raises
    ------
    InvalidWave
        When there are no rows to be had.
    """
    table = check_rows(path, COLUMNS)
    rows = table.value.rows
    checks = {"organisation": own_code(), "stratum": one_of(strata),
              **dict.fromkeys(COUNTS, count_fault),
              "name": optional(filled("een naam die te lezen is, of niets"))}
    sizes = Counter(row.cells["stratum"] for row in rows)
    faults = beyond_form(table, [
        *row_faults(path.name, rows, wrong_cells, checks),
        *(Fault(path.name, None, "stratum", f"{name}: {sizes[name]} organisaties",
                f"{stratum.organisations}, zoals in wave.yml", "omvang")
          for name, stratum in strata.items() if sizes[name] != stratum.organisations)])
    frame = pd.DataFrame([row.cells for row in rows], columns=list(COLUMNS))
    for column in COUNTS:
        frame[column] = frame[column].map(lambda cell: None if count_fault(cell) else int(cell))
    frame = frame.set_index("organisation")
    placed = frame["stratum"].where(frame["stratum"].isin(list(strata)))
    frame["stratum"] = pd.Categorical(placed, categories=list(strata))
    return Checked(frame, tuple(faults))
