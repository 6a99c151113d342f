"""What was measured: the definitions, who measured otherwise, and all indicators at a glance."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.indicators.form import PARTS
from participatiemonitor.studies.indicators.inputs import Deviation
from participatiemonitor.studies.indicators.measures import Measure
from participatiemonitor.studies.report import COUNT, NUMBER, Cell, Column, ReportTable

_TOGETHER = "samen"


def overview_table(measures: Sequence[Measure]) -> ReportTable:
    """All indicators at a glance.

    Parameters
    ----------
    measures : sequence of Measure

    Returns
    -------
    ReportTable
    """
    columns = (Column("indicator", "Indicator"), Column("samen", "Samen"),
               Column("richtpunt", "Vergeleken met"), Column("gemeenten", "Gemeenten", COUNT),
               Column("buiten95", "Buiten 95%", COUNT), Column("buiten998", "Buiten 99,8%", COUNT),
               Column("spreiding", "Spreiding", NUMBER), Column("opvallend", "Opvallend", COUNT))
    return ReportTable(
        "overzicht", "De indicatoren in één oogopslag", columns, tuple(map(_glance, measures)),
        "Buiten 95 en 99,8%: hoeveel gemeenten verder van het midden liggen dan bij toeval past. "
        "Spreiding: hoeveel keer zo ver gewone gemeenten uiteenlopen als toeval verklaart, ten "
        "minste 1. Opvallend: wie ook dan nog uitsteekt")


def _glance(measure: Measure) -> tuple[Cell, ...]:
    found = measure.judged
    together = measure.scale.text(measure.told.counts.pooled) if measure.size else None
    target = _TOGETHER if measure.target is None else measure.scale.text(measure.target)
    outside: tuple[Cell, ...] = (None, None, None, None)
    if found:
        far = np.abs(found.exact.outside)
        outside = (int((far >= 1).sum()), int((far >= 2).sum()),
                   round(found.dispersion.factor, 4) if found.dispersion else None,
                   len(found.found.names))
    return (measure.name, together, target, measure.size, *outside)


def definition_table(measures: Sequence[Measure]) -> ReportTable:
    """How each indicator is defined and measured.

    Parameters
    ----------
    measures : sequence of Measure

    Returns
    -------
    ReportTable
    """
    columns = (Column("indicator", "Indicator"),
               *(Column(word, word.capitalize()) for word in PARTS))
    rows = tuple((one.name, *(one_line(getattr(one.indicator, part)) for part in PARTS.values()))
                 for one in measures)
    return ReportTable("definities", "Wat er is gemeten, en hoe", columns, rows)


def deviation_table(deviations: Sequence[Deviation]) -> ReportTable:
    """Who measured otherwise and do not count.

    Parameters
    ----------
    deviations : sequence of Deviation

    Returns
    -------
    ReportTable
    """
    columns = (Column("gemeente", "Gemeente"), Column("indicator", "Indicator"),
               Column("onderdeel", "Verschilt in"), Column("tekst", "Deze gemeente"),
               Column("gedeeld", "De andere"))
    rows = tuple((one_line(one.municipality), one_line(one.indicator.name), one.part,
                  one_line(one.text), one_line(getattr(one.indicator, PARTS[one.part])))
                 for one in deviations)
    return ReportTable("afwijkingen", "Wie iets anders heeft gemeten", columns, rows)
