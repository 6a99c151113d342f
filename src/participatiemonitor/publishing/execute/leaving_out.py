"""What a round did not ask, left out of the prose: line by line, as its author broke the lines.

A line with a word, a figure or a table on what was not asked goes, with the whole sentence or
paragraph that stands on it, and so does a line whose every chosen text is about that. An item of a
list goes as an item, a card as a card. What a line announces with a colon goes with it, and it
with that; a heading goes when nothing is left under it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

_DIRECTIVE = re.compile(r"\s*(?P<fence>:{3,}|`{3,})\s*\{(?P<name>[\w-]+)\}")
_FENCE = re.compile(r"\s*(?P<fence>:{3,}|`{3,}|~{3,})")
_ITEM = re.compile(r"(?P<marker>\s*(?:[-*+]|\d+[.)])\s+)")
_HEADING = re.compile(r"(?P<depth>#{1,6})\s+\S")
# A name for what follows, attributes of it, options of a directive, the rule of a table.
_NAME = re.compile(r"\([\w-]+\)=")
_UNREAD = re.compile(r"\s*(?:\([\w-]+\)=|\{[.#][^}]*\}|:[\w-]+:.*|\|[\s:|-]+\|)\s*")
# Not on paper, where a heading must not stand over nothing either.
_ON_SCREEN = re.compile(r"\s*\{[^}]*\.alleen-web\b[^}]*\}\s*")
_CARD = "grid-item-card"

Gone = Callable[[str], bool]


@dataclass
class _Block:
    """A paragraph, list, table, heading or directive: its lines, and those that are left."""

    lines: list[str]
    left: list[str] = field(default_factory=list)

    @property
    def heading(self) -> int:
        """How deep a heading it is; 0 where it is none."""
        found = next((_HEADING.match(line) for line in self.lines if not _UNREAD.fullmatch(line)),
                     None)
        return len(found["depth"]) if found else 0

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read in what is left."""
        return all(not line.strip() or _UNREAD.fullmatch(line) for line in self.left)

    @property
    def announces(self) -> bool:
        """Whether its last line says what comes after it."""
        return not (self.heading or _FENCE.match(self.lines[0])
                    ) and self.lines[-1].rstrip().endswith(":")

    @property
    def is_list(self) -> bool:
        """Whether it is a list, a table or a directive: what a line before it may announce."""
        first = self.lines[0]
        return bool(_ITEM.match(first) or _DIRECTIVE.match(first)
                    or first.lstrip().startswith("|"))


def left_out(source: str, gone: Gone) -> str:
    """The text of a Markdown cell without the lines that are gone.

    Parameters
    ----------
    source : str
    gone : callable
        Whether a line says what was not asked.

    Returns
    -------
    str
        The same text where nothing is gone.
    """
    lines = source.split("\n")
    if not any(map(gone, lines)):
        return source
    return "\n\n".join("\n".join(block.left) for block in _left(lines, gone))


def without_bare_headings(sources: Sequence[str], shown: Sequence[bool], touched: Sequence[bool]
                          ) -> tuple[list[str], set[int]]:
    """The texts of cells without the headings under which nothing is left.

    Parameters
    ----------
    sources : sequence of str
        Of each cell of a notebook; empty of one that is no prose.
    shown : sequence of bool
        Whether a cell that is no prose shows something that can stand by itself.
    touched : sequence of bool
        Whether something was left out of a cell. Of other sections their author has seen to it
        that there is something in them.

    Returns
    -------
    texts : list of str
    bare : set of int
        The cells that stood under such a heading.
    """
    # In reading order: each block of prose, and None for what else is shown.
    parts: list[tuple[int, _Block | None]] = []
    for cell, source in enumerate(sources):
        parts += [(cell, block) for block in _blocks(source.split("\n"))] if source.strip() else (
            [(cell, None)] if shown[cell] else [])
    bare: dict[int, range] = {}
    for place in reversed(range(len(parts))):
        cell, block = parts[place]
        if block is None or block.heading < 2 or _NAME.match(block.lines[0]):
            continue
        end = next((later for later, (_, other) in enumerate(parts[place + 1:], start=place + 1)
                    if other and 0 < other.heading <= block.heading), len(parts))
        cells = range(cell, parts[end][0] if end < len(parts) else len(sources))
        within = ((one, parts[one][1]) for one in range(place + 1, end))
        if all(one in bare or (other and _ON_SCREEN.fullmatch(other.lines[0]))
               for one, other in within) and any(
                touched[one] for one in (cell, *cells)):
            bare[place] = cells
    kept = [[] if source.strip() else [source] for source in sources]
    for place, (cell, block) in enumerate(parts):
        if block is not None and place not in bare:
            kept[cell].append("\n".join(block.lines))
    changed = {parts[place][0] for place in bare}
    return (["\n\n".join(kept[cell]) if cell in changed else source
             for cell, source in enumerate(sources)],
            {cell for cells in bare.values() for cell in cells})


