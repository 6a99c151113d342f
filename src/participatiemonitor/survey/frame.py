"""The frame: the register of all organisations that were asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from participatiemonitor.files.faults import Fault, InvalidWave
from participatiemonitor.files.numbers import count_fault
from participatiemonitor.files.signs import CODE, is_blank, is_code
from participatiemonitor.files.tables import read_rows
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
    faults: list[Fault] = []
    seen: set[str] = set()
    for row in rows:
        code, stratum = row.cells["organisation"], row.cells["stratum"]
        if not is_code(code) or code in seen:
            faults.append(Fault(path.name, row.number, "organisation", code, CODE))
        seen.add(code)
        if stratum not in strata:
            faults.append(Fault(path.name, row.number, "stratum", stratum,
                                "een van " + ", ".join(strata)))
        for column in COUNTS:
            if expected := count_fault(row.cells[column]):
                faults.append(Fault(path.name, row.number, column, row.cells[column], expected))
        if row.cells["name"] and is_blank(row.cells["name"]):
            faults.append(Fault(path.name, row.number, "name", row.cells["name"],
                                "een naam die te lezen is, of niets"))
    found = Counter(row.cells["stratum"] for row in rows)
    for name, stratum in strata.items():
        if found[name] != stratum.organisations:
            faults.append(Fault(path.name, None, "stratum", f"{name}: {found[name]} organisaties",
                                f"{stratum.organisations}, zoals in wave.yml"))
    if faults:
        raise InvalidWave(faults)
    frame = pd.DataFrame([row.cells for row in rows], columns=list(COLUMNS))
    frame = frame.astype(dict.fromkeys(COUNTS, int)).set_index("organisation")
    frame["stratum"] = pd.Categorical(frame["stratum"], categories=list(strata))
    return frame
