"""The key of the pseudonyms: it comes from the environment or a file, and is kept nowhere."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from participatiemonitor.errors import InputError
from participatiemonitor.estimation.disclosure.key import FILE
from participatiemonitor.machine import refusal

# The key itself, or a file that holds it.
KEY, KEY_FILE = "MONITOR_PSEUDONYMS", "MONITOR_PSEUDONYMS_FILE"
DIGITS = 64
MAKE = '.venv/bin/python -c "import secrets; print(secrets.token_hex(32))"'
_FORM = f"Verwacht: {DIGITS} cijfers en letters van a tot en met f, zoals {MAKE} ze schrijft."
# More than a key and the blanks around it, in any encoding.
_LONGEST = 1_000


def pseudonym_key(environ: Mapping[str, str]) -> str:
    """The key by which identifiers become pseudonyms.

    Parameters
    ----------
    environ : mapping of str to str
        With the key in `KEY`; else the name of a file that holds it in `KEY_FILE`.

    Returns
    -------
    str
        Hexadecimal digits, in small letters.

    Raises
    ------
    InputError
        When there is none, or it is something else; no message holds what stands there.
    """
    if environ.get(KEY):
        return _checked(environ[KEY], KEY)
    if environ.get(KEY_FILE):
        path = Path(environ[KEY_FILE])
        return _checked(_text(path), str(path))
    raise InputError(
        f"Zonder sleutel worden lijsten met personen niet gelezen. Maak er een met: {MAKE} en "
        f"geef hem mee in de omgevingsvariabele {KEY}, of zet hem in een bestand dat alleen u kunt "
        f"lezen en noem dat in {KEY_FILE}. Gebruik voor alle peildata dezelfde sleutel: met een "
        "andere krijgen dezelfde personen andere pseudoniemen. Het is een andere sleutel dan die "
        f"in {FILE}, en bewaar hem niet bij de gegevens.")


def _checked(text: str, where: str) -> str:
    key = text.strip().lower()
    if not re.fullmatch(f"[0-9a-f]{{{DIGITS}}}", key):
        raise InputError(f"{where}: hier staat iets anders dan een sleutel. {_FORM} Gebruik de "
                         "sleutel waarmee deze personen eerder zijn gekoppeld.")
    return key


def _text(path: Path) -> str:
    """What a file holds, also as PowerShell writes it."""
    try:
        with path.open("rb") as stream:
            content = stream.read(_LONGEST)
    except OSError as error:
        why = refusal(error) or f"{path}: niet te lezen."
        raise InputError(f"{why} {KEY_FILE} noemt het bestand met de sleutel van de pseudoniemen. "
                         f"{_FORM}") from None
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    return content.decode("utf-16" if wide else "utf-8-sig", "replace")
