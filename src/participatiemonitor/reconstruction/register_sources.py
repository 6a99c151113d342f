"""What the register of a reconstruction is drawn from: totals by stratum."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pandas as pd

from participatiemonitor.files.cells import CellFault, Cells, wrong_cells
from participatiemonitor.files.faults import Fault, refuse
from participatiemonitor.files.numbers import count_fault, whole
from participatiemonitor.files.tables import read_rows, row_faults
from participatiemonitor.survey.waveinfo import WaveInfo

TOTALS = ("organisations", "municipalities", "inhabitants", "clients", "respondents_sd",
          "respondents_aw", "joint", "municipalities_sd", "clients_sd")
# The least a municipality, and the clients and inhabitants of an organisation, can be drawn as.
LEAST = {"municipalities": 1, "clients": 5, "inhabitants": 1000}


def read_strata(path: Path, info: WaveInfo) -> pd.DataFrame:
    """Read what the organisations of each stratum, and those that answered, add up to.

    Parameters
    ----------
    path : pathlib.Path
    info : WaveInfo

    Returns
    -------
    pandas.DataFrame
        Indexed by stratum, with the columns `TOTALS`.

    Raises
    ------
    InvalidWave
        With every fault: strata and sizes other than those of the wave, and totals that cannot be
        divided over the organisations.
    """
    rows = read_rows(path, ("stratum", *TOTALS, "basis"))
    seen: set[str] = set()
    faults = row_faults(path.name, rows, _stratum, info, seen)
    refuse(faults + [Fault(path.name, None, "stratum", name, "één rij") for name in info.strata
                     if name not in seen])
    return pd.DataFrame({column: [whole(row.cells[column]) for row in rows] for column in TOTALS},
                        index=pd.Index([row.cells["stratum"] for row in rows], name="stratum"))


def _stratum(cells: Cells, info: WaveInfo, seen: set[str]) -> Iterator[CellFault]:
    name = cells["stratum"]
    if name not in info.strata or name in seen:
        yield "stratum", name, "elk van " + ", ".join(info.strata) + ", één keer"
        return
    seen.add(name)
    wrong = list(wrong_cells(cells, dict.fromkeys(TOTALS, partial(count_fault, least=0))))
    yield from wrong
    if wrong:
        return
    total = {column: int(cells[column]) for column in TOTALS}
    size, services = info.strata[name].organisations, total["respondents_sd"]
    if total["organisations"] != size:
        yield "organisations", cells["organisations"], f"{size}, zoals in wave.yml"
    if services > size:
        yield "respondents_sd", services, f"ten hoogste {size}, het aantal organisaties"
    if total["joint"] > min(services, total["respondents_aw"]):
        yield "joint", total["joint"], "ten hoogste respondents_sd en respondents_aw"
    if total["respondents_aw"] - total["joint"] > size - services:
        yield ("respondents_aw", total["respondents_aw"],
               f"ten hoogste joint en de {size - services} organisaties zonder respondents_sd")
    for column in ("municipalities", "clients"):
        for count, part in ((services, total[f"{column}_sd"]),
                            (size - services, total[column] - total[f"{column}_sd"])):
            if part < LEAST[column] * count or (part and not count):
                yield (f"{column}_sd", total[f"{column}_sd"], f"een deel van {column} waarmee elke "
                       f"organisatie er ten minste {LEAST[column]} heeft, en andere er geen")
    if total["inhabitants"] < LEAST["inhabitants"] * size:
        yield "inhabitants", total["inhabitants"], f"{LEAST['inhabitants']} of meer per organisatie"
