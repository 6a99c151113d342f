"""What can be wrong with a folder for the study of the demand beyond its single cells."""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.files.faults import Fault
from participatiemonitor.studies.demand.form import (
    CLIENTS,
    COUNTS,
    DIVISIONS,
    ESTIMATES,
    MARGINS,
    NATIONAL,
    NEEDS,
    PROFILES,
    PROVISIONS,
    SAMPLE,
)
from participatiemonitor.studies.demand.parser import parse
from participatiemonitor.studies.forms.filled import Filled, Tables
from participatiemonitor.studies.forms.setup import SETUP

# How far percentages that were rounded may be from 100 together.
ROUNDED = 0.5


def faults(tables: Tables) -> Iterator[Fault]:
    """What does not go together.

    Parameters
    ----------
    tables : mapping of str to Filled

    Yields
    ------
    Fault
    """
    if PROFILES in tables:
        yield from _rule_faults(tables[PROFILES], needed=CLIENTS in tables)
        for way in (COUNTS, ESTIMATES, SAMPLE, NATIONAL):
            if way in tables:
                yield from _uncounted(tables[way], tables[PROFILES])
    if SETUP in tables and any(way in tables for way in (COUNTS, ESTIMATES, SAMPLE)):
        yield from _total_faults(tables[SETUP])
    if {NEEDS, PROFILES, PROVISIONS} <= set(tables):
        yield from _need_faults(tables)
    if MARGINS in tables:
        yield from _margin_faults(tables[MARGINS])
    if DIVISIONS in tables:
        yield from _division_faults(tables[DIVISIONS], tables.get(MARGINS))


def _rule_faults(profiles: Filled, needed: bool) -> Iterator[Fault]:
    for row, rule in enumerate(profiles.frame["regel"]):
        if isinstance(rule, str):
            try:
                parse(rule)
            except InputError as error:
                yield from profiles.faults([row], "regel", f"een regel; {error}")
        elif needed and not profiles.written("regel")[row]:
            yield from profiles.faults([row], "regel", "een regel, want er is een klantenbestand")


def _uncounted(found: Filled, profiles: Filled) -> Iterator[Fault]:
    """Profiles that a table says nothing of."""
    told = set(found.frame["profiel"].dropna())
    for profile in profiles.frame["profiel"].dropna():
        if profile not in told and found.whole("profiel"):
            yield found.given.head_fault("profiel", profile, "ten minste één rij voor dit profiel; "
                                         "0 als er niemand van is")


def _total_faults(setup: Filled) -> Iterator[Fault]:
    total = setup.frame["klanten"][0]
    if not setup.written("klanten")[0]:
        yield from setup.faults([0], "klanten", "hoeveel klanten er in totaal zijn")
    elif total is not None and not 0 < total.low <= total.high < math.inf:
        yield from setup.faults([0], "klanten", "een getal of een reeks boven 0")


def _need_faults(tables: Tables) -> Iterator[Fault]:
    """Pairs that are there twice, and provisions that leave profiles open."""
    needs, profiles = tables[NEEDS], tables[PROFILES].frame["profiel"].dropna().unique()
    blank = ~needs.written("profiel")
    # A profile that is wrong in itself is told already.
    sound = needs.frame["voorziening"].notna() & (needs.frame["profiel"].notna() | blank)
    pairs = needs.frame[["voorziening", "profiel"]].fillna("")
    yield from needs.faults(
        np.flatnonzero(sound & pairs.duplicated()), "profiel", "elke combinatie van voorziening en "
        "profiel één keer; één rij met een leeg profiel", "dubbel")
    told = pairs[sound].groupby("voorziening")["profiel"].agg(set).to_dict()
    provisions = tables[PROVISIONS]
    for row, one in enumerate(provisions.frame["voorziening"]):
        has = told.get(one, set())
        left = [profile for profile in profiles if profile not in has]
        if one is not None and left and "" not in has and needs.whole("voorziening", "profiel"):
            yield from provisions.faults([row], "voorziening", f"in {NEEDS} een rij voor "
                                         f"{', '.join(left[:5])}{', …' * (len(left) > 5)}, of een "
                                         "met een leeg profiel")


def _margin_faults(margins: Filled) -> Iterator[Fault]:
    frame = margins.frame
    if frame[["kenmerk", "landelijk", "lokaal"]].isna().any(axis=None):
        return
    yield from _not_all(margins, ["kenmerk"])
    totals = frame.groupby("kenmerk", sort=False)["lokaal"].sum()
    if (totals != totals.iloc[0]).any() or not totals.iloc[0]:
        told = "; ".join(f"{name} {total:g}" for name, total in totals.items())
        yield margins.given.head_fault("lokaal", told, "bij elk kenmerk hetzelfde totaal, boven 0")


def _division_faults(divisions: Filled, margins: Filled | None) -> Iterator[Fault]:
    if margins is None:
        yield divisions.given.head_fault(None, DIVISIONS, f"alleen samen met {NATIONAL} en "
                                         f"{MARGINS}")
        return
    if divisions.frame.isna().any(axis=None):
        return
    yield from _not_all(divisions, ["profiel", "kenmerk"])
    known = pd.MultiIndex.from_frame(margins.frame[["kenmerk", "klasse"]])
    told = pd.MultiIndex.from_frame(divisions.frame[["kenmerk", "klasse"]])
    yield from divisions.faults(
        np.flatnonzero(~told.isin(known) & divisions.frame["klasse"].isin(
            margins.frame["klasse"]).to_numpy()), "klasse", "een klasse van dit kenmerk")


def _not_all(found: Filled, by: list[str]) -> Iterator[Fault]:
    """Percentages that do not add up to 100."""
    for names, rows in found.frame.groupby(by, sort=False):
        whole = float(rows["landelijk"].sum())
        if abs(whole - 100) > ROUNDED:
            yield found.given.fault(int(rows.index[0]), "landelijk", f"samen {whole:g}",
                                    f"bij {' en '.join(map(str, names))} samen 100")
