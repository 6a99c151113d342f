"""The text of a csv file in UTF-8: the file itself, or what was made of it in memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from pathlib import Path

from participatiemonitor.files.faults import InvalidWave, invalid_file
from participatiemonitor.survey.importing.csv_files import decoded

# Bytes that are read at once, which the memory of a processor holds, and by which a file shows what
# it is.
PART, BEGIN = 250_000, 1_000_000
# Bytes of a file in another encoding: it is held in memory.
LARGEST = 1_500_000_000
# Bytes of the lines that decide between the encodings of old.
_SAMPLE = 200_000
_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
TEXT = "een tekstbestand (csv), zoals een programma het exporteert"

Text = Path | bytes


def parts(text: Text) -> Iterator[bytes]:
    """A text in pieces."""
    if isinstance(text, bytes):
        yield from (text[place:place + PART] for place in range(0, len(text), PART))
        return
    with text.open("rb") as stream:
        while part := stream.read(PART):
            yield part


def begin(text: Text) -> str:
    """The first part of a text, as much as shows its form."""
    if isinstance(text, bytes):
        content = text[:BEGIN]
    else:
        with text.open("rb") as stream:
            content = stream.read(BEGIN)
    return content.decode("utf-8", "replace").removeprefix("\ufeff")


def opened(path: Path) -> Text:
    """The text of a file that is not empty.

    Parameters
    ----------
    path : pathlib.Path

    Returns
    -------
    pathlib.Path or bytes
        The file itself where its begin is in UTF-8; else what stands in it, in UTF-8.

    Raises
    ------
    InvalidWave
        When it is no text.
    """
    with path.open("rb") as stream:
        content = stream.read(BEGIN)
    if content.startswith(_MARKS):
        return _in_memory(path, "utf-16")
    if nulls := content.count(0):
        # Of a text in UTF-16 without a mark, about half.
        if nulls * 3 < len(content):
            raise no_text(path)
        return _in_memory(path, "utf-16-le" if content[1:2] == b"\0" else "utf-16-be")
    if b"\r" in content and b"\n" not in content:
        return _in_memory(path, _old(path, content) if _broken(content) else "utf-8-sig")
    return path


def in_old_encoding(path: Path, content: bytes) -> bytes:
    """The text of a file that is not in UTF-8, of which this part shows that."""
    if b"\0" in content:
        raise no_text(path)
    return _in_memory(path, _old(path, content))


def no_text(path: Path) -> InvalidWave:
    """The error of a file that is no text."""
    return invalid_file(path.name, "geen tekst", TEXT)


def _broken(content: bytes) -> bool:
    try:
        # The last sign may have been cut.
        codecs.getincrementaldecoder("utf-8")().decode(content)
    except UnicodeDecodeError:
        return True
    return False


def _old(path: Path, content: bytes) -> str:
    """By which encoding of old the lines with other signs than ASCII read well."""
    lines = (line for line in content.splitlines(keepends=True) if not line.isascii())
    sample = bytearray()
    for line in lines:
        sample += line
        if len(sample) > _SAMPLE:
            break
    return decoded(path.name, b" " + bytes(sample))[1]


def _in_memory(path: Path, encoding: str) -> bytes:
    if (size := path.stat().st_size) > LARGEST:
        raise invalid_file(path.name, f"{size} bytes, niet in UTF-8", f"ten hoogste {LARGEST} "
                           "bytes; bewaar het als csv (UTF-8), dan mag het groter zijn")
    errors = "strict" if encoding.startswith("utf") else "replace"
    decoder = codecs.getincrementaldecoder(encoding)(errors)
    text = bytearray()
    try:
        for part in parts(path):
            text += decoder.decode(part).encode()
        text += decoder.decode(b"", True).encode()
    except UnicodeError:
        raise no_text(path) from None
    if b"\n" not in text:
        text = text.replace(b"\r", b"\n")
    return bytes(text)
