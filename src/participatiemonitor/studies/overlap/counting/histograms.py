"""Histograms of persons and of homes, from the tables of an engine."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

from participatiemonitor.studies.overlap.counting.sql import AREAS, BITS, histogram_sql
from participatiemonitor.studies.overlap.engines.engine import Engine
from participatiemonitor.studies.overlap.histogram import Histogram
from participatiemonitor.studies.overlap.masks import PROVISIONS, bits, whole, words


def put_places(engine: Engine, rows: str, provisions: int) -> tuple[str, ...]:
    """Give provisions their bits and areas their places, as small tables.

    Parameters
    ----------
    engine : Engine
    rows : str
        The table that names areas.
    provisions : int

    Returns
    -------
    tuple of str
        The areas, sorted here: each engine may have an order of its own.
    """
    engine.put(BITS, bits(PROVISIONS, provisions))
    found = engine.rows(f"SELECT DISTINCT area FROM {rows} WHERE area IS NOT NULL")
    areas = tuple(sorted(found["area"].to_pylist()))
    if areas:
        engine.put(AREAS, pa.table({"area": pa.array(areas, pa.string()),
                                    "place": pa.array(range(len(areas)), pa.int32())}))
    return areas


def histogram(engine: Engine, units: str, identity: str, provisions: int,
              areas: tuple[str, ...]) -> Histogram:
    """Count units by area and mask.

    Parameters
    ----------
    engine : Engine
    units : str
        A table, or a query between brackets.
    identity : str
        The column of it that says who a unit is.
    provisions : int
    areas : tuple of str

    Returns
    -------
    Histogram
        Sorted by area and mask, so that it is the same whichever engine counted.
    """
    masks = words(PROVISIONS, provisions)
    found = engine.rows(histogram_sql(units, identity, masks))
    area = found["area"].fill_null(-1).to_numpy().astype(np.int64)
    mask = whole(found, masks)
    order = np.lexsort((*mask.T, area))
    return Histogram(areas, area[order], mask[order], whole(found, ["number"])[order, 0],
                     whole(found, ["who"])[order, 0])
