"""What the files of a book hold: their structure, their words, and every byte however packed."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from bs4 import BeautifulSoup
from pypdf import PdfReader

ACTIVE = ("script", "iframe", "object", "embed", "form", "base", "meta", "link", "style", "applet",
          "frame", "frameset", "input", "button", "textarea", "select", "audio", "video", "math")
ADDRESSES = ("style", "href", "src", "action", "data", "xlink:href", "formaction", "srcdoc",
             "background", "poster", "ping")
_DATA = re.compile(rb"data:[a-z0-9/+.-]+;base64,([A-Za-z0-9+/=]+)")
_BLANKS = re.compile("[ \t\n\r\v\f\x1c-\x1f\x85\u2028\u2029]+")


def skeleton(html: str) -> list[str]:
    """The elements of a page in their order, with depth, class and names of attributes."""
    soup = BeautifulSoup(html, "lxml")
    return [" ".join((f"{len(list(tag.parents)):02}", tag.name, *tag.get("class", []),
                      *sorted(set(tag.attrs) - {"class"})))
            for tag in soup.find_all(True)]


def active(html: str) -> list[str]:
    """What does something in a page, with all its attributes: elements, handlers, addresses."""
    soup = BeautifulSoup(html, "lxml")
    # What a page says of itself in other <meta>, and calls a page before or after it, is words.
    for link in soup.find_all("link", title=True):
        del link["title"]
    found = [str(tag)[:300] for tag in soup.find_all(ACTIVE)
             if tag.name != "meta" or tag.get("http-equiv")]
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            if name.startswith("on") or name in ADDRESSES:
                # A place in a page has the words of its heading, which may be the name of a law.
                shown = re.sub(r"(base64,|#).*", r"\1…", str(value))
                found.append(f"{tag.name} {name}={shown}")
    return found


def words(html: str) -> str:
    """All text of a page, and all values of attributes, as they are read."""
    soup = BeautifulSoup(html, "lxml")
    values = (str(value) for tag in soup.find_all(True) for value in tag.attrs.values())
    return plain(" ".join([soup.get_text(), *values]))


def plain(text: str) -> str:
    """Text to be compared: on one line, without the difference of capitals."""
    return _BLANKS.sub(" ", text).strip(" ").casefold()


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file and everything packed in it: members of archives, streams, embedded pictures."""
    yield from _unpacked(str(path), path.read_bytes())


def _unpacked(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield name, data
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _unpacked(f"{name}/{member}", archive.read(member))
    elif data.startswith(b"%PDF"):
        yield from _pdf_streams(name, data)
    elif data.startswith(b"\x89PNG"):
        for place in re.finditer(b"zTXt|iTXt|IDAT", data):
            yield f"{name}@{place.start()}", _inflated(data[place.end():])
    for number, found in enumerate(_DATA.finditer(data)):
        yield from _unpacked(f"{name}#{number}", base64.b64decode(found[1] + b"=="))


def _pdf_streams(name: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    reader = PdfReader(io.BytesIO(data))
    for number in range(1, len(reader.xref_objStm) + sum(map(len, reader.xref.values())) + 1):
        thing = reader.get_object(number) if number in _numbers(reader) else None
        if hasattr(thing, "get_data"):
            yield from _unpacked(f"{name}:{number}", thing.get_data())
        elif thing is not None:
            yield f"{name}:{number}", repr(thing).encode()
    yield f"{name} text", "\n".join(page.extract_text() for page in reader.pages).encode()


def _numbers(reader: PdfReader) -> set[int]:
    return {number for table in reader.xref.values() for number in table} | set(reader.xref_objStm)


def _inflated(data: bytes) -> bytes:
    for start in (0, data.find(b"\0") + 2, data.find(b"\0\0\0") + 3):
        try:
            return zlib.decompressobj().decompress(data[start:], 10_000_000)
        except zlib.error:
            continue
    return b""
