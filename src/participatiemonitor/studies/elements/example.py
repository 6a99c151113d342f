"""An example for the study of elements: 15 interventions that do not exist, from one seed.

Nobody has a pragmatic form of steering, and only one intervention is proven to work; both coders
agree on about nine of ten elements.
"""

from __future__ import annotations

import random

from participatiemonitor.studies.elements.form import CODINGS, ELEMENTS, INTERVENTIONS
from participatiemonitor.studies.forms.examples import MADE_UP, Rows
from participatiemonitor.studies.forms.setup import SETUP

ADDED: dict[str, tuple[str, ...]] = {}
_SEED = 2013
_INTERVENTIONS = (
    ("Aan de slag in de wijk", "Werkervaring bij buurtbeheer"),
    ("Achter de voordeur", "Huisbezoek aan wie niet reageert"),
    ("Buddy’s", "Een vrijwilliger gaat mee naar een club of cursus"),
    ("Eerst de schulden", "Schuldhulp voor het begin van een traject"),
    ("Eigen plan", "Klanten maken zelf een plan met hun netwerk"),
    ("Groene vingers", "Dagbesteding in moestuinen"),
    ("Jong en aan zet", "Coaching van jongeren zonder diploma"),
    ("Kleine stappen", "Training in sociale vaardigheden"),
    ("Kookcafé", "Koken en eten voor buurtbewoners"),
    ("Leren op de werkvloer", "Leerwerkplekken bij bedrijven"),
    ("Mantel met steun", "Steun voor mantelzorgers met bijstand"),
    ("Ouders aan het woord", "Opvoedcursus met taalles"),
    ("Proefplaatsing", "Drie maanden werken met behoud van uitkering"),
    ("Taal en thee", "Taalmaatjes in het buurthuis"),
    ("Weer op de been", "Bewegen met een fysiotherapeut"))
_ABSENT = "aansturing"
_PROVEN = "Proefplaatsing"


def example_rows() -> Rows:
    """The rows of the example.

    Returns
    -------
    mapping of str to sequence
        By table of `participatiemonitor.studies.elements.form.FORM`.
    """
    draw = random.Random(_SEED)
    first: list[list[object]] = []
    second: list[list[object]] = []
    for name, _ in _INTERVENTIONS:
        marks = [element != _ABSENT and draw.random() < 0.4 for element in ELEMENTS]
        rung = 4 if name == _PROVEN else draw.choices((0, 1, 2, 3), (4, 5, 3, 1))[0]
        others = [element != _ABSENT and mark != (draw.random() < 0.1)
                  for element, mark in zip(ELEMENTS, marks, strict=True)]
        other = rung if rung == 4 or draw.random() < 0.7 else max(rung - 1, 0)
        first.append(["A", name, *map(_word, marks), rung])
        second.append(["B", name, *map(_word, others), other])
    return {SETUP: [("Voorbeeldgemeente", "2012-12-01", MADE_UP)], INTERVENTIONS: _INTERVENTIONS,
            CODINGS: [*first, *second]}


def _word(mark: bool) -> str:
    return "ja" if mark else "nee"
