"""The key of a folder with a user's own files: it draws the noise of what is told of persons."""

from __future__ import annotations

from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.disclosure.key import FILE, read_key, write_key

COMMAND = "monitor study key"
SAME = ("Gebruik voor alle peildata van dezelfde personen dezelfde sleutel: wie bij dezelfde "
        "tellingen twee trekkingen van de ruis ziet, kan de ruis uitmiddelen.")


def folder_key(folder: Path) -> bytes:
    """Read the key of a folder.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    bytes

    Raises
    ------
    InputError
        When there is none, or something else; no message holds what stands in its file.
    """
    path, make = folder / FILE, f"{COMMAND} {folder}"
    if not path.exists():
        raise InputError(
            f"{path}: hier staat geen sleutel, en zonder sleutel zijn tellingen van personen niet "
            "af te schermen. Zet hier de sleutel neer waarmee u deze personen eerder telde, of "
            f"maak de allereerste met: {make}"
        )
    return read_key(path, make, "die u bewaart")


def new_folder_key(folder: Path) -> Path:
    """Make a key and write it where only its owner can read it.

    Parameters
    ----------
    folder : pathlib.Path

    Returns
    -------
    pathlib.Path

    Raises
    ------
    InputError
        When there is something already, as a key is never overwritten; and when there is no
        folder.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: hier is geen map. Verwacht: de map met de bestanden van de "
                         "berekening.")
    path = folder / FILE
    write_key(path, SAME)
    return path
