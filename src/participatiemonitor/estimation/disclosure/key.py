"""The secret key that draws the noise: where it is kept, and which one belongs to a wave."""

from __future__ import annotations

import hashlib
import os
import re
import secrets
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.files.replacing import replace_text
from participatiemonitor.project import Project
from participatiemonitor.survey.head import HEAD
from participatiemonitor.survey.waveinfo import WaveInfo

FILE = "sleutel.txt"
# Names another file: relative to the top folder of the project, wherever the command is given.
SETTING = "MONITOR_KEY"
BYTES = 32
# Answers that were drawn need no secret, and anybody must be able to make the same book.
PUBLIC_KEY = hashlib.sha256(b"participatiemonitor: openbare sleutel van reconstructies").digest()
SAME = ("Gebruik voor alle peilingen, en voor elk boek erover, dezelfde sleutel: wie bij dezelfde "
        "antwoorden twee trekkingen van de ruis ziet, kan de ruis uitmiddelen.")


def fingerprint(key: bytes) -> str:
    """What tells keys apart and says nothing of them: 16 hexadecimal digits."""
    return hashlib.sha256(b"participatiemonitor: vingerafdruk " + key).hexdigest()[:16]


def line_for(key: bytes) -> str:
    """The line of ``wave.yml`` that states a key; in quotes, as digits alone are a number."""
    return f'  key: "{fingerprint(key)}"'


def key_for(info: WaveInfo, project: Project) -> bytes:
    """The key that draws the noise of a wave.

    Parameters
    ----------
    info : WaveInfo
    project : Project

    Returns
    -------
    bytes
        `PUBLIC_KEY` for a reconstruction; else the key of the office, which ``wave.yml`` states by
        its fingerprint.

    Raises
    ------
    InputError
        When there is no key, or it is not the one that ``wave.yml`` states.
    """
    if info.reconstructed:
        return PUBLIC_KEY
    path, head = _path(project), project.wave(info.year) / HEAD
    key, stated = _of_office(path, info.year), info.publication.key
    if stated is None:
        raise InputError(
            f"{head}: hier staat niet met welke sleutel de antwoorden worden afgeschermd. "
            f"Zet deze regel onder publication:\n\n{line_for(key)}"
        )
    if stated != fingerprint(key):
        raise InputError(
            f"{path}: deze sleutel heeft vingerafdruk {fingerprint(key)}, en {head} noemt "
            f"{stated}. {SAME} Zet de sleutel terug waarmee deze peiling begon."
        )
    return key


def new_key(project: Project) -> tuple[Path, bytes]:
    """Make a key and write it where only its owner can read it.

    Parameters
    ----------
    project : Project

    Returns
    -------
    path : pathlib.Path
    key : bytes

    Raises
    ------
    InputError
        When there is something already: a key is never overwritten.
    """
    path = _path(project)
    return path, write_key(path, SAME)


def write_key(path: Path, same: str) -> bytes:
    """Make a key and write it where only its owner can read it.

    Parameters
    ----------
    path : pathlib.Path
    same : str
        Why a key that is there already is kept.

    Returns
    -------
    bytes

    Raises
    ------
    InputError
        When there is something already: a key is never overwritten.
    """
    if path.exists():
        raise InputError(
            f"{path}: hier staat al iets, en een sleutel wordt nooit overschreven. {same}")
    key = secrets.token_bytes(BYTES)
    # All of it or nothing, also when the process is killed here.
    replace_text(path, f"{key.hex()}\n", private=True)
    return key


def read_key(path: Path, command: str, kept: str) -> bytes:
    """Read a key; what stands in its file is in no message, whatever it is.

    Parameters
    ----------
    path : pathlib.Path
        Of a file or folder that is there.
    command : str
        What makes such a key.
    kept : str
        Which key to put back.

    Returns
    -------
    bytes

    Raises
    ------
    InputError
        When it is no key.
    """
    text = ""
    if path.is_file():
        with path.open(encoding="latin-1") as stream:
            text = stream.read(100)
    if not re.fullmatch(f"[0-9a-f]{{{2 * BYTES}}}\n?", text):
        raise InputError(
            f"{path}: hier staat iets anders dan een sleutel. Verwacht: één regel van {2 * BYTES} "
            f"cijfers en letters van a tot en met f, zoals {command} die schrijft. Zet de "
            f"sleutel terug {kept}."
        )
    return bytes.fromhex(text)


def _path(project: Project) -> Path:
    return project.root / (os.environ.get(SETTING) or FILE)


def _of_office(path: Path, year: int) -> bytes:
    if not path.exists():
        raise InputError(
            f"{path}: hier staat geen sleutel, en zonder sleutel zijn de antwoorden van {year} "
            "niet af te schermen. Zet hier de sleutel terug die het bureau al heeft, of maak de "
            "allereerste met: monitor key new"
        )
    return read_key(path, "monitor key new", "die het bureau bewaart")
