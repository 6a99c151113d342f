"""The key of a folder: what draws the noise on counts of persons in it."""

from __future__ import annotations

import re
import secrets
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.disclosure.key import BYTES, FILE
from participatiemonitor.files.replacing import replace_text

SAME = ("Gebruik bij alle bestanden over dezelfde mensen dezelfde sleutel, ook als zij van een "
         "andere datum zijn: wie twee trekkingen van de ruis ziet, kan de ruis uitmiddelen.")


def read_key(folder: Path) -> bytes:
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
        When there is none; what stands in its file is in no message.
    """
    path = folder / FILE
    if not path.exists():
        raise InputError(
            f"{path}: hier staat geen sleutel, en zonder sleutel zijn aantallen mensen niet af te "
            "schermen. Zet hier de sleutel die al bij bestanden over dezelfde mensen hoort, of "
            f"maak de allereerste met: monitor study key {folder}")
    text = ""
    if path.is_file():
        with path.open(encoding="latin-1") as stream:
            text = stream.read(100)
    if not re.fullmatch(f"[0-9a-f]{{{2 * BYTES}}}\n?", text):
        raise InputError(
            f"{path}: hier staat iets anders dan een sleutel. Verwacht: één regel van {2 * BYTES} "
            "cijfers en letters van a tot en met f, zoals monitor study key die schrijft. Zet de "
            "sleutel terug die u bewaart.")
    return bytes.fromhex(text)


def new_key(folder: Path) -> Path:
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
        When there is no such folder, or something already: a key is never overwritten.
    """
    if not folder.is_dir():
        raise InputError(f"{folder}: deze map is er niet. Verwacht: de map met de bestanden.")
    path = folder / FILE
    if path.exists():
        raise InputError(
            f"{path}: hier staat al iets, en een sleutel wordt nooit overschreven. {SAME}")
    # All of it or nothing, also when the process is killed here.
    replace_text(path, f"{secrets.token_bytes(BYTES).hex()}\n", private=True)
    return path
