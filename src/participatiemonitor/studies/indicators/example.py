"""An example for the study of indicators: 40 municipalities that do not exist, from one seed.

The indicators are those of the output chain of 2010 that count people. Two municipalities reach far
more than the others and one far less; one measured otherwise, and does not count there.
"""

from __future__ import annotations

import random

from participatiemonitor.studies.forms.examples import MADE_UP, Rows
from participatiemonitor.studies.forms.setup import SETUP
from participatiemonitor.studies.indicators.form import (
    CONTEXT,
    COUNTS,
    DEVIATIONS,
    INDICATORS,
    POLICY,
)

ADDED = {POLICY: ("aanpak",), CONTEXT: ("grootte",)}
_SEED, _MUNICIPALITIES = 2012, 40
_SMALLEST = 24
_ON_BENEFIT = "Huishoudens met bijstand op 1 januari"
_INDICATORS = (
    ("uitstroom", "Uitstroom uit de bijstand", "aandeel",
     "Huishoudens die de bijstand verlaten, om welke reden ook", "Beëindigde uitkeringen",
     _ON_BENEFIT, "2011", "Uitkeringenadministratie", ""),
    ("ladder", "Stijging op de participatieladder", "aandeel",
     "Klanten die een trede of meer hoger staan dan een jaar eerder", "Klanten die stegen",
     "Klanten met twee metingen op trede 1 tot en met 5", "2011", "Participatieladder", "0,2"),
    ("buurt", "Klanten in werkprojecten in de buurt", "aandeel",
     "Klanten die meedoen aan een werkproject in de eigen buurt", "Deelnemers met bijstand",
     _ON_BENEFIT, "2011", "Opgave van de projecten", ""),
    ("vrijwilligers", "Klanten die vrijwilligerswerk doen", "aandeel",
     "Klanten met een overeenkomst voor vrijwilligerswerk", "Klanten met een overeenkomst",
     _ON_BENEFIT, "2011", "Klantdossiers", ""),
    ("budget", "Nieuwe trajecten uit het participatiebudget", "tempo",
     "Trajecten die beginnen en uit het participatiebudget worden betaald", "Begonnen trajecten",
     "Jaren bijstand van alle klanten samen", "2011", "Financiële administratie", ""))
_CHANCES = {"uitstroom": 0.26, "ladder": 0.18, "buurt": 0.04, "vrijwilligers": 0.11}
_STARTS = 0.35
_SIZES = ((300, "klein"), (900, "midden"), (2600, "groot"))
_APPROACHES = ("één loket", "twee loketten")


def example_rows() -> Rows:
    """The rows of the example.

    Returns
    -------
    mapping of str to sequence
        By table of `participatiemonitor.studies.indicators.form.FORM`.
    """
    draw = random.Random(_SEED)
    counts: list[tuple[object, ...]] = []
    policy, context = [], []
    for place in range(_MUNICIPALITIES):
        name, (usual, size) = _name(place), draw.choices(_SIZES, (4, 4, 2))[0]
        approach = draw.choice(_APPROACHES)
        policy.append((name, approach))
        context.append((name, size))
        households = round(usual * draw.uniform(0.6, 1.5))
        if place == _MUNICIPALITIES - 1:
            households = _SMALLEST
        luck = {3: 1.6, 17: 1.45, 28: 0.55}.get(place, draw.gauss(1, 0.02))
        luck *= 1.08 if approach == _APPROACHES[0] else 1.0
        for indicator, chance in _CHANCES.items():
            if (place, indicator) == (11, "buurt"):
                continue
            base = round(households * 0.8) if indicator == "ladder" else households
            events = sum(draw.random() < min(chance * luck, 0.95) for _ in range(base))
            counts.append((name, indicator, events, base))
        years = f"{households * draw.uniform(0.9, 0.98):.1f}".replace(".", ",")
        starts = sum(draw.random() < _STARTS * luck for _ in range(households))
        counts.append((name, "budget", starts, years))
    deviations = [(_name(11), "buurt", "noemer", "Alle inwoners van 18 tot 65 jaar")]
    return {SETUP: [("Veertig gemeenten", "2012-01-01", MADE_UP)], INDICATORS: _INDICATORS,
            COUNTS: counts, DEVIATIONS: deviations, POLICY: policy, CONTEXT: context}


def _name(place: int) -> str:
    """Gemeente A to Z, and then AA and on."""
    first, last = divmod(place, 26)
    return f"Gemeente {chr(64 + first) * (first > 0)}{chr(65 + last)}"
