"""Folders as a municipality would give them, of towns that do not exist."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np

from participatiemonitor.studies.ladder.registrations import LEFT, Registrations

KEY = "5a" * 32
SETUP = {"gemeente": "Proefstad", "peildatum": "2020-01-01"}
PERIODS = {"eerste_van": "2010-01-01", "eerste_tot": "2011-07-01", "tweede_van": "2011-07-01",
           "tweede_tot": "2014-01-01"}


def write_folder(folder: Path, registered: list[tuple[str, str, object]],
                 persons: dict[str, dict[str, object]] | None = None, **setup: str) -> Path:
    """Write the tables of a folder and its key.

    Parameters
    ----------
    folder : Path
    registered : list of tuple
        Person, day and rung of each registration.
    persons : dict, optional
        By person, what is known of each; all have the same columns.
    **setup : str
        More columns of `opzet`, or others in their place.
    """
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "opzet.csv", [SETUP | setup])
    _write(folder / "registraties.csv", [dict(zip(("persoon", "datum", "trede"), row, strict=True))
                                         for row in registered])
    if persons:
        _write(folder / "personen.csv", [{"persoon": name} | known
                                         for name, known in persons.items()])
    (folder / "sleutel.txt").write_text(f"{KEY}\n")
    return folder


def rows_of(town: Registrations) -> list[tuple[str, str, object]]:
    """The registrations of a town as rows of a file."""
    return [(f"P{town.people[person]}", str(day), LEFT if state == town.rungs else state + 1)
            for person, day, state in zip(town.person, town.day, town.state, strict=True)]


def known_of(town: Registrations, rng: np.random.Generator) -> dict[str, dict[str, object]]:
    """A project, a group, an age and a schooling of everybody, by chance."""
    return {f"P{name}": {"project": "ja" if rng.random() < 0.4 else "nee",
                         "groep": str(rng.choice(["Noord", "Zuid", "Centrum"])),
                         "leeftijd": int(rng.integers(18, 65)),
                         "opleiding": str(rng.choice(["laag", "midden", "hoog"]))}
            for name in town.people}


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
