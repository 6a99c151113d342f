"""What a volume tells of itself: on its cover, at the foot of its pages, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bs4 import Tag

from participatiemonitor.dutch import enumeration
from participatiemonitor.publishing.head import Head
from participatiemonitor.publishing.paper.inlines import Inlines
from participatiemonitor.publishing.paper.links import BESIDE, DEEPER
from participatiemonitor.publishing.paper.source import call, joined, string
from participatiemonitor.publishing.paper.tree import classed
from participatiemonitor.publishing.paper.volumes import Volume


@dataclass(frozen=True)
class Imprint:
    """What the covers and the properties of the files tell.

    Attributes
    ----------
    head : Head
        The words of the edition.
    author : str
    """

    head: Head
    author: str

    def running(self, volume: Volume) -> str:
        """What stands at the foot of every page."""
        name = f"{self.head.title} · {volume.name}" if volume.name else self.head.title
        return f"{name} · {self.head.which}{self.head.foot}"

    def title(self, volume: Volume) -> str:
        """Title of the file."""
        whole = f"{self.head.full_title}, {self.head.which}"
        return f"{volume.name} bij {whole}" if volume.name else whole


def how_to_read(
    volume: Volume, volumes: Sequence[Volume], imprint: Imprint, inlines: Inlines
) -> str:
    """How to read a volume, on the back of its cover.

    Parameters
    ----------
    volume : Volume
    volumes : sequence of Volume
        All there are.
    imprint : Imprint
    inlines : Inlines

    Returns
    -------
    str
        Source of its paragraphs.
    """
    told = _TOLD[volume.name] if len(volumes) > 1 else _of_only
    beside = {one.name: one for one in volumes}
    return joined(call("par", one) for one in told(volume, beside, imprint, inlines))


def _of_report(
    volume: Volume, beside: Mapping[str, Volume], imprint: Imprint, inlines: Inlines
) -> Iterable[str]:
    yield inlines.text(
        f"{imprint.head.title}, {imprint.head.which}. Dit rapport heeft dezelfde tekst en dezelfde "
        "figuren als het boek op het web, en is uit dezelfde antwoorden gemaakt. Daar is ook van "
        "elk getal in de tekst te zien waar het op rust.")
    also = [one["data-title"] for one in beside[BESIDE].chapters if one["id"] == one["data-page"]]
    yield joined((
        string("De cijfers bij elke figuur, met de vraag en het aantal antwoorden, staan in een "
               "tweede deel: "),
        call("emph", string(BESIDE)),
        inlines.text(f". Daarin staan ook: {enumeration(also)}." if also else ".")))
    if DEEPER in beside:
        yield joined((
            string("Een derde deel, "), call("emph", string(DEEPER)),
            string(", gaat over wat andere documenten publiceerden, en of hun cijfers kloppen.")))
    yield joined((
        string("Wie naar een ander hoofdstuk wordt verwezen, leest erbij op welke bladzijde "
               "dat is. Een bron staat in een voetnoot waar een hoofdstuk haar voor het eerst "
               "noemt."),
        *_where(volume.chapters, "citation-list", " Alle bronnen staan bij elkaar in de "),
        *_where(volume.chapters, "glossary", " Afkortingen en begrippen staan in de ")))


def _of_tables(
    volume: Volume, beside: Mapping[str, Volume], imprint: Imprint, inlines: Inlines
) -> Iterable[str]:
    yield inlines.text(
        f"{volume.name} bij het rapport {imprint.head.title}, {imprint.head.which}. Bij elke "
        "figuur van het rapport staan hier de cijfers, de vraag en het aantal antwoorden, onder "
        "het nummer van de figuur. Rapport en tabellen zijn uit dezelfde antwoorden gemaakt.")
    if DEEPER in beside:
        yield joined((string("Daarachter staan de cijfers bij de figuren van een derde deel, "),
                      call("emph", string(DEEPER)), string(".")))
    yield string("De figuren zelf, de uitleg van de methode, de begrippen en de bronnen staan in "
                 "het rapport.")


def _of_deepening(
    volume: Volume, beside: Mapping[str, Volume], imprint: Imprint, inlines: Inlines
) -> Iterable[str]:
    yield inlines.text(
        f"{volume.name} bij het rapport {imprint.head.title}, {imprint.head.which}. Wat hier "
        "staat, rust niet op de antwoorden van de enquête, maar op wat andere documenten "
        "publiceerden. Elk getal is dat van zo’n document, of eruit berekend.")
    yield joined((
        string("De cijfers bij de figuren staan bij die van het rapport, in een ander deel: "),
        call("emph", string(BESIDE)), string(".")))
    yield string("Een document staat in een voetnoot waar een hoofdstuk het voor het eerst noemt. "
                 "De uitkomsten van de enquête, de begrippen en alle bronnen bij elkaar staan in "
                 "het rapport.")


def _of_only(
    volume: Volume, _beside: Mapping[str, Volume], imprint: Imprint, inlines: Inlines
) -> Iterable[str]:
    yield inlines.text(
        f"{imprint.head.title}, {imprint.head.which}. Dit verslag heeft dezelfde tekst en "
        "dezelfde figuren als de webpagina die ernaast is gemaakt.")
    yield inlines.text("De cijfers bij elke figuur staan achterin.")
    yield string("Wie naar een andere plaats wordt verwezen, leest erbij op welke bladzijde dat "
                 "is. Een bron staat in een voetnoot waar zij voor het eerst wordt genoemd.")


_TOLD = {"": _of_report, BESIDE: _of_tables, DEEPER: _of_deepening}


def _where(chapters: list[Tag], kind: str, sentence: str) -> tuple[str, ...]:
    found = next((one for one in chapters if classed(one, kind)), None)
    if found is None:
        return ()
    # Its title has no number and no markup: an appendix of this book.
    return (string(sentence), call("to-page", string(found["id"]), string(found["data-title"])),
            string("."))
