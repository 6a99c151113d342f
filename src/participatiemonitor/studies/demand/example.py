"""An example for the study of the demand: 1,200 clients who do not exist, from one seed.

Profiles, provisions and the shares who need them are in the manner of the report of 2005; numbers
of clients, of users and of euros are made up.
"""

from __future__ import annotations

import random

from participatiemonitor.studies.demand.form import (
    CLIENTS,
    FUNDING,
    NEEDS,
    PROFILES,
    PROVISIONS,
)
from participatiemonitor.studies.forms.examples import MADE_UP, Rows
from participatiemonitor.studies.forms.setup import SETUP

ADDED: dict[str, tuple[str, ...]] = {}
_SEED, _CLIENTS = 2005, 1_200
_PROFILES = (
    ("ouders", "Alleenstaande ouders met jonge kinderen",
     'huishouden = "alleenstaande ouder" en leeftijd < 45'),
    ("jongeren", "Jongeren met gedragsproblemen",
     "leeftijd < 27 en belemmeringen heeft gedrag"),
    ("psychisch", "Mensen met psychische klachten", "belemmeringen heeft psychisch"),
    ("verslaafd", "Verslaafden, dak- en thuislozen", "belemmeringen heeft verslaving"),
    ("oudkomers", "Oudkomers", 'herkomst != Nederland en leeftijd >= 45'),
    ("vrouwen", "Vrouwen van 50 en ouder", "geslacht = vrouw en leeftijd >= 50"),
    ("mannen", "Mannen van 50 en ouder", "geslacht = man en leeftijd >= 50"))
_PROVISIONS = (
    ("buurthuis", "Sociaal-cultureel werk en buurthuizen", 1, "3.600–4.800"),
    ("jongerenwerk", "Jongerenwerk", 2, "240"),
    ("opvoedcursus", "Opvoedcursussen", 2, "40"),
    ("gezinscoach", "Gezinscoaches", 2, "100?"),
    ("rechtshulp", "Rechtshulp", 3, "ongeveer 1.600"),
    ("zorgloket", "Zorgloket", 3, "3.400"),
    ("inburgering", "Inburgeringsloket", 3, "?"),
    ("mantelzorg", "Steunpunt mantelzorg", 4, "600–800"),
    ("vervoer", "Collectief vervoer", 5, "4.400"),
    ("dagopvang", "Dagopvang", 6, "350"),
    ("opvang", "Opvang", 7, "60"),
    ("verslavingszorg", "Verslavingszorg", 7, "140"))
# Empty is all other profiles.
_NEEDS = (
    ("buurthuis", "", "10–20%"), ("buurthuis", "psychisch", "50%"), ("buurthuis", "ouders", "35%"),
    ("jongerenwerk", "", "0"), ("jongerenwerk", "jongeren", "60–80%"),
    ("jongerenwerk", "ouders", "–"), ("opvoedcursus", "", "0"),
    ("opvoedcursus", "ouders", "30–50%"), ("opvoedcursus", "oudkomers", "10%"),
    ("gezinscoach", "", "0"), ("gezinscoach", "ouders", "ongeveer 10%"),
    ("gezinscoach", "verslaafd", "<5%"), ("rechtshulp", "", "20–30%"),
    ("rechtshulp", "ouders", "80%"), ("rechtshulp", "verslaafd", "75%"), ("zorgloket", "", "15%"),
    ("zorgloket", "psychisch", "40–60%"), ("zorgloket", "mannen", "40%"),
    ("inburgering", "", "0"), ("inburgering", "oudkomers", "?"), ("mantelzorg", "", "5%"),
    ("mantelzorg", "vrouwen", "40–60%"), ("vervoer", "", "–"), ("vervoer", "mannen", "15%"),
    ("vervoer", "vrouwen", "10–15%"), ("dagopvang", "", "0"),
    ("dagopvang", "psychisch", "55–65%"), ("opvang", "", "0"), ("opvang", "verslaafd", "30–60%"),
    ("verslavingszorg", "", "<1%"), ("verslavingszorg", "verslaafd", "90%"))
_FUNDING = (
    ("buurthuis", "algemeen", "natura", "vast", "Stichting Welzijn", "€ 720.000,-",
     "Aantal bezoekers per jaar"),
    ("jongerenwerk", "algemeen", "natura", "geen", "Stichting Welzijn", "380.000", ""),
    ("opvoedcursus", "algemeen", "natura", "geen", "Thuiszorg", "75.000",
     "Acht van de tien ronden af"),
    ("rechtshulp", "algemeen", "natura", "inkomensafhankelijk", "Rechtswinkel", "160.000–220.000",
     ""),
    ("zorgloket", "algemeen", "natura", "geen", "Gemeente", "520.000?", "Binnen twee weken geholpen"
     ),
    ("vervoer", "individueel", "tegemoetkoming", "vast", "Vervoerder", "ongeveer 840.000", ""),
    ("opvang", "individueel", "natura", "inkomensafhankelijk", "Opvang", "?",
     "Uitstroom naar een eigen woning"),
    ("verslavingszorg", "individueel", "declaratie", "geen", "Zorginstelling", "300.000", ""))
_BARRIERS = {"psychisch": 0.3, "fysiek": 0.25, "gedrag": 0.1, "schulden": 0.3, "zorg": 0.15,
             "isolement": 0.2, "verslaving": 0.07}


def example_rows() -> Rows:
    """The rows of the example.

    Returns
    -------
    mapping of str to tuple or list
        By table of `participatiemonitor.studies.demand.form.FORM`.
    """
    draw = random.Random(_SEED)
    return {SETUP: [("Voorbeeldgemeente", "2005-06-30", MADE_UP, "", "")], PROFILES: _PROFILES,
            PROVISIONS: _PROVISIONS, NEEDS: _NEEDS, FUNDING: _FUNDING,
            CLIENTS: [_client(draw, number) for number in range(1, _CLIENTS + 1)]}


def _client(draw: random.Random, number: int) -> tuple[object, ...]:
    """A client; of one in twenty something is not known."""
    age, woman = draw.randint(18, 64), draw.random() < 0.56
    parent = age < 58 and draw.random() < (0.35 if woman else 0.04)
    household = "alleenstaande ouder" if parent else draw.choices(
        ("alleenstaand", "paar", "paar met kinderen"), (6, 2, 2))[0]
    origin = draw.choices(("Nederland", "elders"), (3, 1))[0]
    duration = f"{min(draw.expovariate(1 / 5), age - 17):.1f}".replace(".", ",")
    held = [word for word, chance in _BARRIERS.items()
            if draw.random() < chance * (2.5 if word == "gedrag" and age < 27 else 1)]
    cells: list[object] = [f"K{number:03}", age, "vrouw" if woman else "man", household, origin,
                           duration, ";".join(held) or "geen"]
    if draw.random() < 0.05:
        cells[draw.randint(1, 6)] = ""
    return tuple(cells)
