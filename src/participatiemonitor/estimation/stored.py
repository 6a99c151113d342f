"""Results as a file: computed once in a build, and read by everything that is published."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, replace
from pathlib import Path
from typing import Any

import pandas as pd

from participatiemonitor.estimation.design.weighting import Weighted
from participatiemonitor.estimation.estimates import Estimate
from participatiemonitor.estimation.refs import Ref
from participatiemonitor.estimation.results import Known
from participatiemonitor.files.replacing import replace_text


def write_known(known: Known, path: Path) -> None:
    """Write what was computed, the same bytes each time and every number exact.

    Parameters
    ----------
    known : Known
    path : pathlib.Path
    """
    content = {
        "estimates": [astuple(one) for _, one in sorted(known.estimates.items())],
        "analyses": [(key, table.to_dict("list"))
                     for key, table in sorted(known.analyses.items())],
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    # A line a record, so that two builds can be held against each other.
    parts = (f'"{name}": [\n' + ",\n".join(json.dumps(record, ensure_ascii=False)
                                           for record in records) + "\n]"
             for name, records in content.items())
    replace_text(path, "{" + ",\n".join(parts) + "}\n")


def read_known(path: Path) -> Known:
    """Read what `write_known` wrote.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    Known
    """
    content = json.loads(path.read_text("utf-8"))
    return Known(
        {one.ref: one for one in map(_estimate, content["estimates"])},
        {tuple(key): _table(columns) for key, columns in content["analyses"]},
    )


def _estimate(record: list[Any]) -> Estimate:
    ref, measure, n, count, value, status, weighted, *standing, between, noise = record
    one = Estimate(Ref(*ref), measure, n, count, value, status, Weighted(*weighted), *standing)
    return replace(one, between=between and tuple(between), noise=noise)


def _table(columns: Mapping[str, list[Any]]) -> pd.DataFrame:
    table = pd.DataFrame(columns)
    # Without rows nothing tells whether a column held text or numbers.
    return table.astype(object) if table.empty else table
