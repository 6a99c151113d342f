"""The door itself: lists come in, and of persons only pseudonyms are stored."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from participatiemonitor.files.faults import Fault, InvalidWave, invalid_file, refuse
from participatiemonitor.studies.overlap.door.delimited import read_delimited
from participatiemonitor.studies.overlap.door.entering import name_of
from participatiemonitor.studies.overlap.door.sources import ROWS, Source
from participatiemonitor.studies.overlap.door.storing import store_list
from participatiemonitor.studies.overlap.door.tables import read_parquet
from participatiemonitor.studies.overlap.door.workbooks import read_workbook
from participatiemonitor.studies.overlap.files import CSV, EXCEL, PARQUET, READABLE
from participatiemonitor.studies.overlap.form import LISTS
from participatiemonitor.studies.overlap.provisions import Provisions
from participatiemonitor.studies.overlap.suppliers import Entered, UserList

_READERS: dict[tuple[str, ...], Callable[[UserList], Source]] = {
    CSV: read_delimited, EXCEL: read_workbook, PARQUET: read_parquet}


def pseudonymise(lists: Sequence[UserList], provisions: Provisions, key: str, store: Path, *,
                 parts: bool = False) -> tuple[Entered, ...]:
    """Read lists, and store their rows under pseudonyms.

    Parameters
    ----------
    lists : sequence of UserList
    provisions : tuple of Provision
    key : str
        Of `participatiemonitor.studies.overlap.door.key.pseudonym_key`.
    store : pathlib.Path
        An existing folder; each list becomes a file in it.
    parts : bool
        Whether the parts by which persons without a number are linked are stored as well.

    Returns
    -------
    tuple of Entered
        In the order of the lists.

    Raises
    ------
    InvalidWave
        With the faults of all lists; then nothing is left in the store. No message holds anything
        of a person.
    RunError
        When the store cannot be written.
    """
    places = {name_of(provision.name): place for place, provision in enumerate(provisions)}
    found: list[Entered] = []
    faults: list[Fault] = []
    try:
        for number, one in enumerate(lists):
            target = store / f"{number:02}.parquet"
            try:
                found.append(store_list(one, _opened(one), places, key, target, parts=parts))
            except InvalidWave as error:
                faults += error.faults
        refuse(faults)
    except BaseException:
        for number in range(len(lists)):
            (store / f"{number:02}.parquet").unlink(missing_ok=True)
        raise
    return tuple(found)


def _opened(found: UserList) -> Source:
    name, path = found.path.name, found.path
    reader = next((reader for suffixes, reader in _READERS.items()
                   if path.suffix.casefold() in suffixes), None)
    if reader is None:
        raise invalid_file(name, "een bestand van een andere soort", READABLE)
    try:
        if not path.is_file():
            raise invalid_file(name, "ontbreekt",
                               f"een bestand met deze naam in de map {LISTS}")
        if not path.stat().st_size:
            raise invalid_file(name, "leeg", ROWS)
        return reader(found)
    except OSError as error:
        raise invalid_file(name, error.strerror or "niet te lezen",
                           "een bestand dat te lezen is") from None
