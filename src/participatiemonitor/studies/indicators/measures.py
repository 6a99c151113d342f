"""An indicator as it is reported: its counts as told, its scale, and who stand out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from participatiemonitor import dutch
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.indicators.definitions import Indicator
from participatiemonitor.studies.indicators.inputs import Measured
from participatiemonitor.studies.indicators.judged import Judged, judged
from participatiemonitor.studies.indicators.scales import Scale, scale_of
from participatiemonitor.studies.indicators.told import Told, told

# Of a code, in the name of a table: a sheet of a workbook has a short name.
_LONGEST = 16


@dataclass(frozen=True, eq=False)
class Measure:
    """An indicator as it is reported.

    Attributes
    ----------
    slug : str
        In the names of its tables and figures.
    indicator : Indicator
    target : float or None
        What municipalities are compared with; None for what they have together.
    told : Told
    scale : Scale
    judged : Judged or None
        None where there is nothing to compare.
    """

    slug: str
    indicator: Indicator
    target: float | None
    told: Told
    scale: Scale
    judged: Judged | None

    @property
    def name(self) -> str:
        """Its name, on one line."""
        return one_line(self.indicator.name)

    @property
    def size(self) -> int:
        """How many municipalities have enough persons."""
        return len(self.told.counts.municipalities)

    @property
    def compared(self) -> str:
        """What municipalities are compared with, as a sentence has it."""
        return self.scale.text(self.told.counts.pooled if self.target is None else self.target)


def measures(measured: Sequence[Measured]) -> tuple[Measure, ...]:
    """Prepare indicators for a report.

    Parameters
    ----------
    measured : sequence of Measured

    Returns
    -------
    tuple of Measure
        In the same order.
    """
    found: dict[str, Measure] = {}
    for one in measured:
        known = told(one.counts)
        slug = _slug(one.indicator.id, found)
        found[slug] = Measure(slug, one.indicator, one.target, known, scale_of(known.counts),
                              judged(known, one.target))
    return tuple(found.values())


def _slug(code: str, taken: dict[str, Measure]) -> str:
    """A code as a name of files; codes that differ have names that differ."""
    slug = re.sub("[^a-z0-9]+", "-", code.lower()).strip("-")[:_LONGEST].strip("-")
    again = 1
    found = slug
    while found in taken:
        again += 1
        found = f"{slug}-{again}"
    return found


def municipalities(count: int) -> str:
    """So many municipalities: *één gemeente*, *drie gemeenten*."""
    return f"{dutch.numeral(count)} {'gemeente' if count == 1 else 'gemeenten'}"


def indicators(count: int) -> str:
    """So many indicators: *één indicator*, *drie indicatoren*."""
    return f"{dutch.numeral(count)} {'indicator' if count == 1 else 'indicatoren'}"


def part_of(part: int, whole: int) -> str:
    """So many of several indicators: *drie van de vijf indicatoren*, *beide indicatoren*."""
    if part == whole:
        return "beide indicatoren" if whole == 2 else f"alle {indicators(whole)}"
    return f"{dutch.numeral(part)} van de {indicators(whole)}"
