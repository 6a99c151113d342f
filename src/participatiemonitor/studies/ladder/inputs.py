"""What a folder for the study of the ladder comes to, and what can be wrong beyond its cells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from participatiemonitor.files.faults import Fault
from participatiemonitor.studies.forms.filled import Filled, Tables, unknown
from participatiemonitor.studies.forms.reading import read_folder
from participatiemonitor.studies.forms.setup import DAY, SETUP, Setup, setup_of
from participatiemonitor.studies.ladder.form import FORM, PERIODS, PERSONS, REGISTERED
from participatiemonitor.studies.ladder.registrations import (
    LEFT,
    RUNGS,
    Flags,
    Registrations,
    after_leaving,
    registrations,
    repeated,
)


@dataclass(frozen=True)
class Period:
    """Days from `since` on, before `until`."""

    since: np.datetime64
    until: np.datetime64


@dataclass(frozen=True, eq=False)
class Inputs:
    """What the study is made of.

    Attributes
    ----------
    setup : Setup
    periods : tuple of Period
        Two, or none.
    registered : Registrations
    project : ndarray of bool, shape (P,), or None
        Who is in the project, in the order of `registered.people`.
    group : ndarray of str, shape (P,), or None
        The group of each.
    covariates : DataFrame, shape (P, c)
        What is known of persons more, in the same order: numbers, or text; what is not known is
        missing.
    """

    setup: Setup
    periods: tuple[Period, ...]
    registered: Registrations
    project: Flags | None
    group: NDArray[np.object_] | None
    covariates: pd.DataFrame


def read_inputs(folder: Path) -> Inputs:
    """Read a folder with registrations.

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
    return read_folder(FORM, folder, _faults, _inputs)


def _faults(tables: Tables) -> Iterator[Fault]:
    if SETUP in tables:
        yield from _period_faults(tables[SETUP])
    if REGISTERED in tables:
        yield from _registration_faults(tables[REGISTERED])
    if REGISTERED in tables and SETUP in tables:
        day, found = tables[SETUP].frame[DAY][0], tables[REGISTERED]
        yield from found.faults(np.flatnonzero(found.frame["datum"] > day), "datum",
                                f"een datum op of voor de {DAY} in {SETUP}")
    if PERSONS in tables and REGISTERED in tables:
        yield from _person_faults(tables[PERSONS], tables[REGISTERED])


def _period_faults(setup: Filled) -> Iterator[Fault]:
    row = setup.frame.iloc[0]
    names = [name for period in PERIODS for name in period]
    empty = [name for name in names if pd.isna(row[name])]
    written = [name for name in names if setup.written(name)[0]]
    for name in empty if written else []:
        if name not in written:
            yield setup.given.fault(0, name, "", "een datum, want andere datums van de twee "
                                    "periodes zijn ingevuld; vul alle vier in, of geen")
    for since, until in PERIODS:
        if not pd.isna(row[since]) and not pd.isna(row[until]) and row[until] <= row[since]:
            yield from setup.faults([0], until, f"een datum na {since}")
    if not empty and row["tweede_van"] < row["eerste_tot"]:
        yield from setup.faults([0], "tweede_van", "een datum vanaf eerste_tot: periodes "
                                "overlappen niet")


def _registration_faults(found: Filled) -> Iterator[Fault]:
    sound = np.flatnonzero(found.frame[["persoon", "datum", "trede"]].notna().all(axis=1))
    frame = found.frame.iloc[sound]
    person, _ = pd.factorize(frame["persoon"])
    day, left = frame["datum"].to_numpy(), (frame["trede"] == RUNGS + 1).to_numpy(dtype=bool)
    later = np.setdiff1d(after_leaving(person, day, left), repeated(person, day))
    yield from found.faults(sound[later], "datum", f"geen registratie na {LEFT}; geef wie "
                            "terugkomt een nieuw nummer")
    if len(frame) == len(found.frame) and not frame["persoon"][~left].duplicated().any():
        yield found.given.head_fault("persoon", "elke persoon één keer", "van ten minste een deel "
                                     "van de personen meer dan één datum op een trede")


def _person_faults(persons: Filled, registered: Filled) -> Iterator[Fault]:
    """Who has registrations and is not told of: there would be no group to put them in."""
    known = persons.frame["persoon"].dropna() if persons.whole("persoon") else (
        registered.frame["persoon"])
    missing = unknown(registered, "persoon", known)
    first = pd.Series(missing).groupby(registered.frame["persoon"].iloc[missing].to_numpy(),
                                       sort=False).first()
    yield from registered.faults(first, "persoon", "een persoon die ook in personen staat",
                                 "verwijzing")
    project, group = persons.frame["project"], persons.frame["groep"]
    for name, column in (("project", project), ("groep", group)):
        if column.notna().any():
            yield from persons.faults(
                np.flatnonzero(~persons.written(name)), name,
                "een ingevulde cel, want deze kolom is in gebruik; haal haar anders weg")
    if persons.whole("project") and project.nunique() == 1:
        yield persons.given.head_fault("project", "ja" if project.dropna().iloc[0] else "nee",
                                       "mensen met en zonder project, om te vergelijken; haal de "
                                       "kolom anders weg")


def _inputs(tables: Tables) -> Inputs:
    setup, frame = tables[SETUP].frame.iloc[0], tables[REGISTERED].frame
    periods = tuple(Period(*(np.datetime64(setup[name], "D") for name in names))
                    for names in PERIODS if not pd.isna(setup[names[0]]))
    registered = registrations(frame["persoon"].to_numpy(), frame["datum"].to_numpy(),
                               frame["trede"].to_numpy(dtype=np.int64))
    if PERSONS not in tables:
        return Inputs(setup_of(tables), periods, registered, None, None,
                      pd.DataFrame(index=range(len(registered.people))))
    persons = tables[PERSONS]
    known = persons.frame.set_index("persoon").loc[list(registered.people)].reset_index(drop=True)
    project, group = known["project"], known["groep"]
    return Inputs(setup_of(tables), periods, registered,
                  None if project.isna().all() else project.to_numpy(dtype=bool),
                  None if group.isna().all() else group.to_numpy(dtype=object),
                  known[persons.added])
