"""What a folder for the study of indicators comes to, and what can be wrong beyond its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from participatiemonitor.files.faults import Fault
from participatiemonitor.plain_text import one_line
from participatiemonitor.studies.forms.filled import Filled, Tables, unknown
from participatiemonitor.studies.forms.reading import read_folder
from participatiemonitor.studies.forms.setup import Setup, setup_of
from participatiemonitor.studies.indicators.counts import PROPORTION, Counts, counts_of
from participatiemonitor.studies.indicators.definitions import Indicator
from participatiemonitor.studies.indicators.form import (
    CONTEXT,
    COUNTS,
    DEVIATIONS,
    FORM,
    INDICATORS,
    PARTS,
    POLICY,
)


@dataclass(frozen=True, eq=False)
class Measured:
    """An indicator as municipalities measured it.

    Attributes
    ----------
    indicator : Indicator
    target : float or None
        What municipalities are compared with; None for what they have together.
    counts : Counts
    """

    indicator: Indicator
    target: float | None
    counts: Counts


@dataclass(frozen=True)
class Deviation:
    """What a municipality measured otherwise, so that it has no count of the indicator.

    Attributes
    ----------
    municipality : str
    indicator : Indicator
        As it is shared.
    part : str
        A key of `participatiemonitor.studies.indicators.form.PARTS`: what differs, in Dutch.
    text : str
        What it measured.
    """

    municipality: str
    indicator: Indicator
    part: str
    text: str


@dataclass(frozen=True, eq=False)
class Inputs:
    """What the study is made of.

    Attributes
    ----------
    setup : Setup
    measured : tuple of Measured
        The indicators that somebody counted, in the order of the file.
    policy, context : DataFrame, shape (m, c)
        Text, indexed by municipality; no columns where nothing is told.
    deviations : tuple of Deviation
        Of who do not count, in the order of the file.
    """

    setup: Setup
    measured: tuple[Measured, ...]
    policy: pd.DataFrame
    context: pd.DataFrame
    deviations: tuple[Deviation, ...] = ()


def read_inputs(folder: Path) -> Inputs:
    """Read a folder with counts of municipalities.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    Inputs

    Raises
    ------
    InputError
        With every fault; municipalities that measured otherwise are among these.
    """
    return read_folder(FORM, folder, _faults, _inputs)


def _faults(tables: Tables) -> Iterator[Fault]:
    if INDICATORS in tables:
        yield from _target_faults(tables[INDICATORS])
    if INDICATORS in tables and COUNTS in tables:
        yield from _count_faults(tables[COUNTS], tables[INDICATORS])
        if DEVIATIONS in tables:
            yield from _deviation_faults(tables)
    for name in (POLICY, CONTEXT):
        if name in tables and COUNTS in tables:
            yield from _trait_faults(tables[name], tables[COUNTS])


def _target_faults(indicators: Filled) -> Iterator[Fault]:
    frame = indicators.frame
    most = (frame["soort"] == PROPORTION) & (frame["richtpunt"] >= 1)
    yield from indicators.faults(np.flatnonzero(most), "richtpunt", "bij een aandeel een getal "
                                 "boven 0 en onder 1")


def _count_faults(counts: Filled, indicators: Filled) -> Iterator[Fault]:
    frame = counts.frame
    kinds = dict(zip(indicators.frame["indicator"], indicators.frame["soort"], strict=True))
    share = frame["indicator"].map(kinds) == PROPORTION
    events, at_risk = (frame[name].to_numpy(float, na_value=np.nan) for name in ("teller",
                                                                                 "noemer"))
    with np.errstate(invalid="ignore"):
        part = share & (at_risk != np.floor(at_risk)) & ~np.isnan(at_risk)
        more = share & ~part & (events > at_risk)
    yield from counts.faults(np.flatnonzero(part), "noemer", "bij een aandeel een geheel aantal "
                             "mensen; is het een tijd, noem de indicator dan een tempo")
    yield from counts.faults(np.flatnonzero(more), "teller", "bij een aandeel hooguit de noemer")
    told = set(frame["indicator"].dropna())
    for row, one in enumerate(indicators.frame["indicator"]):
        if one is not None and one not in told and counts.whole("indicator"):
            yield from indicators.faults([row], "indicator", "een indicator met ten minste één "
                                         "rij in tellingen; haal haar anders weg")


def _deviation_faults(tables: Tables) -> Iterator[Fault]:
    """Counts of who measured otherwise: nothing may be compared with these."""
    deviations, frame = tables[DEVIATIONS], tables[DEVIATIONS].frame
    shared = tables[INDICATORS].frame.set_index("indicator")
    counted = set(zip(*(tables[COUNTS].frame[name] for name in ("gemeente", "indicator")),
                      strict=True))
    words = {part: word for word, part in PARTS.items()}
    for row, one in enumerate(frame.itertuples(index=False)):
        if frame.iloc[row].isna().any() or one.indicator not in shared.index:
            continue
        text = shared[words[one.onderdeel]].loc[one.indicator]
        if (one.gemeente, one.indicator) in counted and isinstance(text, str) and (
                one_line(text).casefold() != one_line(one.tekst).casefold()):
            yield from deviations.faults(
                [row], "tekst", f"bij een gemeente die meetelt wat in indicatoren staat, “{text}”; "
                "laat haar opnieuw tellen of haal haar telling van deze indicator weg",
                "definitie")


def _trait_faults(traits: Filled, counts: Filled) -> Iterator[Fault]:
    if not traits.added:
        yield traits.given.head_fault(None, "", "ten minste één kolom naast gemeente")
    if not traits.whole("gemeente"):
        return
    missing = unknown(counts, "gemeente", traits.frame["gemeente"])
    for name in dict.fromkeys(counts.frame["gemeente"].iloc[missing]):
        yield traits.given.head_fault("gemeente", name, "een rij voor elke gemeente uit tellingen")


def _inputs(tables: Tables) -> Inputs:
    counts = tables[COUNTS].frame.rename(columns={"gemeente": "municipality", "teller": "events",
                                                  "noemer": "at_risk"})
    measured = []
    for row in tables[INDICATORS].frame.itertuples(index=False):
        one = Indicator(row.indicator, row.naam, row.soort, row.definitie, row.teller, row.noemer,
                        row.periode, row.meetwijze)
        measured.append(Measured(one, None if pd.isna(row.richtpunt) else float(row.richtpunt),
                                 counts_of(counts[counts["indicator"] == one.id], one.kind)))
    policy, context = (_traits(tables.get(name)) for name in (POLICY, CONTEXT))
    return Inputs(setup_of(tables), tuple(measured), policy, context,
                  tuple(_deviations(tables.get(DEVIATIONS), measured)))


def _deviations(found: Filled | None, measured: Sequence[Measured]) -> Iterator[Deviation]:
    """Those of who have no count; who has one, measured the same but for capitals and blanks."""
    counted = {one.indicator.id: one for one in measured}
    words = {part: word for word, part in PARTS.items()}
    for row in found.frame.itertuples(index=False) if found else ():
        one = counted[row.indicator]
        if row.gemeente not in one.counts.municipalities:
            yield Deviation(row.gemeente, one.indicator, words.get(row.onderdeel, row.onderdeel),
                            row.tekst)


def _traits(found: Filled | None) -> pd.DataFrame:
    if found is None:
        return pd.DataFrame()
    return found.frame.set_index("gemeente")[found.added]
