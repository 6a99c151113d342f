"""An overview over documents on the page: drawn, as a table, and as files."""

from __future__ import annotations

from participatiemonitor import dutch
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
    Overviews,
    Told,
)
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.markdown import (
    Block,
    directive,
    file_links,
    joined,
    pipe_table,
    tabs,
)

# What each kind of line is called.
KINDS = {PLANNED: "gepland", CAME: "ingevoerd", DROPPED: "ging niet door",
         LINKED: "gekoppelde bestanden", GUESSED: "schatting", UNSOURCED: "zonder bron"}
_TIMES = ("Wet of plan", "Wat", "Wanneer", "Waar het staat", "Toelichting")
_SHARES = ("Wat het telt", "Hoeveel", "Moment en manier", "Waar het staat", "Toelichting")


def overview(overviews: Overviews, name: str) -> Block:
    """What several documents say of one subject: ``overview("wetten")``.

    Parameters
    ----------
    overviews : mapping of str to Overview
    name : str

    Returns
    -------
    Block

    Raises
    ------
    InputError
        When there is none; the message lists those there are.
    """
    if name not in overviews:
        raise InputError(f"overzicht {name!r} is er niet. Verwacht: een van "
                         f"{', '.join(overviews) or 'geen'}.")
    shown = overviews[name]
    drawing = directive("figure", f"/downloads/{figure_name(shown)}.svg", f"{shown.head.nl}.",
                        name=figure_name(shown), alt=describe(shown))
    table = pipe_table(*((_TIMES, _times(shown)) if shown.head.form == TIMELINE else
                         (_SHARES, _shares(shown))))
    under = [markdown(shown.head.note)] if shown.head.note else []
    return Block(tabs(("Figuur", joined([drawing, *under])), ("Tabel", joined([table, *under])),
                      ("Downloads", file_links(figure_name(shown), "svg", "png", "csv"))))


def figure_name(shown: Overview) -> str:
    """Of its files, and where it stands on a page."""
    return f"figuur-{shown.id}"


def describe(shown: Overview) -> str:
    """What it shows, line by line, for who does not see it."""
    lines = []
    for row, head in shown.head.rows.items():
        if told := shown.of(row):
            said = ", ".join(_said(one) for one in told)
            lines.append(f"{_about(head)}: {said}")
    form = "Tijdlijn" if shown.head.form == TIMELINE else "Punten en staven op een schaal tot 100%"
    return f"{form}. {shown.head.title}. {'; '.join(lines)}."


def _about(head: OverviewRow) -> str:
    """What a row is about, with the heading it stands under."""
    return f"{head.part} {head.nl}" if head.part else head.nl


def _said(one: Told) -> str:
    if one.kind in (PLANNED, CAME):
        return f"{KINDS[one.kind]} {one.published} ({one.where})"
    if one.kind == DROPPED:
        return f"{KINDS[one.kind]}, {one.published} ({one.where})"
    return f"{one.published} ({KINDS[one.kind]}, {one.where})"


def _times(shown: Overview) -> list[list[str | Markup]]:
    return [[head.nl, KINDS[one.kind], one.published, dutch.capital(one.where), one.note]
            for row, head in shown.head.rows.items() for one in shown.of(row)]


def _shares(shown: Overview) -> list[list[str | Markup]]:
    return [[_about(head), one.published,
             f"{head.moment}; {KINDS[one.kind]}" if head.moment else KINDS[one.kind],
             dutch.capital(one.where), one.note]
            for row, head in shown.head.rows.items() for one in shown.of(row)]
