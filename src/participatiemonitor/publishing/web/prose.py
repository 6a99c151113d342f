"""The text of a part of a page, in words that stand apart where they do on the page."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml.html import HtmlElement

_INLINE = {"a", "abbr", "b", "cite", "code", "em", "i", "math", "q", "span", "strong", "sub", "sup"}


def text_of(element: HtmlElement, left_out: Callable[[HtmlElement], bool]) -> str:
    """The text of an element on one line.

    Parameters
    ----------
    element : lxml.html.HtmlElement
    left_out : callable
        Tells of an element in it that its text does not count.

    Returns
    -------
    str
    """
    return " ".join("".join(_pieces(element, left_out)).split())


def classes(element: HtmlElement) -> set[str]:
    """The classes of an element."""
    return set(element.get("class", "").split())


def _pieces(element: HtmlElement, left_out: Callable[[HtmlElement], bool]) -> Iterator[str]:
    between = "" if element.tag in _INLINE else " "
    yield between + (element.text or "")
    for part in element.iterchildren("*"):
        if not left_out(part):
            yield from _pieces(part, left_out)
        yield part.tail or ""
    yield between
