"""An overview over documents on the page: drawn, as a table, and as files."""

from __future__ import annotations

from participatiemonitor import dutch
from participatiemonitor.documents.overviews import TIMELINE, Overview, Overviews
from participatiemonitor.errors import InputError
from participatiemonitor.plain_text import Markup, markdown
from participatiemonitor.presentation.documents.grids import ITEM, PART
from participatiemonitor.presentation.documents.overview_words import (
    KINDS,
    describe,
    figure_name,
)
from participatiemonitor.presentation.documents.tables import DOCUMENT
from participatiemonitor.presentation.markdown import (
    Block,
    directive,
    file_links,
    joined,
    pipe_table,
    tabs,
)

_TIMES = (PART, ITEM, "Wanneer", "Waar het staat", "Toelichting")
_SHARES = (PART, ITEM, "Hoeveel", "Moment en manier", "Waar het staat", "Toelichting")


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
    # On paper only the figure stands here, with its caption: what readers must know is in that.
    told = [dutch.ended(text) for text in (shown.head.nl, shown.head.note) if text]
    drawing = directive("figure", f"/downloads/{figure_name(shown)}.svg", " ".join(told),
                        name=figure_name(shown), alt=describe(shown))
    lines = pipe_table(*((_TIMES, _times(shown)) if shown.head.form == TIMELINE else
                         (_SHARES, _shares(shown))))
    table = directive("table", dutch.ended(shown.head.title), lines,
                      name=f"tabel-documenten-{shown.id}", **{"class": DOCUMENT})
    return Block(tabs(("Figuur", drawing), ("Tabel", joined([table, *map(markdown, told[1:])])),
                      ("Downloads", file_links(figure_name(shown), "svg", "png", "csv"))))


def _times(shown: Overview) -> list[list[str | Markup]]:
    return [[head.nl, dutch.capital(KINDS[one.kind]), one.published, dutch.capital(one.where),
             one.note] for row, head in shown.head.rows.items() for one in shown.of(row)]


def _shares(shown: Overview) -> list[list[str | Markup]]:
    return [[f"{head.part} …" if head.part else "", f"… {head.nl}" if head.part else head.nl,
             one.published, f"{head.moment}; {KINDS[one.kind]}" if head.moment else KINDS[one.kind],
             dutch.capital(one.where), one.note]
            for row, head in shown.head.rows.items() for one in shown.of(row)]
