"""Nothing in a finished page acts by itself, and every link to the book's own files arrives.

The second lock on the door. Text from data has been made harmless where it came in; should any of
it have become markup after all, the build ends here, and the previous book stays.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml.html import HtmlElement

from participatiemonitor.errors import RunError
from participatiemonitor.publishing.edition import HTML
from participatiemonitor.publishing.policy import INDEX, THEMES

_FORBIDDEN = {"applet", "base", "embed", "frame", "frameset", "iframe", "noembed", "object",
              "plaintext", "portal", "style", "xmp"}
_ADDRESSES = ("action", "background", "data", "formaction", "href", "poster", "src", "xlink:href")
_SCHEMES = {"", "http", "https", "mailto", "tel"}
_LONGEST = 120


def require_passive(page: HtmlElement, name: str) -> None:
    """See that nothing in a page acts by itself, besides the scripts of the book.

    Parameters
    ----------
    page : lxml.html.HtmlElement
        A whole page.
    name : str
        Of its file, from the folder of the book: ``chapters/feiten.html``.

    Raises
    ------
    RunError
        When something does; names the page and the element.
    """
    for element in page.iter("*"):
        if complaint := _complaint(element, name):
            raise RunError(
                f"{name}: {complaint}: {_shown(element)}\n"
                "Verwacht: tekst, tabellen, figuren en links. Haal dit weg uit het notebook of "
                "uit de gegevens en maak het boek opnieuw."
            )


def require_targets(page: HtmlElement, path: Path, book: Path,
                    others: Mapping[str, Collection[str]]) -> None:
    """See that every file of the book that a page names is there.

    Parameters
    ----------
    page : lxml.html.HtmlElement
        A whole page.
    path : pathlib.Path
        Its file.
    book : pathlib.Path
        Folder of the book, complete.
    others : mapping of str to collection of str
        The pages of each other round, which need not be there yet, by its year.

    Raises
    ------
    RunError
        When a file is not there; names the page and the file.
    """
    name = path.relative_to(book).as_posix()
    for element in page.iter("*"):
        for key in ("href", "src"):
            parts = urlsplit(element.get(key, ""))
            ours = parts.path and not (parts.scheme or parts.netloc)
            if ours and not ((path.parent / unquote(parts.path)).is_file()
                             or _is_elsewhere(parts.path, name, others)):
                raise RunError(
                    f"{name}: verwijst naar {parts.path}, en dat bestand is er niet. Verwacht: een "
                    "bladzijde van het boek, een bladzijde van een andere peiling of een bestand "
                    f"uit downloads/. Verbeter de link in het notebook: {_shown(element)}"
                )


def _is_elsewhere(address: str, name: str, others: Mapping[str, Collection[str]]) -> bool:
    """Whether an address in a page is one of a page of another round."""
    here = posixpath.join("deze peiling", HTML, posixpath.dirname(name))
    year, _, place = posixpath.normpath(posixpath.join(here, unquote(address))).partition("/")
    folder, _, page = place.partition("/")
    return folder == HTML and page in others.get(year, ())


def _complaint(element: HtmlElement, name: str) -> str | None:
    """What is wrong with an element, as the beginning of a sentence."""
    if element.tag in _FORBIDDEN:
        return "dit element hoort niet in een bladzijde"
    if element.tag == "script" and not _is_ours(element.get("src", ""), name):
        return "alleen de scripts van het boek zelf horen in een bladzijde"
    if element.tag == "meta" and element.get("http-equiv", "").strip().lower() == "refresh":
        return "een bladzijde stuurt haar lezer niet door"
    for key, value in element.items():
        if key.startswith("on"):
            return f"{key} voert een script uit"
        if key in _ADDRESSES and not _is_address(value):
            return f"het adres in {key} is geen bestand van het boek en geen http(s)-adres"
    return None


def _is_ours(source: str, name: str) -> bool:
    """Whether a script is a file that the themes or the project ship, or the search index."""
    parts = urlsplit(source)
    if not parts.path or parts.scheme or parts.netloc:
        return False
    path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
    return path == INDEX or path.partition("/")[0] in THEMES


def _is_address(value: str) -> bool:
    # Browsers skip blanks and control characters in an address.
    plain = "".join(character for character in value if character > " ")
    return urlsplit(plain).scheme in _SCHEMES


def _shown(element: HtmlElement) -> str:
    attributes = "".join(f' {key}="{value}"' for key, value in element.items())
    tag = f"<{element.tag}{attributes}>"
    return tag if len(tag) <= _LONGEST else f"{tag[:_LONGEST]}…"
