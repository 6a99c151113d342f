"""The frame: the register of all organisations that were asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from participatiemonitor.files.cells import filled, one_of, optional, own_code, wrong_cells
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.numbers import count_fault
from participatiemonitor.files.tables import read_rows, row_faults
from participatiemonitor.survey.waveinfo import Stratum

COLUMNS = ("organisation", "name", "stratum", "municipalities", "inhabitants", "clients")
COUNTS = ("municipalities", "inhabitants", "clients")


def read_frame(path: Path, strata: Mapping[str, Stratum]) -> pd.DataFrame:
    """Read and check the register of organisations.

    Parameters
    ----------
    path : pathlib.Path
        A ``frame.csv`` with the columns `COLUMNS`.
    strata : mapping of str to Stratum
        The size classes of the wave.

    Returns
    -------
    pandas.DataFrame
        One row an organisation, indexed by its code; ``name`` is empty where the name is not
        public; ``municipalities``, ``inhabitants`` and ``clients`` are whole numbers.

    Raises
    ------
    InvalidWave
        With every fault: double codes, unknown strata, counts that are not whole and positive,
        strata whose size is not the one ``wave.yml`` gives.
    """
    rows = read_rows(path, COLUMNS)
    checks = {"organisation": own_code(), "stratum": one_of(strata),
              **dict.fromkeys(COUNTS, count_fault),
              "name": optional(filled("een naam die te lezen is, of niets"))}
    sizes = Counter(row.cells["stratum"] for row in rows)
    refuse([*row_faults(path.name, rows, wrong_cells, checks),
            *(Fault(path.name, None, "stratum", f"{name}: {sizes[name]} organisaties",
                    f"{stratum.organisations}, zoals in wave.yml")
              for name, stratum in strata.items() if sizes[name] != stratum.organisations)])
    frame = pd.DataFrame([row.cells for row in rows], columns=list(COLUMNS))
    frame = frame.astype(dict.fromkeys(COUNTS, int)).set_index("organisation")
    frame["stratum"] = pd.Categorical(frame["stratum"], categories=list(strata))
    return frame
