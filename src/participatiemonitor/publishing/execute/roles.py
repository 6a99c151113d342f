"""Where roles stand in Markdown: ``{m}`…``` in prose, and never in what is shown as code."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt

# A sign that stands for itself; a piece of code, after `{m}` a role; or a role without its text.
_PIECE = (r"\\.|(?:\{%s\})?(?<!`)(?P<ticks>`+)(?!`)(?P<text>.+?)(?<!`)(?P=ticks)(?!`)|\{%s\}")
# What may stand between the beginning of a piece of prose and its first word.
_OPENING = r"[*_“‘\"'(\[]*"
_DIRECTIVE = r":{3,}[ ]?\{[\w-]+\}[ ]?(?:\n(?::[\w-]+:[^\n]*\n)*)?"
_MARKS = re.compile(rf"(?:[ \t>]|{_DIRECTIVE}|[-*+][ ]|\d+[.)][ ]|\#{{1,6}}[ ])*{_OPENING}")
# A text that was chosen is a sentence, or more.
_NEW_SENTENCE = re.compile(rf"(?:[.!?][”’\"')*_]*|\{{glue:\}}`\w+`)\s+{_OPENING}$")


@dataclass(frozen=True)
class Role:
    """A role in a text: from where to where, what it holds, whether a sentence starts with it."""

    start: int
    end: int
    text: str
    starts: bool


def roles(markdown: str, name: str) -> Iterator[Role]:
    """The roles of one name in a text, in order.

    Parameters
    ----------
    markdown : str
    name : str

    Yields
    ------
    Role
    """
    if f"{{{name}}}" not in markdown:
        return
    piece = re.compile(_PIECE % (name, name), re.S)
    ends = [line.end() for line in re.finditer(r"\r\n?|\n", markdown)]
    starts = [0, *ends, len(markdown)]
    for first, last in _lines(markdown):
        for found in piece.finditer(markdown, starts[first], starts[last]):
            if found[0].startswith(f"{{{name}}}"):
                before = markdown[starts[first]:found.start()]
                yield Role(found.start(), found.end(), found["text"] or "",
                           bool(_MARKS.fullmatch(before) or _NEW_SENTENCE.search(before)))


@lru_cache(maxsize=2000)
def _lines(markdown: str) -> tuple[tuple[int, int], ...]:
    """The lines of prose; a build asks for those of each cell some ten times."""
    return tuple(_prose(markdown))


def _prose(markdown: str, before: int = 0) -> Iterator[tuple[int, int]]:
    """The lines of headings, paragraphs and items, in directives as well; not those of code."""
    for token in MarkdownIt().parse(markdown):
        first, last = token.map or (0, 0)
        if token.type == "inline":
            yield before + first, before + last
        elif token.type == "fence" and re.match(r"\{(?!code)", token.info):
            yield from _prose(token.content, before + first + 1)
