"""What an edition is called, and what it tells of itself on its pages, in its files, on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from participatiemonitor.dutch import capital
from participatiemonitor.presentation import caveats
from participatiemonitor.presentation.caveats import caveat
from participatiemonitor.survey.names import full_title, names, over
from participatiemonitor.survey.waveinfo import WaveInfo

# On paper the landing page of a book has another title than the book, which is on the cover.
_OPENING = "In één oogopslag"
_RINGS = "Twee reeksen ringen die in elkaar grijpen, één voor elke wet."


@dataclass(frozen=True)
class Head:
    """The words of an edition; plain text, where nothing else is said.

    Attributes
    ----------
    title, subtitle : str
    full_title : str
        With what it is, for a list of results and the properties of files.
    kind : str
        What it is, in a few words.
    which : str
        Which one it is: *enquête van 2011, reconstructie*.
    summary : str
        Describes a page without prose.
    day : datetime.date
        The day that its files state; not today, so that the same book is the same file on any day.
    corner : str
        In the corner of the cover; its year.
    opening : str
        What the landing page is called on paper.
    names : mapping of str to str
        What prose may name in double braces.
    banner : str
        Over every page: HTML, empty for none.
    remark : str
        Before the description of each page.
    status : str
        On the cover: HTML, empty for none.
    foot : str
        At the foot of each page on paper, after what it is called.
    motif : str
        What the picture on the cover shows; empty for a cover without one.
    """

    title: str
    subtitle: str
    full_title: str
    kind: str
    which: str
    summary: str
    day: dt.date
    corner: str
    opening: str
    names: Mapping[str, str]
    banner: str = ""
    remark: str = ""
    status: str = ""
    foot: str = ""
    motif: str = ""


def head_of_round(info: WaveInfo) -> Head:
    """The words of the book of a survey round.

    Parameters
    ----------
    info : WaveInfo

    Returns
    -------
    Head
    """
    which = f"enquête van {info.year}"
    return Head(
        title=info.title, subtitle=info.subtitle, full_title=full_title(info),
        kind=capital(over(info)), which=f"{which}{caveat(caveats.EDITION, info)}",
        summary=f"{info.title}, {which}. {info.subtitle}.",
        day=info.reference_date, corner=str(info.year), opening=_OPENING, names=names(info),
        banner=caveat(caveats.BANNER, info), remark=caveat(caveats.REMARK, info),
        status=caveat(caveats.PAPER, info), foot=caveat(caveats.FOOT, info), motif=_RINGS)
