"""What a folder for the study of overlap comes to, and what can be wrong beyond its cells."""

from __future__ import annotations

import datetime as dt
import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.disclosure.key import FILE
from participatiemonitor.files.faults import Fault
from participatiemonitor.project import find_project
from participatiemonitor.studies.forms.filled import Filled, Tables
from participatiemonitor.studies.forms.reading import read_folder
from participatiemonitor.studies.forms.setup import DAY, SETUP, Setup, setup_of
from participatiemonitor.studies.overlap.counting.counted import link_and_count
from participatiemonitor.studies.overlap.door.door import pseudonymise
from participatiemonitor.studies.overlap.door.key import MAKE, pseudonym_key
from participatiemonitor.studies.overlap.engines.opening import open_engine
from participatiemonitor.studies.overlap.form import (
    COLUMNS,
    EARLIER,
    FORM,
    GROUPS,
    LINKED,
    LISTS,
    PROVISIONS,
    STRICTER,
    SUPPLIERS,
)
from participatiemonitor.studies.overlap.form_checks import list_faults
from participatiemonitor.studies.overlap.place import place_for_lists
from participatiemonitor.studies.overlap.provisions import Provision
from participatiemonitor.studies.overlap.published import Published, read_published
from participatiemonitor.studies.overlap.register import Counted, Register
from participatiemonitor.studies.overlap.strays import refuse_lists_beside
from participatiemonitor.studies.overlap.suppliers import UserList
from participatiemonitor.studies.persons.key import folder_key


@dataclass(frozen=True, eq=False)
class Inputs:
    """What the study is made of.

    Attributes
    ----------
    setup : Setup
    counted : Counted
    register : Register
        Not protected yet.
    groups : int or None
        How many groups of users are asked for.
    stricter : mapping of int to float
        The part of its users that keeps a provision, by its place; empty for none asked.
    published : mapping of str to PrintedTable
        What towns published before, which results are held beside; those that the project has.
    """

    setup: Setup
    counted: Counted
    register: Register
    groups: int | None
    stricter: Mapping[int, float]
    published: Published = field(default_factory=dict)


@dataclass(frozen=True)
class _Asked:
    """What stands in the tables of the form, before any list is opened."""

    setup: Setup
    counted: Counted
    lists: tuple[UserList, ...]
    groups: int | None
    stricter: Mapping[int, float]
    likely: bool


def read_inputs(folder: Path, *, engine: str | None = None, store: Path | None = None,
                pseudonyms: str | None = None) -> Inputs:
    """Read a folder: its lists are pseudonymised at the door, linked and counted.

    Parameters
    ----------
    folder : pathlib.Path
    engine : str, optional
        The address of a cluster that counts; without one it is done here.
    store : pathlib.Path, optional
        Where the lists with pseudonyms are for the time being.
    pseudonyms : str, optional
        The key of the pseudonyms; else that of the environment.

    Returns
    -------
    Inputs

    Raises
    ------
    InputError
        With every fault; or when there is no key, or it is the folder's own; or no such engine.
    RunError
        When there is not enough memory or space to count.
    """
    refuse_lists_beside(folder)
    asked = read_folder(FORM, folder, _faults, lambda tables: _asked(tables, folder))
    key = pseudonyms or pseudonym_key(os.environ)
    _apart(key, folder)
    with place_for_lists(store) as place:
        entered = pseudonymise(asked.lists, asked.counted.provisions, key, place,
                               parts=asked.likely)
        with open_engine(engine, place) as counting:
            register = link_and_count(counting, entered, asked.counted, likely=asked.likely)
    return Inputs(asked.setup, asked.counted, register, asked.groups, asked.stricter,
                  read_published(find_project()))


def _apart(key: str, folder: Path) -> None:
    """Refuse a key that has another use: who may see one should not have the other with it."""
    if (folder / FILE).is_file() and folder_key(folder).hex() == key:
        raise InputError(f"De sleutel van de pseudoniemen is dezelfde als die in {folder / FILE}, "
                         "die de ruis bepaalt. Wie de ene kent, mag de andere niet kennen. Gebruik "
                         "een andere, waarmee deze personen eerder zijn gekoppeld, of maak er een "
                         f"met: {MAKE}")


def fingerprint(given: Inputs) -> str:
    """Tell apart what was read of lists: a digest of all that was counted."""
    found = hashlib.sha256()
    register = given.register
    for (unit, day), counted in sorted(register.histograms.items()):
        found.update(repr((unit, day, counted.areas)).encode())
        for numbers in (counted.area, counted.words, counted.count, counted.identity):
            found.update(numbers.tobytes())
    found.update(repr((
        [(one.supplier, one.rows, sorted(one.failed.items()), one.left_out)
         for one in register.entered],
        sorted(register.persons.items()), register.pairs, register.ambiguous, register.through,
        register.homeless, register.moved)).encode())
    return found.hexdigest()


def _faults(tables: Tables) -> Iterator[Fault]:
    if SETUP in tables:
        yield from _day_faults(tables[SETUP])
    yield from list_faults(tables)


def _day_faults(setup: Filled) -> Iterator[Fault]:
    row = setup.frame.iloc[0]
    if not pd.isna(row[EARLIER]) and not pd.isna(row[DAY]) and row[EARLIER] >= row[DAY]:
        yield from setup.faults([0], EARLIER, f"een datum voor {DAY}")


def _asked(tables: Tables, folder: Path) -> _Asked:
    setup, row = setup_of(tables), tables[SETUP].frame.iloc[0]
    provisions = tuple(
        Provision(one.voorziening, one.regeling, one.domein,
                  1.0 if pd.isna(one.gewicht) else float(one.gewicht))
        for one in tables[PROVISIONS].frame.itertuples())
    places = {provision.name: place for place, provision in enumerate(provisions)}
    lists = tuple(_list(dict(one), folder / LISTS, places, setup.day)
                  for _, one in tables[SUPPLIERS].frame.iterrows())
    stricter = {places[one.voorziening]: one.blijft / 100
                for one in tables[STRICTER].frame.itertuples()} if STRICTER in tables else {}
    earlier, groups, likely = (None if pd.isna(row[name]) else row[name]
                               for name in (EARLIER, GROUPS, LINKED))
    return _Asked(setup, Counted(provisions, setup.day, earlier and earlier.date()), lists,
                  groups and int(groups), stricter, bool(likely))


def _list(row: Mapping[str, object], folder: Path, places: Mapping[str, int], day: dt.date
          ) -> UserList:
    filled = {name: value for name, value in row.items() if not pd.isna(value)}
    columns = {name: str(filled[name]) for name in COLUMNS if name in filled}
    whole, of = filled.get("alles"), filled.get("stand")
    periods = {"begin", "einde"} & {*columns}
    return UserList(str(filled["leverancier"]), folder / str(filled["bestand"]),
                    str(filled.get("blad", "")), columns,
                    None if whole is None else places[str(whole)],
                    None if periods else of.date() if isinstance(of, dt.datetime) else day)
