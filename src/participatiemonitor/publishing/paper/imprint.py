"""What a volume tells of itself: on its cover, at the foot of its pages, and how to read it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import Tag

from participatiemonitor.dutch import capital
from participatiemonitor.presentation.caveats import EDITION, FOOT, caveat
from participatiemonitor.publishing.paper.chapters import Volume
from participatiemonitor.publishing.paper.inlines import Inlines
from participatiemonitor.publishing.paper.links import BESIDE
from participatiemonitor.publishing.paper.source import call, joined, string
from participatiemonitor.publishing.paper.tree import classed
from participatiemonitor.survey.names import full_title, over
from participatiemonitor.survey.waveinfo import WaveInfo


@dataclass(frozen=True)
class Imprint:
    """What the covers and the properties of the files tell.

    Attributes
    ----------
    info : WaveInfo
        The head of the wave.
    author : str
    """

    info: WaveInfo
    author: str

    @property
    def kind(self) -> str:
        """What this book is, in a few words."""
        return capital(over(self.info))

    @property
    def edition(self) -> str:
        """Which one it is: the year, and that it is a reconstruction."""
        return f"enquête van {self.info.year}{caveat(EDITION, self.info)}"

    def running(self, volume: Volume) -> str:
        """What stands at the foot of every page."""
        name = f"{self.info.title} · {volume.name}" if volume.name else self.info.title
        return f"{name} · {self.edition}{caveat(FOOT, self.info)}"

    def title(self, volume: Volume) -> str:
        """Title of the file."""
        whole = f"{full_title(self.info)}, {self.edition}"
        return f"{volume.name} bij {whole}" if volume.name else whole


def how_to_read(volume: Volume, beside: Volume, imprint: Imprint, inlines: Inlines) -> str:
    """How to read a volume, on the back of its cover.

    Parameters
    ----------
    volume, beside : Volume
        This one and the other.
    imprint : Imprint
    inlines : Inlines

    Returns
    -------
    str
        Source of its paragraphs.
    """
    told = _of_tables if volume.name else _of_report
    return joined(call("par", one) for one in told(volume, beside, imprint, inlines))


def _of_report(
    volume: Volume, beside: Volume, imprint: Imprint, inlines: Inlines
) -> Iterable[str]:
    yield inlines.text(
        f"{imprint.info.title}, {imprint.edition}. Dit rapport heeft dezelfde tekst en dezelfde "
        "figuren als het boek op het web, en is uit dezelfde antwoorden gemaakt. Daar is ook van "
        "elk getal in de tekst te zien waar het op rust.")
    also = _listed([one["data-title"] for one in beside.chapters
                    if one["id"] == one["data-page"]])
    yield joined((
        string("De cijfers bij elke figuur, met de vraag en het aantal antwoorden, staan in een "
               "tweede deel: "),
        call("emph", string(BESIDE)),
        inlines.text(f". Daarin staan ook: {also}." if also else ".")))
    yield joined((
        string("Wie naar een ander hoofdstuk wordt verwezen, leest erbij op welke bladzijde "
               "dat is. Een bron staat in een voetnoot waar een hoofdstuk haar voor het eerst "
               "noemt."),
        *_where(volume.chapters, "citation-list", " Alle bronnen staan bij elkaar in de "),
        *_where(volume.chapters, "glossary", " Afkortingen en begrippen staan in de ")))


def _of_tables(
    volume: Volume, beside: Volume, imprint: Imprint, inlines: Inlines
) -> Iterable[str]:
    yield inlines.text(
        f"{volume.name} bij het rapport {imprint.info.title}, {imprint.edition}. Bij elke figuur "
        "van het rapport staan hier de cijfers, de vraag en het aantal antwoorden, onder het "
        "nummer van de figuur. Rapport en tabellen zijn uit dezelfde antwoorden gemaakt.")
    yield string("De figuren zelf, de uitleg van de methode, de begrippen en de bronnen staan in "
                 "het rapport.")


def _listed(titles: list[str]) -> str:
    return " en ".join(filter(None, (", ".join(titles[:-1]), *titles[-1:])))


def _where(chapters: list[Tag], kind: str, sentence: str) -> tuple[str, ...]:
    found = next((one for one in chapters if classed(one, kind)), None)
    if found is None:
        return ()
    # Its title has no number and no markup: an appendix of this book.
    return (string(sentence), call("to-page", string(found["id"]), string(found["data-title"])),
            string("."))
