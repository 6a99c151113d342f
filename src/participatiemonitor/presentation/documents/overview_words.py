"""What an overview over documents is called and says, for who does not see it."""

from __future__ import annotations

from participatiemonitor.documents.overviews import (
    CAME,
    DROPPED,
    GUESSED,
    LINKED,
    PLANNED,
    TIMELINE,
    UNSOURCED,
    Overview,
    OverviewRow,
    Told,
)

# What each kind of line is called.
KINDS = {PLANNED: "gepland", CAME: "ingevoerd", DROPPED: "ging niet door",
         LINKED: "gekoppelde bestanden", GUESSED: "schatting", UNSOURCED: "zonder bron"}


def figure_name(shown: Overview) -> str:
    """Of its files, and where it stands on a page."""
    return f"figuur-documenten-{shown.id}"


def describe(shown: Overview) -> str:
    """What it shows, line by line.

    Parameters
    ----------
    shown : Overview

    Returns
    -------
    str
    """
    form = "Tijdlijn" if shown.head.form == TIMELINE else "Punten en staven op een schaal tot 100%"
    lines = [f"{_about(head)}: {', '.join(map(_said, told))}"
             for row, head in shown.head.rows.items() if (told := shown.of(row))]
    return f"{form}. {shown.head.title}. {'; '.join(lines)}."


def _said(one: Told) -> str:
    if one.kind in (PLANNED, CAME):
        return f"{KINDS[one.kind]} {one.published} ({one.where})"
    if one.kind == DROPPED:
        return f"{KINDS[one.kind]}, {one.published} ({one.where})"
    return f"{one.published} ({KINDS[one.kind]}, {one.where})"


def _about(head: OverviewRow) -> str:
    """What a row is about, with the heading it stands under."""
    return f"{head.part} {head.nl}" if head.part else head.nl
