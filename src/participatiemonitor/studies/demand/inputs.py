"""What a folder for the study of the demand comes to."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from participatiemonitor.documents.printed.limits import Limits
from participatiemonitor.errors import InputError
from participatiemonitor.studies.demand.clients import Clients, from_counts, from_file
from participatiemonitor.studies.demand.demand import DOMINANT, Provision
from participatiemonitor.studies.demand.estimates import consulted, from_sample, from_shares
from participatiemonitor.studies.demand.form import (
    CLIENTS,
    COUNTS,
    DIVISIONS,
    ESTIMATES,
    FORM,
    FUNDING,
    MARGINS,
    NATIONAL,
    NEEDS,
    PROFILES,
    PROVISIONS,
    SAMPLE,
)
from participatiemonitor.studies.demand.form_checks import faults
from participatiemonitor.studies.demand.funding import Funding
from participatiemonitor.studies.demand.national import Margin, National
from participatiemonitor.studies.demand.parser import parse
from participatiemonitor.studies.demand.patterns import possible_patterns
from participatiemonitor.studies.demand.profiles import Flags, Matched, Profile, match
from participatiemonitor.studies.demand.rules import WRITTEN
from participatiemonitor.studies.forms.filled import Tables
from participatiemonitor.studies.forms.reading import read_folder
from participatiemonitor.studies.forms.setup import SETUP, Setup, setup_of

# In place of a profile: files of a sample that are of none.
NONE = ""


@dataclass(frozen=True, eq=False)
class Inputs:
    """What the study is made of.

    Attributes
    ----------
    setup : Setup
    way : str
        The table that tells the clients: `CLIENTS`, `COUNTS`, `ESTIMATES`, `SAMPLE`, `NATIONAL`.
    profiles : dict of str to str
        Their names by id.
    clients : Clients
    names : tuple of str
        The clients of a file, by the number that the municipality gave them; empty otherwise.
    matched : Matched or None
        These clients beside the profiles, in their order.
    patterns : ndarray of bool, shape (m, p)
        The profiles that a client of a file can fit together; empty otherwise.
    national : National or None
        What was corrected for local demography.
    sample : dict of str to int
        Files drawn of each profile, and of none of them under `NONE`; empty without a sample.
    consultants : int
        How many of them estimated; nought when nobody did.
    provisions : tuple of Provision
    needs : dict of (provision, profile) to Limits
        In percent, of each pair.
    together : dict of str to list of str
        By provision, the profiles for whom one number says who need it.
    fundings : tuple of Funding
    dominant : float
        Percent of the users from which clients are a dominant group.
    """

    setup: Setup
    way: str
    profiles: Mapping[str, str]
    clients: Clients
    names: tuple[str, ...]
    matched: Matched | None
    patterns: Flags
    national: National | None
    sample: Mapping[str, int]
    consultants: int
    provisions: tuple[Provision, ...]
    needs: Mapping[tuple[str, str], Limits]
    together: Mapping[str, Collection[str]]
    fundings: tuple[Funding, ...]
    dominant: float


def read_inputs(folder: Path) -> Inputs:
    """Read a folder with clients and provisions.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    Inputs

    Raises
    ------
    InputError
        With every fault.
    """
    return read_folder(FORM, folder, faults, _inputs)


def _inputs(tables: Tables) -> Inputs:
    setup = tables[SETUP].frame.iloc[0]
    profiles = dict(tables[PROFILES].frame[["profiel", "naam"]].itertuples(index=False))
    way = next(name for name in (CLIENTS, COUNTS, ESTIMATES, SAMPLE, NATIONAL) if name in tables)
    matched, country, names, patterns = None, None, (), np.empty((0, len(profiles)), dtype=bool)
    if way == CLIENTS:
        rules = _rules(tables[PROFILES].frame)
        matched, names = _matched(tables, rules), tuple(tables[CLIENTS].frame["klant"])
        clients, patterns = from_file(matched), possible_patterns(rules)
    elif way == NATIONAL:
        country = _national(tables, list(profiles))
        clients = _corrected(country)
    else:
        clients = _counted(tables, way, list(profiles), setup["klanten"])
    provisions = tuple(Provision(*row) for row in tables[PROVISIONS].frame.itertuples(index=False))
    needs, together = _needs(tables[NEEDS].frame, provisions, list(profiles))
    return Inputs(
        setup_of(tables), way, profiles, clients, names, matched, patterns, country,
        _sample(tables[SAMPLE].frame) if way == SAMPLE else {},
        tables[ESTIMATES].frame["consulent"].nunique() if way == ESTIMATES else 0,
        provisions, needs, together, _fundings(tables, provisions),
        DOMINANT if pd.isna(setup["dominant"]) else float(setup["dominant"]))


def _rules(frame: pd.DataFrame) -> list[Profile]:
    return [Profile(row.profiel, row.naam, parse(row.regel))
            for row in frame.itertuples(index=False)]


def _matched(tables: Tables, rules: list[Profile]) -> Matched:
    people = tables[CLIENTS].frame.rename(columns={word: name for name, word in WRITTEN.items()})
    return match(people, rules)


def _counted(tables: Tables, way: str, profiles: list[str], total: Limits) -> Clients:
    """Clients by what was counted or estimated; what does not go together is told by the table."""
    frame = tables[way].frame
    try:
        if way == ESTIMATES:
            by_profile = frame.groupby("profiel")["aandeel"].agg(list)
            return from_shares({one: consulted(by_profile[one]) for one in profiles}, total)
        if way == SAMPLE:
            drawn = _sample(frame)
            return from_sample({one: drawn[one] for one in profiles}, sum(drawn.values()), total)
        counts = frame.set_index("profiel")["aantal"]
        return from_counts({one: counts[one] for one in profiles}, total)
    except InputError as error:
        raise InputError(f"{way}: {error}") from None


def _sample(frame: pd.DataFrame) -> dict[str, int]:
    found = dict(zip(frame["profiel"].fillna(NONE), map(int, frame["aantal"]), strict=True))
    return {NONE: 0} | found


def _national(tables: Tables, profiles: list[str]) -> National:
    margins = tables[MARGINS].frame
    divisions = tables[DIVISIONS].frame if DIVISIONS in tables else None
    shares = tables[NATIONAL].frame.set_index("profiel")["aandeel"]
    return National(
        {one: shares[one] for one in profiles},
        {name: Margin(_parts(rows), _divisions(divisions, name),
                      dict(zip(rows["klasse"], rows["lokaal"], strict=True)))
         for name, rows in margins.groupby("kenmerk", sort=False)})


def _corrected(country: National) -> Clients:
    try:
        return country.corrected().clients
    except InputError as error:
        raise InputError(f"{NATIONAL}, {MARGINS}: {error}") from None


def _divisions(frame: pd.DataFrame | None, name: str) -> dict[str, dict[str, float]]:
    if frame is None:
        return {}
    return {profile: _parts(rows) for profile, rows in
            frame[frame["kenmerk"] == name].groupby("profiel", sort=False)}


def _parts(rows: pd.DataFrame) -> dict[str, float]:
    """Percentages that were rounded, as parts that add up to 1."""
    parts = rows["landelijk"] / rows["landelijk"].sum()
    return dict(zip(rows["klasse"], parts, strict=True))


def _needs(frame: pd.DataFrame, provisions: tuple[Provision, ...], profiles: list[str]
           ) -> tuple[dict[tuple[str, str], Limits], dict[str, list[str]]]:
    """The share of each pair: its own, or that of all other profiles, who are told too."""
    own = {(row.voorziening, row.profiel if isinstance(row.profiel, str) else ""): row.aandeel
           for row in frame.itertuples(index=False)}
    others = {one.id: [profile for profile in profiles if (one.id, profile) not in own]
              for one in provisions}
    return {(one.id, profile): own[one.id, "" if profile in others[one.id] else profile]
            for one in provisions for profile in profiles}, others


def _fundings(tables: Tables, provisions: tuple[Provision, ...]) -> tuple[Funding, ...]:
    if FUNDING not in tables:
        return ()
    fields = {one.id: one.field for one in provisions}
    return tuple(
        Funding(row.voorziening, fields[row.voorziening], row.soort, row.vorm, row.eigen_bijdrage,
                row.aanbieder, row.kosten, row.afspraken if isinstance(row.afspraken, str) else "")
        for row in tables[FUNDING].frame.itertuples(index=False))
