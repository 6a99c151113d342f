"""Images on paper: files of the build only, and their words as text in the type of the book."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import Tag
from lxml import etree

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.paper.letters import Letters

# Kinds of images, and what a file of that kind begins with.
_KINDS = {".svg": b"", ".png": b"\x89PNG\r\n\x1a\n", ".jpg": b"\xff\xd8", ".jpeg": b"\xff\xd8"}
_SVG = "{http://www.w3.org/2000/svg}"
_FOREIGN = (f"{_SVG}image", f"{_SVG}foreignObject")
_LINKS = ("href", "{http://www.w3.org/1999/xlink}href")
# Weights of the typeface in drawings, as its files name themselves; Typst knows one name.
_FAMILY = re.compile(r"'?Source Sans 3 ExtraLight( SemiBold)?'?")


class Images:
    """The images of the document, each in the folder that the compiler may read.

    Parameters
    ----------
    pages : pathlib.Path
        Folder with the built pages.
    printed : pathlib.Path
        Folder with versions of images for print, by the same name; it need not exist.
    folder : pathlib.Path
        Where the compiler reads.
    letters : Letters
        What can be printed.
    """

    def __init__(self, pages: Path, printed: Path, folder: Path, letters: Letters) -> None:
        self._pages, self._printed = pages.resolve(), printed.resolve()
        self._folder, self._letters = folder, letters

    def place(self, address: str, page: str) -> str:
        """Put an image where the compiler can read it.

        Parameters
        ----------
        address : str
            Path from the folder with pages.
        page : str
            Where it is shown, for messages.

        Returns
        -------
        str
            Its name in the folder of the compiler.

        Raises
        ------
        RunError
            When it is not a file of the build, or not an image.
        """
        path = self._find(address, page)
        suffix, content = path.suffix.lower(), path.read_bytes()
        if suffix not in _KINDS or not content.startswith(_KINDS[suffix]):
            raise RunError(
                f"Pagina {page}: {path.name} is geen afbeelding die in de PDF kan. Verwacht: een "
                "bestand met de inhoud en de extensie van svg, png of jpg."
            )
        return self._write(content, suffix, page)

    def draw(self, drawing: Tag, page: str) -> str:
        """Put a drawing that stands in a page where the compiler can read it."""
        text = str(drawing).replace("viewbox=", "viewBox=")
        named = text.replace("<svg", f'<svg xmlns="{_SVG[1:-1]}"', 1)
        return self._write(named.encode(), ".svg", page)

    def _find(self, address: str, page: str) -> Path:
        parts = urlsplit(address)
        name = PurePosixPath(unquote(parts.path))
        outside = (bool(parts.scheme or parts.netloc) or name.is_absolute() or not name.name
                   or "\0" in name.name)
        if not outside and (drawn := self._printed / name.name).is_file():
            path, folder = drawn, self._printed
        else:
            path, folder = self._pages / name, self._pages
        if outside or not path.resolve().is_relative_to(folder) or not path.is_file():
            raise RunError(
                f"Pagina {page}: de afbeelding {address[:80]} is geen bestand van het boek. "
                "Verwacht: een bestand dat bij de pagina's staat, zoals een figuur."
            )
        return path

    def _write(self, content: bytes, suffix: str, page: str) -> str:
        if suffix == ".svg":
            content = self._set_words(content, page)
        name = f"{hashlib.sha256(content).hexdigest()[:16]}{suffix}"
        (self._folder / name).write_bytes(content)
        return name

    def _set_words(self, content: bytes, page: str) -> bytes:
        """Prepare the words of a drawing for the typesetter, and see that it is whole in itself."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True,
                                 remove_pis=True)
        try:
            drawing = etree.fromstring(content, parser)
        except etree.XMLSyntaxError as error:
            raise RunError(
                f"Pagina {page}: een tekening (svg) is niet te lezen: {error}. Verwacht: "
                "welgevormde XML."
            ) from error
        if (strange := next(filter(_refers, drawing.iter()), None)) is not None:
            shown = etree.tostring(strange, encoding="unicode", with_tail=False)
            raise RunError(
                f"Pagina {page}: een tekening (svg) verwijst naar iets buiten zichzelf "
                f"({shown[:80]}). Verwacht: lijnen, vlakken en tekst."
            )
        for text in drawing.iter(f"{_SVG}text", f"{_SVG}tspan"):
            text.text = self._letters.printable(text.text or "")
            text.tail = self._letters.printable(text.tail or "")
            _set_typeface(text)
        return etree.tostring(drawing)


def _set_typeface(text: etree._Element) -> None:
    """Name the typeface of a text as Typst does."""
    style = text.get("style", "")
    if found := _FAMILY.search(style):
        weight = "; font-weight: 600" if found[1] else ""
        text.set("style", _FAMILY.sub("'Source Sans 3'", style) + weight)


def _refers(element: etree._Element) -> bool:
    """Whether an element of a drawing takes in something else: an image, a file, an entity."""
    if not isinstance(element.tag, str) or element.tag in _FOREIGN:
        return True
    return any(not element.get(name, "#").startswith("#") for name in _LINKS)