def _left(lines: list[str], gone: Gone) -> list[_Block]:
    """The blocks that are left of some lines."""
    blocks = _blocks(lines)
    for block in blocks:
        block.left = _directive(block, gone) if _DIRECTIVE.match(block.lines[0]) else _prose(
            block.lines, gone)
    for block, after in itertools.pairwise(blocks):
        if block.announces and after.is_list and (
                after.empty or block.lines[-1] not in block.left):
            block.left = [line for line in block.left if line != block.lines[-1]]
            after.left = []
    # A name that other places refer to stays.
    return [block for block in blocks if not block.empty or all(
        _UNREAD.fullmatch(line) for line in block.lines)]


def _blocks(lines: list[str]) -> list[_Block]:
    """Blocks as blank lines part them; a directive with all that is in it is one.

    Items of a list with blank lines between them are blocks each.
    """
    blocks: list[_Block] = []
    open_fence, last = "", ""
    for line in lines:
        fence = _FENCE.match(line)
        if not open_fence and not line.strip():
            last = ""
            continue
        starts = not open_fence and (not last or bool(_DIRECTIVE.match(line)) or bool(
            _HEADING.match(line) and not _UNREAD.fullmatch(last)))
        if starts or not blocks:
            blocks.append(_Block([]))
        blocks[-1].lines.append(line)
        last = line
        if open_fence:
            if fence and line.strip() == fence["fence"] and fence["fence"].startswith(open_fence):
                open_fence, last = "", ""
        elif fence:
            open_fence = fence["fence"]
        elif _HEADING.match(line):
            last = ""
    return blocks


def _directive(block: _Block, gone: Gone) -> list[str]:
    """A directive with what is left in it; nothing of a card that is gone, or of an empty one."""
    first, *body = block.lines
    # One that is not closed runs to the end of its cell.
    end = body[-1:] if body and _FENCE.fullmatch(body[-1].rstrip()) else []
    body = body[:len(body) - len(end)]
    card = _DIRECTIVE.match(first)["name"] == _CARD
    if gone(first) or (card and any(map(gone, body))):
        return []
    if not any(map(gone, body)):
        return block.lines
    head = 0
    while head < len(body) and (not body[head].strip() or _UNREAD.fullmatch(body[head])):
        head += 1
    left = _left(body[head:], gone)
    if not left:
        return []
    inner = "\n\n".join("\n".join(one.left) for one in left).split("\n")
    return [first, *body[:head], *inner, *end]


def _prose(lines: list[str], gone: Gone) -> list[str]:
    """The lines that are left of a paragraph, list or table; an item keeps its marker."""
    left: list[str] = []
    marker = ""
    for line in lines:
        item = _ITEM.match(line)
        if item:
            marker = ""
        if gone(line):
            marker = item["marker"] if item else marker
            continue
        left.append(f"{marker}{line.lstrip()}" if marker else line)
        marker = ""
    rows = [line for line in left if line.lstrip().startswith("|")]
    if len(rows) == 2 and len(rows) == len(left) < len(lines):  # a table of its head alone
        return []
    return left
