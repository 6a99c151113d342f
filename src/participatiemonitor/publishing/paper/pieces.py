"""Pieces of a chapter, and the pages they go on: upright, or turned sideways."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from participatiemonitor.publishing.paper.source import call, joined

# Source of about one sideways page.
_FEW = 6000


@dataclass(frozen=True)
class Piece:
    """Source of something on lines of its own.

    Attributes
    ----------
    source : str
    leads : bool
        Whether it belongs with what follows: a heading.
    sideways : bool
        Whether it goes on a page turned sideways.
    tall : bool
        Whether it may need an upright page: a figure.
    bare : str
        The same without a paragraph around it, for where it stands alone in a cell or an item.
    """

    source: str
    leads: bool = False
    sideways: bool = False
    tall: bool = False
    bare: str = ""


def arranged(pieces: list[Piece]) -> list[str]:
    """Source of pages: upright ones, and sideways ones with what leads to them.

    Parameters
    ----------
    pieces : list of Piece

    Returns
    -------
    list of str
    """
    marked: list[tuple[bool, Piece]] = []
    sideways = False
    for piece in reversed(pieces):
        sideways = sideways if piece.leads else piece.sideways
        marked.insert(0, (sideways, piece))
    groups = [(turned, [piece for _, piece in same])
              for turned, same in groupby(marked, key=itemgetter(0))]
    # A few lines get no page of their own before a sideways one.
    for place, (turned, group) in enumerate(groups[:-1]):
        if not turned and sum(_FEW if piece.tall else len(piece.source) for piece in group) < _FEW:
            groups[place] = (True, group)
    return [call("sideways" if turned else "column", joined(one.source for _, group in same
                                                            for one in group))
            for turned, same in groupby(groups, key=itemgetter(0))]
