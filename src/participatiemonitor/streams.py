"""Standard output and error that take any text, whatever the terminal can show."""

from __future__ import annotations

import codecs
import io
import os
import sys
import unicodedata

_LAST_STREAM = 2
_PLAIN = {"✓": "+", "✗": "x", "…": "...", "–": "-", "—": "-", "‘": "'", "’": "'"}


def prepare_streams() -> None:
    """Let standard output and error write what is nearest where they lack a character.

    A closed stream is opened to nowhere: else the next file would take its number, and a kernel
    would write into that.
    """
    while (number := os.open(os.devnull, os.O_RDWR)) <= _LAST_STREAM:
        os.set_inheritable(number, True)
    os.close(number)
    codecs.register_error(_nearest.__name__, _nearest)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_nearest.__name__)


def _nearest(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return "".join(map(_plain, error.object[error.start : error.end])), error.end


def _plain(character: str) -> str:
    letters = unicodedata.normalize("NFKD", character)
    return _PLAIN.get(character) or letters.encode("ascii", "ignore").decode() or "?"
