"""Pieces of Typst source: calls, strings and blocks of code; text is always a string."""

from __future__ import annotations

from collections.abc import Iterable

from participatiemonitor import plain_text

EMPTY = "[]"


def call(function: str, *arguments: str, **named: str) -> str:
    """A call of a function of the template.

    Parameters
    ----------
    function : str
    *arguments, **named : str
        Source of the arguments; underscores in names become hyphens.

    Returns
    -------
    str
    """
    settings = (f"{name.replace('_', '-')}: {value}" for name, value in named.items())
    return f"{function}({', '.join((*settings, *arguments))})"


def string(text: str) -> str:
    """Text as a string."""
    return plain_text.typst(text)


def joined(pieces: Iterable[str]) -> str:
    """Pieces one after another, as one piece of content; `EMPTY` without any."""
    source = "; ".join(pieces)
    return f"{{{source}}}" if source else EMPTY


def array(items: Iterable[str]) -> str:
    """An array; also of one item or none."""
    return f"({''.join(f'{one}, ' for one in items)})"


def truth(value: bool) -> str:
    """A boolean."""
    return "true" if value else "false"
